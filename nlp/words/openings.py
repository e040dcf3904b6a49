"""Which phrases may begin at each word of a text: asked once of all the lexicons that read it.

A phrase is tried at a place only where its first word stands and one that can be its second stands
behind it. So what scanning costs grows with the text, hardly with the number of phrases, and little
with the number of lexicons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from nlp.text.stretches import lower, replaced, words
from nlp.words.notation import WORD, parse, second
from nlp.words.pieces import ANY

_FOLDS = {"’": "'", "\xa0": " ", **dict.fromkeys("‐‑‒–—―", "-")}
_WINDOW = 9
"""Behind how many words a phrase with a gap may go on: one in it may look as three, as "U.S.A."."""
_ENDLESS = 2**62
_ANY = frozenset({ANY})
_REMEMBERED = 500
"""How many ways in which a word's phrases may go on are kept: memory is to stay flat."""


class Surface(NamedTuple):
    """A text made ready for scanning, once for all lexicons."""

    folded: str
    """See :func:`fold`; offsets are those of the text."""
    words: tuple[tuple[int, str], ...]
    """The offset and the lower-case form of every word."""
    seconds: tuple[str, ...]
    """What each is known by as a later word of a phrase; two empty ones stand behind the last."""


@lru_cache(maxsize=4)
def surface(text: str) -> Surface:
    """Return a text made ready; kept for the last few texts, as every lexicon reads the same.

    >>> surface("Can’t join").words
    ((0, "can't"), (6, 'join'))
    """
    found = words(text, WORD)
    seconds = [word if word.isalpha() else second(word) for _, word in found]
    return Surface(fold(text), found, (*seconds, "", ""))


def fold(text: str) -> str:
    """Return a text in lower case, with plain quotes, dashes and blanks, as long as before.

    Patterns for such a text need neither ``IGNORECASE`` nor sets of signs beyond Latin-1, with
    which ``re`` takes several times as long, to compile most of all.
    """
    return replaced(lower(text), _FOLDS)


class Candidate:
    """A phrase that may stand where a word is; read and compiled when it is first tried."""

    __slots__ = ("_followed", "_gap", "_phrase", "item", "match", "number")

    def __init__(
        self,
        number: int,
        phrase: str,
        item: Any,
        *,
        followed: frozenset[str] | None = None,
        gap: bool = False,
    ) -> None:
        """Take a phrase, its number in its lexicon, and what it stands for there.

        ``followed``: where another must stand behind it, the words that this can begin with;
        ``gap``: whether others may stand between.
        """
        self.number = number
        self.item = item
        self._phrase = phrase
        self._followed = followed
        self._gap = gap
        self.match: Callable[[str, int, int], re.Match[str] | None] = self._first_match

    def opening(self, first: str) -> Opening:
        """Return how it goes on behind one of its first words."""
        parsed = parse(self._phrase)
        openings = parsed.openings
        if self._followed is not None:
            openings = parsed.openings_before(self._followed)
        nexts = openings[first]
        thirds = parsed.thirds if nexts is parsed.seconds else _ANY
        return Opening(nexts, thirds, parsed.gapped or self._gap, self)

    def _first_match(self, folded: str, start: int, end: int = _ENDLESS) -> re.Match[str] | None:
        self.match = re.compile(parse(self._phrase).folded + r"(?!\w)").match
        return self.match(folded, start, end)


class Opening(NamedTuple):
    """How a phrase goes on behind one of its first words, as its ``Phrase`` says."""

    nexts: frozenset[str]
    thirds: frozenset[str]
    gapped: bool
    candidate: Candidate


Openings = Mapping[str, Sequence[Candidate]]
"""The phrases of a lexicon by their first words."""
Begun = tuple[int, Sequence[Candidate]]
"""An offset, and the phrases of a lexicon that may begin there."""
_Groups = Sequence[tuple[int, Sequence[Candidate]]]
"""Phrases by the number of their lexicon."""


