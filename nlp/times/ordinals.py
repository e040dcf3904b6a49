"""The week, day or weekday of a longer time: ``the first Friday of May``, ``the week of May 4``."""

from __future__ import annotations

from datetime import date, timedelta

from nlp.times import calendars
from nlp.times import periods as times_periods
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Calendar, Meaning, Nth, Shift

_WEEKDAYS = ("weekday", "weekday_or_word")
_MONTHS = ("month", "month_or_word")


def _nth(found: Tokens) -> Meaning | None:
    """``the first week of October``, ``the last Friday of the month``."""
    turn = next(at for at, token in enumerate(found) if token.kind in ("of", "in"))
    which = -1 if of_kind(found[:turn], "last") else times_periods.number(found[:turn])
    weekday, unit = of_kind(found[:turn], *_WEEKDAYS), of_kind(found[:turn], "unit")
    name = str(weekday.value if weekday else unit.value if unit else "")
    if name in ("Q", "C"):
        return times_periods.ordinal(found, which)
    if name == "E":
        return _decade(which, found[turn + 1 :])
    if not which or name not in ("W", "WE", "D", *"1234567"):
        return None
    nth, shift = Nth(name, which), _running(found[turn + 1 :])
    calendar = Calendar() if shift else _whole(found[turn + 1 :])
    if calendar is None:
        return None
    return Meaning(type="DATE", calendar=calendar._replace(nth=nth), shift=shift)


def _decade(which: int, found: Tokens) -> Meaning | None:
    """``the last decade of the 19th century``."""
    century = times_periods.ordinal(found)
    if century is None or not century.value or not -1 <= which <= 10:
        return None
    return Meaning(type="DATE", value=f"{century.value}{which - 1 if which > 0 else 9}")


def _running(found: Tokens) -> Shift | None:
    """Return the week or quarter that something is a part of: ``next week``, ``the quarter``."""
    unit = of_kind(found, "unit")
    if unit is None or unit.value not in ("W", "Q"):
        return None
    return Shift(str(unit.value), number_of(found, *times_periods.DIRECTIONS) or 0)


def _whole(found: Tokens) -> Calendar | None:
    """Return the month or year that something is a part of."""
    year, month = number_of(found, "year"), number_of(found, *_MONTHS)
    if year or month:
        return Calendar(year=year, month=month)
    unit = of_kind(found, "unit")
    direction = number_of(found, *times_periods.DIRECTIONS) or 0
    if unit and unit.value == "Y":
        return Calendar(years=direction)
    return Calendar(months=direction) if unit and unit.value == "M" else None


def _week_of(found: Tokens) -> Meaning | None:
    """``the week of September 15``, ``the weekend of the 22nd``."""
    day = times_periods.number(found) or number_of(found, "num")
    month = number_of(found, *_MONTHS)
    if day is None or not 1 <= day <= 31:
        return None
    unit = of_kind(found, "unit")
    calendar = Calendar(year=number_of(found, "year"), month=month, day=day)
    name = "WE" if unit and unit.value == "WE" else "W"
    return Meaning(type="DATE", calendar=calendar._replace(nth=Nth(name, 0)))


def within(value: str, nth: Nth) -> str | None:
    """Return the TIMEX3 value of the week, day or weekday of what a value names.

    >>> within("2019-11", Nth("5", 1)), within("2019-09", Nth("W", -1))
    ('2019-11-01', '2019-W39')
    """
    span = calendars.span(value)
    if span is None:
        return None
    first, last = span.start.date(), span.end.date() - timedelta(days=1)
    if nth.unit == "W#":
        return f"{value[:4]}-W{nth.which:02d}"
    if nth.unit == "W" and len(value) == len("2021") and nth.which > 0:
        return f"{value}-W{nth.which:02d}"
    if nth.unit == "W":
        day = last - _MOST_OF_IT if nth.which < 0 else first + _MOST_OF_IT
        day += timedelta(weeks=max(nth.which - 1, 0))
        return f"{(first if nth.which == 0 else day):%G-W%V}"
    if nth.unit == "WE" and not nth.which:
        return f"{first - _LONG if first.isoweekday() < _MIDWEEK else first:%G-W%V}-WE"
    if nth.unit == "WE":
        return f"{_counted(first, last, Nth('6', nth.which)):%G-W%V}-WE"
    found = _counted(first, last, nth)
    return found.isoformat() if first <= found <= last else None


