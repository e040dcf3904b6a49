"""Editors' phrases, made into a scanner: which of many phrases stand where in a text.

How a phrase is written: see :mod:`nlp.words.notation`; how few of them are tried at a place:
:mod:`nlp.words.openings`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from nlp.words.beginnings import firsts
from nlp.words.notation import FOLDED_SPACE, WORD, led, second
from nlp.words.openings import Begun, Candidate, Index, surface
from nlp.words.pieces import GAP, JOINERS

T = TypeVar("T")

TOGETHER = Index()
"""The index of the lexicons that all read a text that speaks of an outage."""
_SPACE = re.compile(FOLDED_SPACE)
_JOINED = re.compile(
    r"(?: [\w'-]{1,20}){0,4}?(?:, (?:(?:and|or|nor) )?| (?:and|or|nor) )(?:(?:even|also|to) ){0,2}"
)
"""What may stand between two things that cannot be done."""


class Hit(NamedTuple, Generic[T]):
    """A phrase found: ``text[start:end]``, and what the phrase stands for."""

    start: int
    end: int
    item: T
    rests: _Rests[T] | None = None
    """What else may follow the set that led it."""


class Phrases(Generic[T]):
    """A scanner for many phrases, each standing for an item.

    Phrases that begin with the same set (``{cannot} pay``, ``{cannot} log in``) are kept behind it:
    the set is looked for once, then what follows it. So a set may be as large as it likes.

    >>> scanner = Phrases([("{cannot} log in", "login"), ("{cannot} pay", "payments")])
    >>> [hit.item for hit in scanner.scan("unable to log in")]
    ['login']
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        index: Index | None = None,
        *,
        open_ended: Mapping[str, T] | None = None,
    ) -> None:
        """Take phrases in the notation and their items; raise ``PhraseError`` for a bad one.

        ``index``: that of the lexicons which read the same texts, if it is not to have its own.
        ``open_ended``: for sets that lead phrases, what they stand for where none of these follows.
        """
        self._index = index or Index()
        self._number: int | None = None
        self._openings: dict[str, list[Candidate]] = {}
        for number, (phrase, item) in enumerate(_behind_sets(phrases, open_ended or {})):
            if isinstance(item, _Rests) and not item.otherwise:
                followed = item.phrases.firsts()
                candidate = Candidate(number, phrase, item, followed=followed, gap=item.gap)
            else:
                candidate = Candidate(number, phrase, item)
            for first in firsts(phrase):
                self._openings.setdefault(first, []).append(candidate)

    def firsts(self) -> frozenset[str]:
        """Return the words that its phrases begin with, as second words are known."""
        return frozenset(map(second, self._openings))

    def scan(self, text: str) -> Iterator[Hit[T]]:
        """Yield the phrases in a text, from left to right.

        Of phrases that begin at one place the longest is given; none overlap.
        """
        of = surface(text)
        return self._found(of.folded, self._index.begun(self._lexicon(), of), len(text))

    def within(self, text: str, start: int, end: int) -> Iterator[Hit[T]]:
        """Yield the phrases in ``text[start:end]`` as if that were all, by their place in it."""
        of = surface(text)
        begun = self._index.all_begun(self._lexicon(), of)
        first, last = bisect_left(begun, (start,)), bisect_left(begun, (end,))
        if first == last:
            return iter(())
        found = self._found(of.folded, begun[first:last], end)
        return (Hit(hit.start - start, hit.end - start, hit.item) for hit in found)

    def beginning(self, text: str, start: int, end: int) -> Iterator[Hit[T]]:
        """Yield the phrases that begin in a short ``text[start:end]``, wherever they end."""
        of = surface(text)
        first, last = bisect_left(of.words, (start,)), bisect_left(of.words, (end,))
        begun = ((place, self._all_at(word)) for place, word in of.words[first:last])
        return self._found(of.folded, begun, len(text))

    def at(self, text: str, start: int, word: str) -> Hit[T] | None:
        """Return the longest phrase that begins at ``start``, where ``word`` stands, or none."""
        return self.begun(surface(text).folded, start, word, len(text))

    def begun(self, folded: str, start: int, word: str, end: int) -> Hit[T] | None:
        """Return the longest phrase in ``folded[:end]`` that begins with a word, or none."""
        candidates = self._all_at(word)
        return _longest(folded, start, candidates, end) if candidates else None

    def _lexicon(self) -> int:
        """Return its number in the index, which learns of it when it is first needed."""
        if self._number is None:
            self._number = self._index.add(self._openings)
        return self._number

    def _all_at(self, word: str) -> Sequence[Candidate]:
        """Return all phrases that can begin with a word."""
        if word not in self._openings and word.isdecimal():
            word = "#"
        return self._openings.get(word, ())

    @staticmethod
    def _found(folded: str, begun: Iterable[Begun], end: int) -> Iterator[Hit[T]]:
        done = 0
        for place, candidates in begun:
            if place < done:
                continue
            hit: Hit[T] | None = _longest(folded, place, candidates, end)
            if hit:
                done = hit.end
                yield hit
            for more in hit.rests.also(folded, done, end) if hit and hit.rests else ():
                done = more.end
                yield more


