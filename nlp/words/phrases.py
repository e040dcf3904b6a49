"""Editors' phrases, made into a scanner: which of many phrases stand where in a text.

A phrase is written as it is read, with a little notation:

=================  ==============================================================
``error message``  the words, in any case; a space also matches a hyphen or a line's end
``(slow|poor)``    one of these; the words of a choice may be several
``timeout[s]``     an optional ending; ``error [rate]`` an optional word
``<fail>``         a verb in any form: fail, fails, failed, failing
``can't ... join`` up to three words between, in the same sentence, no and, or, but
``error #``        a number
=================  ==============================================================

The scanner looks at each word once and tries only the phrases that can begin with it and with the
next word's first letter, so its cost grows with the text and hardly with the number of phrases.
Every repetition is bounded.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from nlp.words.inflections import forms

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
"""A word: letters and digits, with an apostrophe inside."""
GAP = 3
"""How many words ``...`` may stand for."""

_SPACE = r"(?:[ \t\xa0\-‐-―]{1,2}|[ \t]?\r?\n(?!\s))"
_GAP = rf"(?:{_SPACE}(?!(?:and|or|but)\b)[\w'’/&.+]{{1,30}}){{0,{GAP}}}?{_SPACE}"
_NUMBER = r"\d{1,9}"
_FOLDED_SPACE = r"(?:[ \t-]{1,2}|[ \t]?\r?\n(?!\s))"
_FOLDS = str.maketrans({"’": "'", "\xa0": " ", **dict.fromkeys("‐‑‒–—―", "-")})
_TOKEN = re.compile(r"\.\.\.|<(?P<verb>[a-z]+)>|(?P<space>[ -]+)|(?P<mark>[(|)\[\]#])|[^\W_]+|.")
_ANY = "*"
"""Where a word of an opening may be any; the notation itself has no such sign."""


class PhraseError(ValueError):
    """A phrase that the notation does not allow; says what and where."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: ``text[start:end]``, and what the phrase stands for."""

    start: int
    end: int
    item: T


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
    return tuple([(m.start(), m[0]) for m in WORD.finditer(_fold(text))])