class Index:
    """The openings of the lexicons that read the same texts."""

    def __init__(self) -> None:
        """Begin without a lexicon."""
        self._lexicons: list[Openings] = []
        self._words: dict[str, _Behind | None] = {}
        self._last: tuple[Surface | None, list[list[Begun]]] = (None, [])

    def add(self, openings: Openings) -> int:
        """Take a lexicon, and return the number by which it is asked for."""
        self._lexicons.append(openings)
        for known in self._lexicons:
            self._words.update(dict.fromkeys(known))
        self._last = (None, [])
        return len(self._lexicons) - 1

    def begun(self, lexicon: int, of: Surface) -> Iterable[Begun]:
        """Return where phrases of a lexicon may begin in a text, in order.

        For the only lexicon of an index that is found as it is asked for, as it may soon have
        read enough; for several at once, and kept for the last text.
        """
        if len(self._lexicons) == 1:
            return ((place, candidates) for _, place, candidates in self._walk(of))
        return self.all_begun(lexicon, of)

    def all_begun(self, lexicon: int, of: Surface) -> Sequence[Begun]:
        """Return the same as a list."""
        last, found = self._last
        if last is not of:
            found = [[] for _ in self._lexicons]
            for number, place, candidates in self._walk(of):
                found[number].append((place, candidates))
            self._last = (of, found)
        return found[lexicon]

    def _walk(self, of: Surface) -> Iterator[tuple[int, int, Sequence[Candidate]]]:
        known, seconds = self._words, of.seconds
        for at, (place, word) in enumerate(of.words):
            if word not in known:
                if "#" not in known or not word.isdecimal():
                    continue
                word = "#"
            behind = known[word] or self._behind(word)
            for number, candidates in behind.groups(seconds, at + 1):
                yield number, place, candidates

    def _behind(self, word: str) -> _Behind:
        """Return, once, how phrases go on that begin with a word, or with any number as it is."""
        found: list[tuple[int, Opening]] = []
        for number, openings in enumerate(self._lexicons):
            first = "#" if word not in openings and word.isdecimal() else word
            begun = openings.get(first, ())
            found += [(number, candidate.opening(first)) for candidate in begun]
        behind = self._words[word] = _Behind(found)
        return behind


class _Behind:
    """The phrases that begin with one word, by the next."""

    __slots__ = ("_far", "_far_told", "_joined", "_near", "_others", "_ready")

    def __init__(self, openings: Sequence[tuple[int, Opening]]) -> None:
        self._near: list[tuple[int, Opening]] = []
        self._far: dict[frozenset[str], list[tuple[int, Candidate]]] = {}
        for number, opening in openings:
            if opening.gapped and ANY not in opening.nexts:
                self._far.setdefault(opening.nexts, []).append((number, opening.candidate))
            else:
                self._near.append((number, opening))
        self._far_told = frozenset().union(*self._far)
        self._others = _Further([pair for pair in self._near if ANY in pair[1].nexts])
        told = frozenset().union(*(opening.nexts for _, opening in self._near))
        self._ready: dict[str, _Further | None] = dict.fromkeys(told)
        self._joined: dict[tuple[str, ...], _Groups] = {}

    def groups(self, seconds: tuple[str, ...], at: int) -> _Groups:
        """Return those that can begin before a word of a text, each lexicon's in its order."""
        following, third = seconds[at], seconds[at + 1]
        near = self._ready.get(following, self._others)
        if near is None:
            near = self._ready[following] = self._followed_by(following)
        if not self._far or self._far_told.isdisjoint(seconds[at : at + _WINDOW]):
            return near.ready.get(third, near.others) or near.followed_by(third)
        told = self._far_told.intersection(seconds[at : at + _WINDOW])
        second = following if following in self._ready else ANY
        return self._with_far(near, (second, third if third in near.ready else ANY, *told))

    def _with_far(self, near: _Further, key: tuple[str, ...]) -> _Groups:
        """Return them with those that go on behind a gap with a word; kept, if not too many.

        ``key``: the next two words, as far as they matter, and the words behind a gap.
        """
        groups = self._joined.get(key)
        if groups is None:
            found = near.pairs(key[1])
            for nexts, further in self._far.items():
                if not nexts.isdisjoint(key[2:]):
                    found += further
            groups = _grouped(sorted(found, key=lambda pair: (pair[0], pair[1].number)))
            if len(self._joined) < _REMEMBERED:
                self._joined[key] = groups
        return groups

    def _followed_by(self, following: str) -> _Further:
        """Return those whose second word can be that, or any."""
        return _Further(
            [
                (number, opening)
                for number, opening in self._near
                if following in opening.nexts or ANY in opening.nexts
            ]
        )


class _Further:
    """The phrases that begin with two words, by the third."""

    __slots__ = ("_openings", "others", "ready")

    def __init__(self, openings: Sequence[tuple[int, Opening]]) -> None:
        self._openings = openings
        told = frozenset().union(*(opening.thirds for _, opening in openings)) - {ANY}
        self.others = _grouped(self.pairs(ANY))
        """Those that any word may follow."""
        self.ready: dict[str, _Groups | None] = dict.fromkeys(told)
        """Those that a certain one may, once they were asked for."""

    def followed_by(self, third: str) -> _Groups:
        """Return those whose third word can be that, or any."""
        if third not in self.ready:
            return self.others
        groups = self.ready[third] = _grouped(self.pairs(third))
        return groups

    def pairs(self, third: str) -> list[tuple[int, Candidate]]:
        """Return the same, each with the number of its lexicon."""
        return [
            (number, opening.candidate)
            for number, opening in self._openings
            if third in opening.thirds or ANY in opening.thirds
        ]


def _grouped(found: Sequence[tuple[int, Candidate]]) -> _Groups:
    """Return phrases, in order, by the number of their lexicon."""
    return tuple(
        (number, tuple([candidate for _, candidate in group]))
        for number, group in groupby(found, key=lambda pair: pair[0])
    )
