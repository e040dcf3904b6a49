"""Whether a word is one of English; names such as Zyntra are not."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=5_000)
def is_word(word: str) -> bool:
    """Say whether a dictionary has a word, in any case; names are not in it.

    >>> is_word("Outage"), is_word("outages"), is_word("Zyntra")
    (True, True, False)
    """
    words, wanted = _words(), word.lower().encode()
    at = bisect_left(range(len(words)), wanted, key=lambda place: _at(words, place))
    return at < len(words) and _at(words, at) == wanted


def _at(words: bytes, place: int) -> bytes:
    """Return the word of the line on which a place is."""
    return words[words.rfind(b"\n", 0, place) + 1 : words.find(b"\n", place)]


@cache
def _words() -> bytes:
    """Return all words by the alphabet, each on a line: searched as they are, they cost little."""
    return (files("data") / "gazetteer" / "words.txt").read_bytes()
