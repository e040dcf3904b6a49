"""What a moment needs from around it: a zone said once, a second form, a line; else a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.mentions import Mention
from nlp.times.finding import find_in
from nlp.values import TimeValue

WRITTEN = datetime(2026, 2, 4, 15, 30, tzinfo=UTC)  # a Wednesday


def read(text: str, zone: str | None = None) -> list[Mention]:
    return find_in(text, published_at=WRITTEN, zone=zone)


def moment(mention: Mention) -> str | None:
    return f"{mention.value.start:%d %H:%M}" if isinstance(mention.value, TimeValue) else None


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        # whose clock a text goes by
        ("(All times ET) Down at 9:05 a.m., back by 10:20.", ["04 14:05", "04 15:20"]),
        ("All times are in Eastern Time. Down at 9:05 a.m.", ["04 14:05"]),
        ("Down at 14:10 (all times UTC).", ["04 14:10"]),
        ("Sometimes UTC is used. Down at 14:10.", ["04 08:40"]),
        # a zone explained once is that zone throughout
        ("Down at 21:03 CST (UTC+8), back at 22:40 CST.", ["04 13:03", "04 14:40"]),
        # what stands in brackets tells where the clock hangs that stands before them
        ("Down at 3:05 p.m. (1905 GMT), back at 4 p.m.", ["03 19:05", "03 19:05", "03 20:00"]),
        # an hour beside words that only stand beside times
        ("Shortly before 6 on Tuesday evening it fell.", ["03 12:30"]),
        ("It was slow between 7 and 9 this morning.", ["04 01:30", "04 03:30"]),
        # lines that open with a clock are stamps of one log
        ("3 February 2026\n14:05 looking\n14:40 fixed", ["03 08:35", "03 09:10"]),
        ("3 February 2026\n14:40 fixed\n14:05 looking", ["03 09:10", "03 08:35"]),
        # the ends of a stretch of days
        ("Slow from 2-3 February 2026.", ["01 18:30", "02 18:30"]),
        ("Work will run from Monday to Wednesday.", ["08 18:30", "10 18:30"]),
    ],
)
def test_a_moment_is_read_by_what_stands_around_it(text: str, starts: list[str]) -> None:
    assert [moment(time) for time in read(text, "Asia/Kolkata")] == starts


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It fell at 9 local time.", "whose local time is not known"),
        ("Down since 9.", "morning or evening is not said"),
        ("It fell on 31 February 2026.", "no such day"),
        ("It fell at 9pm GMT (5pm ET).", "not the moment of “9pm GMT”"),
        ("It fell at 9pm GMT (4pm ET).", None),
        ("It was down for an hour.", None),
    ],
)
def test_what_has_no_value_says_why(text: str, why: str | None) -> None:
    assert read(text)[-1].unresolved == why
    assert read(text)[-1].as_json().get("unresolved") == why


def test_what_nothing_dates_says_so() -> None:
    (time,) = find_in("It fell at 14:20 UTC.")
    assert time.unresolved == "no date to count it from"
