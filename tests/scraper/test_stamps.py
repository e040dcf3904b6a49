from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.stamps import StampError, iso, near

REFERENCE = datetime(2026, 3, 1, 10, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stamp", "meant"),
    [
        ("Feb 28, 14:43 UTC", "2026-02-28T14:43:00Z"),
        ("Feb  28, 14:43 UTC", "2026-02-28T14:43:00Z"),
        ("February 28, 14:43 UTC", "2026-02-28T14:43:00Z"),
        ("Sept. 2, 00:00 UTC", "2025-09-02T00:00:00Z"),
        ("Aug 29, 00:00 UTC", "2026-08-29T00:00:00Z"),
        ("Aug 31, 00:00 UTC", "2025-08-31T00:00:00Z"),
        ("Feb 29, 14:43 UTC", None),
        ("Feb 29, 2024, 14:43 UTC", "2024-02-29T14:43:00Z"),
        ("Mar 1, 2:05 AM PST", "2026-03-01T10:05:00Z"),
        ("Mar 1, 12:05 AM PST", "2026-03-01T08:05:00Z"),
        ("Mar 1, 12:05 PM PST", "2026-03-01T20:05:00Z"),
        ("Mar 1, 15:35 IST", "2026-03-01T10:05:00Z"),
        ("Mar 1, 12:05 +02:00", "2026-03-01T10:05:00Z"),
        ("Mar 1, 06:35 -0330", "2026-03-01T10:05:00Z"),
        ("Mar 1, 10:05", "2026-03-01T10:05:00Z"),
        ("10:00 UTC", "2026-03-01T10:00:00Z"),
        ("9:59 AM UTC", "2026-03-02T09:59:00Z"),
        (" 2:30 AM PST", "2026-03-01T10:30:00Z"),
        ("1:30 AM PST", "2026-03-02T09:30:00Z"),
        ("Mar 1, 25:00 UTC", None),
        ("Mar 32, 10:00 UTC", None),
        ("Mrz 1, 10:00 UTC", None),
        ("Mar 1, 10:00 XYZ", None),
        ("a while ago", None),
        ("", None),
        ("1" * 100_000, None),
    ],
)
def test_a_stamp_means_the_moment_near_the_reference(stamp: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(StampError, match="time"):
            near(stamp, REFERENCE)
    else:
        assert iso(near(stamp, REFERENCE)) == meant


def test_a_leap_day_is_found_in_a_year_that_has_one() -> None:
    near_new_year = datetime(2028, 3, 1, tzinfo=UTC)
    assert iso(near("Feb 29, 23:00 UTC", near_new_year)) == "2028-02-29T23:00:00Z"


moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- Hypothesis wants naive bounds


@given(moment=moments, days=st.integers(-170, 170))
def test_a_stamp_within_half_a_year_comes_back(moment: datetime, days: int) -> None:
    moment = moment.replace(second=0, microsecond=0)
    stamp = f"{moment:%b} {moment.day}, {moment:%H:%M} UTC"
    if (moment.month, moment.day) != (2, 29):
        assert near(stamp, moment + timedelta(days=days)) == moment


@given(moment=moments, minutes=st.integers(0, 24 * 60 - 1))
def test_a_clock_within_the_next_day_comes_back(moment: datetime, minutes: int) -> None:
    later = (moment + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    assert near(f"{later:%I:%M %p} UTC", moment) == later


@given(stamp=st.text() | st.from_regex(r"[A-Z][a-z]{2} \d{1,2}, \d{1,2}:\d\d [A-Z]{3}"))
def test_no_text_raises_anything_else(stamp: str) -> None:
    for reference in (
        REFERENCE,
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ):
        try:
            assert near(stamp, reference).tzinfo is UTC
        except StampError as error:
            assert "the time " in str(error)  # noqa: PT017 -- either outcome is right
