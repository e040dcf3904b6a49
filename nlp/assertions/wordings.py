"""Patterns that begin with a word: tried only on what has a word that begins as they may begin.

Most sentences have no word that any one pattern looks for. Each word is asked once which patterns
may begin with it, and the answer is kept; a sentence's words then rule out most patterns at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

_LETTERS = re.compile(r"[a-z]+")
_BEGINS = re.compile(r"\b(?=(?P<letters>[a-z]{1,30}))")
"""Where a word begins, and the letters that may be the opening of a wording."""
_OPTIONAL = ("?", "*", "{")
_LOOKS = ("(?!", "(?=", "(?<!", "(?<=")


class Worded(Protocol):
    """What is searched: a sentence or a clause."""

    @property
    def lower(self) -> str:
        """Its text in lower case."""

    @property
    def hints(self) -> int:
        """Which wordings its words allow: what :func:`hints` says of its text."""


class Wording:
    """A pattern of lower-case text whose every match begins where a word begins."""

    def __init__(self, source: str) -> None:
        """Compile a pattern whose alternatives each begin with a letter.

        It begins at a word's start without saying so. Raises ``ValueError`` for one that may
        begin with something else.
        """
        self.pattern = re.compile(rf"\b(?:{source})")
        self.bit = 1 << len(_ALL)
        _ALL.append(self)
        for opening in openings(source):
            _OPENINGS[opening] = _OPENINGS.get(opening, 0) | self.bit
        _of_word.cache_clear()
        _of_text.cache_clear()

    def search(self, passage: Worded) -> re.Match[str] | None:
        """Return the first match in a passage, as ``re.Pattern.search`` does."""
        bit, lower = self.bit, passage.lower
        if passage.hints & bit:
            for start, bits in _of_text(lower):
                if bits & bit and (match := self.pattern.match(lower, start)):
                    return match
        return None

    def within(self, part: str, passage: Worded) -> bool:
        """Whether there is a match in a part of a passage, in whatever case it is written."""
        if not passage.hints & self.bit:
            return False
        return self.pattern.search(part.lower()) is not None

    def finditer(self, passage: Worded) -> Iterator[re.Match[str]]:
        """Yield the matches in a passage, as ``re.Pattern.finditer`` does."""
        if not passage.hints & self.bit:
            return
        bit, lower, end = self.bit, passage.lower, 0
        for start, bits in _of_text(lower):
            if bits & bit and start >= end and (match := self.pattern.match(lower, start)):
                end = match.end()
                yield match


_ALL: list[Wording] = []
"""A wording's number here is that of its bit."""
_OPENINGS: dict[str, int] = {}
"""The bits of the wordings that begin with some letters."""


def hints(lower: str) -> int:
    """Return the bits of the wordings that may match somewhere in a text in lower case."""
    found = 0
    for _, bits in _of_text(lower):
        found |= bits
    return found


@lru_cache(maxsize=256)
def _of_text(lower: str) -> tuple[tuple[int, int], ...]:
    """Return where in a text wordings may begin, and the bits of those; in order."""
    found = []
    start = 0
    for word in lower.split(" "):
        if known := _of_word(word):
            found += [(start + offset, bits) for offset, bits in known]
        start += len(word) + 1
    return tuple(found)


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[tuple[int, int], ...]:
    """Return the same for a stretch without a blank: mostly one word, whose start it is."""
    found = []
    for match in _BEGINS.finditer(word):
        bits = 0
        for end in range(1, len(match["letters"]) + 1):
            bits |= _OPENINGS.get(match["letters"][:end], 0)
        if bits:
            found.append((match.start(), bits))
    return tuple(found)


def openings(source: str) -> set[str]:
    """Return the letters that the matches of a pattern begin with.

    >>> sorted(openings(r"(?<!a )errors?|(?:not|never)\\s+found"))
    ['error', 'never', 'not']
    """
    return {opening for choice in _choices(source) for opening in _opening_of(choice)}


def _opening_of(choice: str) -> set[str]:
    if choice.startswith(r"\b"):
        return _opening_of(choice[2:])
    if choice.startswith("("):
        end = _closing(choice)
        if choice.startswith(_LOOKS):
            return _opening_of(choice[end:])
        if not choice.startswith(_OPTIONAL, end):
            return openings(re.sub(r"^\((?:\?(?::|P<\w+>))?", "", choice[: end - 1]))
    elif letters := _LETTERS.match(choice):
        opening = letters[0]
        if choice.startswith(_OPTIONAL, letters.end()):
            opening = opening[:-1]
        if opening:
            return {opening}
    raise ValueError(f"a wording must begin with a letter, not as {choice!r} does")


def _choices(source: str) -> Iterator[str]:
    """Yield the alternatives of a pattern that stand in no bracket of it."""
    depth, start = 0, 0
    for position, char in enumerate(source):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            yield source[start:position]
            start = position + 1
    yield source[start:]


def _closing(choice: str) -> int:
    """Return the offset behind the bracket that closes the one a pattern begins with."""
    depth = 0
    for position, char in enumerate(choice):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return position + 1
    raise ValueError(f"an open bracket in {choice!r}")
