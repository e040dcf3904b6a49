"""What a number counts: the unit's word behind it, or before it with a verb of moving between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.entries import load
from nlp.words.lexicons import Counts
from nlp.words.notation import WORD, alternation
from nlp.words.phrases import Hit, Phrases

_SP = r"[ \t\xa0-]{1,2}|\r?\n(?!\s)"
_STEP = re.compile(rf"(?:{_SP})(?P<word>{WORD.pattern})(?:&\w{{1,9}})?")
_OF = re.compile(rf"(?:{_SP})of\b(?: (?:all )?(?:the|those)\b)?", re.IGNORECASE)
_THEM = re.compile(rf"(?:{_SP})of (?:them|those|us)\b", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\b[A-Z]\w*\s(?:and|or)\s[A-Z]")
_MODIFIERS = 4
"""How many words may stand between a number and what it counts."""
_PERCENT = re.compile(r"\s?%|[ \t\xa0-](?:per[ -]?cent|pc|percentage points?)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[ \t\xa0-](?:US )?(?:dollars?|euros?|pounds?|rupees?|yen|yuan|USD|EUR|GBP|INR)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[.;:!?,\n(]")
_SUFFERING = re.compile(r"\b(?:affected|impacted|without|hit|lost|disrupted)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:reports?|complaints?|submissions)\s(?:from|by)\s?$", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:figures?|numbers?|tally|counts?|totals?|volumes?|spike|peak)\b", re.IGNORECASE
)
_BACK = 110
"""How far before a number its unit may stand, in characters."""
_SPOKEN = 300
"""How far before a number that moved the figure may stand that moved."""
_PUT = re.compile(r"\b(?:at|as|be)\s$", re.IGNORECASE)
TROUBLES = "troubles"
"""The unit of outages and problems: a hundred of them are reports of one."""
_REPORTLIKE = ("reports", "complaints")
Told = Sequence[tuple[int, str]]
"""Where the last numbers before one end that count something, and what they count."""
_NEAR = 40
"""How far before a number its verb may begin."""
_SENTENCE_END = re.compile(r"(?<![ap]\.m)[.!?]\s+(?=[A-Z\"“])|[;\n]")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and where its words end (where the number ends, if they stand before)."""

    unit: str
    end: int


def after(text: str, end: int) -> Counted | None:
    """Return what the words behind a number that ends at ``end`` say that it counts, or none."""
    for pattern, unit in ((_PERCENT, "percent"), (_MONEY, "money")):
        match = pattern.match(text, end)
        if match:
            return Counted(unit, match.end())
    return things(text, end)


def things(text: str, end: int) -> Counted | None:
    """Return the things, if any, that the words behind a number count: reports, users, sites …"""
    them = _THEM.match(text, end)
    if them:
        return Counted(_told(text, _lexicon().people[0], them.end()), them.end())
    place = of.end() if (of := _OF.match(text, end)) else end
    audience = False
    for _ in range(_MODIFIERS + 1):
        step = _STEP.match(text, place)
        if not step:
            return None
        word = step["word"].lower().replace("’", "'")
        hit = _units().at(text, step.start("word"), word)
        if hit:
            hit = _head(text, hit)
            unit = _told(text, hit.item, hit.end)
            if unit in _lexicon().people and (audience or _using().match(text, hit.end)):
                unit = "audience"
            return Counted(unit, hit.end)
        if word in _stops() and not _is_named(text, step.start("word"), step.end()):
            return None
        audience = audience or bool(_audience().match(word))
        place = step.end()
    return None


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a little word is part of names: AT&T, "Halifax and Lloyds customers"."""
    if text[start : start + 2].isupper() and "&" in text[start:end]:
        return True
    return bool(_BETWEEN_NAMES.search(text, max(0, start - 24), end + 2))


def _head(text: str, hit: Hit[str]) -> Hit[str]:
    """Return the noun that a unit in the singular only describes: reports in “user reports”."""
    step = _STEP.match(text, hit.end)
    if not step or text[hit.end - 1] in "se":
        return hit
    return _units().at(text, step.start("word"), step["word"].lower()) or hit


def before(text: str, start: int, told: Told) -> str | None:
    """Return what a bare number at ``start`` counts, from the words before it, or none.

    ``told``: where the last numbers before it end, and what they count: a figure that fell to 900,
    or an estimate that is put at 900, is one of those.
    """
    low = max(0, start - _NEAR)
    moved = _moves().search(text, low, start)
    put = None if moved else _PUT.search(text, low, start)
    if not (moved or put):
        return None
    first = max(0, start - _BACK)
    for stop in _SENTENCE_END.finditer(text, first, start):
        first = stop.end()
    figure = _FIGURE.search(text, first, start)
    if put and not figure:
        return None
    begun = _units().beginning(text, first, moved.start() if moved else start)
    hits = [hit for hit in begun if hit.item != TROUBLES]
    if hits and not (told and told[-1][0] > hits[-1].end):
        return hits[-1].item
    if told and told[-1][0] > first:
        return told[-1][1]
    if figure and told:
        return told[-1][1]
    return _spoken(text, start, told)


def _spoken(text: str, start: int, told: Told) -> str | None:
    """Return the unit of the reports that were counted last, close before an offset."""
    last = next((one for one in reversed(told) if one[1] in _REPORTLIKE), None)
    if last is None or start - last[0] > _SPOKEN or "\n\n" in text[last[0] : start]:
        return None
    return last[1]


def is_reported_by(text: str, start: int) -> bool:
    """Whether the words that end at ``start`` say that people's reports follow."""
    return bool(_FROM.search(text[max(0, start - 24) : start]))


def without_move(between: str) -> str:
    """Return the words between two numbers without the verb of moving that ends them, if any."""
    moved = _moves().search(between)
    return between[: moved.start()] if moved else between


def is_served(text: str, start: int) -> bool:
    """Whether the words that end at ``start`` say that a service has the people that follow."""
    return bool(_serving().search(text, max(0, start - _NEAR), start))


def _told(text: str, unit: str, end: int) -> str:
    """Return ``reports`` for people who go on to report, else the unit."""
    if unit not in _lexicon().people:
        return unit
    part = _PART.split(text[end : end + 64], maxsplit=1)[0]
    told = _reporting().search(part)
    if told and not _SUFFERING.search(part, 0, told.start()):
        return "reports"
    return unit


@cache
def _lexicon() -> Counts:
    return load("counts", Counts)


@cache
def _units() -> Phrases[str]:
    return Phrases((word, unit.unit) for unit in _lexicon().unit for word in unit.words)


@cache
def _stops() -> frozenset[str]:
    return frozenset(_lexicon().stops)


@cache
def _audience() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(_lexicon().audience)})$", re.IGNORECASE)


@cache
def _serving() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().serving)})\s$", re.IGNORECASE)


@cache
def _using() -> re.Pattern[str]:
    words = alternation(_lexicon().using)
    return re.compile(rf"\s(?:who\s|worldwide\s|globally\s)?(?:{words})\b", re.IGNORECASE)


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().reporting)})\b", re.IGNORECASE)


@cache
def _moves() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().moves)})\s{{0,2}}$", re.IGNORECASE)
