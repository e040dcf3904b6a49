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
_OPENERS = frozenset({"on", "in", "by", "at", "the", "this", "and", "but", "from", "early", "late"})
_BE = frozenset({"be", "been", "being", "get", "is", "are"})


class _Ahead(Strict):
    words: list[str]
    phrases: list[str]


class _Behind(Strict):
    words: list[str]
    weak: list[str]


class _End(Strict):
    words: list[str]


class _File(Strict):
    ahead: _Ahead
    behind: _Behind
    end: _End


class _Tenses(NamedTuple):
    """The words that point."""

    signs: dict[str, Tense]
    """Words that decide, whatever stands farther from the time."""
    weak: frozenset[str]
    """Words of the past, where nothing points ahead."""
    phrases: re.Pattern[str]
    """Phrases that point ahead."""
    ends: frozenset[str]


@cache
def _tenses() -> _Tenses:
    found = entries.load("tenses", _File)
    behind: dict[str, Tense] = dict.fromkeys(found.behind.words, -1)
    phrases = "|".join(
        re.escape(phrase).replace(r"\*", r"\w{0,5}").replace(r"\ ", r"\s{1,3}")
        for phrase in found.ahead.phrases
    )
    return _Tenses(
        signs=behind | dict.fromkeys(found.ahead.words, 1),
        weak=frozenset(found.behind.weak),
        phrases=re.compile(rf"(?:{phrases})\b"),
        ends=frozenset(found.end.words),
    )


class _Word(NamedTuple):
    text: str
    sign: Tense
    weak: bool


def points_ahead(text: str, start: int) -> bool:
    """Whether the words before a time speak of what is to come; "since" never does."""
    return points(text, start) > 0


def points(text: str, start: int, end: int | None = None) -> Tense:
    """Return where the words before a time point; with its ``end``, where those behind it do.

    Those behind are asked only of a time that opens its sentence: "On Tuesday, it will".
    """
    before = _words_before(text, start)
    if before and before[-1].text == "since":
        return -1
    for word in reversed(before):
        if word.sign:
            return word.sign
    if any(word.weak for word in before):
        return -1
    if end is None or not all(word.text in _OPENERS for word in before):
        return 0
    return _points_behind(text, end)


def _points_behind(text: str, end: int) -> Tense:
    """Return where the first word points that points at all, behind a time in its sentence."""
    stop = _END_OF_SENTENCE.search(text, end, end + _AFTER)
    for word in _words(text, end, stop.start() if stop else end + _AFTER):
        if word.sign or word.weak:
            return word.sign or -1
    return 0


def tells_an_end(text: str, start: int) -> bool:
    """Whether the words before a time speak of an end, which follows what the story began with."""
    ends = _tenses().ends
    return any(word.text in ends for word in _words_before(text, start))


@lru_cache(maxsize=4)
def _words_before(text: str, start: int) -> tuple[_Word, ...]:
    """Return the words before a time, in their order; each time is asked for them several times."""
    return _words(text, _sentence(text, start), start)


def _words(text: str, start: int, end: int) -> tuple[_Word, ...]:
    tenses = _tenses()
    part = text[start:end].lower()
    found: list[_Word] = []
    last = ""
    for match in _WORD.finditer(part):
        word = match[0]
        sign = tenses.signs.get(word, 0) or (1 if tenses.phrases.match(part, match.start()) else 0)
        passive = last in _BE
        weak = word in tenses.weak or (word.endswith("ed") and not word.endswith("eed"))
        found.append(_Word(word, 0 if passive and sign < 0 else sign, weak and not passive))
        last = word
    return tuple(found)


def _sentence(text: str, start: int) -> int:
    """Return where the words before a time begin: no farther than its line and sentence go."""
    far = max(0, start - _BEFORE)
    return max(far, text.rfind(".", far, start) + 1, text.rfind("\n", far, start) + 1)
