"""Text, made into time expressions: tokens, rules, and neighbours put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlp.times import clocks as times_clocks
from nlp.times import dates as times_dates
from nlp.times import days as times_days
from nlp.times import ordinals as times_ordinals
from nlp.times import periods as times_periods
from nlp.times import repetitions as times_repetitions
from nlp.times import shifts as times_shifts
from nlp.times import spans as times_spans
from nlp.times.figures import Token
from nlp.times.hours import with_hours
from nlp.times.rules import Grammar
from nlp.times.timexes import Calendar, Clock, Expression, Meaning, Shift
from nlp.times.tokens import tokens
from nlp.times.unanchored import clock_value

_TODAY = Shift("D", 0)
_DAWN = 5
_LEADS = frozenset({"in", "at", "by", "since", "until", "before"})
"""What stands before a part of a day that is a time by itself: ``by evening``."""
_DAY_AGAIN = re.compile(
    r"(?P<weekday>XXXX-(?:WXX(?:-\d)?|XX-\d\d))|XXXX-XX-XXT(?P<part>[A-Z]{2})|P1D"
)
"""SETs of days, which may have a clock."""
_BETWEEN = frozenset(
    {"comma", "at", "on", "of", "the", "in", "approx", "edge", "lpar", "sharp", "a"}
)
"""What may stand between the clock and the date of one moment."""


@cache
def grammar() -> Grammar:
    """Return the grammar of time expressions, compiled."""
    parts = (
        *(times_days, times_ordinals, times_clocks, times_repetitions, times_shifts),
        *(times_spans, times_periods, times_dates),
    )
    return Grammar([rule for part in parts for rule in part.RULES])


def expressions(text: str) -> tuple[list[Token], list[Expression]]:
    """Return the tokens of a text and the time expressions in it, in order, without overlap."""
    found = tokens(text)
    parsed = with_hours(text, found, list(grammar().parse(found)))
    joined = list(_join(found, parsed))
    return found, [
        item
        for item in joined
        if _stands_alone(found, item) and not text.startswith(".com", item.end)
    ]


def _join(found: list[Token], parsed: Iterator[Expression]) -> Iterator[Expression]:
    held: Expression | None = None
    for item in parsed:
        joined = held and _together(found, held, item)
        if joined:
            held = joined
            continue
        if held:
            yield _with_year(found, _with_zone(found, held))
        held = item
    if held:
        yield _with_year(found, _with_zone(found, held))


def _with_zone(found: list[Token], item: Expression) -> Expression:
    """Return a moment with the zone that stands behind its date, else before it.

    ``05:55 on 22 Jan 2020 UTC``, ``UTC 05:55``.
    """
    clock = item.meaning.clock
    if not clock or clock.zone:
        return item
    ahead = found[item.last : item.last + 3]
    bracketed = [token.kind for token in ahead] == ["lpar", "zone", "rpar"]
    size = 3 if bracketed else 1
    if ahead and ahead[size // 2].kind == "zone":
        item = item._replace(end=ahead[size - 1].end, last=item.last + size)
        return _in_zone(item, ahead[size // 2])
    before = found[item.first - 1] if item.first else None
    return _in_zone(item, before) if before and before.kind == "zone" else item


def _with_year(found: list[Token], item: Expression) -> Expression:
    """Return a moment with the year that stands behind its clock: ``14 June 17:43 2022``."""
    calendar = item.meaning.calendar
    ahead = found[item.last] if item.last < len(found) else None
    if not item.meaning.clock or not calendar or not calendar.day or calendar.year:
        return item
    if ahead is None or ahead.kind != "year":
        return item
    calendar = calendar._replace(year=int(ahead.value))
    meaning = item.meaning._replace(calendar=calendar)
    return item._replace(end=ahead.end, last=item.last + 1, meaning=meaning)


def _in_zone(item: Expression, zone: Token) -> Expression:
    clock = item.meaning.clock and item.meaning.clock._replace(zone=str(zone.value))
    return item._replace(meaning=item.meaning._replace(clock=clock))


def _together(found: list[Token], left: Expression, right: Expression) -> Expression | None:
    """Return two neighbours as one moment: the clock of the one, the date of the other."""
    if right.first - left.last > 3:
        return None
    between = [token.kind for token in found[left.last : right.first]]
    if between[:1] == ["rpar"] and left.first and found[left.first - 1].kind == "lpar":
        between.pop(0)  # "3:05 p.m. (1905 GMT) on Sunday"
    if not (_BETWEEN.issuperset(between) or _is_stamp(between, left.meaning, right.meaning)):
        return None
    if left.rule == "times:whole" and left.meaning.value == "P1D" and _is_day(right.meaning):
        return right._replace(start=left.start, first=left.first)  # "all day tomorrow"
    if "edge" in between and right.meaning.part:
        return None  # "at 8 p.m., shortly after nightfall"
    meaning = _union(left.meaning, right.meaning)
    if not between and (named := _close_of(right.meaning, left.meaning)):
        meaning = named  # "tomorrow EOD"
    if meaning is None or (meaning.type == "SET" and _ends_a_range(found, left)):
        return None
    return left._replace(
        end=right.end,
        last=right.last,
        rule=left.rule if left.meaning.clock or left.meaning.value else right.rule,
        meaning=meaning,
        approximate=left.approximate or right.approximate,
    )


def _is_stamp(between: list[str], left: Meaning, right: Meaning) -> bool:
    """Whether a dash parts a day from its clock time: ``May 6, 2026 - 09:40 UTC``."""
    day = left.calendar and left.calendar.day and not left.clock
    return between == ["dash"] and bool(day and right.clock and not right.calendar)


def _ends_a_range(found: list[Token], item: Expression) -> bool:
    """Whether a clock is the end of opening hours: ``9 a.m. to 5 p.m. daily``."""
    return item.first > 0 and found[item.first - 1].kind in ("to", "dash")


def _union(left: Meaning, right: Meaning) -> Meaning | None:
    """Return the meaning of both together, or ``None`` where they say the same kind of thing."""
    if left.value or right.value:
        return _repeated(left, right)
    if closing := _close_of(left, right) or _years_back(left, right):
        return closing
    if (left.clock and right.clock) or (left.part and right.part and left.part != right.part):
        return None
    calendar = _one_calendar(left.calendar, right.calendar)
    if left.dated and right.dated and calendar is None:
        return None
    clock, part = left.clock or right.clock, left.part or right.part
    if not clock and not part and not (left.calendar and right.calendar):
        return None
    shift = left.shift or right.shift
    if clock and part:
        clock, shift = _with_part(clock, part), _past_midnight(clock, part, shift)
        part = None
    return Meaning(
        type="TIME" if clock or part else "DATE",
        calendar=calendar or left.calendar or right.calendar,
        shift=shift,
        clock=clock,
        part=part,
    )


def _past_midnight(clock: Clock, part: str, shift: Shift | None) -> Shift | None:
    """Return the day of a clock time in a night, the end of which is of the next day.

    ``midnight tonight``, ``2 a.m. last night``.
    """
    early = clock.half == "am" and clock.hour % 12 < _DAWN
    if shift is None or part != "NI" or not early:
        return shift
    return shift._replace(amount=shift.amount + 1)


def _close_of(left: Meaning, right: Meaning) -> Meaning | None:
    """Return the day whose end is named before it: ``end of day Friday``, ``EOD tomorrow``."""
    if left.clock or left.part or left.shift != _TODAY:
        return None
    return right if _is_day(right) else None


def _is_day(meaning: Meaning) -> bool:
    """Whether a date names a day."""
    calendar, shift = meaning.calendar, meaning.shift
    if calendar:
        return bool(calendar.weekday or calendar.day)
    return shift is not None and shift.unit == "D"


def _years_back(left: Meaning, right: Meaning) -> Meaning | None:
    """Return the day, month or season of so many years ago: ``Thanksgiving two years ago``."""
    calendar, shift = left.calendar, right.shift
    if calendar is None or shift is None or left.shift or (shift.unit, shift.named) != ("Y", ""):
        return None
    if shift.origin != "writing" or calendar.year or calendar.years is not None:
        return None
    if not (calendar.month or calendar.season or calendar.holiday or calendar.quarter):
        return None
    return left._replace(calendar=calendar._replace(years=int(shift.amount), direction=None))


def _repeated(left: Meaning, right: Meaning) -> Meaning | None:
    """Return a day that comes again with its clock: ``at 7 every morning``."""
    again, told = (left, right) if left.type == "SET" else (right, left)
    day = _DAY_AGAIN.fullmatch(again.value or "") if again.type == "SET" else None
    if day is None or told.dated:
        return None
    if told.clock is None:
        return _in_part(day, told.part)
    clock = _with_part(told.clock, day["part"]) if day["part"] else told.clock
    prefix = day["weekday"] or "XXXX-XX-XX"
    return Meaning(type="SET", value=f"{prefix}T{clock_value(clock)}")


def _in_part(day: re.Match[str], part: str | None) -> Meaning | None:
    """Return a day that comes again with a part of it: ``every day at lunchtime``."""
    if part is None or day["part"]:
        return None
    return Meaning(type="SET", value=f"{day['weekday'] or 'XXXX-XX-XX'}T{part}")


def _one_calendar(left: Calendar | None, right: Calendar | None) -> Calendar | None:
    """Return a weekday and a date as one, or ``None``."""
    if left is None or right is None:
        return None
    day, date = (left, right) if left.weekday and not left.day else (right, left)
    if day.weekday and not day.month and not day.numbers and (date.day or date.numbers):
        return None if date.weekday else date._replace(weekday=day.weekday)
    return None


def _with_part(clock: Clock, part: str) -> Clock:
    """Return a clock time told am from pm by a part of the day: ``9 in the evening``."""
    if clock.half or not 1 <= clock.hour <= 12:
        return clock._replace(bare=False)
    late = part in ("AF", "EV") or (part == "NI" and 6 <= clock.hour <= 11)
    return clock._replace(half="pm" if late else "am", bare=False)


def _stands_alone(found: list[Token], item: Expression) -> bool:
    """Whether an expression that found no partner is a time by itself."""
    if item.rule != "times:loose" or item.meaning.clock or item.meaning.dated:
        return True
    before = found[item.first - 1] if item.first else None
    led = before is not None and (before.kind in _LEADS or _ends_a_night(found, item))
    return led or found[item.first].kind == "the" or item.meaning.part in ("NI", "MI")


def _ends_a_night(found: list[Token], item: Expression) -> bool:
    """Whether a part of a day stands behind another: ``from dusk to dawn``."""
    two = [token.kind for token in found[max(0, item.first - 2) : item.first]]
    return two in (["part", "to"], ["night", "to"])
