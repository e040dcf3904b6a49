"""Patterns that begin with a word: tried only on what has a word that begins as they may begin.

Most sentences have no word that any one pattern looks for. Each word is asked once which patterns
may begin with it, and the answer is kept; a sentence's words then rule out most patterns at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from nlp.text.stretches import stretches

_LETTERS = re.compile(r"[a-z]+")
_BEGINS = re.compile(r"\b(?=(?P<letters>[a-z]{1,30}))")
"""Where a word begins, and the letters that may be the opening of a wording."""
_OPTIONAL = ("?", "*", "{")
_ENDS = re.compile(r"\\b|(?:\\s| )(?![?*{])|\(\?!\\w\)|\(\?:\[ \\t")
"""What stands in a pattern where a word ends for sure; the last begins a lexicon's blank."""
_WHOLE = " "
"""The end of an opening that is all of a word."""
_LOOKS = ("(?!", "(?=", "(?<!", "(?<=")


Begun = Sequence[tuple[int, int]]
"""Offsets of a whole text, in order, and the bits of the wordings that may begin there."""


class Worded(Protocol):
    """What is searched: a sentence or a clause."""

    @property
    def start(self) -> int:
        """Where it begins in the whole text."""

    @property
    def lower(self) -> str:
        """Its text in lower case."""

    @property
    def begun(self) -> Begun:
        """Where wordings may begin in it: what :func:`begun` says of the whole text there."""

    @property
    def hints(self) -> int:
        """Which wordings those are: what :func:`hints` says of them."""


class Wording:
    """A pattern of lower-case text whose every match begins where a word begins."""

    def __init__(self, source: str) -> None:
        """Take a pattern whose alternatives each begin with a letter.

        It begins at a word's start without saying so. Raises ``ValueError`` for one that may
        begin with something else.
        """
        self._source = source
        self.bit = 1 << len(_ALL)
        _ALL.append(self)
        for opening in openings(source):
            _OPENINGS[opening] = _OPENINGS.get(opening, 0) | self.bit
        _WORDS.clear()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has a word that it may begin with."""
        return re.compile(rf"\b(?:{self._source})")

    def search(self, passage: Worded) -> re.Match[str] | None:
        """Return the first match in a passage, as ``re.Pattern.search`` does."""
        bit = self.bit
        if passage.hints & bit:
            for start, bits in passage.begun:
                if bits & bit:
                    match = self.pattern.match(passage.lower, start - passage.start)
                    if match:
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
        bit, end = self.bit, 0
        for offset, bits in passage.begun:
            start = offset - passage.start
            if bits & bit and start >= end and (match := self.pattern.match(passage.lower, start)):
                end = match.end()
                yield match


_ALL: list[Wording] = []
"""A wording's number here is that of its bit."""
_OPENINGS: dict[str, int] = {}
"""The bits of the wordings that begin with some letters."""


def hints(begun: Begun) -> int:
    """Return the bits of all wordings that may begin somewhere."""
    found = 0
    for _, bits in begun:
        found |= bits
    return found


def begun(text: str) -> Begun:
    """Return where in a text wordings may begin, and the bits of those; in order."""
    return [
        (start + offset, bits)
        for start, word in stretches(text)
        for offset, bits in _WORDS[word]  # Most words begin no wording.
    ]


def between(found: Begun, start: int, end: int) -> Begun:
    """Return what may begin from one offset of the text up to another."""
    return found[bisect_left(found, (start,)) : bisect_left(found, (end,))]


class _Words(dict[str, Begun]):
    """Where wordings may begin in letters and apostrophes: mostly in one word, at its start."""

    def __missing__(self, word: str) -> Begun:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = _of_word(word)
        return found


_WORDS = _Words()
_REMEMBERED = 20_000
"""How many words are: memory is to stay flat."""


def _of_word(word: str) -> Begun:
    found = []
    for match in _BEGINS.finditer(word):
        letters = match["letters"]
        bits = _OPENINGS.get(letters + _WHOLE, 0)
        for end in range(1, len(letters) + 1):
            bits |= _OPENINGS.get(letters[:end], 0)
        if bits:
            found.append((match.start(), bits))
    return found


def openings(source: str, behind: str = "") -> set[str]:
    """Return the letters that the matches of a pattern begin with; a blank ends a whole word.

    ``behind``: what follows the pattern.

    >>> sorted(openings(r"(?<!a )errors?|(?:not|never)\\s+found"))
    ['error', 'never ', 'not ']
    """
    return {opening for choice in _choices(source) for opening in _opening_of(choice, behind)}


def _opening_of(choice: str, behind: str) -> set[str]:
    if choice.startswith(r"\b"):
        return _opening_of(choice[2:], behind)
    if choice.startswith("("):
        end = _closing(choice)
        if choice.startswith(_LOOKS):
            return _opening_of(choice[end:], behind)
        if not choice.startswith(_OPTIONAL, end):
            inner = re.sub(r"^\((?:\?(?::|P<\w+>))?", "", choice[: end - 1])
            return openings(inner, choice[end:] + behind)
    elif letters := _LETTERS.match(choice):
        opening = letters[0]
        if choice.startswith(_OPTIONAL, letters.end()):
            opening = opening[:-1]
        elif _ENDS.match(choice[letters.end() :] + behind):
            opening += _WHOLE
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
