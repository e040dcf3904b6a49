"""Pieces of phrases: the expression of each, and the two words with which it can begin."""

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

    @property
    def is_closed(self) -> bool:
        """Whether it has its two first words: nothing that follows adds to them."""
        return not self.heads and not self.lasts

    def then(self, other: Piece) -> Piece:
        """Return it with another behind it."""
        return Piece(
            self.regex + other.regex,
            _glued(self.heads, other.heads),
            self.firsts | _glued(self.heads, other.firsts),
            _glued(self.lasts, other.heads) | (other.lasts if self.heads else NONE),
            self.seconds
            | _glued(self.lasts, other.firsts)
            | (other.seconds if self.heads else NONE),
            self.gapped or bool(other.gapped and self.heads),
        )

    def or_nothing(self) -> Piece:
        """Return it as one that may be left out."""
        return self._replace(regex=f"(?:{self.regex})?", heads=self.heads | _NOTHING)


def any_of(options: Sequence[Piece]) -> Piece:
    """Return a piece that is one of several."""
    regexes, heads, firsts, lasts, seconds, gapped = zip(*options, strict=True)
    return Piece(
        f"(?:{'|'.join(regexes)})",
        NONE.union(*heads),
        NONE.union(*firsts),
        NONE.union(*lasts),
        NONE.union(*seconds),
        any(gapped),
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
    )


def _glued(parts: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return all that a part of a word can become by what follows it."""
    if others == _NOTHING or not parts:
        return parts
    return frozenset([part + other for part in parts for other in others])


NONE: frozenset[str] = frozenset()
_NOTHING = frozenset({""})
EMPTY = Piece("", _NOTHING)
BLANK = Piece(SPACE, NONE, _NOTHING, _NOTHING)
SKIP = Piece(_GAP, NONE, _NOTHING, _NOTHING, gapped=True)
