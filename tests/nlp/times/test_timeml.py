"""TIMEX3 type, value and extent, as the guidelines of TimeML and TIDES spell them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.times.finding import find_in

WRITTEN = datetime(2026, 2, 4, 15, 30, tzinfo=UTC)  # a Wednesday

DURATIONS = [
    ("They waited two years.", "two years", "P2Y"),
    ("It lasted three and a half years.", "three and a half years", "P3.5Y"),
    ("Down for half a day.", "half a day", "PT12H"),
    ("Down for 1.5 hours.", "1.5 hours", "PT1H30M"),
    ("Idle for one minute and a half.", "one minute and a half", "PT1M30S"),
    ("Slow for the past six months.", "the past six months", "P6M"),
    ("Slow for the last couple of weeks.", "the last couple of weeks", "P2W"),
    ("Down over the last 24 hours.", "the last 24 hours", "PT24H"),
    ("Slow in the next few days.", "the next few days", "PXD"),
    ("Slow in the coming weeks.", "the coming weeks", "PXW"),
    ("Better than in the past decade.", "the past decade", "P1DE"),
    ("Worse than in two decades.", "two decades", "P2DE"),
    ("It stood for three centuries.", "three centuries", "P3CE"),
    ("It went on for years.", "years", "PXY"),
    ("After hours of errors it rose.", "hours", "PTXH"),
    ("It was down all day.", "all day", "P1D"),
    ("It was down a whole week.", "a whole week", "P1W"),
    ("The entire month was slow.", "The entire month", "P1M"),
    ("A 60-day notice was given.", "60-day", "P60D"),
    ("A five-year plan was made.", "five-year", "P5Y"),
    ("Some 90 minutes were lost.", "90 minutes", "PT90M"),
    ("It lasted nine months.", "nine months", "P9M"),
    ("Down for more than 2 days.", "more than 2 days", "P2D"),
    ("Two quarters went by.", "Two quarters", "P2Q"),
]
DATES = [
    ("It fell last year.", "last year", "2025"),
    ("It will rise next year.", "next year", "2027"),
    ("It fell earlier this month.", "earlier this month", "2026-02"),
    ("It fell late last year.", "late last year", "2025"),
    ("It ends at the end of the year.", "the end of the year", "2026"),
    ("It ends by end of day.", "end of day", "2026-02-04"),
    ("We expect a fix by EOD.", "EOD", "2026-02-04"),
    ("It fell a year ago.", "a year ago", "2025"),
    ("It fell ten years ago.", "ten years ago", "2016"),
    ("It had risen a year earlier.", "a year earlier", "2025"),
    ("It rose in the fourth quarter.", "the fourth quarter", "2025-Q4"),
    ("The third-quarter figures fell.", "third-quarter", "2025-Q3"),
    ("It fell in the first quarter of last year.", "the first quarter of last year", "2025-Q1"),
    ("It fell in Q2 of this year.", "Q2 of this year", "2026-Q2"),
    ("It fell in the first half of 2024.", "the first half of 2024", "2024-H1"),
    ("It fell in H2 2025.", "H2 2025", "2025-H2"),
    ("It fell in June.", "June", "2025-06"),
    ("It will be closed in June.", "June", "2026-06"),
    ("It fell in June last year.", "June last year", "2025-06"),
    ("It fell in May of last year.", "May of last year", "2025-05"),
    ("It fell on June 5 last year.", "June 5 last year", "2025-06-05"),
    ("It fell last summer.", "last summer", "2025-SU"),
    ("In the winter of 2010 it fell.", "the winter of 2010", "2010-WI"),
    ("In the 1990s it fell.", "the 1990s", "199"),
    ("In the late 1990s it fell.", "the late 1990s", "199"),
    ("In the nineties it fell.", "the nineties", "199"),
    ("In the ’80s it fell.", "the ’80s", "198"),
    ("As in the 19th century", "the 19th century", "18"),
    ("Before the 2012 election", "2012", "2012"),
    ("It ran from 2009-2011.", "2011", "2011"),
    ("It fell over the weekend.", "the weekend", "2026-W05-WE"),
    ("It fell at the weekend.", "the weekend", "2026-W05-WE"),
    ("It will be fixed by the weekend.", "the weekend", "2026-W06-WE"),
    ("It fell on January 1-3.", "3", "2026-01-03"),
    ("It fell on 1-3 March 2025.", "3 March 2025", "2025-03-03"),
    ("It fell on Black Friday.", "Black Friday", "2025-11-28"),
    ("It fell on Thanksgiving 2024.", "Thanksgiving 2024", "2024-11-28"),
    ("It fell on Cyber Monday last year.", "Cyber Monday last year", "2025-12-01"),
    ("It fell on Labor Day.", "Labor Day", "2025-09-01"),
    ("It fell on Memorial Day 2025.", "Memorial Day 2025", "2025-05-26"),
    ("It fell on Good Friday 2025.", "Good Friday 2025", "2025-04-18"),
    ("It was so in recent weeks.", "recent weeks", "PAST_REF"),
    ("It was faster in the past.", "the past", "PAST_REF"),
    ("Years ago it was faster.", "Years ago", "PAST_REF"),
    ("We currently see errors.", "currently", "PRESENT_REF"),
    ("We have no estimate at this time.", "at this time", "PRESENT_REF"),
    ("It will soon be back.", "soon", "FUTURE_REF"),
    ("It may fall in the near future.", "the near future", "FUTURE_REF"),
]
TIMES = [
    ("It fell at ten past nine.", "ten past nine", "2026-02-04T09:10"),
    ("It fell at 20 minutes past 8.", "20 minutes past 8", "2026-02-04T08:20"),
    ("It fell at twenty-five minutes to ten.", "twenty-five minutes to ten", "2026-02-04T09:35"),
    ("It fell at 12:00 noon.", "12:00 noon", "2026-02-04T12:00"),
    ("On 14 June 17:43 2022 it fell.", "14 June 17:43 2022", "2022-06-14T17:43"),
    ("Tue Jun 14 17:43:09 UTC 2022", "Tue Jun 14 17:43:09 UTC 2022", "2022-06-14T17:43:09"),
    ("It fell at 9 ET.", "9 ET", "2026-02-04T09:00"),
    ("It fell around 9 ET.", "around 9 ET", "2026-02-04T09:00"),
    ("It fell on Monday night.", "Monday night", "2026-02-02TNI"),
    ("It fell tomorrow morning.", "tomorrow morning", "2026-02-05TMO"),
    ("It fell overnight.", "overnight", "2026-02-03TNI"),
]
SETS = [
    ("It fails on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("It fails on Friday evenings.", "Friday evenings", "XXXX-WXX-5TEV"),
    ("It fails each year.", "each year", "P1Y"),
    ("It fails once a month.", "once a month", "P1M"),
    ("It fails three times a day.", "three times a day", "P1D"),
    ("The annual check failed.", "annual", "P1Y"),
    ("It fails every May.", "every May", "XXXX-05"),
]


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (item.text, item.timex.type, item.timex.value)
        for item in find_in(text, published_at=WRITTEN)
        if item.timex
    ]


@pytest.mark.parametrize(("text", "words", "value"), DURATIONS)
def test_durations(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DURATION", value)]


@pytest.mark.parametrize(("text", "words", "value"), DATES)
def test_dates(text: str, words: str, value: str) -> None:
    kind = "DURATION" if value.startswith("PX") else "DATE"
    assert read(text)[-1:] == [(words, kind, value)]


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_times(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "TIME", value)]


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_sets(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "SET", value)]


@pytest.mark.parametrize(
    "text",
    [
        "It was fixed by 1) a restart and 2) a rule.",
        "The other half saw the full page, and all seconds counted.",
        "The unit of the quarter-final went past nine people.",
        "The 2000 users and 1500 sites of the 2050 list.",
        "It needs 12 GB of memory, 5 CT scans, 4 MT of coal.",
        "The bare minimum, in units; ten to nine odds.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == []
