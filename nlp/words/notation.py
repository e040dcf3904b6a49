"""The notation in which editors write phrases, made into regular expressions.

A phrase is written as it is read, with a little notation:

=================  ==============================================================
``error message``  the words, in any case; a space also matches a hyphen or a line's end
``(slow|poor)``    one of these; the words of a choice may be several
``timeout[s]``     an optional ending; ``error [rate]`` an optional word
``<fail>``         a verb in any form: fail, fails, failed, failing
``{payments}``     any phrase of that set in ``data/lexicons/sets.toml``
``can't ... join`` up to three words between, in the same sentence, no and, or, but
``error #``        a number
=================  ==============================================================

Every repetition in the expressions is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nlp.words import sets
from nlp.words.inflections import forms

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
"""A word: letters and digits, with an apostrophe inside."""
GAP = 3
"""How many words ``...`` may stand for."""

JOINERS = ("and", "or", "but")
"""Words over which ``...`` does not reach."""

_SPACE = r"(?:[ \t\xa0\-‐-―]{1,2}|[ \t]?\r?\n(?!\s))"
_GAP = rf"(?:{_SPACE}(?!(?:{'|'.join(JOINERS)})\b)[\w'’/&.+]{{1,30}}){{0,{GAP}}}?{_SPACE}"
_NUMBER = r"\d{1,9}"
FOLDED_SPACE = r"(?:[ \t-]{1,2}[\"“]?|[ \t]?\r?\n(?!\s))"
"""What stands between two words of a phrase, in a text with plain signs; a quotation may begin."""
_TOKEN = re.compile(
    r"\.\.\.|<(?P<verb>[a-z]+)>|\{(?P<set>[a-z-]+)\}|(?P<space>[ -]+)|(?P<mark>[(|)\[\]#])"
    r"|[^\W_]+|."
)
_LED = re.compile(r"(?P<set>\{[a-z-]+\}) (?P<gap>\.\.\. )?(?P<rest>[^\s].*)")
ANY = "*"
"""Where a word of an opening may be any; the notation itself has no such sign."""


class PhraseError(ValueError):
    """A phrase that the notation does not allow; says what and where."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as read: its regular expression, and how it can begin."""

    regex: str
    """For any text, letter case ignored."""
    openings: dict[str, frozenset[str]]
    """Each word that it can begin with, and those that can be the next, as of :func:`second`."""
    gapped: bool
    """Whether up to :data:`GAP` others may stand between those two."""

    @property
    def folded(self) -> str:
        """The same for a folded text, in lower case and with plain signs."""
        return self.regex.replace(_SPACE, FOLDED_SPACE).replace("'’", "'")


@lru_cache(maxsize=4096)
def parse(phrase: str) -> Phrase:
    """Return the phrase as read; raise :class:`PhraseError` where it is malformed."""
    node = _Reader(phrase.strip()).read()
    nexts = _seconds_of(node)
    openings: dict[str, frozenset[str]] = {}
    for head in sorted(node.heads | node.firsts):
        first = _first_word(head)
        if not first:
            raise PhraseError(f"{phrase!r}: must begin with a word in every variant")
        ends = head in node.heads or head != first
        openings[first] = _ANY if ends else openings.get(first, nexts)
    return Phrase(node.regex, openings, node.gapped)


def second(word: str) -> str:
    """Return what a second word is known by: all numbers as one, others up to an apostrophe.

    >>> second("502"), second("user's")
    ('#', 'user')
    """
    if "0" <= word[0] <= "9" or word[0].isdecimal():
        return "#"
    return word[: word.index("'")] if "'" in word else word


def _seconds_of(node: _Node) -> frozenset[str]:
    """Return what can be the second words of a piece; any where one of them is no plain word."""
    found = set()
    for begun in node.lasts | node.seconds:
        word = _first_word(begun)
        if not word:
            return _ANY
        found.add(second(word))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Led:
    """A phrase that a set leads, taken apart: ``{cannot} ... pay``."""

    lead: str
    """The set, in the notation."""
    gap: bool
    """Whether up to :data:`GAP` words may stand behind it."""
    rest: str


