from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.assertions.recalling import settle
from nlp.claims import Claim, Modality
from nlp.values import KeyValue, TimeValue
from tests.nlp.by_hand import at

NOW = datetime(2026, 2, 4, 12, tzinfo=UTC)


def claim(start: int, said: str, modality: Modality = "asserted", service: str = "zoom") -> Claim:
    """Return a claim of a passage: of a beginning where a time is said, else of a symptom."""
    value: TimeValue | KeyValue = KeyValue(key=said, name=said)
    if said[:1].isdigit():
        value = at(said, precision="day" if len(said) == len("2026-02-03") else "minute")
    return Claim(
        service=service,
        field="began_at" if isinstance(value, TimeValue) else "symptom",
        value=value,
        value_text=said,
        modality=modality,
        attributed_to=None,
        start=start,
        end=start + 1,
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # An old time beside a new one, and what stands in its passage.
        ([(0, "down"), (5, "2026-02-03"), (9, "2022-03-08"), (9, "slow")], "aapp"),
        # Weeks before the story's own time.
        ([(0, "2026-02-03"), (5, "2026-01-12")], "ap"),
        # Nothing else: all that is told is old.
        ([(0, "down"), (5, "2021-10-04T15:00"), (9, "slow")], "ppp"),
        # What only closes a story does not make it old.
        ([(0, "down"), (2, "slow"), (4, "errors"), (9, "2021-10-04")], "aaap"),
        # A report of last month's outage is of that outage.
        ([(0, "down"), (5, "2026-01-12T09:00")], "aa"),
    ],
)
def test_what_is_old_is_past(told: list[tuple[int, str]], expected: str) -> None:
    settled = settle([claim(start, said) for start, said in told], NOW)
    assert "".join(found.modality[0] for found in settled) == expected
    assert all((found.modality == "past") == (found.occasion > 0) for found in settled)


def test_an_earlier_outage_of_yesterday_is_not_old() -> None:
    found = [claim(0, "2026-02-04T09:00"), claim(5, "2026-02-03", "past"), claim(9, "slow", "past")]
    assert [one.modality for one in settle(found, NOW)] == ["asserted", "asserted", "past"]


def test_what_is_planned_makes_nothing_old() -> None:
    found = [claim(0, "2026-02-03"), claim(5, "2026-02-28", "planned")]
    assert [one.modality for one in settle(found, None)] == ["asserted", "planned"]


def test_of_old_and_new_times_in_a_passage_the_nearest_counts() -> None:
    found = [
        claim(0, "down"),
        claim(0, "2026-02-03"),
        claim(0, "2022-03-08"),
        claim(0, "slow"),
    ]
    offsets = {id(one): 10 * number for number, one in enumerate(found)}
    settled = settle(found, NOW, lambda one: offsets[id(one)])
    assert "".join(one.modality[0] for one in settled) == "aapp"
