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
``won't``          also without its apostrophe, as posts write it
=================  ==============================================================

Every repetition in the expressions is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.words import sets
from nlp.words.inflections import forms
from nlp.words.pieces import ANY, BLANK, EMPTY, NONE, SKIP, SPACE, Piece, any_of, one_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
"""A word: letters and digits, with an apostrophe inside."""
NUMBER = "#"
"""What all numbers are known by."""
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})"
FOLDED_SPACE = r"(?:[ \t-]{1,2}[\"“]?|[ \t]?\r?\n(?!\s))"
"""What stands between two words of a phrase, in a text with plain signs; a quotation may begin."""
_WORDS = r"[a-z0-9]{1,40}(?: [a-z0-9]{1,40}){0,9}"
_TOKEN = re.compile(
    rf"(?P<words>\({_WORDS}(?:\|{_WORDS})*\))|"
    r"\.\.\.|<(?P<verb>[a-z]+)>|\{(?P<set>[a-z-]+)\}|(?P<space>[ -]+)|(?P<mark>[(|)\[\]#])"
    r"|[^\W_]+|."
)
_LED = re.compile(r"(?P<set>\{[a-z-]+\}) (?P<gap>\.\.\. )?(?P<rest>[^\s].*)")


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
    alone: frozenset[str]
    """Those words that it can begin with which may also be all of it."""
    seconds: frozenset[str]
    """What can be the next word, where it goes on."""
    thirds: frozenset[str]
    """What can be the word behind that, likewise."""

    def openings_before(self, firsts: frozenset[str]) -> dict[str, frozenset[str]]:
        """Return how it can begin where a word follows it, which is one of some."""
        if ANY in self.seconds:
            return self.openings
        behind = self.seconds | firsts
        return self.openings | dict.fromkeys(self.alone, behind)

    @property
    def folded(self) -> str:
        """The same for a folded text, in lower case and with plain signs."""
        return self.regex.replace(SPACE, FOLDED_SPACE).replace("'’", "'")


@cache
def parse(phrase: str) -> Phrase:
    """Return the phrase as read; raise :class:`PhraseError` where it is malformed."""
    node = _Reader(phrase.strip()).read()
    nexts = _seconds_of(node)
    openings: dict[str, frozenset[str]] = {}
    glued = set()
    for head in sorted(node.heads | node.firsts):
        first = _first_word(head)
        if not first:
            raise PhraseError(f"{phrase!r}: must begin with a word in every variant")
        if head != first:
            glued.add(first)
        ends = head in node.heads or head != first
        openings[first] = _ANY if ends else openings.get(first, nexts)
    return Phrase(node.regex, openings, node.gapped, node.heads - glued, nexts, _thirds_of(node))


def second(word: str) -> str:
    """Return what a second word is known by: all numbers as one, others up to an apostrophe.

    >>> second("502"), second("user's")
    ('#', 'user')
    """
    if "0" <= word[0] <= "9" or word[0].isdecimal():
        return NUMBER
    return word[: word.index("'")] if "'" in word else word


def _seconds_of(piece: Piece) -> frozenset[str]:
    """Return what can be the second words of a piece; any where one of them is no plain word."""
    found = set()
    for begun in piece.lasts | piece.seconds:
        word = _first_word(begun)
        if not word:
            return _ANY
        found.add(second(word))
    return frozenset(found)


def _thirds_of(piece: Piece) -> frozenset[str]:
    """Return what can be the third words of a piece; any where it may end before.

    And where a part of the second may be a word by itself, as in "wi-fi".
    """
    if piece.lasts or piece.gapped_later:
        return _ANY
    words = {begun: _first_word(begun) for begun in piece.tails | piece.thirds}
    if not all(words.values()) or any(_first_word(begun) != begun for begun in piece.seconds):
        return _ANY
    return frozenset(map(second, words.values()))


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


