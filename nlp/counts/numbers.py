"""How many: amounts as written, in digits or words, made into bounds.

An amount in digits is itself (``13,000``, ``1.4 million``, ``20k``, ``1,50,000``); ``13.000``
without a scale is thirteen thousand, since things that are counted come whole. An amount in words
is read likewise (``two dozen``, ``half a million``). A vague amount bounds from below only, as the
plural says: ``dozens`` is at least 24, ``hundreds`` at least 200, ``tens of thousands`` at least
20,000; ``a few`` and ``several`` mean at least three.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SCALES = {
    "one": 1, "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "b": 1_000_000_000,
    "bn": 1_000_000_000, "hundred": 100, "thousand": 1_000, "lakh": 100_000,
    "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000, "dozen": 12,
}  # fmt: skip
_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PLURALS = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "lakhs": 200_000,
    "millions": 2_000_000, "crores": 20_000_000, "billions": 2_000_000_000,
}  # fmt: skip
_SOME = {"a couple": 2, "a few": 3, "several": 3, "half": 0.5, "half a": 0.5, "quarter of a": 0.25}

_SP = r"[ \t\xa0-]{1,2}"
_SCALE_WORD = "hundred|thousand|lakh|million|crore|billion|dozen"
_PLURAL = "|".join(_PLURALS)
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:[,\u202f]\d{2,3}){1,4}|\d{1,3}(?: \d{3}){1,3}(?!\d)|\d{1,12})"
    rf"(?:\.(?P<part>\d{{1,3}}))?(?:{_SP}(?P<scale>{_SCALE_WORD}|mln|mn|bn)s?\b|(?P<short>k|mn|m|bn|b)\b)?"
    r"(?![\d.,]{0,2}\d)",
    re.IGNORECASE,
)
_NUMBER_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"(?:a|(?:{_NUMBER_WORD}))(?:{_SP}(?:and{_SP})?(?:{_NUMBER_WORD}|{_SCALE_WORD})){{0,8}}\b",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    rf"(?P<some>a{_SP}couple|a{_SP}few|several|half{_SP}a|half|(?:a{_SP})?quarter{_SP}of{_SP}a)"
    rf"(?:{_SP}of)?{_SP}(?P<scale>{_SCALE_WORD})s?\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?:(?P<many>tens|dozens|hundreds|thousands)(?P<of>{_SP}of{_SP}))?"
    rf"(?P<plural>{_PLURAL})(?:{_SP}(?:and|upon){_SP}(?P=plural))?\b",
    re.IGNORECASE,
)
_TENS_OF = {"tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2_000}
STARTERS = frozenset({*_WORDS, *_PLURALS, "a", "tens", "several", "half", "quarter"} - {"zero"})
"""The words that an amount in words can begin with, in lower case."""
_WITH_A = re.compile(
    rf"a{_SP}(?:and|couple|few|quarter|third|fifth|tenth|{_NUMBER_WORD}|{_SCALE_WORD})",
    re.IGNORECASE,
)


_PARTS = {"half": 50, "third": 100 / 3, "quarter": 25, "fifth": 20, "tenth": 10}
_FRACTION = re.compile(
    rf"(?:(?P<half>half)|(?P<times>an?|one|two|three|four){_SP}(?P<part>third|quarter|fifth|tenth)s?)"
    rf"(?={_SP}(?:of|the|all|its|our|their)\b)|(?P<one>one){_SP}in{_SP}(?:every{_SP})?(?P<in>\d{{1,3}}|\w{{3,7}})\b",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """An amount as written at ``text[start:end]``: its bounds, of which the upper may be open."""

    start: int
    end: int
    low: float
    high: float | None
    scale: int = 1
    """What its digits are multiplied by: a million in ``1.4 million``."""
    plain: bool = False
    """Nothing but digits: it may as well be a year, a time or a code."""


def read(text: str, start: int) -> Amount | None:
    """Return the amount that begins at ``start``, or none.

    >>> read("1.4 million people", 0)
    Amount(start=0, end=11, low=1400000.0, high=1400000.0, scale=1000000, plain=False)
    >>> read("tens of thousands", 0)
    Amount(start=0, end=17, low=20000.0, high=None, scale=1, plain=False)
    """
    if text[start].isdecimal():
        return _in_digits(text, start)
    return _vague(text, start) or _some_of(text, start) or _in_words(text, start)


def may_begin_with_a(text: str, start: int) -> bool:
    """Whether an amount may begin with the “a” at ``start``: a hundred, a few. Most are none.

    >>> may_begin_with_a("a dozen", 0), may_begin_with_a("a spokesman", 0)
    (True, False)
    """
    return _WITH_A.match(text, start) is not None


def fraction(text: str, start: int) -> Amount | None:
    """Return the part of a whole that begins at ``start``, in per cent, or none.

    >>> fraction("two-thirds of users", 0)
    Amount(start=0, end=10, low=66.666667, high=66.666667, scale=1, plain=False)
    """
    match = _FRACTION.match(text, start)
    if not match:
        return None
    if match["one"]:
        whole = int(match["in"]) if match["in"].isdecimal() else _WORDS.get(match["in"].lower(), 0)
        value = 100 / whole if whole else 0.0
    else:
        times = (match["times"] or "one").lower()
        value = _WORDS.get(times, 1) * _PARTS[(match["half"] or match["part"]).lower()]
    if not value:
        return None
    value = round(value, 6)
    return Amount(start=start, end=match.end(), low=value, high=value)


def _in_digits(text: str, start: int) -> Amount | None:
    match = _DIGITS.match(text, start)
    if not match or text[match.end() : match.end() + 1].isalpha():
        return None
    if match[0].isdecimal():
        count = float(match[0])
        return Amount(start=start, end=match.end(), low=count, high=count, plain=True)
    whole, part = re.sub(r"\D", "", match["whole"]), match["part"] or ""
    scale = _SCALES[(match["scale"] or match["short"] or "one").lower()]
    if scale == 1 and len(part) == 3 and len(whole) <= 3:
        whole, part = whole + part, ""  # 13.000: a full stop that groups thousands.
    value = round(float(f"{whole}.{part or 0}") * scale, 6)
    return Amount(start=start, end=match.end(), low=value, high=value, scale=scale)


def _vague(text: str, start: int) -> Amount | None:
    match = _VAGUE.match(text, start)
    if not match:
        return None
    low = _PLURALS[match["plural"].lower()]
    if match["many"]:
        low = low // 2 * _TENS_OF[match["many"].lower()]
    return Amount(start=start, end=match.end(), low=float(low), high=None)


def _some_of(text: str, start: int) -> Amount | None:
    match = _SOME_OF.match(text, start)
    if not match:
        return None
    some = re.sub(r"[\s-]+", " ", match["some"].lower())
    factor = _SOME.get(some) or _SOME[some.removeprefix("a ")]
    low = factor * _SCALES[match["scale"].lower()]
    return Amount(start=start, end=match.end(), low=low, high=None if factor == 3 else low)


def _in_words(text: str, start: int) -> Amount | None:
    match = _IN_WORDS.match(text, start)
    words = re.findall(r"[a-z]+", match[0].lower()) if match else []
    if not match or words in (["a"], ["one"]) or words[-1] == "and":
        return None
    total, current = 0, 0
    for word in words:
        if word in _WORDS:
            current += _WORDS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
    value = float(total + current)
    return Amount(start=start, end=match.end(), low=value, high=value)
