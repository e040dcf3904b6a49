"""Dates as written, made into TIMEX3 values by the time that the story has reached."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from nlp.times import calendars, ordinals, zones
from nlp.times.story import Story
from nlp.times.tense import Tense, points, points_ahead, tells_of_now
from nlp.times.timexes import Calendar, Expression, Shift
from nlp.times.zoning import Zoned

_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})
"""Countries that write the month before the day in figures."""

_CLOSE = 7
"""How many days from the writing a date is that tells by itself in which order it is written."""

_COARSE = frozenset({"W", "2W", "M", "Q", "Y", "E", "C"})
"""Units in which a story may go on from a month or a year that it told of."""

REVISED = timedelta(hours=6)
"""How long after its publication a text may have been brought up to date."""

_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 1, "H1": 3, "H2": 9}
"""A month in the midst of each part of the year."""

_MIDWEEK = 3
"""Before this day of its week a holiday makes the weekend before it long."""

_REPORTED = timedelta(days=92 + 45)
"""How long after its first day a quarter may still be reported on."""

DAY = len("2026-02-03")
"""The length of a TIMEX3 value that names a day."""


def date_value(text: str, item: Expression, zoned: Zoned, story: Story) -> str | None:
    """Return the TIMEX3 value of an expression's date; ``None`` where nothing dates it."""
    meaning = item.meaning
    if meaning.shift and meaning.calendar and meaning.calendar.nth:
        value = _shifted(meaning.shift, story, item.start, zoned)
        return value and ordinals.within(value, meaning.calendar.nth)
    if meaning.shift and meaning.calendar and meaning.calendar.month:
        value = _shifted(meaning.shift, story, item.start, zoned)
        return value and calendar_value(meaning.calendar, int(value[:4]))
    if meaning.shift and meaning.calendar:
        return _weekday_of_week(meaning.shift, meaning.calendar, zoned, story)
    if meaning.shift:
        value = _shifted(meaning.shift, story, item.start, zoned)
    elif meaning.calendar:
        tense = points(text, item.start, None if meaning.clock else item.end)
        if story.announces and not meaning.calendar.month:
            tense = tense or 1
        if not tense and tells_of_now(text, item.start):
            tense = 1
        value = _calendar(meaning.calendar, zoned, story, tense)
    else:
        value = _day_of_part(text, item, zoned, story)
    if value and meaning.part and len(value) == DAY:
        return f"{value}T{meaning.part}"
    return value


def _day_of_part(text: str, item: Expression, zoned: Zoned, story: Story) -> str | None:
    """Return the day of a part of the day that states none: not one that was still to come."""
    day = story.reached.day(story.reached.place) if story.reached else story.today(zoned)
    part = item.meaning.part
    if day is None or part is None:
        return None
    if story.written is None:
        night = part == "NI" and not story.reached and not points_ahead(text, item.start)
        return (day - timedelta(days=night)).isoformat()
    begin = datetime.combine(day, calendars.PARTS[part][0])
    slack = REVISED if story.reached and part != "NI" else timedelta()
    ahead = points_ahead(text, item.start)
    if zoned.reading.utc(begin) > story.written + slack and not ahead:
        day -= timedelta(days=1)
    over = datetime.combine(day, calendars.PARTS[part][1])
    if ahead and part != "NI" and not story.reached and zoned.reading.utc(over) < story.written:
        day += timedelta(days=1)  # "see you in the morning"
    return day.isoformat()


def _shifted(shift: Shift, story: Story, start: int, zoned: Zoned) -> str | None:
    told = story.told
    if shift.origin == "story" and shift.unit in _COARSE and told and start < told[0]:
        return calendars.shifted(told[1], shift.unit, shift.amount)
    reached = story.latest if (shift.unit, shift.amount) == ("D", 0) else story.reached
    if shift.origin == "story" and reached:
        local = reached.place.reading.local(reached.moment)
        return calendars.shifted(local, shift.unit, shift.amount)
    if shift.unit.startswith("T"):
        now = story.now(zoned)
        if now is None or shift.origin == "story":
            return None
        return calendars.shifted(now, shift.unit, shift.amount)
    today = story.today(zoned)
    if today is None:
        return None
    noon = datetime.combine(today, time(12))
    return calendars.shifted(noon, shift.unit, shift.amount, named=shift.named)


