"""How the words around a number bound it: more than 900, nearly 900, 900 or more.

"Never more than 310" bounds from above; what a figure "shot up to" is no bound at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nlp.entries import load
from nlp.words.lexicons import Counts
from nlp.words.notation import alternation, endings

OR_MORE = re.compile(r"\+|[ -]plus\b|[ \t](?:or|and) (?:more|counting)\b", re.IGNORECASE)
_OR_SO = re.compile(r"[ \t]or so\b|-odd\b", re.IGNORECASE)
OR_LESS = re.compile(r"[ \t]or (?:fewer|less)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_NEVER = re.compile(r"(?:\b(?:never|not|without)|n['’]t)\s(?:\w{2,12}\s){0,2}$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:shot|went|gone|goes|go|jump\w*|climb\w*|rose|risen|crept|spik\w+|soar\w*|surg\w+|back"
    r"|built|ramp\w*|swell\w*)\s$",
    re.IGNORECASE,
)
_LOOK = 40


def tail(text: str, end: int) -> int:
    """Return the end of a number with the words behind it that bound it, if any."""
    found = OR_MORE.match(text, end) or OR_LESS.match(text, end) or _OR_SO.match(text, end)
    return found.end() if found else end


@lru_cache(maxsize=64)
def bound(text: str, start: int) -> tuple[int, str]:
    """Return where the words begin that bound the number at ``start``, and how they bound it.

    Kept for the last few numbers: several ask of each.
    """
    if not text[start - 1 : start].isspace():
        return start, ""
    first = max(0, start - _LOOK)
    if not text[first:start].rstrip().lower().endswith(_endings()):
        return start, ""
    for kind, pattern in _bounds():
        match = pattern.search(text, first, start)
        if match:
            return _as_meant(text, match, kind)
    match = BETWEEN.search(text, first, start)
    return (match.start(), "range") if match else (start, "")


def _as_meant(text: str, match: re.Match[str], kind: str) -> tuple[int, str]:
    before = text[max(0, match.start() - _LOOK) : match.start()]
    if kind == "min" and _NEVER.search(before):
        return match.start(), "max"
    if kind == "max" and match[0].lower().startswith("up to") and _MOVED.search(before):
        return match.end(), ""
    return match.start(), kind


@cache
def _endings() -> tuple[str, ...]:
    """Return what stands before a number that is bounded: few are."""
    lexicon = load("counts", Counts)
    return endings([*lexicon.maximum, *lexicon.minimum, *lexicon.about, "between"])


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lexicon = load("counts", Counts)
    return tuple(
        (kind, re.compile(rf"\b(?:{alternation(phrases)})\s$", re.IGNORECASE))
        for kind, phrases in (
            ("max", lexicon.maximum),
            ("min", lexicon.minimum),
            ("about", lexicon.about),
        )
    )
