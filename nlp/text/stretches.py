"""A text in lower case and the stretches of letters in it, once for all who look words up."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

_FOREIGN = dict.fromkeys("“”‘—–…•·\xa0\u202f\u2011", " ")
"""Signs beyond ASCII that many texts have; without them most are ASCII, which takes half the time.
An apostrophe is told apart from what closes a quotation only by the letters on both sides."""


class _Signs(dict[int, str]):
    """What a sign is where stretches are looked for: itself, or a blank."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = self[code] = char if char.isalnum() or char == "'" else " "
        return kept


_SIGNS = _Signs()


def lower(text: str) -> str:
    """Return a text in lower case, as long as before, though "İ" becomes two by itself."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def replaced(text: str, signs: dict[str, str]) -> str:
    """Return a text with other signs; where there are few of them, faster than ``translate``."""
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text


@lru_cache(maxsize=4)
def stretches(text: str) -> tuple[tuple[int, str], ...]:
    """Return the offset and the lower-case form of every run of letters, digits and apostrophes.

    >>> stretches("Can’t join, 'no'!")
    ((0, "can't"), (6, 'join'), (12, "'no'"))
    """
    plain = replaced(lower(text).replace("’", "'"), _FOREIGN)
    pieces = plain.translate(_SIGNS).split(" ")  # In C, where a match a word would be made here.
    starts = accumulate(map(len, pieces), initial=0)
    found = enumerate(zip(starts, pieces, strict=False))
    return tuple([(blanks + start, piece) for blanks, (start, piece) in found if piece])


def words(text: str, word: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    """Return the offset and the lower-case form of every word, which has letters and digits.

    ``word`` matches one in a stretch that has apostrophes too.
    """
    known = stretches(text)
    found: list[tuple[int, str]] = []
    done = 0
    for at in [place for place, (_, letters) in enumerate(known) if "'" in letters]:
        start, letters = known[at]
        found += known[done:at]
        found += [(start + match.start(), match[0]) for match in word.finditer(letters)]
        done = at + 1
    return (*found, *known[done:]) if done else known