def endings(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return what a text ends with that ends with one of some phrases, for ``str.endswith``.

    Their words, any of which may be the last; nothing, with which every text ends, where the
    notation makes words of parts.

    >>> endings(["(more|fewer) than", "Over"]), endings(["error[s]"])
    (('fewer', 'more', 'over', 'than'), ('',))
    """
    together = " ".join(phrases).lower()
    if not _UNMADE.fullmatch(together):
        return ("",)
    return tuple(sorted(set(_LETTERS.findall(together))))


_LETTERS = re.compile(r"[a-z0-9]+")
_UNMADE = re.compile(r"[a-z0-9 ()|]*")
_ANY = frozenset({ANY})
_ENDS = frozenset({"|", ")", "]", ""})


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.tokens = list(_TOKEN.finditer(phrase))
        self.marks = [*(token[0] for token in self.tokens), "", "", ""]
        """The tokens as they are written; empty behind the last, and before the first."""
        self.at = 0

    def read(self) -> Piece:
        if not self.tokens:
            raise PhraseError("an empty phrase")
        piece = self._sequence(closed=False)
        if self.marks[self.at]:
            raise PhraseError(f"{self.phrase!r}: unexpected {self.marks[self.at]!r}")
        return piece

    def _sequence(self, *, closed: bool) -> Piece:
        """Read pieces one after the other up to a mark that ends them.

        ``closed``: what comes adds but its expression; most of a phrase is behind its openings.
        """
        piece, begins, solid = EMPTY, self.at, False
        behind = []
        while (mark := self.marks[self.at]) not in _ENDS:
            if mark == "[":
                leads = self.at == begins or self.marks[self.at - 1].isspace()
                more = self._optional(leads=leads, solid=solid, closed=closed)
            elif mark.isspace() and self.marks[self.at + 1] == "[" and self._stands_alone():
                self.at += 1  # The optional word brings its own space.
                continue
            else:
                more, solid = self._piece(closed=closed), True
            if closed:
                behind.append(more.regex)
            else:
                piece = piece.then(more) if piece is not EMPTY else more
                closed = piece.is_closed
        return piece._replace(regex=piece.regex + "".join(behind)) if behind else piece

    def _piece(self, *, closed: bool) -> Piece:
        token, mark = self.tokens[self.at], self.marks[self.at]
        if mark == "(":
            return self._choice(")", closed=closed)
        self.at += 1
        if token.lastgroup == "space":
            if self.marks[self.at] != "..." or not self.marks[self.at + 1].isspace():
                return BLANK
            self.at += 2
            return SKIP
        if token.lastgroup == "words":
            return one_of(mark[1:-1])
        if token.lastgroup == "set":
            return _set(token["set"])
        if token.lastgroup == "verb":
            verbs = forms(token["verb"])
            return Piece(f"(?:{'|'.join(sorted(verbs, reverse=True))})", frozenset(verbs))
        return self._said(mark, closed=closed)

    def _said(self, mark: str, *, closed: bool) -> Piece:
        """Return a word, a number or a sign as it is written."""
        said = mark.lower()
        if mark.isalnum():
            regex = said  # None of its letters means anything to re.
        elif said == "#":
            regex = _NUMBER
        elif said == "'":
            return self._apostrophe(closed=closed)
        elif said in "/&.%+":
            regex = re.escape(said)
        else:
            raise PhraseError(f"{self.phrase!r}: {mark!r} is not of the notation")
        return Piece(regex, NONE if closed else frozenset({said}))

    def _apostrophe(self, *, closed: bool) -> Piece:
        """Return the sign just read, which posts leave out of "won't"."""
        before, after = self.marks[self.at - 2], self.marks[self.at]
        contracts = before[-1:] in "nN" and after in "tT"
        heads = frozenset({"'", ""} if contracts else {"'"})
        return Piece("['’]?" if contracts else "['’]", NONE if closed else heads)

    def _choice(self, closing: str, *, closed: bool) -> Piece:
        """Read ``a|b`` between brackets."""
        options: list[Piece] = []
        while not options or self.marks[self.at] == "|":
            self.at += 1
            options.append(self._sequence(closed=closed))
        if self.marks[self.at] != closing:
            raise PhraseError(f"{self.phrase!r}: {closing!r} is missing")
        self.at += 1
        if closed:
            return Piece(f"(?:{'|'.join([option.regex for option in options])})", NONE)
        return any_of(options)

    def _optional(self, *, leads: bool, solid: bool, closed: bool) -> Piece:
        """Read ``[x]``: an ending where it is glued to a word, else a word with one space."""
        alone = leads and self._stands_alone()
        inner = self._choice("]", closed=closed)
        while alone and self.marks[self.at] == "[":  # The word's own ending.
            inner = inner.then(self._optional(leads=False, solid=True, closed=closed))
        if alone and solid:
            inner = BLANK.then(inner)
        elif alone and self.marks[self.at].isspace():
            inner = inner.then(BLANK)
            self.at += 1
        return inner.or_nothing()

    def _stands_alone(self) -> bool:
        """Whether the next optional is a word of its own: a space or an end follows its endings."""
        depth, place = 0, self.at + self.marks[self.at].isspace()
        while place < len(self.tokens):
            depth += {"[": 1, "]": -1}.get(self.marks[place], 0)
            place += 1
            if not depth and self.marks[place] != "[":
                break
        return self.marks[place] in _ENDS or self.marks[place].isspace()


@lru_cache(maxsize=256)
def _set(name: str) -> Piece:
    """Return a set's phrases as one piece, the longest first."""
    try:
        members = sets.members(name)
    except KeyError:
        raise PhraseError(f"{{{name}}}: no such set in {sets.ORIGIN}") from None
    ordered = sorted(members, key=len, reverse=True)
    return any_of([_Reader(member.strip()).read() for member in ordered])


def _first_word(head: str) -> str:
    match = WORD.match(head)
    return "#" if head.startswith("#") else match[0] if match else ""
