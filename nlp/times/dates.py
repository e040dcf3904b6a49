"""Dates: ``Tuesday, 4 Feb 2026``, ``02/04/2026``, ``last week``, ``the third quarter``."""

from __future__ import annotations

import re

from nlp.times import relatives
from nlp.times.periods import short_year, years_of
from nlp.times.relatives import DIRECTION, dated
from nlp.times.repetitions import ADJECTIVES
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Calendar, Meaning, Shift

_MONTHS = ("month", "month_or_word")
_WEEKDAYS = ("weekday", "weekday_or_word")
_EVENTFUL = (1600, 2039)
_WIDE_YEARS = 69
"""Two figures up to this are of this century, as in POSIX strptime."""


def _day(found: Tokens) -> Meaning | None:
    """A month and a day in words and figures, in either order."""
    ordinal = of_kind(found, "ordnum")
    day = int(re.sub(r"\D", "", str(ordinal.value))) if ordinal else None
    day = day or number_of(found, "num", "ordword", "second")
    if day is None or not 1 <= day <= 31:
        return None
    short = of_kind(found, "quote")
    return dated(
        Calendar(
            year=short_year(int(found[-1].value)) if short else number_of(found, "year"),
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
    if token.value == "9/11" and len(found) == 1:
        return dated(Calendar(year=2001, month=9, day=11))
    figures = [int(figure) for figure in re.split(r"[-/.]", str(token.value))]
    weekday = number_of(found, *_WEEKDAYS)
    if token.kind == "iso_date":
        year, month, day = figures
        calendar = Calendar(year=year, month=month, day=day, weekday=weekday)
        return dated(calendar) if month <= 12 and day <= 31 else None
    first, second = figures[:2]
    if min(first, second) < 1 or min(first, second) > 12 or max(first, second) > 31:
        return None
    stated = figures[2] if len(figures) == 3 else None
    if stated is not None and stated < 100:
        stated += 2000 if stated <= _WIDE_YEARS else 1900
    return dated(Calendar(year=stated, numbers=(first, second), weekday=weekday))


def _month(found: Tokens) -> Meaning | None:
    if of_kind(found, "same"):  # "March of that year"
        shift = Shift("Y", 0, origin="story")
        return dated(Calendar(month=number_of(found, *_MONTHS)), shift=shift)
    return dated(
        Calendar(
            year=number_of(found, "year"),
            month=number_of(found, *_MONTHS),
            years=years_of(found),
            direction=None if years_of(found) is not None else relatives.direction(found),
        )
    )


def _month_named(found: Tokens) -> Meaning | None:
    """``the month of May``."""
    unit = of_kind(found, "unit")
    if unit is None or unit.value != "M":
        return None
    return dated(Calendar(year=number_of(found, "year"), month=number_of(found, *_MONTHS)))


def _iso_month(found: Tokens) -> Meaning | None:
    """``2014-02``; where the figures rise, as in ``2008-09``, rather two years."""
    year, month = (int(figures) for figures in str(found[0].value).split("-"))
    return dated(Calendar(year=year, month=None if month > year % 100 else month))


def _eventful_year(found: Tokens) -> Meaning | None:
    """``the 2012 election``: a round figure would rather be a number of things."""
    year = int(found[0].value)
    return _year(found) if _EVENTFUL[0] <= year <= _EVENTFUL[1] and year % 100 else None


def _year(found: Tokens) -> Meaning | None:
    return dated(Calendar(year=number_of(found, "year")))


def _month_of_short_year(found: Tokens) -> Meaning | None:
    """``June '09``."""
    year = _short_year(found)
    if year.calendar is None:
        return None
    return dated(year.calendar._replace(month=number_of(found, *_MONTHS)))


def _season_years(found: Tokens) -> Meaning | None:
    """``1985-86``: one season, named by the year that it begins in."""
    year = int(found[0].value)
    return dated(Calendar(year=year)) if (year + 1) % 100 == int(found[-1].value) else None


def _short_year(found: Tokens) -> Meaning:
    """``in '08``, ``the class of '68``."""
    return dated(Calendar(year=short_year(int(found[-1].value))))


def _vague(found: Tokens) -> Meaning | None:
    return Meaning(type="DATE", value=str(found[0].value))


LEAD = "(WEEKDAY stop? comma? the?)?"
YEAR = "((comma|of|dash)? year|comma? quote num|(comma? of? (last|previous|this|NEXT) unit))?"

RULES = (
    Rule("day", f"{LEAD} the? (num|ORDINAL) (of|dash)? MONTH {YEAR}", _day),
    Rule("day", f"{LEAD} MONTH (dash|the)? (num|ORDINAL) (?!meridiem|oclock) {YEAR}", _day),
    Rule("date", "(WEEKDAY comma?)? (iso_date|num_date)", _figures),
    Rule("date", f"{DIRECTION}? WEEKDAY lpar short_date rpar", _figures),
    Rule("date", "WEEKDAY comma? short_date", _figures),
    Rule("date", "(?<=(on|since|by|before|after)) short_date", _figures),
    Rule("date", "short_date (?=comma? at? (clock|num meridiem))", _figures),
    Rule("date", "(?<=for) short_date (?=stop|comma|gap|at)", _figures),
    Rule("date", "(?<=(since|between) short_date (to|and|dash|by)) short_date", _figures),
    Rule("month", "iso_month", _iso_month),
    Rule("month", "(MOD (dash|in)?)? MONTH (comma|of|dash)? year", _month),
    Rule("month", "MOD? MONTH quote num", _month_of_short_year),
    Rule("month", "MOD in (month|month_or_word)", _month),
    Rule(
        "month", "MOD? (month|month_or_word) of? (last|previous|this|NEXT|(the? same)) unit", _month
    ),
    Rule("month", f"MOD? {DIRECTION} (month|month_or_word)", _month),
    Rule("month", "MOD dash? (month|month_or_word)", _month),
    Rule("month", "(the whole?|whole) unit of MONTH ((comma|of)? year)?", _month_named),
    Rule("month", "(?<= CUE) month_or_word (?!WORD)", _month),
    Rule("month", "(?<=to) month_or_word (?=stop|comma|gap|rpar)", _month),
    Rule(
        "month", "month_or_word (?=quote unit_or_word|(to|dash|and) (month|month_or_word))", _month
    ),
    Rule("month", "(?<=(month|month_or_word) (to|dash|and)) month_or_word (?!WORD)", _month),
    Rule("month", "(?<=(month|month_or_word) dash to dash) month_or_word", _month),
    Rule("month", "month", _month),
    *relatives.RULES,
    Rule("year", "(MOD (dash|in)?|(the? (MOD dash?)? fiscal)|the unit) year", _year),
    Rule("year", "(?<=(in|of|since|before|after|early)) quote num (?!unit|units)", _short_year),
    Rule("year", "fiscal quote? num (?!UNIT|other num)", _short_year),
    Rule("weekend", "the unit|((?<=(in|of)) unit (?=other))", relatives.weekend),
    Rule("year", "year (?=dash year)", _year),
    Rule("year", "year (dash|slash) num", _season_years),
    Rule("year", "(?<=the units) year", _year),
    Rule("year", "(?<=year (to|and|dash|comma)) year", _year),
    Rule("year", "(?<=(the|a|this|of|whose)) year", _eventful_year),
    Rule("year", "(?<=quote unit_or_word) year|year (?=quote unit_or_word)", _eventful_year),
    Rule("relative", "(?<=in) the past", relatives.recent),
    Rule(
        "year",
        "(?<=(in|since|by|of|before|after|between|lpar|for|dash|to)) year (?!UNIT|WORD)",
        _year,
    ),
    Rule("year", "(?<=(in|since|by|before|after|between)) year", _year),
    Rule("vague", "vague", _vague),
    Rule("loose", "the? PART", relatives.loose_part),
    *ADJECTIVES,
)
