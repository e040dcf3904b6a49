"""How many of what: reports, users, sites, money … each with its bounds.

``13,000`` is 13,000; ``more than 13,000`` bounds from below, ``nearly 1,500`` and ``up to 20k``
from above; ``about 1,500`` is taken as 1,500; ``dozens`` is at least 24.
A part of a whole is in per cent. The span covers the bound, the number and the unit's words where
they follow. Durations, dates, times, codes and numbers in names are no counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.counts import bounds, elided, numbers, ranges, units
from nlp.counts.numbers import Amount
from nlp.entries import load
from nlp.mentions import Mention
from nlp.text.texts import text_of
from nlp.values import CountValue
from nlp.words.lexicons import Counts
from nlp.words.notation import NUMBER, alternation, endings
from nlp.words.openings import surface

_CURRENCY = re.compile(r"(?:(?:US|A|C|HK|NZ|S)?[$€£₹¥]|\b(?:Rs\.?|USD|EUR|GBP|INR))\s?$")
_UP_TO = re.compile(r"\s(?:up\s)?to\s", re.IGNORECASE)
_CHAIN = re.compile(
    r"(?:\s(?:for|from|on|with|in)\s(?:the\s)?(?-i:[A-Z])[\w'’-]{0,20}(?:\s(?-i:[A-Z])[\w'’-]{0,20}){0,2})?[\s,–—-]{0,3}(?:(?:and|or|but|then|before|later|to|from|at)\b\s?){0,4}$",
    re.IGNORECASE,
)
_ODDS = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine)\s(?:in|out of)\s(?:every\s)?$",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"(?:[\w)\]][-–—/:.,'’&]|[#@_/:.])$")
_YEAR_BEFORE = re.compile(
    r"\b(?:(?i:in|since|of|by|from|during|until|till|early|mid|late|before|after|year|spring"
    r"|summer|autumn|fall|winter)|\d{1,2}(?:st|nd|rd|th)?|[A-Z][a-z]{2,8}),?[\s-]$"
)
_EVENT = re.compile(
    r"\s(?:[\w'’.-]{1,30}\s){0,2}(?:outage|incident|disruption|crash|failure|glitch|meltdown)\b",
    re.IGNORECASE,
)
"""One event: a year stands before it, as in "the 2011 network outage"."""
_HOUR_BEFORE = re.compile(
    r"\b(?:at|since|by|until|till|before|after|around|from)\s$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"\b(?P<name>[A-Z]\w{0,30})\s$")
_CODE = re.compile(r"[ \t-](?:errors?|internal|status|bad|gateway|HTTP)\b", re.IGNORECASE)
_WORD_NEXT = re.compile(r"[ \t-][^\W\d_]")
_TO_NUMBER = re.compile(r"[-–—]\d")
_REPORTLIKE = frozenset({"reports", "complaints"})
_LOOK = 40
_RECENT = 8
_FEW = 10
_MANY = 100
_HANDFUL = 100


class _Count(NamedTuple):
    """A number on its way to be a mention."""

    start: int
    end: int
    amount: Amount
    unit: str | None
    rule: str


def find(doc: Doc) -> list[Mention]:
    """Return the counts in the text, in order, none overlapping, each with unit and value."""
    text = text_of(doc)
    found: list[_Count] = []
    of = surface(text)
    for (start, word), known_by in zip(of.words, of.seconds, strict=False):
        if not (known_by == NUMBER or word in numbers.STARTERS):
            continue
        if found and start < found[-1].end:
            continue
        if word not in elided.VAGUE and text[start].isupper() and not _begins(text, start):
            continue  # Three, the carrier; Fifty, the film.
        count = _at(text, start, found)
        if count:
            _lend_unit(text, found, count)
            found.append(count)
    return [_mention(text, count) for count in found if count.unit]


def _begins(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at an offset."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n–—"


def _at(text: str, start: int, found: Sequence[_Count]) -> _Count | None:
    """Return the count whose number begins at ``start``; its unit may still be unknown."""
    last = found[-1] if found else None
    if text[start] in "aA" and not numbers.may_begin_with_a(text, start):
        return None
    part = None if text[start].isdecimal() else numbers.fraction(text, start)
    if part:
        whole = units.things(text, part.end)
        if not whole:
            return None
        return _Count(start=start, end=whole.end, amount=part, unit="percent", rule="counts:part")
    amount = numbers.read(text, start)
    if not amount or _is_glued(text, amount) or _ODDS.search(text, max(0, start - 24), start):
        return None
    ranged = ranges.read(text, amount)
    tail = bounds.tail(text, ranged.end)
    counted = units.after(text, tail)
    money = _CURRENCY.search(text, max(0, start - 6), start)
    if money:
        start, counted = money.start(), units.Counted("money", tail)
    if counted and not money and _is_no_count(text, amount, tail, counted):
        return None
    rule = "counts:range" if ranged != amount else "counts:number"
    if counted:
        unit = "reports" if counted.unit == units.TROUBLES else counted.unit
        if unit in _lexicon().people and last and _is_them(text, tail, last):
            unit = last.unit or unit
        elif unit in _lexicon().people:
            unit = _of_people(text, _first(text, start), unit)
        return _Count(start=start, end=counted.end, amount=ranged, unit=unit, rule=rule)
    return _times(text, ranged) or _bare(text, ranged, found, rule)


def _times(text: str, amount: Amount) -> _Count | None:
    """Return how often something was done, if a number says so: downloaded 3 million times."""
    acts = elided.acts(text, _first(text, amount.start), amount)
    if not acts:
        return None
    unit, end = acts
    return _Count(start=amount.start, end=end, amount=amount, unit=unit, rule="counts:times")


def _of_people(text: str, start: int, unit: str) -> str:
    """Return what a number of people counts, by the words right before it."""
    if units.is_reported_by(text, start):
        return "reports"
    return "audience" if units.is_served(text, start) else unit


def _is_them(text: str, end: int, last: _Count) -> bool:
    """Whether a number is of those counted before: 6,000 reports, 1,400 of them from Spain."""
    return last.unit in _REPORTLIKE and text.startswith(" of them", end)


def _bare(text: str, amount: Amount, found: Sequence[_Count], rule: str) -> _Count | None:
    """Return a number with no unit behind it, with the unit of what came before, if any."""
    last = found[-1] if found else None
    if _is_date_or_code(text, amount) or _CODE.match(text, amount.end):
        return None
    if not amount.plain and amount.low <= 12 and _HOUR_BEFORE.search(text, *_just_before(amount)):
        return None  # "Before nine"; figures may be lent what they count by the number behind.
    if not _ends_part(text, amount.end):
        return None
    first = _first(text, amount.start)
    told = [(count.end, count.unit) for count in found[-_RECENT:] if count.unit]
    unit = units.before(text, first, told)
    if not unit and first < amount.start:  # The bound may be the verb: "reports topped 900".
        unit = units.before(text, amount.start, told)
    if not unit and last and last.unit and first - last.end <= _LOOK:
        between = units.without_move(text[last.end : first])
        unit = last.unit if _CHAIN.match(between) else None
    if not unit:
        unit = elided.unit(text, first, amount, told)
    moved = "counts:moved" if unit else rule
    return _Count(start=amount.start, end=amount.end, amount=amount, unit=unit, rule=moved)


def _just_before(amount: Amount) -> tuple[int, int]:
    return max(0, amount.start - _LOOK), amount.start


def _ends_part(text: str, end: int) -> bool:
    """Whether the number is not followed by a word that it could count (“peaked at 3 hours”)."""
    return not _WORD_NEXT.match(text, end) or bool(_behind().match(text, end))


def _lend_unit(text: str, found: list[_Count], count: _Count) -> None:
    """Give a bare number right before a count its unit (“from 12,000 to 3,700 reports”)."""
    if not found or found[-1].unit or not count.unit:
        return
    between = text[found[-1].end : _first(text, count.start)]
    if len(between) > _LOOK or not _CHAIN.match(between):
        return
    if not _is_hour(text, found[-1]) or (_UP_TO.match(between) and count.amount.low >= _HANDFUL):
        found[-1] = found[-1]._replace(unit=count.unit)


def _is_hour(text: str, count: _Count) -> bool:
    """Whether a number without a unit is rather an hour: "at 10.40"."""
    before = text[max(0, count.start - _LOOK) : count.start]
    return count.amount.low <= 24 and bool(_HOUR_BEFORE.search(before))


def _is_glued(text: str, amount: Amount) -> bool:
    """Whether the number is a part of something longer: a date, a time, a name, a version."""
    if text[amount.start - 1 : amount.start] != " " and _GLUED_BEFORE.search(
        text, max(0, amount.start - 2), amount.start
    ):
        return True
    after = ranges.GLUED.match(text, amount.end)
    return bool(after) and not (
        bounds.OR_MORE.match(text, amount.end) or _TO_NUMBER.match(text, amount.end)
    )


def _is_no_count(text: str, amount: Amount, tail: int, counted: units.Counted) -> bool:
    """Whether a number and its noun are a name, a date, or some few who take part in a story."""
    if counted.unit == units.TROUBLES and amount.low < _MANY:
        return True
    if amount.low < _FEW and _parties().search(text, tail, counted.end):
        return True
    return _is_name(text, amount, counted.unit)


def _is_name(text: str, amount: Amount, unit: str) -> bool:
    """Whether the number is rather a date, an hour or a part of a name (“Windows 11 users”)."""
    if _is_date_or_code(text, amount):
        return True
    if not amount.plain or unit in {"percent", "money"}:
        return False
    before = text[max(0, amount.start - _LOOK) : amount.start]
    if amount.low <= 24 and _HOUR_BEFORE.search(before):
        return unit not in _REPORTLIKE
    name = _NAME_BEFORE.search(before) if amount.low < 1000 else None
    if name and name["name"].lower() not in _openers() and not bounds.bound(text, amount.start)[1]:
        return True
    return 400 <= amount.low < 600 and bool(_CODE.match(text, amount.end))


def _is_date_or_code(text: str, amount: Amount) -> bool:
    """Whether the words before make the number a year, a day of a month or a code."""
    if not amount.plain:
        return False
    before = text[max(0, amount.start - _LOOK) : amount.start]
    if text[amount.start : amount.end] in _lexicon().names and not _reporters(text, amount.end):
        return True
    if 1900 <= amount.low <= 2100 and (
        _YEAR_BEFORE.search(before) or _EVENT.match(text, amount.end)
    ):
        return True
    if not before.rstrip().rstrip(".").lower().endswith(_endings()):
        return False
    return _not_before().search(before) is not None


def _reporters(text: str, end: int) -> bool:
    counted = units.things(text, end)
    return counted is not None and counted.unit in _REPORTLIKE


def _mention(text: str, count: _Count) -> Mention:
    start, kind = bounds.bound(text, count.start)
    end, low, high = count.end, count.amount.low, count.amount.high
    suffix = text[count.amount.end : count.amount.end + 14]
    if kind == "min" or bounds.OR_MORE.match(suffix):
        high = None
    elif high is not None and (kind == "max" or bounds.OR_LESS.match(suffix)):
        low = -1
    end = max(end, bounds.tail(text, count.amount.end))
    value = CountValue(
        min=None if low < 0 else math.floor(low), max=None if high is None else math.ceil(high)
    )
    return Mention(
        label="COUNT",
        start=start,
        end=end,
        text=text[start:end],
        key=None,
        name=None,
        rule=count.rule,
        value=value,
        unit=count.unit,
    )


@cache
def _lexicon() -> Counts:
    return load("counts", Counts)


@cache
def _openers() -> frozenset[str]:
    return frozenset(_lexicon().openers)


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().parties)})$", re.IGNORECASE)


def _first(text: str, start: int) -> int:
    """Return where the words begin that bound the number at ``start``."""
    return bounds.bound(text, start)[0]


@cache
def _behind() -> re.Pattern[str]:
    words = alternation(_lexicon().behind)
    return re.compile(rf"[ \t-](?:(?:{words})\b|\w{{3,20}}ed\b)", re.IGNORECASE)


@cache
def _endings() -> tuple[str, ...]:
    return endings(_lexicon().not_before)


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().not_before)})\.?\s$", re.IGNORECASE)
