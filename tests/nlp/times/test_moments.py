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
        # … and a clock goes by a zone that is told as it is
        ("Down at 7 p.m. ET (0000 GMT), worst at 8.15 p.m.", ["04 00:00", "04 00:00", "04 01:15"]),
        # the first that an announcement tells of is the day of what it then tells
        ("Works on Sunday 8 February. Off from 23:00 UTC.", ["07 18:30", "08 23:00"]),
        # what has lasted up to now began then
        ("Down for two hours now.", ["04 13:30", None]),
        ("It was down for two hours.", [None]),
        # the day of a letter moves no story
        (
            "Down on 2 February, says a note dated 3 February. It fell at 14:05 UTC.",
            ["01 18:30", "02 18:30", "02 14:05"],
        ),
        # an hour beside words that only stand beside times
        ("Shortly before 6 on Tuesday evening it fell.", ["03 12:30"]),
        ("It was slow between 7 and 9 this morning.", ["04 01:30", "04 03:30"]),
        # lines that open with a clock are stamps of one log
        ("3 February 2026\n14:05 looking\n14:40 fixed", ["03 08:35", "03 09:10"]),
        ("3 February 2026\n14:40 fixed\n14:05 looking", ["03 09:10", "03 08:35"]),
        # an hour as on a clock's face is of the half that is nearer to the story's last
        ("Down at 6:20 p.m. on Monday, said a note at 6:41.", ["02 12:50", "02 13:11"]),
        # a morning behind an evening is the next day's
        ("Slow since Monday evening. It said at 9:30 am that it knew.", ["02 12:30", "03 04:00"]),
        # a day behind a later one in its sentence is background
        (
            "Down on Tuesday, as on Monday. It rose at 8:05 am.",
            ["02 18:30", "01 18:30", "03 02:35"],
        ),
        # what goes on with a recalled story is of its day
        (
            "Two years ago today, on 4 February 2024, it fell.\n\nBack then, at 15:39, all broke. "
            "That day is not forgotten.\n\nIt is 9 am.",
            ["03 18:30", "03 18:30", "04 10:09", "03 18:30", "04 03:30"],
        ),
        # who spoke on a day did not speak of its evening before that came
        ("It said on Wednesday that calls failed at 11:10 pm PST.", ["03 18:30", "04 07:10"]),
        ("It will be down until midnight.", ["04 18:30"]),
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
        ("Work will start at 9.", "morning or evening is not said"),
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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Service will be restored in two hours.", datetime(2026, 2, 4, 11, tzinfo=UTC)),
        ("We expect to be back in three days.", datetime(2026, 2, 7, tzinfo=UTC)),
        ("It will be the third outage in two weeks.", None),
        ("The site fell over twice in two hours.", None),
        ("It will take more than 3 hours.", None),
    ],
)
def test_a_stretch_from_now_on_has_an_end(text: str, start: datetime | None) -> None:
    (found,) = find_in(text, published_at=datetime(2026, 2, 4, 9, tzinfo=UTC))
    assert found.timex
    assert found.timex.type == "DURATION"
    assert (found.value.start if isinstance(found.value, TimeValue) else None) == start
