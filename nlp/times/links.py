"""How clock times belong together: as two forms of one moment, or as the ends of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.times import zones
from nlp.times.figures import Token
from nlp.times.timexes import Calendar, Clock, Expression, Meaning

_SAME = re.compile(r"[ ]?(?:[(/\[]|,? (?:or|i\.e\.|that is|which is),?)[ ]?", re.IGNORECASE)
_MONTHS = 12
_AND_AGAIN = frozenset({"and", "other", "at"})
_TO = frozenset({"to", "dash", "by", "and"})


@dataclass(frozen=True, slots=True)
class Links:
    """Positions of expressions, by the position of their partner."""

    same: dict[int, int]
    """Second form to first: ``12:32 PM PST (1:50 AM IST)``; chains lead to the first."""
    ranges: dict[int, int]
    """End to beginning: ``from 9:06 to 9:59 PT``."""
    days: dict[int, int]
    """Clock to the next, whose day it shares: ``at 9 a.m. and again at noon on Tuesday``."""


def link(text: str, found: Sequence[Token], items: Sequence[Expression]) -> Links:
    """Return how neighbouring expressions belong together."""
    same: dict[int, int] = {}
    ranges: dict[int, int] = {}
    days: dict[int, int] = {}
    for index in range(1, len(items)):
        left, right = items[index - 1], items[index]
        if left.instant or right.instant:
            continue
        if left.meaning.clock and right.meaning.clock:
            if _same_moment(text, left, right):
                same[index] = same.get(index - 1, index - 1)
            elif _is_range(found, left, right):
                ranges[index] = index - 1
            elif _shares_day(found, left, right):
                days[index - 1] = index
        elif _is_dates(left.meaning, right.meaning) and _is_range(found, left, right):
            ranges[index] = index - 1
    return Links(same, ranges, days)


def _same_moment(text: str, left: Expression, right: Expression) -> bool:
    first, second = left.meaning.clock, right.meaning.clock
    if first is None or second is None or not second.zone:
        return False
    if first.zone is None:  # "3:05 p.m. (1905 GMT)": on the clocks where it happened
        return text[left.end : right.start] == " ("
    if first.zone == second.zone or zones.readings(first.zone) == zones.readings(second.zone):
        return False
    return len(text[left.end : right.start]) < 20 and bool(
        _SAME.fullmatch(text[left.end : right.start])
    )


def _shares_day(found: Sequence[Token], left: Expression, right: Expression) -> bool:
    """Whether a clock without a day stands before another that has one, but for "and again at"."""
    if left.meaning.dated or not right.meaning.dated or right.first - left.last > len(_AND_AGAIN):
        return False
    between = [token.kind for token in found[left.last : right.first]]
    return between[:1] == ["and"] and _AND_AGAIN.issuperset(between)


def _is_dates(left: Meaning, right: Meaning) -> bool:
    """Whether both are dates without a time of day."""
    return bool(
        (left.calendar and right.calendar)
        and not (right.clock or left.part or right.part)
        and (left.clock is None or left.calendar.weekday)
    )


def _is_range(found: Sequence[Token], left: Expression, right: Expression) -> bool:
    between = [token.kind for token in found[left.last : right.first]]
    between = [kind for kind in between if kind not in ("on", "at", "approx", "edge", "comma")]
    if len(between) == 2 and between[1] == "by":  # "between nine and until ten"
        between.pop()
    if between == ["dash", "to", "dash"]:  # "January-to-March"
        between = ["to"]
    if between in (["and"], ["or"]) and _is_weekday(left) and _is_weekday(right):
        return True
    if len(between) != 1 or between[0] not in _TO:
        return False
    before = found[left.first - 1].kind if left.first else ""
    return between[0] in ("to", "dash", "by") or before == "between"


def _is_weekday(item: Expression) -> bool:
    """Whether a weekday alone: of two, as in "Monday and Tuesday", the second is the later."""
    calendar = item.meaning.calendar
    return calendar is not None and calendar == Calendar(weekday=calendar.weekday)


def complete(items: Sequence[Expression], links: Links) -> list[Expression]:
    """Return the expressions with what one end of a range lends the other: am or pm, zone, year."""
    done = list(items)
    for last, first in links.ranges.items():
        begin, end = _ends(done[first].meaning, done[last].meaning)
        done[first] = done[first]._replace(meaning=begin)
        done[last] = done[last]._replace(meaning=end)
    return done


def _ends(begin: Meaning, end: Meaning) -> tuple[Meaning, Meaning]:
    if begin.calendar and end.calendar:
        start, stop = _dates(begin.calendar, end.calendar)
        shift = begin.shift or (end.shift if start.weekday else None)
        begin = begin._replace(calendar=start, shift=shift)  # "Monday to Thursday last week"
        end = end._replace(calendar=stop)
    if begin.clock and end.clock:
        first, last = _halves(begin.clock, end.clock)
        zone = first.zone or last.zone
        first, last = first._replace(zone=zone), last._replace(zone=last.zone or zone)
        begin, end = begin._replace(clock=first), end._replace(clock=last)
    return begin, end


def _dates(begin: Calendar, end: Calendar) -> tuple[Calendar, Calendar]:
    """Return both dates with the month and year that one alone states."""
    if begin.numbers and end.numbers:
        return _ordered(begin, end.numbers), _ordered(end, begin.numbers)
    if begin.day and end.day:
        begin = begin._replace(month=begin.month or end.month)
        end = end._replace(month=end.month or begin.month)
        if begin.month is None and begin.months is None:  # "the 3rd to the 5th of this month"
            begin = begin._replace(months=end.months)
    if begin.quarter and end.quarter and not begin.year and end.year:
        begin = begin._replace(year=end.year - (begin.quarter > end.quarter))
    if begin.month and end.month and end.years is not None and begin.years is None:
        begin = begin if begin.year else begin._replace(years=end.years)
    if begin.month and end.month:
        over = begin.month > end.month
        if not begin.year and end.year:
            begin = begin._replace(year=end.year - over)
        elif begin.year and not end.year:
            end = end._replace(year=begin.year + over)
    return begin, end


def _ordered(date: Calendar, other: tuple[int, int]) -> Calendar:
    """Return a date of figures in the order that the other end of its range can only have."""
    first, second = date.numbers or (1, 1)
    if max(first, second) > _MONTHS or max(other) <= _MONTHS:
        return date
    month, day = (second, first) if other[0] > _MONTHS else (first, second)
    return date._replace(numbers=None, month=month, day=day)


def _halves(begin: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Return both ends with am or pm where one alone has it; the shorter way from begin to end."""
    if begin.half is None and end.half and 1 <= begin.hour <= 12:
        same = begin._replace(half=end.half, bare=False)
        other = same._replace(half="am" if end.half == "pm" else "pm")
        begin = same if minutes(same) <= minutes(end) else other
    elif end.half is None and begin.half and 1 <= end.hour <= 12:
        same = end._replace(half=begin.half, bare=False)
        other = same._replace(half="am" if begin.half == "pm" else "pm")
        end = same if minutes(same) >= minutes(begin) else other
    return begin, end


def minutes(clock: Clock) -> int:
    """Return the minutes since midnight that a clock time stands for."""
    return hour_of(clock) * 60 + (clock.minute or 0)


def hour_of(clock: Clock) -> int:
    """Return the hour, 0 to 23, of a clock time.

    >>> hour_of(Clock(hour=12, half="am")), hour_of(Clock(hour=4, half="pm"))
    (0, 16)
    """
    if clock.half is None:
        return clock.hour
    return clock.hour % 12 + (12 if clock.half == "pm" else 0)
