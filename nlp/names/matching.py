"""Known phrases found in text: one dictionary look-up a word, whatever the number of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from nlp.text.stretches import lower, replaced, words

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits: where a phrase may begin."""

_FOLDS = {"’": "'", "‘": "'", "‑": "-", "–": "-", "\u00a0": " ", "\n": " ", "\t": " "}
_ADDRESS_REACH = 200
_NONE: dict[str, list[int]] = {"": []}
_NOTHING: tuple[int, list[Any]] = (0, [])


def fold(text: str) -> str:
    """Return the text in lower case with plain quotes, dashes and blanks, as long as before.

    >>> fold("Let’s Encrypt")
    "let's encrypt"
    """
    lowered = lower(text)
    if lowered.isascii() and "\n" not in lowered and "\t" not in lowered:
        return lowered  # As nearly all names are.
    return replaced(lowered, _FOLDS)


@dataclass(frozen=True, slots=True)
class Surface:
    """A text made ready for matching, once for all who match in it."""

    text: str
    folded: str
    """See :func:`fold`; offsets are those of the text."""
    words: tuple[tuple[int, str], ...]
    """Where a phrase may begin, and the run of letters and digits there."""

    @classmethod
    def of(cls, text: str) -> Surface:
        """Return the surface of a text."""
        return cls(text, fold(text), words(text, WORD))


class Phrases(Generic[T]):
    """Phrases, each with what it stands for. Letter case, quotes and dashes do not matter."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Take pairs of a phrase and its value; a phrase may come more than once."""
        self._values: dict[str, list[T]] = {}
        # By the first word and the two signs behind it: "san" begins hundreds of cities. Under ""
        # are the lengths of those with fewer signs behind, which are tried in every case.
        self._lengths: dict[str, dict[str, list[int]]] = {}
        for phrase, value in phrases:
            folded = phrase.lower() if phrase.isascii() else fold(phrase)
            word = folded.partition(" ")[0]
            if not word.isalnum():
                word, folded = _begun(phrase)
            if folded in self._values:
                self._values[folded].append(value)
                continue
            self._values[folded] = [value]
            behind = folded[len(word) : len(word) + 2]
            lengths = self._lengths.setdefault(word, {"": []})
            lengths.setdefault(behind if len(behind) == 2 else "", []).append(len(folded))
        for lengths in self._lengths.values():
            short = lengths[""]
            for begins, known in lengths.items():
                if len(known) > 1 or (short and begins):
                    lengths[begins] = sorted({*known, *short}, reverse=True)

    def at(self, folded: str, word: str, start: int) -> tuple[int, list[T]]:
        """Return the end of the longest phrase that begins at ``start``, and all its values.

        ``word`` is the run of letters and digits there. Without a phrase: ``(start, [])``.
        """
        lengths, behind = self._lengths.get(word, _NONE), start + len(word)
        fitting = lengths.get(folded[behind : behind + 2]) or lengths[""]
        return self._longest(folded, start, fitting)

    def _longest(self, folded: str, start: int, lengths: list[int]) -> tuple[int, list[T]]:
        for length in lengths:
            end = start + length
            values = self._values.get(folded[start:end])
            if values and end <= len(folded) and _ends(folded, end):
                return end, values
        return start, []

    def scan(self, surface: Surface) -> Iterator[tuple[int, int, list[T]]]:
        """Yield start, end and values of each phrase, leftmost and longest, none overlapping."""
        last = 0
        known, folded = self._lengths, surface.folded
        for start, word in [begun for begun in surface.words if begun[1] in known]:
            if start < last:
                continue
            lengths, behind = known[word], start + len(word)
            fitting = lengths.get(folded[behind : behind + 2]) or lengths[""]
            end, values = self._longest(folded, start, fitting) if fitting else _NOTHING
            if values:
                last = end
                yield start, end, values

    def whole(self, phrase: str) -> list[T]:
        """Return the values of a phrase that is given as such, and none if it is none of these."""
        folded = fold(phrase)
        first = WORD.match(folded)
        if first is None:
            return []
        end, values = self.at(folded, first[0], 0)
        return values if end == len(phrase) else []


def _begun(phrase: str) -> tuple[str, str]:
    """Return the first run of letters and digits, and the folded phrase from there on."""
    folded = fold(phrase)
    first = WORD.search(folded)
    if not first:
        raise ValueError(f"a phrase needs a letter or a digit: {phrase!r}")
    return first[0], folded[first.start() :]


class Taken:
    """Which characters of a text belong to a mention already; every question is a cheap one."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Take the text's length and the spans that are taken from the start."""
        self._marks = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Mark a span as taken."""
        self._marks[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether no character of a span is taken."""
        return self._marks.find(1, start, end) < 0


def _ends(folded: str, stop: int) -> bool:
    """Say whether a phrase may end here: not inside a word."""
    following = folded[stop : stop + 1]
    return not following.isalnum() or not folded[stop - 1].isalnum()


def in_address(text: str, start: int, end: int) -> bool:
    """Say whether the span lies in a URL, a host name or an e-mail address.

    >>> in_address("see https://slack.com/x now", 12, 17)
    True
    >>> in_address("Slack.", 0, 5)
    False
    """
    if (not start or text[start - 1].isspace()) and text[end : end + 1].isspace():
        return False  # A word among words, as nearly all are.
    left = _edge(text, start, -1)
    right = _edge(text, end, 1)
    before, after = text[left:start], text[end:right]
    if "://" in before or before.lower().startswith("www.") or before.endswith("/~"):
        return True
    if before.endswith("@") and len(before) > 1 and before[-2].isalnum():
        return True
    if len(before) > 1 and before[-1] == "." and before[-2].isalnum():
        return True
    return after.startswith("@") or (after.startswith(".") and after[1:2].islower())


def _edge(text: str, at: int, step: int) -> int:
    """Return the end of the unbroken run of characters around a place, within reach."""
    for _ in range(_ADDRESS_REACH):
        neighbour = at - 1 if step < 0 else at
        if not 0 <= neighbour < len(text) or text[neighbour].isspace():
            break
        at += step
    return at