class Phrases(Generic[T]):
    """A scanner for many phrases, each standing for an item."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Take phrases and their items; raise :class:`PhraseError` for a malformed phrase."""
        self._by_first: dict[str, list[tuple[str, str, T]]] = {}
        for phrase, item in phrases:
            parsed = parse(phrase)
            folded = parsed.folded
            for first, nexts in parsed.openings.items():
                self._by_first.setdefault(first, []).append((folded, nexts, item))
        # Compiled when a word is first met: a lexicon has far more first words than a text.
        self._compiled: dict[tuple[str, str], list[tuple[re.Pattern[str], T]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def at(self, text: str, start: int, word: str) -> Hit[T] | None:
        """Return the longest phrase that begins at ``start``, where ``word`` stands, or none."""
        key = self._key(word)
        return self._longest(_fold(text), start, key, _ANY) if key else None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """Yield the phrases that begin in ``text[start:end]``, from left to right.

        Of phrases that begin at one place the longest is given; none overlap.
        """
        known, numbers, done = self._by_first, "#" in self._by_first, start
        folded, found = _fold(text), words(text)
        first, last = _between(found, start, end)
        for at in range(first, last):
            place, word = found[at]
            if place < done or not (word in known or (numbers and word.isdecimal())):
                continue
            hit = self._longest(
                folded, place, word if word in known else "#", _first_letter(found, at + 1)
            )
            if hit:
                done = hit.end
                yield hit

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
        best, end = None, start
        for pattern, item in candidates:
            match = pattern.match(folded, start)
            if match and match.end() > end:
                best, end = Hit(start, match.end(), item), match.end()
        return best

    def _compile(self, first: str, following: str) -> list[tuple[re.Pattern[str], T]]:
        return [
            (self._pattern(regex), item)
            for regex, nexts, item in self._by_first[first]
            if following == _ANY or _ANY in nexts or (following and following in nexts)
        ]

    def _pattern(self, regex: str) -> re.Pattern[str]:
        if regex not in self._patterns:
            self._patterns[regex] = re.compile(regex + r"(?!\w)")
        return self._patterns[regex]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as read: its regular expression, and how it can begin."""

    regex: str
    """For any text, letter case ignored."""
    openings: dict[str, str]
    """Each word that it can begin with, and the letters with which the next can; or ``*``."""

    @property
    def folded(self) -> str:
        """The same for a folded text, in lower case and with plain signs."""
        return self.regex.replace(_SPACE, _FOLDED_SPACE).replace("'’", "'")


@lru_cache(maxsize=4096)
def parse(phrase: str) -> Phrase:
    """Return the phrase as read; raise :class:`PhraseError` where it is malformed."""
    node = _Reader(phrase.strip()).read()
    openings: dict[str, str] = {}
    for head in sorted(node.heads):
        first = _first_word(head)
        if not first:
            raise PhraseError(f"{phrase!r}: must begin with a word in every variant")
        openings[first] = openings.get(first, "") + _next_letter(head[len(first) :])
    return Phrase(node.regex, openings)


def alternation(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest notation first."""
    return "|".join(parse(phrase).regex for phrase in sorted(phrases, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Node:
    """A piece of a phrase: its regex, and its openings up to the first sign behind a space."""

    regex: str
    heads: frozenset[str]

    def then(self, other: _Node) -> _Node:
        closed = frozenset(head for head in self.heads if " " in head[:-1])
        joined = itertools.product(self.heads - closed, other.heads)
        return _Node(self.regex + other.regex, closed.union(_opening(a + b) for a, b in joined))


_EMPTY = _Node("", frozenset({""}))
_BLANK = _Node(_SPACE, frozenset({" "}))
_SKIP = _Node(_GAP, frozenset({" " + _ANY}))
_ENDS = frozenset({"|", ")", "]", ""})


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.tokens = list(_TOKEN.finditer(phrase))
        self.at = 0

    def read(self) -> _Node:
        if not self.tokens:
            raise PhraseError("an empty phrase")
        node = self._sequence()
        if self._mark():
            raise PhraseError(f"{self.phrase!r}: unexpected {self._mark()!r}")
        return node

    def _mark(self, ahead: int = 0) -> str:
        """Return the token at or after the present one; the empty string after the last."""
        place = self.at + ahead
        return self.tokens[place][0] if 0 <= place < len(self.tokens) else ""

    def _sequence(self) -> _Node:
        """Read pieces one after the other up to a mark that ends them."""
        node, begins, solid = _EMPTY, self.at, False
        while self._mark() not in _ENDS:
            if self._mark() == "[":
                leads = self.at == begins or self._mark(-1).isspace()
                node = node.then(self._optional(leads=leads, solid=solid))
                continue
            if self._mark().isspace() and self._mark(1) == "[" and self._stands_alone():
                self.at += 1  # The optional word brings its own space.
                continue
            node, solid = node.then(self._piece()), True
        return node

    def _piece(self) -> _Node:
        token = self.tokens[self.at]
        if token[0] == "(":
            return self._choice(")")
        self.at += 1
        if token["space"] and self._mark() == "..." and self._mark(1).isspace():
            self.at += 2
            return _SKIP
        if token["space"]:
            return _BLANK
        if token[0] == "#":
            return _Node(_NUMBER, frozenset({"#"}))
        if token["verb"]:
            verbs = forms(token["verb"])
            return _Node(f"(?:{'|'.join(sorted(verbs, reverse=True))})", frozenset(verbs))
        if not (token[0] in "'/&.%+" or token[0].isalnum()):
            raise PhraseError(f"{self.phrase!r}: {token[0]!r} is not of the notation")
        said = token[0].lower()
        return _Node("['’]" if said == "'" else re.escape(said), frozenset({said}))

    def _choice(self, closing: str) -> _Node:
        """Read ``a|b`` between brackets."""
        options: list[_Node] = []
        while not options or self._mark() == "|":
            self.at += 1
            options.append(self._sequence())
        if self._mark() != closing:
            raise PhraseError(f"{self.phrase!r}: {closing!r} is missing")
        self.at += 1
        heads = frozenset(head for option in options for head in option.heads)
        return _Node(f"(?:{'|'.join(option.regex for option in options)})", heads)

    def _optional(self, *, leads: bool, solid: bool) -> _Node:
        """Read ``[x]``: an ending where it is glued to a word, else a word with one space."""
        alone = leads and self._stands_alone()
        inner = self._choice("]")
        if alone and solid:
            inner = _BLANK.then(inner)
        elif alone and self._mark().isspace():
            inner = inner.then(_BLANK)
            self.at += 1
        return _Node(f"(?:{inner.regex})?", inner.heads | {""})

    def _stands_alone(self) -> bool:
        """Whether the next optional is a word of its own: a space or an end follows it."""
        depth, place = 0, self.at + self._mark().isspace()
        while place < len(self.tokens):
            depth += {"[": 1, "]": -1}.get(self.tokens[place][0], 0)
            place += 1
            if not depth:
                break
        after = self._mark(place - self.at)
        return after in _ENDS or after.isspace()


def _between(found: tuple[tuple[int, str], ...], start: int, end: int | None) -> tuple[int, int]:
    """Return from which to which of the words those in ``text[start:end]`` are."""
    first = bisect_left(found, (start, "")) if start else 0
    return first, len(found) if end is None else bisect_left(found, (end, ""))


def _first_letter(found: tuple[tuple[int, str], ...], at: int) -> str:
    """Return a word's first letter; ``*`` for those beyond ASCII, so that few are told apart."""
    letter = found[at][1][0] if at < len(found) else ""
    return letter if letter.isascii() else _ANY


def _opening(head: str) -> str:
    """Return an opening up to the first sign behind its first space."""
    space = head.find(" ")
    return head if space < 0 else head[: space + 2]


def _first_word(head: str) -> str:
    match = WORD.match(head)
    return "#" if head.startswith("#") else match[0] if match else ""


def _next_letter(rest: str) -> str:
    """Return the letter that begins the second word, if only a space is before it."""
    return rest[1] if rest[:1] == " " and rest[1:].isalnum() else _ANY
