"""Pieces of phrases: the expression of each, and the three words with which it can begin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

GAP = 3
"""How many words ``...`` may stand for."""
JOINERS = ("and", "or", "but")
"""Words over which ``...`` does not reach."""
SPACE = r"(?:[ \t\xa0\-‐-―]{1,2}|[ \t]?\r?\n(?!\s))"
"""What stands between two words of a phrase."""
ANY = "*"
"""Where a word of an opening may be any; the notation itself has no such sign."""

_GAP = rf"(?:{SPACE}(?!(?:{'|'.join(JOINERS)})\b)[\w'’/&.+]{{1,30}}(?<!\w\w\.)){{0,{GAP}}}?{SPACE}"


class Piece(NamedTuple):
    """A piece of a phrase: its regex, and what its first three words can be.

    Which word follows which is not told: that would be their product.
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
    tails: frozenset[str] = frozenset()
    """What can stand behind the second space up to its end, as a part of one word."""
    thirds: frozenset[str] = frozenset()
    """What can stand in it between the second space and the third."""
    gapped: bool = False
    """Whether its first space may stand for other words too."""
    gapped_later: bool = False
    """Whether its second may."""

    @property
    def is_closed(self) -> bool:
        """Whether it has its three first words: nothing that follows adds to them."""
        return not (self.heads or self.lasts or self.tails)

    def then(self, other: Piece) -> Piece:
        """Return it with another behind it."""
        return Piece(
            self.regex + other.regex,
            _glued(self.heads, other.heads),
            _either(self.firsts, _glued(self.heads, other.firsts)),
            _either(_glued(self.lasts, other.heads), _behind(self.heads, other.lasts)),
            _either(
                self.seconds,
                _glued(self.lasts, other.firsts),
                _behind(self.heads, other.seconds),
            ),
            _either(
                _glued(self.tails, other.heads),
                _behind(self.lasts, other.lasts),
                _behind(self.heads, other.tails),
            ),
            _either(
                self.thirds,
                _glued(self.tails, other.firsts),
                _behind(self.lasts, other.seconds),
                _behind(self.heads, other.thirds),
            ),
            self.gapped or bool(other.gapped and self.heads),
            self.gapped_later
            or bool(other.gapped and self.lasts)
            or bool(other.gapped_later and self.heads),
        )

    def or_nothing(self) -> Piece:
        """Return it as one that may be left out."""
        return self._replace(regex=f"(?:{self.regex})?", heads=self.heads | _NOTHING)


def any_of(options: Sequence[Piece]) -> Piece:
    """Return a piece that is one of several."""
    regexes, heads, firsts, lasts, *words, gapped, later = zip(*options, strict=True)
    seconds, tails, thirds = words
    return Piece(
        f"(?:{'|'.join(regexes)})",
        NONE.union(*heads),
        NONE.union(*firsts),
        NONE.union(*lasts),
        NONE.union(*seconds),
        NONE.union(*tails),
        NONE.union(*thirds),
        any(gapped),
        any(later),
    )


@cache
def one_of(choice: str) -> Piece:
    """Return ``a|b c``: most choices hold but words, and many phrases have the same."""
    options = [option.split(" ") for option in choice.split("|")]
    return Piece(
        f"(?:{'|'.join([SPACE.join(words) for words in options])})",
        heads=frozenset([words[0] for words in options if len(words) == 1]),
        firsts=frozenset([words[0] for words in options if len(words) > 1]),
        lasts=frozenset([words[1] for words in options if len(words) == 2]),
        seconds=frozenset([words[1] for words in options if len(words) > 2]),
        tails=frozenset([words[2] for words in options if len(words) == 3]),
        thirds=frozenset([words[2] for words in options if len(words) > 3]),
    )


def _glued(parts: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return all that a part of a word can become by what follows it."""
    if others == _NOTHING or not parts:
        return parts
    if parts == _NOTHING:
        return others
    return frozenset([part + other for part in parts for other in others])


def _behind(parts: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return what stands in a piece, if there is something that it can stand behind."""
    return others if parts else NONE


def _either(*sets: frozenset[str]) -> frozenset[str]:
    """Return what is in any of some sets, most of which are empty."""
    full = [one for one in sets if one]
    if len(full) < 2:
        return full[0] if full else NONE
    return full[0].union(*full[1:])


NONE: frozenset[str] = frozenset()
_NOTHING = frozenset({""})
EMPTY = Piece("", _NOTHING)
BLANK = Piece(SPACE, NONE, _NOTHING, _NOTHING)
SKIP = Piece(_GAP, NONE, _NOTHING, _NOTHING, gapped=True)
