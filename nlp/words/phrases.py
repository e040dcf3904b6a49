"""Editors' phrases, made into a scanner: which of many phrases stand where in a text.

How a phrase is written: see :mod:`nlp.words.notation`.

The scanner looks at each word once and tries only the phrases that can begin with it and with the
next word's first letter, so its cost grows with the text and hardly with the number of phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Generic, TypeVar

from nlp.text.texts import split_words
from nlp.words.notation import ANY, FOLDED_SPACE, GAP, JOINERS, WORD, led, parse

T = TypeVar("T")

_SPACE = re.compile(FOLDED_SPACE)
_JOINED = re.compile(
    r"(?: [\w'-]{1,20}){0,4}?(?:, (?:(?:and|or|nor) )?| (?:and|or|nor) )(?:(?:even|also|to) ){0,2}"
)
"""What may stand between two things that cannot be done."""
_PIECES = re.compile(f"({WORD.pattern})")
"""What splits a text into what is between the words and, at every second place, the words."""
_FOLDS = str.maketrans({"’": "'", "\xa0": " ", **dict.fromkeys("‐‑‒–—―", "-")})


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: ``text[start:end]``, and what the phrase stands for."""

    start: int
    end: int
    item: T
    rests: _Rests[T] | None = field(default=None, compare=False, repr=False)
    """What else may follow the set that led it."""


@lru_cache(maxsize=8)
def _fold(text: str) -> str:
    """Return a text in lower case, with plain quotes, dashes and blanks, as long as before.

    Patterns for such a text need neither ``IGNORECASE`` nor sets of signs beyond Latin-1, with
    which ``re`` takes several times as long, to compile most of all.
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ" becomes two.
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLDS)


@lru_cache(maxsize=8)
def words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the offset and the lower-case form of every word.

    Kept for the last few texts, as every lexicon reads the same one.

    >>> words("Can’t join")
    ((0, "can't"), (6, 'join'))
    """
    return split_words(_fold(text), _PIECES)


@lru_cache(maxsize=8)
def _positions(text: str) -> dict[str, list[int]]:
    """Return each word's positions among the words; under ``#`` those of all numbers."""
    positions: dict[str, list[int]] = {}
    for at, (_, word) in enumerate(words(text)):
        positions.setdefault(word, []).append(at)
    numbers = [at for word, all_at in positions.items() if word.isdecimal() for at in all_at]
    return {**positions, "#": numbers}


