"""Which kinds of token a pattern of the grammar can begin with, so that few rules are tried.

Patterns are those of :mod:`nlp.times.rules`: names of kinds and macros, groups, alternatives,
``?``, ``{m,n}``, and what looks ahead or behind, which is no part of the match.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PIECE = re.compile(r"[A-Za-z_]+|\(\?<?[=!]|[()|?]|\{\d,\d\}")


def firsts(pattern: str, macros: Mapping[str, str]) -> frozenset[str]:
    """Return the kinds that a match can begin with; raise ``ValueError`` if it can be empty.

    >>> sorted(firsts("approx? (?<=at) (num|CLOCK) zone", {"CLOCK": "clock meridiem?"}))
    ['approx', 'clock', 'num']
    """
    found, empty = _Reader(pattern, macros).alternatives()
    if empty:
        raise ValueError(f"the pattern {pattern!r} fits no tokens at all; let it need one")
    return found


class _Reader:
    def __init__(self, pattern: str, macros: Mapping[str, str]) -> None:
        self._pieces: list[str] = [*_PIECE.findall(pattern), ")"]
        self._macros = macros
        self._at = 0

    def _next(self) -> str:
        self._at += 1
        return self._pieces[self._at - 1]

    def alternatives(self) -> tuple[frozenset[str], bool]:
        """Return the kinds that may come first up to the closing bracket, and whether none need."""
        found, empty = self._sequence()
        while self._next() == "|":
            more, also = self._sequence()
            found, empty = found | more, empty or also
        return found, empty

    def _sequence(self) -> tuple[frozenset[str], bool]:
        found: frozenset[str] = frozenset()
        empty = True
        while self._pieces[self._at] not in ("|", ")"):
            more, skippable = self._item()
            if empty:
                found |= more
            empty = empty and skippable
        return found, empty

    def _item(self) -> tuple[frozenset[str], bool]:
        piece = self._next()
        if piece.startswith("(?"):
            self.alternatives()
            return frozenset(), True
        if piece == "(":
            found, empty = self.alternatives()
        elif piece in self._macros:
            found, empty = _Reader(self._macros[piece], self._macros).alternatives()
        else:
            found, empty = frozenset({piece}), False
        if self._pieces[self._at] == "?" or self._pieces[self._at].startswith("{0"):
            empty = True
        if self._pieces[self._at][0] in "?{":
            self._at += 1
        return found, empty
