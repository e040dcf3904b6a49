"""Figures in a text, by their shape: clock times, dates, years, ordinals, plain numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlp.times import zones
from nlp.times.lexicon import canonical, lexicon

SHAPES = (
    *("iso_datetime", "iso_date", "iso_month", "num_date", "short_date", "clock", "dotclock"),
    *("decade", "ordnum", "num", "int", "decimal", "year", "hhmm", "zone"),
)
"""Kinds that come from shape; the others are the lexicon's, the marks', and ``other``."""

_FIGURE = re.compile(
    r"""
      (?P<iso_datetime>\d{4}-\d\d-\d\dT\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?(?:Z\b|[+-]\d\d:?\d\d)?)
    | (?P<iso_date>\d{4}(?:-\d\d-\d\d|/\d{1,2}/\d{1,2}|[.]\d\d[.]\d\d)(?![\d/]|[.]\d))
    | (?P<iso_month>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d/-]))
    | (?P<num_date>\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|[.]\d{1,2}[.]\d{4}|-\d{1,2}-\d{4})(?![\d/]))
    | (?P<short_date>\d{1,2}/\d{1,2}(?![\d/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?!\d|[:.]\d))
    | (?P<decade>(?:\d{2})?\d0['’]?s\b)
    | (?P<ordnum>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<number>\d+(?:[.,]\d+)*)
    """,
    re.VERBOSE,
)
_MAY_TOUCH = frozenset(
    {"meridiem", "zone", "unit", "units", "unit_or_word", "month", "ish", "quarter"}
)
_RANGE_HEADS = frozenset({"num", "clock", "year", "meridiem", "zone", "early", "iso_date"})
_RANGE_HEADS |= {"month", "weekday", "month_or_word", "weekday_or_word", "short_date", "int"}
_SPOILERS = frozenset("$€£¥₹#@\\&=?%_*^<>|[{+")
_WRAPS = frozenset("[*_>|")
"""Spoilers in which a log wraps a clock or a date: ``[07:25 AM PST]``, ``**11:20**``."""
_WRAPPED = frozenset({"clock", "dotclock", "iso_datetime", "iso_date", "num_date"})


class Token(NamedTuple):
    """A piece of text: ``text[start:end]``."""

    kind: str
    start: int
    end: int
    value: int | str


OTHER = Token("other", 0, 0, "")


_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def _digits(text: str, start: int) -> int:
    match = _DIGITS.match(text, start)
    return match.end() if match else start


def figure(text: str, start: int, before: list[Token]) -> Token:
    """Return the figure at an offset; of kind ``other`` where it is no part of a time."""
    match = _FIGURE.match(text, start)
    if match is None:
        return Token("other", start, _digits(text, start), "")
    if match.lastgroup == "number":
        token = _number(match)
    else:
        token = Token(match.lastgroup or "", start, match.end(), match.group())
    if token and _stands_free(text, token, before):
        return token
    return Token("other", start, _digits(text, start), "")


def _stands_free(text: str, token: Token, before: list[Token]) -> bool:
    """Whether a figure is a figure of its own, not of a version, price, name or address."""
    after = text[token.end : token.end + 2]
    if after[:1] in ("%", "_") or (after[:1] in ("-", "/") and _is_name(text, token)):
        return False
    if after[:1].isalpha() and not _touches(text, token.end):
        return False
    last = text[token.start - 1] if token.start else " "
    previous = before[-1] if before else OTHER
    spoilt = last in _SPOILERS and not (last in _WRAPS and token.kind in _WRAPPED)
    if spoilt or (last.isalpha() and previous.kind not in ("unit_or_word", "zone", "fiscal")):
        return False
    if last in "-–—/.,:" and token.start > 1 and not text[token.start - 2].isspace():
        mark_free = last in "–—" or previous.kind in ("dash", "slash", "comma")
        return mark_free and len(before) > 1 and before[-2].kind in _RANGE_HEADS
    return True


def _is_name(text: str, token: Token) -> bool:
    """Whether a figure begins a name such as ``365-day.example`` or ``3/image``."""
    following = text[token.end + 1 : token.end + 2]
    return text[token.end] == "/" and following.isalpha() and token.kind != "clock"


_TOUCHING = re.compile(r"(?:[AaPp]\.[ ]?[Mm]|[^\W\d_]{1,9})(?![^\W\d])")


def _touches(text: str, position: int) -> bool:
    """Whether letters directly after a figure are a part of its time: ``9am``, ``14:43Z``."""
    match = _TOUCHING.match(text, position)
    if not match:
        return False
    word = match.group()
    known = lexicon().words.get(canonical(word))
    if known and known.kind in _MAY_TOUCH:
        return True
    return canonical(word).replace(".", "").replace(" ", "") in ("am", "pm") or bool(
        word.isupper() and zones.readings(word)
    )


def _number(match: re.Match[str]) -> Token | None:
    raw = match.group()
    start, end = match.span()
    if raw.isdigit():
        return Token(_whole(raw), start, end, int(raw) if len(raw) < 9 else raw)
    if re.fullmatch(r"\d{1,2}\.[0-5]\d", raw):
        return Token("dotclock", start, end, raw)
    if re.fullmatch(r"\d{1,6}\.\d{1,3}", raw):
        return Token("decimal", start, end, raw)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){1,2}", raw):
        return Token("int", start, end, int(raw.replace(",", "")))
    if listed := re.fullmatch(r"(\d{1,2}),\d{4}", raw):  # "Feb 4,2026"
        return Token("num", start, start + len(listed[1]), int(listed[1]))
    return None


def _whole(raw: str) -> str:
    if len(raw) <= 2:
        return "num"
    if len(raw) == 4:
        if 1000 <= int(raw) <= 2199:
            return "year"
        if int(raw[:2]) < 24 and int(raw[2:]) < 60:
            return "hhmm"
    return "int"
