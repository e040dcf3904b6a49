from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.dates import moment, published


@pytest.mark.parametrize(
    ("words", "zone", "when"),
    [
        ("2026-02-03T20:32:00Z", None, "2026-02-03T20:32"),
        ("2026-02-03T20:32:00.123+05:30", None, "2026-02-03T15:02"),
        ("2026-02-03 20:32", None, "2026-02-03T20:32"),
        ("2026-02-03 20:32", "Asia/Kolkata", "2026-02-03T15:02"),
        ("2026-02-04", None, "2026-02-04T00:00"),
        ("2026-02-04", "Asia/Kolkata", "2026-02-03T18:30"),
        ("Tue, 03 Feb 2026 20:32:00 +0000", None, "2026-02-03T20:32"),
        ("Tue, 03 Feb 2026 20:32:00 -0000", None, "2026-02-03T20:32"),
        ("Tue, 03 Feb 2026 12:32:00 PST", None, "2026-02-03T20:32"),
        ("Tue, 03 Feb 2026 20:32:00 GMT", "Asia/Kolkata", "2026-02-03T20:32"),
        ("Wed, 01 Jul 2026 09:00:00 BST", "Europe/London", "2026-07-01T08:00"),
        ("Wed, 01 Jul 2026 09:00:00 AEST", None, "2026-06-30T23:00"),
        ("Wed, 04 Feb 2026 01:50:00 IST", "Asia/Kolkata", "2026-02-03T20:20"),
        ("Wed, 01 Jul 2026 09:00:00 IST", "Europe/Dublin", "2026-07-01T08:00"),
        ("Wed, 04 Feb 2026 01:50:00 IST", None, None),
        ("4 February 2026 9:15 PM", None, "2026-02-04T21:15"),
        ("Feb 3, 2026 4:21 PM ET", None, "2026-02-03T21:21"),
        ("Jul 3, 2026 4:21 PM ET", None, "2026-07-03T20:21"),
        ("Tue Feb 3 12:32:00 PST 2026", None, "2026-02-03T20:32"),
        ("Tue Feb 3 12:32:00 QST 2026", None, None),
        ("Tue Feb 3 12:32:00 +0100 2026", None, "2026-02-03T11:32"),
        ("Wed, 01 Jul 2026 09:00:00 EST", "America/New_York", "2026-07-01T13:00"),
        ("Wed, 01 Jul 2026 09:00:00 EST", None, "2026-07-01T14:00"),
        ("2026-02-03 20:20 GMT", "Europe/London", "2026-02-03T20:20"),
        ("2026/2/3 15:07:41", None, "2026-02-03T15:07"),
        ("Mon, Feb 2 2026 04:45:26 +0000", None, "2026-02-02T04:45"),
        ("03/02/2026 12:00", "Europe/London", "2026-02-03T12:00"),
        ("02/03/2026 12:00", "America/New_York", "2026-02-03T17:00"),
        ("02/03/2026 12:00", None, None),
        ("02/23/2026 12:00", None, "2026-02-23T12:00"),
        ("February 2026", None, None),
        ("09:15", None, None),
        ("yesterday", None, None),
        ("0001-01-01T00:00:00+14:00", None, None),
        ("1970-01-01T00:00:00Z", None, None),
        ("9" * 70, None, None),
        ("", None, None),
    ],
)
def test_moments(words: str, zone: str | None, when: str | None) -> None:
    expected = datetime.fromisoformat(when).replace(tzinfo=UTC) if when else None
    read = moment(words, zone=zone)
    assert (read.replace(second=0, microsecond=0) if read else None) == expected


def test_a_date_in_the_future_is_not_believed() -> None:
    received = datetime(2026, 2, 4, tzinfo=UTC)
    assert published("2026-02-05", received) == (datetime(2026, 2, 5, tzinfo=UTC), None)
    when, problem = published("2031-02-05", received)
    assert when is None
    assert problem == "the date '2031-02-05' lies in the future; it is not believed"
    assert published("soon", received) == (None, "the date 'soon' cannot be read")
    assert published(" ", received) == (None, None)


@given(st.text() | st.from_regex(r"[0-9A-Z :,.+-]{1,40}"), st.sampled_from([None, "Asia/Kolkata"]))
def test_any_words_give_utc_or_nothing(words: str, zone: str | None) -> None:
    when = moment(words, zone=zone)
    assert when is None or when.tzinfo is UTC
