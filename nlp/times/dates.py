"""Dates: ``Tuesday, 4 Feb 2026``, ``02/04/2026``, ``last week``, ``the third quarter``."""

from __future__ import annotations

import re
from typing import Literal

from nlp.times.periods import years_of
from nlp.times.repetitions import ADJECTIVES
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.spans import amount_of, duration, unit_of
from nlp.times.timexes import Calendar, Meaning, Nth, Shift, TimexType

_MONTHS = ("month", "month_or_word")
_WEEKDAYS = ("weekday", "weekday_or_word")
_DIRECTIONS = ("last", "previous", "past", "next", "this")
_EVENTFUL = (1600, 2039)
_WIDE_YEARS = 69
"""Two figures up to this are of this century, as in POSIX strptime."""


def _date(calendar: Calendar | None = None, **fields: str | Shift | None) -> Meaning:
    part = fields.get("part")
    shift = fields.get("shift")
    kind: TimexType = "TIME" if part else "DATE"
    return Meaning(
        type=kind,
        calendar=calendar,
        shift=shift if isinstance(shift, Shift) else None,
        part=str(part) if part else None,
    )


def _part(found: Tokens) -> str | None:
    token = of_kind(found, "part", "night")
    return str(token.value) if token else None


def _direction(found: Tokens) -> int | None:
    return number_of(found, *_DIRECTIONS)


def _day(found: Tokens) -> Meaning | None:
    """A month and a day in words and figures, in either order."""
    ordinal = of_kind(found, "ordnum")
    day = int(re.sub(r"\D", "", str(ordinal.value))) if ordinal else None
    day = day or number_of(found, "num", "ordword", "second")
    if day is None or not 1 <= day <= 31:
        return None
    return _date(
        Calendar(
            year=number_of(found, "year"),
            years=years_of(found),
            month=number_of(found, *_MONTHS),
            day=day,
            weekday=number_of(found, *_WEEKDAYS),
        )
    )


def _figures(found: Tokens) -> Meaning | None:
    token = of_kind(found, "iso_date", "num_date", "short_date")
    if token is None or token.value == "24/7":
        return None
    figures = [int(figure) for figure in re.split(r"[-/.]", str(token.value))]
    weekday = number_of(found, *_WEEKDAYS)
    if token.kind == "iso_date":
        year, month, day = figures
        calendar = Calendar(year=year, month=month, day=day, weekday=weekday)
        return _date(calendar) if month <= 12 and day <= 31 else None
    first, second = figures[:2]
    if min(first, second) < 1 or min(first, second) > 12 or max(first, second) > 31:
        return None
    stated = figures[2] if len(figures) == 3 else None
    if stated is not None and stated < 100:
        stated += 2000 if stated <= _WIDE_YEARS else 1900
    return _date(Calendar(year=stated, numbers=(first, second), weekday=weekday))


def _month(found: Tokens) -> Meaning | None:
    return _date(
        Calendar(
            year=number_of(found, "year"),
            month=number_of(found, *_MONTHS),
            years=years_of(found),
            direction=None if years_of(found) is not None else _direction(found),
        )
    )


def _month_named(found: Tokens) -> Meaning | None:
    """``the month of May``."""
    unit = of_kind(found, "unit")
    if unit is None or unit.value != "M":
        return None
    return _date(Calendar(year=number_of(found, "year"), month=number_of(found, *_MONTHS)))


def _weekday(found: Tokens) -> Meaning | None:
    calendar = Calendar(weekday=number_of(found, *_WEEKDAYS), direction=_direction(found))
    return _date(calendar, part=_part(found))


def _counted_weekday(found: Tokens) -> Meaning | None:
    """``two Sundays ago``."""
    weekday = of_kind(found, *_WEEKDAYS, "weekdays")
    amount = amount_of(found[:-2])
    if weekday is None or not amount:
        return None
    which = int(amount) * (-1 if found[-1].kind == "ago" else 1)
    return _date(Calendar(weekday=int(weekday.value), nth=Nth("W", which)))


def _week_from(found: Tokens) -> Meaning | None:
    """``a week from Friday``, ``two weeks from Monday``."""
    weekday, weeks = found[-1], amount_of(found[:-1])
    if not weeks or weeks % 1:
        return None
    return _date(Calendar(weekday=int(weekday.value), nth=Nth("W", int(weeks) + 1)))


def _this_coming(found: Tokens) -> Meaning | None:
    """``this coming Friday``, ``this past weekend``."""
    weekday = number_of(found, *_WEEKDAYS)
    if weekday is None:
        return _relative(found[1:])
    which = 1 if of_kind(found, "next") else -1
    return _date(Calendar(weekday=weekday, nth=Nth("W", which)))