def _of_each(found: Tokens) -> Meaning | None:
    """``the second Thursday of every month``, ``the 15th of each month``."""
    weekday, day = of_kind(found, *_WEEKDAYS), times_periods.number(found)
    if weekday:
        return Meaning(type="SET", value=f"XXXX-WXX-{weekday.value}")
    unit = of_kind(found, "unit")
    if unit and unit.value == "WE":
        return Meaning(type="SET", value="XXXX-WXX-WE")
    if unit is None or unit.value != "M" or not 1 <= day <= 31:
        return None
    return Meaning(type="SET", value=f"XXXX-XX-{day:02d}")


def _numbered_week(found: Tokens) -> Meaning | None:
    """``week 23``: of the calendar, not the few of a season or a strike."""
    which, year = number_of(found, "num") or 0, number_of(found, "year")
    unit = of_kind(found, "unit")
    if unit is None or unit.value != "W" or not 1 <= which <= 53:
        return None
    if not year and which < _CALENDAR_WEEK:
        return None
    calendar = Calendar(year=year, years=0, nth=Nth("W#", which))
    return Meaning(type="DATE", calendar=calendar)


def _weekday_week(found: Tokens) -> Meaning | None:
    """``a week on Thursday``, ``Saturday week``: the one after the next."""
    weekday, unit = number_of(found, *_WEEKDAYS), of_kind(found, "unit")
    if unit is None or unit.value != "W":
        return None
    return Meaning(type="DATE", calendar=Calendar(weekday=weekday, nth=Nth("W", 2)))


def _year_of(found: Tokens) -> Meaning | None:
    """``the 1988 quarter``: no number of them."""
    return Meaning(type="DATE", calendar=Calendar(year=number_of(found, "year")))


def _counted(first: date, last: date, nth: Nth) -> date:
    step = timedelta(days=1 if nth.unit == "D" else 7)
    if nth.unit != "D":
        weekday = int(nth.unit)
        first += timedelta(days=(weekday - first.isoweekday()) % 7)
        last -= timedelta(days=(last.isoweekday() - weekday) % 7)
    return last if nth.which < 0 else first + (nth.which - 1) * step


_OF = (
    "(of|in) ((early|later)? MONTH ((comma|of)? year)?|the? (WHICH|same|ORDINAL)? dash? unit|year)"
)

_LONG = timedelta(days=2)
_MIDWEEK = 3
"""Before this day of its week a day goes with the weekend before it."""

_MOST_OF_IT = timedelta(days=3)
"""A month has the week of which it has most days."""

_CALENDAR_WEEK = 19
"""Leagues count the weeks of their seasons up to here."""

RULES = (
    Rule("year", "(?<=(the|this|of|whose)) year (?=unit (?!dash? (old|long)))", _year_of),
    Rule("each", "the? (ORDINAL|last) (WEEKDAY|unit) of every unit", _of_each),
    Rule("each", "every (ORDINAL|last) WEEKDAY (of (the|every) unit)?", _of_each),
    Rule("each", "the? ORDINAL of every unit", _of_each),
    Rule(
        "weekday",
        "((?<=other) a unit on weekday|weekday unit) (?=stop|gap|comma|at)",
        _weekday_week,
    ),
    Rule("numbered", "year unit num (?!UNIT|clock|meridiem)", _numbered_week),
    Rule("numbered", "unit num ((comma|of|in)? year)? (?!UNIT|clock|meridiem)", _numbered_week),
    Rule("nth", f"the? (ORDINAL|last|final) dash? (unit|WEEKDAY) {_OF}", _nth),
    Rule(
        "week",
        "the? unit (of|dash) the? (MONTH the? (num|ORDINAL)|(num|ORDINAL) of? MONTH) "
        "((comma|of)? year)?",
        _week_of,
    ),
    Rule("week", "the unit of the ordnum (?!dash|WORD)", _week_of),
)
