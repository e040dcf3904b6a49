"""What holds of times whatever the text: no error, exact offsets, linear cost."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.times.finding import find_in
from nlp.times.lexicon import lexicon
from nlp.values import TimeValue

PIECES = (
    *sorted(lexicon().words),
    *("12:32", "9", "31", "2026", "4.30", "0930", "2026-02-30", "02/04/2026", "29 Feb", "99:99"),
    *(
        "local time",
        "in",
        "half",
        "PST",
        "IST",
        "UTC+14",
        "US/Pacific",
        "(",
        ")",
        ",",
        "-",
        "/",
        "\n",
        "\n\n",
        ".",
        "x",
        "🙂",
    ),
    *("2026-03-29T01:30:00Z", "0001-01-01", "9999-12-31T23:59:59+14:00", "1e9", "1,000", "24:00"),
)
ZONES = st.sampled_from([None, "America/New_York", "Asia/Kolkata", "Not/AZone"])
MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))
PLACES = st.lists(
    st.tuples(st.integers(0, 80), st.sampled_from(["US", "ES", "US-CA", "2147714", "world", "1"])),
    max_size=4,
)
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, published=MOMENTS, zone=ZONES, places=PLACES)
def test_any_text_is_read(
    text: str, published: datetime | None, zone: str | None, places: list[tuple[int, str]]
) -> None:
    found = find_in(text, published_at=published, zone=zone, places=places)
    assert [(mention.start, mention.end) for mention in found] == sorted(
        (mention.start, mention.end) for mention in found
    )
    for before, after in pairwise(found):
        assert before.end <= after.start
    for mention in found:
        assert mention.text
        assert mention.text == text[mention.start : mention.end] == mention.text.strip()
        assert mention.timex is not None
        value = mention.value
        if isinstance(value, TimeValue):
            assert value.start < value.end
            assert value.start.tzinfo is UTC
            assert value.end.tzinfo is UTC


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1-",
        "1:00 ",
        "the ",
        "A/B",
        "\n ",
        "(",
        "every ",
        "twenty-",
        "may 1 ",
        "9 to ",
        "at 9 am IST in ",
        "9 am local time ",
        "On 4 June 2024 it fell. ",
        "12:30 PST / ",
    ],
)
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (64_000 // len(piece))
    places = [(offset, "IN") for offset in range(0, len(text), 10)]
    found = find_in(text, published_at=datetime(2026, 2, 4, tzinfo=UTC), places=places)
    assert [mention.text for mention in found] == [text[m.start : m.end] for m in found]