def _weekday_of_week(found: Tokens) -> Meaning | None:
    direction = _direction(found)
    weekday = number_of(found, *_WEEKDAYS)
    return _date(Calendar(weekday=weekday), shift=Shift(unit="W", amount=direction or 0))


def _day_word(found: Tokens) -> Meaning | None:
    amount = number_of(found, "day_word") or 0
    return _date(shift=Shift(unit="D", amount=amount), part=_part(found))


def _tonight(found: Tokens) -> Meaning | None:
    part = "EV" if number_of(found, "tonight") else "NI"
    return _date(shift=Shift(unit="D", amount=0), part=part)


def _part_of_day(found: Tokens) -> Meaning | None:
    """``this morning``, ``last night``, ``the next morning``."""
    amount = _direction(found) or 0
    origin = _direction_origin(found)
    return _date(shift=Shift(unit="D", amount=amount, origin=origin), part=_part(found))


def _direction_origin(found: Tokens) -> Literal["writing", "story"]:
    return "story" if of_kind(found, "the", "same") else "writing"


def _relative(found: Tokens) -> Meaning | None:
    """``last week``, ``this year``, ``the next day``, ``that day``, ``the day before``."""
    unit = unit_of(found[-1] if found[-1].kind in ("unit", "night") else found[-2])
    if unit.startswith("T"):
        return None
    lasting = of_kind(found, "past") or (of_kind(found, "the") and of_kind(found, "last"))
    if lasting and unit != "WE":
        return Meaning(type="DURATION", value=duration(1, unit))
    direction = number_of(found, *_DIRECTIONS, "same")
    if direction is None:
        direction = -1 if of_kind(found, "before") else 1
    story = of_kind(found, "the", "same", "before", "after") is not None
    if unit == "D":
        story = of_kind(found, "this") is None
    return _date(shift=Shift(unit=unit, amount=direction, origin="story" if story else "writing"))


def _of_now(found: Tokens) -> Meaning | None:
    """``the end of the year``, ``early in the week``: of the running one."""
    unit = unit_of(found[-1])
    if unit.startswith("T"):
        return None
    return _weekend(found) if unit == "WE" else _date(shift=Shift(unit=unit, amount=0))


def _weekend(found: Tokens) -> Meaning | None:
    """``over the weekend``: the latest; no other unit says so much by itself."""
    return _date(Calendar(weekend=True)) if unit_of(found[-1]) == "WE" else None


def _coarse(found: Tokens) -> Meaning | None:
    """``for the quarter``, ``during the week``: the running one; not ``for the day``."""
    return _of_now(found) if unit_of(found[-1]) in ("W", "M", "Q", "Y") else None


def _end_of(found: Tokens) -> Meaning | None:
    """``year-end``, ``year-end 2018``."""
    year, unit = number_of(found, "year"), str(found[0].value)
    if year:
        return _date(Calendar(year=year)) if unit == "Y" else None
    return _date(shift=Shift(unit=unit, amount=0))


def _iso_month(found: Tokens) -> Meaning | None:
    """``2014-02``; where the figures rise, as in ``2008-09``, rather two years."""
    year, month = (int(figures) for figures in str(found[0].value).split("-"))
    return _date(Calendar(year=year, month=None if month > year % 100 else month))


def _recent(found: Tokens) -> Meaning | None:
    return Meaning(type="DATE", value="PAST_REF")


def _weekdays(found: Tokens) -> Meaning | None:
    return Meaning(type="SET", value=f"XXXX-WXX-{found[0].value}")


def _eventful_year(found: Tokens) -> Meaning | None:
    """``the 2012 election``: a round figure would rather be a number of things."""
    year = int(found[0].value)
    return _year(found) if _EVENTFUL[0] <= year <= _EVENTFUL[1] and year % 100 else None


def _year(found: Tokens) -> Meaning | None:
    return _date(Calendar(year=number_of(found, "year")))