def led(phrase: str) -> Led | None:
    """Return a phrase that begins with a set, taken apart; none if it begins otherwise.

    >>> led("{cannot} ... pay")
    Led(lead='{cannot}', gap=True, rest='pay')
    """
    match = _LED.fullmatch(phrase.strip())
    return Led(match["set"], bool(match["gap"]), match["rest"]) if match else None


def alternation(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest notation first."""
    return "|".join(parse(phrase).regex for phrase in sorted(phrases, key=len, reverse=True))


class _Node(NamedTuple):
    """A piece of a phrase: its regex, and what its first two words can be.

    Which second word follows which first is not told: that would be their product.
    """

    regex: str
    heads: frozenset[str]
    """What it can be as a part of one word."""
    firsts: frozenset[str] = frozenset()
    """What can stand in it before the first space."""
    lasts: frozenset[str] = frozenset()
    """What can stand behind that up to its end, as a part of one word."""
    seconds: frozenset[str] = frozenset()
    """What can stand in it between the first two spaces."""
    gapped: bool = False
    """Whether its first space may stand for other words too."""

    def then(self, other: _Node) -> _Node:
        regex = self.regex + other.regex
        if not self.heads and not self.lasts:
            return self._replace(regex=regex)
        return _Node(
            regex,
            _glued(self.heads, other.heads),
            self.firsts | _glued(self.heads, other.firsts),
            _glued(self.lasts, other.heads) | (other.lasts if self.heads else _NONE),
            self.seconds
            | _glued(self.lasts, other.firsts)
            | (other.seconds if self.heads else _NONE),
            self.gapped or bool(other.gapped and self.heads),
        )


def _glued(parts: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return all that a part of a word can become by what follows it."""
    if others == _NOTHING:
        return parts
    return frozenset([part + other for part in parts for other in others])


_NONE: frozenset[str] = frozenset()
_NOTHING = frozenset({""})
_ANY = frozenset({ANY})
_EMPTY = _Node("", _NOTHING)
_BLANK = _Node(_SPACE, _NONE, _NOTHING, _NOTHING)
_SKIP = _Node(_GAP, _NONE, _NOTHING, _NOTHING, gapped=True)
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
        if token["set"]:
            return _set(token["set"])
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
        return _any_of(options)

    def _optional(self, *, leads: bool, solid: bool) -> _Node:
        """Read ``[x]``: an ending where it is glued to a word, else a word with one space."""
        alone = leads and self._stands_alone()
        inner = self._choice("]")
        while alone and self._mark() == "[":  # The word's own ending.
            inner = inner.then(self._optional(leads=False, solid=True))
        if alone and solid:
            inner = _BLANK.then(inner)
        elif alone and self._mark().isspace():
            inner = inner.then(_BLANK)
            self.at += 1
        return inner._replace(regex=f"(?:{inner.regex})?", heads=inner.heads | _NOTHING)

    def _stands_alone(self) -> bool:
        """Whether the next optional is a word of its own: a space or an end follows its endings."""
        depth, place = 0, self.at + self._mark().isspace()
        while place < len(self.tokens):
            depth += {"[": 1, "]": -1}.get(self.tokens[place][0], 0)
            place += 1
            if not depth and self._mark(place - self.at) != "[":
                break
        after = self._mark(place - self.at)
        return after in _ENDS or after.isspace()


def _any_of(options: list[_Node]) -> _Node:
    regexes, heads, firsts, lasts, seconds, gapped = zip(*options, strict=True)
    return _Node(
        f"(?:{'|'.join(regexes)})",
        _NONE.union(*heads),
        _NONE.union(*firsts),
        _NONE.union(*lasts),
        _NONE.union(*seconds),
        any(gapped),
    )


@lru_cache(maxsize=256)
def _set(name: str) -> _Node:
    """Return a set's phrases as one piece, the longest first."""
    try:
        members = sets.members(name)
    except KeyError:
        raise PhraseError(f"{{{name}}}: no such set in {sets.ORIGIN}") from None
    ordered = sorted(members, key=len, reverse=True)
    return _any_of([_Reader(member.strip()).read() for member in ordered])


def _first_word(head: str) -> str:
    match = WORD.match(head)
    return "#" if head.startswith("#") else match[0] if match else ""
