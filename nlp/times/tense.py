"""Which way the words around a time point: to what is to come, to what has been, to an end.

The words are data: ``data/lexicons/tenses.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from nlp import entries
from nlp.entries import Strict

Tense = Literal[-1, 0, 1]
"""Behind, not told, or ahead."""

_WORD = re.compile(r"\b[^\W\d_]+(?:'s)?")
_BEFORE = 70
"""How many characters before a time are asked where it points."""
_AFTER = 60
"""How many behind one that opens its sentence."""
_END_OF_SENTENCE = re.compile(r"[.;:!?\n–—]")
_STOP = re.compile(r"\n|(?<![ap]\.m)(?<![AP]\.M)\.(?=[\s\"”’)]|$)")
"""What ends a sentence or a line, not "10 a.m." or "9.30"."""
_UNTIL = frozenset({"until", "till"})
_OPENERS = frozenset(
    {
        "on",
        "in",
        "by",
        "at",
        "the",
        "this",
        "and",
        "but",
        "from",
        "early",
        "late",
        "between",
        "tonight",
        "today",
        "tomorrow",
    }
)
_MODALS = frozenset({"would", "should", "must"})
_THERE = (["on"], ["at"], ["open"], ["in"])
_BE = frozenset({"be", "been", "being", "get", "is", "are", "re", "am"})


class _Ahead(Strict):
    words: list[str]
    phrases: list[str]


class _Behind(Strict):
    words: list[str]
    weak: list[str]


class _Orders(Strict):
    words: list[str]


class _End(Strict):
    words: list[str]


class _Stays(Strict):
    words: list[str]


class _File(Strict):
    ahead: _Ahead
    orders: _Orders
    behind: _Behind
    end: _End
    stays: _Stays


class _Tenses(NamedTuple):
    """The words that point."""

    signs: dict[str, Tense]
    """Words by where they point; those in -ed besides."""
    strong: frozenset[str]
    """Those of them that decide, whatever stands farther from the time."""
    phrases: re.Pattern[str]
    """Phrases that point ahead."""
    heads: frozenset[str]
    """The first word of each of them."""
    ends: frozenset[str]
    stays: frozenset[str]
    """What is so now, and until a time that is to come."""
    orders: frozenset[str]
    """What opens a sentence that orders something."""


@cache
def _tenses() -> _Tenses:
    found = entries.load("tenses", _File)
    behind: dict[str, Tense] = dict.fromkeys([*found.behind.words, *found.behind.weak], -1)
    phrases = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in found.ahead.phrases
    )
    return _Tenses(
        signs=behind | dict.fromkeys(found.ahead.words, 1),
        strong=frozenset([*found.behind.words, *found.ahead.words]),
        phrases=re.compile(rf"\b(?:{phrases})\b"),
        heads=frozenset(phrase.split()[0] for phrase in found.ahead.phrases),
        ends=frozenset(found.end.words),
        stays=frozenset(found.stays.words),
        orders=frozenset(found.orders.words),
    )


class Lead(NamedTuple):
    """What some words say of a time beside them."""

    tense: Tense
    ends: bool
    """Whether they speak of an end."""
    opens: bool
    """Whether they are but the preposition with which a sentence may open."""
    lasts: bool = False
    """Whether they tell of what is, until a day to come."""
    now: bool = False
    """Whether they tell right before it of what is so on its day: "is 2 pm"."""


def points_ahead(text: str, start: int) -> bool:
    """Whether the words before a time speak of what is to come; "since" never does."""
    return _before(text, start).tense > 0


def points(text: str, start: int, end: int | None = None) -> Tense:
    """Return where the words before a time point; with its ``end``, where those behind it do.

    Those behind are asked only of a time that opens its sentence: "On Tuesday, it will".
    """
    lead = _before(text, start)
    if lead.lasts and end is not None and not lead.tense:
        return 1
    if lead.tense or end is None or not lead.opens:
        return lead.tense
    stop = _END_OF_SENTENCE.search(text, end, end + _AFTER)
    part = text[end : stop.start() if stop else end + _AFTER].lower()
    return _nearest(_signs(part, _WORD.findall(part)), first=True)


def opens(text: str, start: int) -> bool:
    """Whether nothing but a preposition stands before a time in its sentence."""
    return _before(text, start).opens


def tells_of_now(text: str, start: int) -> bool:
    """Whether the words right before a time tell of what is so on its day: "It's open 9 to 5"."""
    return _before(text, start).now


def tells_an_end(text: str, start: int) -> bool:
    """Whether the words before a time speak of an end, which follows what the story began with."""
    return _before(text, start).ends


@lru_cache(maxsize=64)
def _before(text: str, start: int) -> Lead:
    """Return what the words before a time say; each time is asked several times."""
    begin = _sentence(text, start)
    part = text[begin:start].lower()
    words = _WORD.findall(part)
    ends = not _tenses().ends.isdisjoint(words)
    if words and words[-1] == "since":
        return Lead(-1, ends, opens=False)
    opens = _OPENERS.issuperset(words)
    tense: Tense = 0 if opens else _nearest(_signs(part, words))
    if not tense and words and words[0] in _tenses().orders and begin > start - _BEFORE:
        tense = 1
    lasts = bool(words) and words[-1] in _UNTIL and _is_so_now(words)
    beside = words[-2:] if words[-1:] in _THERE else words[-1:]
    now = not tense and "m" not in beside and _is_so_now(beside)  # "at 3:05 p.m. on"
    return Lead(tense, ends, opens, lasts, now)


def _is_so_now(words: list[str]) -> bool:
    """Whether words tell of what is: "She's here"."""
    return any(word.endswith("'s") or word in _tenses().stays for word in words)


class _Sign(NamedTuple):
    at: int
    """Where it stands."""
    tense: Tense
    weak: bool = False
    """Whether any other goes before it."""


def _nearest(signs: list[_Sign], *, first: bool = False) -> Tense:
    """Return the tense of the last sign, or of the first; of a weak one, if there are but those."""
    strong = [sign for sign in signs if first or not sign.weak] or signs
    if not strong:
        return 0
    return (min(strong) if first else max(strong)).tense


def _signs(part: str, words: list[str]) -> list[_Sign]:
    """Return the words that point, among the words of a part of a sentence."""
    tenses = _tenses()
    found: list[_Sign] = []
    at, before, last = 0, "", ""
    for word in words:
        if found and _was(before, last, word):
            found[-1] = found[-1]._replace(tense=-1)
        if word in tenses.signs or (word[-2:] == "ed" and word[-3:] != "eed"):
            tense = tenses.signs.get(word, -1)
            at = part.find(word, at)
            if tense > 0 or last not in _BE:
                found.append(_Sign(at, tense, word not in tenses.strong))
        before, last = last, word
    if not tenses.heads.isdisjoint(words):
        found += [_Sign(match.start(), 1) for match in tenses.phrases.finditer(part)]
    return found


def _was(before: str, last: str, word: str) -> bool:
    """Whether words tell of what was though they begin as what is to come does.

    "Would not load", "should have landed"; not "would have it back".
    """
    if last == "would" and word == "not":
        return True
    return before in _MODALS and last == "have" and word.endswith(("ed", "en", "own", "come"))


def _sentence(text: str, start: int) -> int:
    """Return where the words before a time begin: no farther than its line and sentence go."""
    far = max(0, start - _BEFORE)
    stops = [match.end() for match in _STOP.finditer(text, far, start)]
    return stops[-1] if stops else far