def _longest(folded: str, start: int, candidates: Iterable[Candidate], end: int) -> Hit[T] | None:
    """Return the longest of some phrases that stands at a place, the first of those that do.

    A set that stands for something of itself does where no phrase stands.
    """
    best: Any = None
    last, rests, alone = start, None, None
    for candidate in candidates:
        match = candidate.match(folded, start, end)
        if match is None:
            continue
        item, reached = candidate.item, match.end()
        if isinstance(item, _Rests):
            hit = item.behind(folded, match, end)
            if hit is None or hit.rests is None:
                alone = hit or alone
                continue
            item, reached, rests = hit.item, hit.end, hit.rests
        if reached > last:
            best, last = item, reached
    return Hit(start, last, best, rests if best else None) if last > start else alone


@dataclass(frozen=True, slots=True)
class _Rests(Generic[T]):
    """What may follow a set: the rests of the phrases that it begins."""

    gap: bool
    phrases: Phrases[T]
    otherwise: T | None = None
    """What the set stands for where nothing follows that is known."""

    def behind(self, folded: str, lead: re.Match[str], end: int) -> Hit[T] | None:
        """Return a lead with the rest that follows it, the nearest and then longest, or none."""
        place = lead.end()
        for _ in range(GAP + 1 if self.gap else 1):
            space = _SPACE.match(folded, place, end)
            word = WORD.match(folded, space.end(), end) if space else None
            if word is None:
                break
            hit = self.phrases.begun(folded, word.start(), word[0], end)
            if hit:
                return Hit(lead.start(), hit.end, hit.item, self)
            if word[0] in JOINERS:
                break
            place = word.end()
        return Hit(lead.start(), lead.end(), self.otherwise) if self.otherwise else None

    def also(self, folded: str, place: int, end: int) -> Iterator[Hit[T]]:
        """Yield further rests that are joined to one: "unable to call, text or go online".

        A participle is none of them: in "unable to pay, locked out" it is what happened.
        """
        while joined := _JOINED.match(folded, place, end):
            word = WORD.match(folded, joined.end(), end)
            hit = self.phrases.begun(folded, word.start(), word[0], end) if word else None
            if hit is None or (word and word[0].endswith("ed")):
                return
            yield hit
            place = hit.end


def _behind_sets(
    phrases: Iterable[tuple[str, T]], open_ended: Mapping[str, T]
) -> Iterator[tuple[str, T | _Rests[T]]]:
    """Yield phrases as they are, then each set that begins some with what may follow it."""
    rests: dict[tuple[str, bool], list[tuple[str, T]]] = {}
    for phrase, item in phrases:
        parted = led(phrase)
        if parted is None:
            yield phrase, item
        else:
            rests.setdefault((parted.lead, parted.gap), []).append((parted.rest, item))
    for (lead, gap), behind in rests.items():
        yield lead, _Rests(gap, Phrases(behind), None if gap else open_ended.get(lead))
