"""Days and stretches told from here: ``last week``, ``next Friday``, ``tonight``, ``that day``."""

from __future__ import annotations

from typing import Literal

from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.spans import amount_of, duration, unit_of
from nlp.times.timexes import Calendar, Meaning, Nth, Shift, TimexType

_WEEKDAYS = ("weekday", "weekday_or_word")
_DIRECTIONS = ("last", "previous", "past", "next", "coming", "this")


def dated(calendar: Calendar | None = None, **fields: str | Shift | None) -> Meaning:
    """Return the meaning of a date, or of a part of it."""
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


def direction(found: Tokens) -> int | None:
    """Return -1 for last, 0 for this, 1 for next."""
    return number_of(found, *_DIRECTIONS)


def _weekday(found: Tokens) -> Meaning | None:
    calendar = Calendar(weekday=number_of(found, *_WEEKDAYS), direction=direction(found))
    if of_kind(found, "coming"):
        calendar = calendar._replace(direction=None, nth=Nth("W", 1))
    return dated(calendar, part=_part(found))


def _counted_weekday(found: Tokens) -> Meaning | None:
    """``two Sundays ago``."""
    weekday = of_kind(found, *_WEEKDAYS, "weekdays")
    amount = amount_of(found[:-2])
    if weekday is None or not amount:
        return None
    which = int(amount) * (-1 if found[-1].kind == "ago" else 1)
    return dated(Calendar(weekday=int(weekday.value), nth=Nth("W", which)))


def _second(found: Tokens) -> Meaning | None:
    """``the week after next``, ``the Friday before last``, ``the night before last``."""
    which = 2 if found[-1].kind == "next" else -2
    weekday = number_of(found, *_WEEKDAYS)
    if weekday:
        return dated(Calendar(weekday=weekday, nth=Nth("W", which)))
    unit = unit_of(found[-3])
    return None if unit.startswith("T") else dated(shift=Shift(unit, which), part=_part(found))


def _this_coming(found: Tokens) -> Meaning | None:
    """``this coming Friday``, ``this past weekend``."""
    weekday = number_of(found, *_WEEKDAYS)
    which = 1 if of_kind(found, "next", "coming") else -1
    if weekday is None and unit_of(found[-1]) == "WE":
        return dated(shift=Shift(unit="WE", amount=min(which, 0)))
    if weekday is None:
        return _relative(found[1:])
    return dated(Calendar(weekday=weekday, nth=Nth("W", which)))


def _weekday_of_week(found: Tokens) -> Meaning | None:
    weekday = number_of(found, *_WEEKDAYS)
    return dated(Calendar(weekday=weekday), shift=Shift(unit="W", amount=direction(found) or 0))


def _day_word(found: Tokens) -> Meaning | None:
    amount = number_of(found, "day_word") or 0
    return dated(shift=Shift(unit="D", amount=amount), part=_part(found))


def _tonight(found: Tokens) -> Meaning | None:
    part = "EV" if number_of(found, "tonight") else "NI"
    return dated(shift=Shift(unit="D", amount=0), part=part)


def _part_of_day(found: Tokens) -> Meaning | None:
    """``this morning``, ``last night``, ``the next morning``."""
    amount = direction(found) or 0
    origin = _direction_origin(found)
    return dated(shift=Shift(unit="D", amount=amount, origin=origin), part=_part(found))


def _direction_origin(found: Tokens) -> Literal["writing", "story"]:
    return "story" if of_kind(found, "the", "same") else "writing"


def _relative(found: Tokens) -> Meaning | None:
    """``last week``, ``this year``, ``the next day``, ``that day``, ``the day before``."""
    unit = unit_of(found[-1] if found[-1].kind in ("unit", "night") else found[-2])
    if unit.startswith("T"):
        return None
    if unit == "D" and len(found) == 2 and found[0].kind == "last":
        return None  # "on her last day"
    lasting = of_kind(found, "past") or (of_kind(found, "the") and of_kind(found, "last"))
    if lasting and unit != "WE":
        return Meaning(type="DURATION", value=duration(1, unit))
    direction = number_of(found, *_DIRECTIONS, "same")
    if direction is None:
        direction = -1 if of_kind(found, "before") else 1
    story = of_kind(found, "the", "same", "before", "after") is not None
    if unit == "D":
        story = of_kind(found, "this") is None
    return dated(shift=Shift(unit=unit, amount=direction, origin="story" if story else "writing"))