def _weekday_of_week(shift: Shift, calendar: Calendar, zoned: Zoned, story: Story) -> str | None:
    today = story.today(zoned)
    if today is None:
        return None
    monday = today - timedelta(days=today.isoweekday() - 1)
    day = monday + timedelta(days=7 * int(shift.amount) + (calendar.weekday or 1) - 1)
    return day.isoformat()


def _calendar(calendar: Calendar, zoned: Zoned, story: Story, tense: Tense) -> str | None:
    today = story.today(zoned) or (story.reached.day(zoned) if story.reached else None)
    if calendar.numbers:
        calendar = _ordered(calendar, today, zones.country_of(story.home.name))
    if calendar.weekend or calendar.holiday:
        return _moving(calendar, today, tense)
    day_of_month = calendar.day and not calendar.month and calendar.months is None
    if calendar.weekday and not day_of_month and not calendar.month and calendar.months is None:
        if today is None:
            return None
        if calendar.nth:
            return _counted_weekday(today, calendar.weekday, calendar.nth.which).isoformat()
        reached = story.reached.day(zoned) if story.announces and story.reached else today
        if reached > today and not calendar.direction:  # "From the 18th …; on Sunday": the 19th.
            return calendars.weekday_around(reached, calendar.weekday).isoformat()
        day = calendars.weekday_near(today, calendar.weekday, calendar.direction, tense)
        return day.isoformat()
    if calendar.day and day_of_month:
        day_of = day_alone(calendar.day, today, tense, calendar.weekday)
        return ordinals.within(day_of, calendar.nth) if day_of and calendar.nth else day_of
    if calendar.months is not None:
        calendar = _in_month(calendar, today)
    year = calendar.year or _year(calendar, today, tense)
    value = calendar_value(calendar, year) if year else None
    return ordinals.within(value, calendar.nth) if value and calendar.nth else value


def _counted_weekday(today: date, weekday: int, which: int) -> date:
    """Return the weekday so many times ago (below 0) or from now."""
    if which < 0:
        return today - timedelta(days=((today.isoweekday() - weekday) % 7 or 7) - 7 * (which + 1))
    return today + timedelta(days=((weekday - today.isoweekday()) % 7 or 7) + 7 * (which - 1))


def day_alone(day: int, today: date | None, tense: Tense, weekday: int | None = None) -> str | None:
    """Return the day of that number nearest to today that is such a weekday, as tense allows."""
    if today is None:
        return None
    near = [today.replace(day=1) + relativedelta(months=months) for months in (0, -1, 1)]
    found = [
        first.replace(day=day) for first in near if (first + relativedelta(day=day)).day == day
    ]
    found = [one for one in found if weekday == one.isoweekday()] or found
    return min(found, key=lambda one: _away(one, today, tense)).isoformat() if found else None


def _away(day: date, today: date, tense: Tense) -> int:
    """Return how far a day is; what the tense speaks against is farther."""
    days = (day - today).days
    return abs(days) * (calendars.AGAINST[tense] if days * (tense or -1) < 0 else 1)


def _in_month(calendar: Calendar, today: date | None) -> Calendar:
    """Return what is so many months from the month of writing with its month and year."""
    if today is None:
        return calendar
    year, month = divmod(today.year * 12 + today.month - 1 + (calendar.months or 0), 12)
    return calendar._replace(year=year, month=month + 1)


