"""Patterns that begin with a word: tried only on what has a word that begins as they may begin.

Most sentences have no word that any one pattern looks for. Each word is asked once which patterns
may begin with it, and the answer is kept; a sentence's words then rule out most patterns at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

_LETTERS = re.compile(r"[a-z]+")
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
        self._opening = re.compile(rf"\b(?:{_by_letter(openings(source))})")
        _ALL.append(self)
        _hints_of_word.cache_clear()

    def may_begin(self, word: str) -> bool:
        """Whether a match may begin in a word."""
        return self._opening.search(word) is not None

    def search(self, passage: Worded) -> re.Match[str] | None:
        """Return the first match in a passage, as ``re.Pattern.search`` does."""
        return self.pattern.search(passage.lower) if passage.hints & self.bit else None

    def within(self, part: str, passage: Worded) -> bool:
        """Whether there is a match in a part of a passage, in whatever case it is written."""
        if not passage.hints & self.bit:
            return False
        return self.pattern.search(part.lower()) is not None

    def finditer(self, passage: Worded) -> Iterator[re.Match[str]]:
        """Yield the matches in a passage, as ``re.Pattern.finditer`` does."""
        if not passage.hints & self.bit:
            return
        end = 0
        for opening in self._opening.finditer(passage.lower):
            if opening.start() < end:
                continue
            match = self.pattern.match(passage.lower, opening.start())
            if match:
                end = match.end()
                yield match


_ALL: list[Wording] = []
"""A wording's number here is that of its bit."""


def hints(lower: str) -> int:
    """Return the bits of the wordings that may match somewhere in a text in lower case."""
    found = 0
    for word in lower.split():
        found |= _hints_of_word(word)
    return found


@lru_cache(maxsize=20_000)
def _hints_of_word(word: str) -> int:
    return sum(wording.bit for wording in _ALL if wording.may_begin(word))


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


def _by_letter(words: Iterable[str]) -> str:
    """Return a pattern of some words that looks at their first letter once."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())
