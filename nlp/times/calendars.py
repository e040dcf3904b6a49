"""Calendar arithmetic on TIMEX3 values: what stretch of local time does one name?"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from nlp.values import Precision

PARTS = {
    "MO": (time(0), time(12)),
    "MI": (time(11), time(14)),
    "AF": (time(12), time(18)),
    "EV": (time(18), time(23)),
    "NI": (time(20), time(5)),
    "DT": (time(8), time(18)),
}
"""Where TIMEX3's parts of the day begin and end on the clock; a night ends on the next day."""

_JUST_NOW = 14
"""How many days ago a date may be for its weekday to be doubted rather than its year."""

AGAINST = {-1: 100, 0: 3, 1: 12}
"""How much farther away a date is that the tense speaks against."""

WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?:(?P<part>[A-Z]{2})"
    r"|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?))?)?))?|(?P<decade>\d{3})|(?P<century>\d\d)",
    re.ASCII,
)


_PLAIN: dict[int, tuple[timedelta, Precision]] = {
    len("2026-02-03"): (timedelta(days=1), "day"),
    len("2026-02-03T12:32"): (timedelta(minutes=1), "minute"),
    len("2026-02-03T12:32:05"): (timedelta(seconds=1), "second"),
}
"""The commonest values, by their length: they are ISO 8601."""


class Span(NamedTuple):
    """A half-open stretch of local time and how finely it was named."""

    start: datetime
    end: datetime
    precision: Precision


@lru_cache(maxsize=2048)
def span(value: str) -> Span | None:
    """Return the stretch that a TIMEX3 DATE or TIME value names, naive, or ``None``.

    >>> span("2026-02-03T12:32").end
    datetime.datetime(2026, 2, 3, 12, 33)
    """
    try:
        if plain := _PLAIN.get(len(value)):
            start = datetime.fromisoformat(value)
            return Span(start, start + plain[0], plain[1])
        match = _VALUE.fullmatch(value)
        return _span(match) if match else None
    except (ValueError, OverflowError):
        return None  # no such day, such as 31 February, or beyond the calendar


def _span(match: re.Match[str]) -> Span:
    part = {name: int(text) for name, text in match.groupdict().items() if text and text.isdigit()}
    if "year" not in part:
        years = 10 if "decade" in part else 100
        first = datetime(part.get("decade", part.get("century", 0)) * years, 1, 1)  # noqa: DTZ001 - local by design
        return Span(first, first + relativedelta(years=years), "year")
    if "week" in part:
        monday = datetime.fromisocalendar(part["year"], part["week"], 1)
        if match["weekend"]:
            return Span(monday + timedelta(days=5), monday + timedelta(days=7), "day")
        return Span(monday, monday + timedelta(days=7), "week")
    quarter = part.get("quarter")
    month = 3 * quarter - 2 if quarter else part.get("month", 1)
    first = datetime(part["year"], month, part.get("day", 1))  # noqa: DTZ001 - local by design
    if "day" in part:
        return _within(first, match["part"], part)
    months = 3 if quarter else 1 if "month" in part else 12
    return Span(first, first + relativedelta(months=months), "year" if months == 12 else "month")


def _within(day: datetime, name: str | None, part: dict[str, int]) -> Span:
    if name:
        begin, end = PARTS[name] if name in PARTS else PARTS["DT"]
        finish = day if begin < end else day + timedelta(days=1)
        return Span(datetime.combine(day, begin), datetime.combine(finish, end), "part_of_day")
    if "hour" not in part:
        return Span(day, day + timedelta(days=1), "day")
    start = day + timedelta(
        hours=part["hour"], minutes=part.get("minute", 0), seconds=part.get("second", 0)
    )
    if "second" in part:
        return Span(start, start + timedelta(seconds=1), "second")
    if "minute" in part:
        return Span(start, start + timedelta(minutes=1), "minute")
    return Span(start, start + timedelta(hours=1), "hour")


def nearest_year(
    day: date, month: int, of_month: int | None, weekday: int | None = None, tense: int = 0
) -> int | None:
    """Return the year that puts a month, or a day of it, nearest to ``day``.

    Against what the words say, ahead (1) or behind (-1), counts as many times as far, but for three
    days; what is to come as three times, where they say nothing. A weekday
    (1 is Monday) that fits one of the neighbouring years decides first, unless the day was just
    now: then the weekday is a slip. ``None`` where no year near has such a day.
    """
    options = []
    for year in (day.year, day.year - 1, day.year + 1):
        try:
            found = date(year, month, of_month or min(day.day, 28))
        except ValueError:
            continue
        behind = (day - found).days
        fits = weekday in (None, found.isoweekday()) or 0 <= behind <= _JUST_NOW
        against = behind * (tense or -1) > (3 if tense else 0)
        options.append((not fits, abs(behind) * (AGAINST[tense] if against else 1), year))
    return min(options)[2] if options else None