def _moving(calendar: Calendar, today: date | None, tense: Tense) -> str | None:
    """Return the TIMEX3 value of a weekend or of a holiday without a fixed date."""
    if calendar.weekend and not calendar.holiday:
        return _weekend(today and calendars.weekday_near(today, 6, None, tense))
    rule, year = calendar.holiday or "", calendar.year
    if today and calendar.years is not None:
        year = today.year + calendar.years
    if year:
        day = calendars.holiday(rule, year)
    else:
        day = calendars.holiday_near(today, rule, calendar.direction or tense) if today else None
    if calendar.weekend and day:
        return _weekend(day - timedelta(days=7) if day.isoweekday() < _MIDWEEK else day)
    return day.isoformat() if day else None


def _weekend(day: date | None) -> str | None:
    """Return the TIMEX3 value of the weekend that ends the week of a day."""
    return f"{day:%G-W%V}-WE" if day else None


def calendar_value(calendar: Calendar, year: int | None) -> str | None:
    """Return the TIMEX3 value of a calendar date in a year; XXXX for an unknown year."""
    prefix = f"{year:04d}" if year else "XXXX"
    if calendar.quarter:
        return f"{prefix}-Q{calendar.quarter}"
    if calendar.season:
        return f"{prefix}-{calendar.season}"
    if calendar.month is None:
        return prefix
    if calendar.day is None:
        return f"{prefix}-{calendar.month:02d}"
    return f"{prefix}-{calendar.month:02d}-{calendar.day:02d}"


def _year(calendar: Calendar, today: date | None, tense: Tense) -> int | None:
    """Return the year of a date that states none: the nearest, or as last and next say."""
    if today is None:
        return None
    if calendar.years is not None:
        return today.year + calendar.years
    if calendar.quarter and calendar.direction is None and tense > 0:
        return _year_of_report(today, calendar.quarter)
    month = calendar.month or (calendar.quarter or 1) * 3 - 2
    if calendar.season:
        month = _MIDDLE[calendar.season]
    if calendar.direction == -1:
        return today.year - (month >= today.month)
    if calendar.direction == 1:
        return today.year + (month <= today.month)
    if calendar.direction == 0:
        return today.year
    return calendars.nearest_year(today, month, calendar.day, calendar.weekday, tense)


def _year_of_report(today: date, quarter: int) -> int:
    """Return the year of a quarter that is ahead, running, or just over and still to be told of."""
    first = date(today.year, 3 * quarter - 2, 1)
    years = (first + relativedelta(years=years) for years in (-1, 0, 1))
    return next(day.year for day in years if day + _REPORTED >= today)


def _ordered(calendar: Calendar, today: date | None, country: str | None) -> Calendar:
    """Return a date of figures with month and day told apart.

    What decides: their size, the weekday, the country, what is nearest to the writing.
    """
    first, second = calendar.numbers or (1, 1)
    options = [(first, second), (second, first)]  # (month, day)
    valid = [option for option in options if option[0] <= 12] or options[:1]
    if len(valid) == 2 and first != second:
        year = calendar.year or (today.year if today else 0)
        by_weekday = [pair for pair in valid if _falls_on(year, pair, calendar.weekday)]
        if country:
            valid = valid if country in _MONTH_FIRST else valid[::-1]
        elif today and _distance(year, valid[1], today) <= _CLOSE < _distance(
            year, valid[0], today
        ):
            valid = valid[::-1]
        valid = by_weekday if len(by_weekday) == 1 else valid
    month, day = valid[0]
    return calendar._replace(month=month, day=day, numbers=None)


def _falls_on(year: int, pair: tuple[int, int], weekday: int | None) -> bool:
    found = calendars.span(f"{year:04d}-{pair[0]:02d}-{pair[1]:02d}")
    return bool(found and found.start.isoweekday() == weekday)


def _distance(year: int, pair: tuple[int, int], today: date) -> int:
    found = calendars.span(f"{year:04d}-{pair[0]:02d}-{pair[1]:02d}")
    return abs((found.start.date() - today).days) if found else timedelta.max.days