def _short_year(found: Tokens) -> Meaning | None:
    """``in '08``, ``the class of '68``."""
    year = int(found[-1].value)
    return _date(Calendar(year=year + (2000 if year <= _WIDE_YEARS // 2 else 1900)))


def _vague(found: Tokens) -> Meaning | None:
    return Meaning(type="DATE", value=str(found[0].value))


def _loose_part(found: Tokens) -> Meaning | None:
    return Meaning(type="TIME", part=_part(found))


LEAD = "(WEEKDAY stop? comma? the?)?"
YEAR = "((comma|of|dash)? year|(comma? of? (last|previous|this|next) unit))?"
_DIRECTION = "(last|previous|next|this)"

RULES = (
    Rule("day", f"{LEAD} (num|the? ORDINAL) (of|dash)? MONTH {YEAR}", _day),
    Rule("day", f"{LEAD} MONTH (dash|the)? (num|ORDINAL) (?!meridiem|oclock) {YEAR}", _day),
    Rule("date", "(WEEKDAY comma?)? (iso_date|num_date)", _figures),
    Rule("date", f"{_DIRECTION}? WEEKDAY lpar short_date rpar", _figures),
    Rule("date", "WEEKDAY comma? short_date", _figures),
    Rule("date", "(?<=(on|since|by|before|after)) short_date", _figures),
    Rule("date", "short_date (?=comma? at? (clock|num meridiem))", _figures),
    Rule("month", "iso_month", _iso_month),
    Rule("month", "(MOD (dash|in)?)? MONTH (comma|of|dash)? year", _month),
    Rule("month", "MOD in (month|month_or_word)", _month),
    Rule("month", "MOD? (month|month_or_word) of? (last|previous|this|next) unit", _month),
    Rule("month", f"MOD? {_DIRECTION} (month|month_or_word)", _month),
    Rule("month", "MOD dash? (month|month_or_word)", _month),
    Rule("month", "the unit of MONTH ((comma|of)? year)?", _month_named),
    Rule("month", "(?<= CUE) month_or_word (?!WORD)", _month),
    Rule(
        "month", "month_or_word (?=quote unit_or_word|(to|dash|and) (month|month_or_word))", _month
    ),
    Rule("month", "(?<=(month|month_or_word) (to|dash|and)) month_or_word (?!WORD)", _month),
    Rule("month", "month", _month),
    Rule("weekday", "(FIGURE|a) (weekday|weekdays) (ago|hence)", _counted_weekday),
    Rule("weekday", "(a|numword|num) week_from", _week_from),
    Rule("weekday", "this (past|next) (unit|WEEKDAY)", _this_coming),
    Rule("weekdays", "weekdays|(WEEKDAY parts)", _weekdays),
    Rule("weekday", "WEEKDAY of? (last|previous|next|this) unit", _weekday_of_week),
    Rule("weekday", f"(MOD on? the?)? {_DIRECTION}? weekday PART?", _weekday),
    Rule("weekday", f"the? {_DIRECTION} WEEKDAY PART?", _weekday),
    Rule("weekday", "MOD on? WEEKDAY PART?", _weekday),
    Rule("today", "MOD? day_word PART?", _day_word),
    Rule("tonight", "MOD? tonight", _tonight),
    Rule("part", "the? MOD dash? (part|night)", _loose_part),
    Rule("part", "whole (part|night)", _loose_part),
    Rule("part", "MOD? the? (WHICH|same) PART", _part_of_day),
    Rule("relative", "MOD? the? (WHICH|same) unit", _relative),
    Rule("relative", "MOD (dash|in)? the? unit", _of_now),
    Rule("relative", "(?<=(for|of|in)) the unit (?!before|after|dash|year)", _coarse),
    Rule("end", "unit_end (of? year)?", _end_of),
    Rule("relative", "the? recent (units|unit)", _recent),
    Rule("relative", "the past (?=stop|comma|gap)", _recent),
    Rule("relative", "the unit (before|after) (?=stop|comma|gap|rpar)", _relative),
    Rule("year", "(MOD (dash|in)?|(the? (MOD dash?)? fiscal)|the unit) year", _year),
    Rule("year", "(?<=(in|of|since|before|after|early)) quote num (?!unit|units)", _short_year),
    Rule("weekend", "the unit", _weekend),
    Rule("year", "year (?=dash year)", _year),
    Rule("year", "(?<=year (to|and|dash|comma)) year", _year),
    Rule("year", "(?<=(the|a|this|of|whose)) year", _eventful_year),
    Rule("year", "(?<=quote unit_or_word) year|year (?=quote unit_or_word)", _eventful_year),
    Rule("relative", "(?<=in) the past", _recent),
    Rule(
        "year",
        "(?<=(in|since|by|of|before|after|between|lpar|for|dash|to)) year (?!UNIT|WORD)",
        _year,
    ),
    Rule("year", "(?<=(in|since|by|before|after|between)) year", _year),
    Rule("vague", "vague", _vague),
    Rule("loose", "the? PART", _loose_part),
    *ADJECTIVES,
)
