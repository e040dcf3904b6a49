"""Days whose month is said elsewhere: ``May 1-3``, ``from 4 to 22 November``, ``the 5th``."""

from __future__ import annotations

from nlp.times.periods import DIRECTIONS, number, years_of
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Calendar, Meaning


def _alone(found: Tokens) -> Meaning | None:
    """A day whose month the other end of its range says, or the story."""
    day = number(found) or number_of(found, "num")
    if day is None or not 1 <= day <= 31:
        return None
    weekday = number_of(found, "weekday", "weekday_or_word")
    calendar = Calendar(
        day=day, year=number_of(found, "year"), years=years_of(found), weekday=weekday
    )
    return Meaning(type="DATE", calendar=calendar)


def _of_month(found: Tokens) -> Meaning | None:
    """``the 12th of this month``, ``the first of the year``."""
    unit, day = of_kind(found, "unit"), number(found)
    direction = number_of(found, *DIRECTIONS) or 0
    if unit is not None and unit.value == "Y" and day == 1:
        return Meaning(type="DATE", calendar=Calendar(day=1, month=1, years=direction))
    if unit is None or unit.value != "M" or not 1 <= day <= 31:
        return None
    calendar = Calendar(day=day, months=direction)
    return Meaning(type="DATE", calendar=calendar)


_TO = ("dash", "to", "and")
_YEAR = "((comma|of)? year)?"
_LIST = "(comma (num|ORDINAL)){0,2} (dash|to|and|or|by)"
_ANOTHER = "(to|dash|and|by) the? ordnum (stop|comma|gap|at|rpar)"

RULES = (
    Rule("day", "the? ORDINAL of (the|(the? (WHICH|same))) unit", _of_month),
    Rule("day", f"the? ordnum (?={_ANOTHER})", _alone),
    Rule("from", f"(num|the? ORDINAL) (?={_LIST} the? (num|ORDINAL) of? MONTH)", _alone),
    *(
        Rule(
            "until", f"(?<={month} {day} {to}) {day} (?!meridiem|oclock|clock|UNIT) {_YEAR}", _alone
        )
        for month in ("month", "month_or_word", "stop")
        for day in ("num", "ordnum")
        for to in (*_TO, "by")
    ),
    Rule("day", "WEEKDAY comma? the ordnum (?!of|MONTH|ordnum)", _alone),
    Rule("day", "WEEKDAY comma? ordnum (?=stop|comma|gap|at|and|or|to|dash|rpar)", _alone),
    Rule("day", "WEEKDAY comma? the ordword (?=stop|comma|gap|at)", _alone),
    Rule("day", "(?<=on) the num (?=stop|gap)", _alone),
    Rule("day", "the ordnum (?=stop|comma|gap|at|and|of the unit|rpar)", _alone),
)
