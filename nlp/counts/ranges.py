"""Two numbers that are one: between 3,000 and 4,000; 3 to 4 million; five or six."""

from __future__ import annotations

import re

from nlp.counts import bounds, numbers
from nlp.counts.numbers import Amount

_TO = re.compile(r"[ \t]?[-–—][ \t]?|[ \t]to[ \t]", re.IGNORECASE)
_AND = re.compile(r"[ \t](?:and|to)[ \t]", re.IGNORECASE)
_OR = re.compile(r"[ \t]or[ \t](?=\w)", re.IGNORECASE)
_OPEN_FROM = re.compile(r"\bfrom\s(?:\S{1,12}\s){0,4}$", re.IGNORECASE)
GLUED = re.compile(r"[:/.]\d|[-–—/'’]\w|[°_@]|[ \t]?(?:[ap]\.?m\b|x\d|×)", re.IGNORECASE)
"""Behind a number that is but a part of something longer."""
_LOOK = 40
_HANDFUL = 100


def read(text: str, amount: Amount) -> Amount:
    """Return the range that the amount begins (“between 3,000 and 4,000”), else the amount."""
    link = _AND if bounds.BETWEEN.search(text, max(0, amount.start - 9), amount.start) else _TO
    match = link.match(text, amount.end)
    or_so = None if match else _OR.match(text, amount.end)
    if or_so and amount.low < _HANDFUL:
        return _either(text, amount, or_so.end())
    if not match or amount.high is None or match.end() >= len(text):
        return amount
    if not text[match.end()].isdecimal() or _OPEN_FROM.search(
        text, max(0, amount.start - _LOOK), amount.start
    ):
        return amount
    upper = numbers.read(text, match.end())
    if not upper or upper.high is None or GLUED.match(text, upper.end):
        return amount
    low = amount.low * (upper.scale if amount.scale == 1 and amount.low < upper.low else 1)
    low = low if low < upper.high else amount.low
    if low >= upper.high:
        return amount
    return amount._replace(end=upper.end, low=low, high=upper.high, plain=False)


def _either(text: str, amount: Amount, start: int) -> Amount:
    """Return the range of a guess between neighbours (“two or three”), else the amount."""
    if start >= len(text) or text[start] in "aA":
        return amount
    upper = numbers.read(text, start)
    if not upper or upper.high is None or not amount.low < upper.high <= 2 * amount.low + 1:
        return amount
    return amount._replace(end=upper.end, high=upper.high, plain=False)