_HOLIDAY = re.compile(
    r"(?:(?P<month>\d\d)-(?P<weekday>[1-7])-(?P<which>-?\d)|easter)(?P<days>[+-]\d+)?"
)


def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday that moves, in a year, or ``None`` where the rule is none.

    >>> holiday("11-4-4+1", 2025), holiday("05-1--1", 2025), holiday("easter-2", 2025)
    (datetime.date(2025, 11, 28), datetime.date(2025, 5, 26), datetime.date(2025, 4, 18))
    """
    match = _HOLIDAY.fullmatch(rule)
    if not match:
        return None
    days = timedelta(days=int(match["days"] or 0))
    if not match["month"]:
        return easter(year) + days
    which = WEEKDAYS[int(match["weekday"]) - 1](int(match["which"]))
    last = 31 if which.n and which.n < 0 else 1
    return date(year, int(match["month"]), 1) + relativedelta(day=last, weekday=which) + days


def holiday_near(day: date, rule: str, direction: int | None) -> date | None:
    """Return the holiday that is meant on ``day``: the last, the next, or else the nearest."""
    near = (holiday(rule, year) for year in (day.year - 1, day.year, day.year + 1))
    found = [
        date
        for date in near
        if date and (not direction or (date <= day if direction < 0 else date >= day))
    ]
    return min(found, key=lambda date: abs(date - day)) if found else None


def weekday_near(day: date, weekday: int, direction: int | None, tense: int = 0) -> date:
    """Return the weekday that is meant on ``day``.

    Without a direction: the latest, today included, or the next where the words point ahead (1).
    Last leaves today out, next what is left of the running week; this is the one of that week.
    """
    back = (day.isoweekday() - weekday) % 7
    if direction == 0:
        return day + timedelta(days=weekday - day.isoweekday())
    if direction == 1:
        return day + timedelta(days=7 + weekday - day.isoweekday())
    if direction == -1:
        return day - timedelta(days=back or 7)
    return day + timedelta(days=(7 - back) % 7) if tense > 0 else day - timedelta(days=back)


def weekday_around(day: date, weekday: int) -> date:
    """Return the weekday that is at most three days from ``day``, which it may be.

    >>> weekday_around(date(2026, 4, 18), 7), weekday_around(date(2026, 4, 18), 5)
    (datetime.date(2026, 4, 19), datetime.date(2026, 4, 17))
    """
    return day + timedelta(days=(weekday - day.isoweekday() + 3) % 7 - 3)


def shifted(moment: datetime, unit: str, amount: float, *, named: str = "") -> str | None:
    """Return the TIMEX3 value of the stretch that lies ``amount`` units from a local moment.

    It is named by that unit, or by ``named``. Units are TIMEX3's: TS, TM, TH, D, W, 2W, WE, M, Q,
    Y, E, C. ``None`` beyond the calendar.

    >>> shifted(datetime(2026, 2, 4, 9, 30), "W", -1)
    '2026-W05'
    """
    try:
        target = moment + _delta(unit, amount)
    except (ValueError, OverflowError):
        return None
    if not 1 < target.year < MAXYEAR:
        return None
    return _named(target, named or ("W" if unit == "2W" else unit))


_FORMS = {
    "TS": "%Y-%m-%dT%H:%M:%S",
    "TM": "%Y-%m-%dT%H:%M",
    "TH": "%Y-%m-%dT%H:%M",
    "D": "%Y-%m-%d",
    "M": "%Y-%m",
    "Y": "%Y",
}


def _named(moment: datetime, unit: str) -> str:
    """Return the TIMEX3 value of the second, minute, day … of a moment."""
    if form := _FORMS.get(unit):
        return moment.strftime(form)
    if unit == "Q":
        return f"{moment:%Y}-Q{(moment.month + 2) // 3}"
    if unit in ("E", "C"):
        return f"{moment:%Y}"[: 3 if unit == "E" else 2]
    iso = moment.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}{'-WE' if unit == 'WE' else ''}"


def _delta(unit: str, amount: float) -> timedelta | relativedelta:
    """Return a distance; a broken amount of months or years is cut to whole ones."""
    clock = {"TS": 1, "TM": 60, "TH": 3600}
    if unit in clock:
        return timedelta(seconds=clock[unit] * amount)
    days = {"D": 1, "W": 7, "WE": 7, "2W": 14}
    if unit in days:
        return timedelta(days=days[unit] * amount)
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
    return relativedelta(months=int(months[unit] * amount))