def _fiscal_year(found: Tokens) -> Meaning | None:
    """``the previous fiscal year``."""
    return dated(shift=Shift(unit="Y", amount=direction(found) or 0))


def _of_now(found: Tokens) -> Meaning | None:
    """``the end of the year``, ``early in the week``: of the running one."""
    unit = unit_of(found[-1])
    if unit.startswith("T"):
        return None
    return weekend(found) if unit == "WE" else dated(shift=Shift(unit=unit, amount=0))


def weekend(found: Tokens) -> Meaning | None:
    """``over the weekend``: the latest; no other unit says so much by itself."""
    return dated(Calendar(weekend=True)) if unit_of(found[-1]) == "WE" else None


def _coarse(found: Tokens) -> Meaning | None:
    """``for the quarter``, ``during the week``: the running one; not ``for the day``."""
    return _of_now(found) if unit_of(found[-1]) in ("W", "M", "Q", "Y") else None


def _end_of(found: Tokens) -> Meaning | None:
    """``year-end``, ``year-end 2018``."""
    year, unit = number_of(found, "year"), str(found[0].value)
    if year:
        return dated(Calendar(year=year)) if unit == "Y" else None
    return dated(shift=Shift(unit=unit, amount=0))


def recent(found: Tokens) -> Meaning | None:
    """``recent weeks``, ``the past``."""
    return Meaning(type="DATE", value="PAST_REF")


def _weekdays(found: Tokens) -> Meaning | None:
    if found[0].kind == "unit" and unit_of(found[0]) not in _DAYS:
        return None
    day = _DAYS.get(str(found[0].value), f"-{found[0].value}" if found[0].value else "")
    part = of_kind(found, "parts")
    return Meaning(type="SET", value=f"XXXX-WXX{day}{f'T{part.value}' if part else ''}")


def loose_part(found: Tokens) -> Meaning | None:
    """``by evening``, which is a time only where something says so."""
    return Meaning(type="TIME", part=_part(found))


_DAYS = {"D": "", "WE": "-WE"}
"""Of which units the mornings come again: ``weekend mornings``."""
DIRECTION = "(last|previous|NEXT|this)"
"""In front of a weekday or month."""

RULES = (
    Rule("weekday", "(FIGURE|a) (weekday|weekdays) (ago|hence)", _counted_weekday),
    Rule(
        "weekday",
        "the? (unit|night|WEEKDAY) ((after next)|(before last)) "
        "(?!WEEKDAY|UNIT|MONTH|SEASON|FIGURE)",
        _second,
    ),
    Rule("weekday", "this (past|NEXT) (unit|WEEKDAY)", _this_coming),
    Rule("weekdays", "weekdays|((WEEKDAY|unit) parts)", _weekdays),
    Rule("weekday", "WEEKDAY of? the? (last|previous|NEXT|this) unit", _weekday_of_week),
    Rule("weekday", f"(MOD on? the?)? {DIRECTION}? weekday PART?", _weekday),
    Rule("weekday", f"the? {DIRECTION} WEEKDAY PART?", _weekday),
    Rule("weekday", "MOD on? WEEKDAY PART?", _weekday),
    Rule("today", "MOD? day_word PART?", _day_word),
    Rule("tonight", "MOD? tonight", _tonight),
    Rule("part", "the? MOD dash? (part|night)", loose_part),
    Rule("part", "whole (part|night)", loose_part),
    Rule("part", "MOD? the? (WHICH|same) PART", _part_of_day),
    Rule("relative", "MOD? the? same? (WHICH|same) unit", _relative),
    Rule("relative", "MOD? the? WHICH fiscal (?!year|num|quote)", _fiscal_year),
    Rule("relative", "MOD (dash|in)? the? unit", _of_now),
    Rule("relative", "(?<=(for|of|in)) the unit (?!before|after|since|dash|year)", _coarse),
    Rule("end", "unit_end (of? year)?", _end_of),
    Rule("relative", "the? recent (units|unit)", recent),
    Rule("relative", "the past (?=stop|comma|gap)", recent),
    Rule("relative", "the unit (before|after) (?=stop|comma|gap|rpar)", _relative),
)
