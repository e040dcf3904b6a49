"""Days whose month is said elsewhere: ``May 1-3``, ``from 4 to 22 November``, ``the 5th``."""

from __future__ import annotations

from nlp.times.periods import number, years_of
from nlp.times.rules import Rule, Tokens, number_of
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


_TO = ("dash", "to", "and")
_YEAR = "((comma|of)? year)?"

RULES = (
    Rule("from", "(num|ORDINAL) (?=(dash|to|and) the? (num|ORDINAL) of? MONTH)", _alone),
    *(
        Rule(
            "until", f"(?<={month} {day} {to}) {day} (?!meridiem|oclock|clock|UNIT) {_YEAR}", _alone
        )
        for month in ("month", "month_or_word", "stop")
        for day in ("num", "ordnum")
        for to in _TO
    ),
    Rule("day", "WEEKDAY comma? the ordnum (?!of|MONTH|ordnum)", _alone),
    Rule("day", "the ordnum (?=stop|comma|gap|at|and|of the unit|rpar)", _alone),
)
