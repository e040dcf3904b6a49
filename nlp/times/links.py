"""How clock times belong together: as two forms of one moment, or as the ends of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.times import zones
from nlp.times.timexes import Calendar, Clock, Expression
from nlp.times.tokens import Token

_SAME = re.compile(r"[ ]?(?:[(/\[]|,? (?:or|i\.e\.|that is|which is),?)[ ]?", re.IGNORECASE)
_TO = frozenset({"to", "dash", "by", "and"})


@dataclass(frozen=True, slots=True)
class Links:
    """Positions of expressions, by the position of their partner."""

    same: dict[int, int]
    """Second form to first: ``12:32 PM PST (1:50 AM IST)``; chains lead to the first."""
    ranges: dict[int, int]
    """End to beginning: ``from 9:06 to 9:59 PT``."""


def link(text: str, found: Sequence[Token], items: Sequence[Expression]) -> Links:
    """Return how neighbouring expressions belong together."""
    same: dict[int, int] = {}
    ranges: dict[int, int] = {}
    for index in range(1, len(items)):
        left, right = items[index - 1], items[index]
        if not (left.meaning.clock and right.meaning.clock) or left.instant or right.instant:
            continue
        if _same_moment(text, left, right):
            same[index] = same.get(index - 1, index - 1)
        elif _is_range(found, left, right):
            ranges[index] = index - 1
    return Links(same, ranges)


def _same_moment(text: str, left: Expression, right: Expression) -> bool:
    first, second = left.meaning.clock, right.meaning.clock
    if first is None or second is None or not first.zone or not second.zone:
        return False
    if first.zone == second.zone or zones.readings(first.zone) == zones.readings(second.zone):
        return False
    return len(text[left.end : right.start]) < 20 and bool(
        _SAME.fullmatch(text[left.end : right.start])
    )


def _is_range(found: Sequence[Token], left: Expression, right: Expression) -> bool:
    between = [token.kind for token in found[left.last : right.first]]
    between = [kind for kind in between if kind not in ("on", "at", "approx", "comma")]
    if len(between) == 2 and between[1] == "by":  # "between nine and until ten"
        between.pop()
    if len(between) != 1 or between[0] not in _TO:
        return False
    before = found[left.first - 1].kind if left.first else ""
    return between[0] in ("to", "dash", "by") or before == "between"


def complete(items: Sequence[Expression], links: Links) -> list[Expression]:
    """Return the expressions with what one end of a range lends the other: am or pm, zone, year."""
    done = list(items)
    for last, first in links.ranges.items():
        begin, end = done[first].meaning.clock, done[last].meaning.clock
        if begin is None or end is None:
            continue
        begin, end = _halves(begin, end)
        zone = begin.zone or end.zone
        begin, end = begin._replace(zone=zone), end._replace(zone=end.zone or zone)
        calendar = _in_year(done[first].meaning.calendar, done[last].meaning.calendar)
        meaning = done[first].meaning._replace(clock=begin, calendar=calendar)
        done[first] = done[first]._replace(meaning=meaning)
        done[last] = done[last]._replace(meaning=done[last].meaning._replace(clock=end))
    return done


def _in_year(begin: Calendar | None, end: Calendar | None) -> Calendar | None:
    """Return the date of a beginning in the year that the end of its range states."""
    if not begin or not end or not begin.month or begin.year or not end.year or not end.month:
        return begin
    return begin._replace(year=end.year - (begin.month > end.month))


def _halves(begin: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Return both ends with am or pm where one alone has it; the shorter way from begin to end."""
    if begin.half is None and end.half and 1 <= begin.hour <= 12:
        same = begin._replace(half=end.half)
        other = begin._replace(half="am" if end.half == "pm" else "pm")
        begin = same if minutes(same) <= minutes(end) else other
    elif end.half is None and begin.half and 1 <= end.hour <= 12:
        same = end._replace(half=begin.half)
        other = end._replace(half="am" if begin.half == "pm" else "pm")
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