class Phrases(Generic[T]):
    """A scanner for many phrases, each standing for an item.

    Phrases that begin with the same set (``{cannot} pay``, ``{cannot} log in``) are kept behind it:
    the set is looked for once, then what follows it. So a set may be as large as it likes.

    >>> scanner = Phrases([("{cannot} log in", "login"), ("{cannot} pay", "payments")])
    >>> [hit.item for hit in scanner.scan("unable to log in")]
    ['login']
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Take phrases in the notation and their items; raise ``PhraseError`` for a bad one."""
        self._by_first: dict[str, list[tuple[str, str, T | _Rests[T]]]] = {}
        for phrase, item in _behind_sets(phrases):
            parsed = parse(phrase)
            folded = parsed.folded
            for first, nexts in parsed.openings.items():
                self._by_first.setdefault(first, []).append((folded, nexts, item))
        # Compiled when a word is first met: a lexicon has far more first words than a text.
        self._compiled: dict[tuple[str, str], list[tuple[re.Pattern[str], T | _Rests[T]]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def at(self, text: str, start: int, word: str) -> Hit[T] | None:
        """Return the longest phrase that begins at ``start``, where ``word`` stands, or none."""
        return self.begun(_fold(text), start, word)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """Yield the phrases that begin in ``text[start:end]``, from left to right.

        Of phrases that begin at one place the longest is given; none overlap.
        """
        folded, found, done = _fold(text), words(text), start
        for at in self._possible(text, start, end):
            place, word = found[at]
            key = self._key(word)
            if place < done or not key:
                continue
            hit = self._longest(folded, place, key, _first_letter(found, at + 1))
            if hit:
                done = hit.end
                yield hit
            for more in hit.rests.also(folded, done) if hit and hit.rests else ():
                done = more.end
                yield more

    def _possible(self, text: str, start: int, end: int | None) -> Iterable[int]:
        """Return the positions of the words of ``text[start:end]`` that may begin a phrase."""
        if start or end is not None:
            return range(*_between(words(text), start, end))
        positions = _positions(text)
        known = self._by_first.keys() & positions.keys()  # In C: most words are in no phrase.
        return sorted({at for word in known for at in positions[word]})

    def _key(self, word: str) -> str | None:
        """Return what phrases that begin with the word are known by, if there are any."""
        if word in self._by_first:
            return word
        return "#" if word.isdecimal() and "#" in self._by_first else None

    def _longest(self, folded: str, start: int, first: str, following: str) -> Hit[T] | None:
        """Return the longest phrase at a place; ``following`` is the next word's first letter."""
        candidates = self._compiled.get((first, following))
        if candidates is None:
            candidates = self._compiled[first, following] = self._compile(first, following)
        best, end, rests = None, start, None
        for pattern, item in candidates:
            match = pattern.match(folded, start)
            if match is None:
                continue
            if isinstance(item, _Rests):
                hit = item.behind(folded, match)
                rests = hit.rests if hit else rests
            else:
                hit = Hit(start, match.end(), item)
            if hit and hit.end > end:
                best, end = hit, hit.end
        return replace(best, rests=rests) if best and rests else best

    def begun(self, folded: str, start: int, word: str) -> Hit[T] | None:
        """Return the longest phrase that begins with a word of a folded text, or none."""
        key = self._key(word)
        return self._longest(folded, start, key, ANY) if key else None

    def _compile(self, first: str, following: str) -> list[tuple[re.Pattern[str], T | _Rests[T]]]:
        return [
            (self._pattern(regex), item)
            for regex, nexts, item in self._by_first[first]
            if following == ANY or ANY in nexts or (following and following in nexts)
        ]

    def _pattern(self, regex: str) -> re.Pattern[str]:
        if regex not in self._patterns:
            self._patterns[regex] = re.compile(regex + r"(?!\w)")
        return self._patterns[regex]


@dataclass(frozen=True, slots=True)
class _Rests(Generic[T]):
    """What may follow a set: the rests of the phrases that it begins."""

    gap: bool
    phrases: Phrases[T]

    def behind(self, folded: str, lead: re.Match[str]) -> Hit[T] | None:
        """Return a lead with the rest that follows it, the nearest and then longest, or none."""
        end = lead.end()
        for _ in range(GAP + 1 if self.gap else 1):
            space = _SPACE.match(folded, end)
            word = WORD.match(folded, space.end()) if space else None
            if word is None:
                return None
            hit = self.phrases.begun(folded, word.start(), word[0])
            if hit:
                return Hit(lead.start(), hit.end, hit.item, self)
            if word[0] in JOINERS:
                return None
            end = word.end()
        return None

    def also(self, folded: str, end: int) -> Iterator[Hit[T]]:
        """Yield further rests that are joined to one: "unable to call, text or go online"."""
        while joined := _JOINED.match(folded, end):
            word = WORD.match(folded, joined.end())
            hit = self.phrases.begun(folded, word.start(), word[0]) if word else None
            if hit is None:
                return
            yield hit
            end = hit.end


def _behind_sets(phrases: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T | _Rests[T]]]:
    """Yield phrases as they are, then each set that begins some with what may follow it."""
    rests: dict[tuple[str, bool], list[tuple[str, T]]] = {}
    for phrase, item in phrases:
        parted = led(phrase)
        if parted is None:
            yield phrase, item
        else:
            rests.setdefault((parted.lead, parted.gap), []).append((parted.rest, item))
    for (lead, gap), behind in rests.items():
        yield lead, _Rests(gap, Phrases(behind))


def _between(found: tuple[tuple[int, str], ...], start: int, end: int | None) -> tuple[int, int]:
    """Return from which to which of the words those in ``text[start:end]`` are."""
    first = bisect_left(found, (start, "")) if start else 0
    return first, len(found) if end is None else bisect_left(found, (end, ""))


def _first_letter(found: tuple[tuple[int, str], ...], at: int) -> str:
    """Return a word's first letter; ``*`` for those beyond ASCII, so that few are told apart."""
    letter = found[at][1][0] if at < len(found) else ""
    return letter if letter.isascii() else ANY
