"""Text, cut into the tokens that times are made of; all else is one token of kind ``other``.

The text is cut into words and characters once; what each is comes from the lexicon, or, for figures
and words that may be several things, from its shape and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from nlp.times import zones
from nlp.times.lexicon import Word, canonical, lexicon

MARKS = {
    ",": "comma",
    "(": "lpar",
    ")": "rpar",
    "/": "slash",
    "~": "approx",
    **dict.fromkeys("-–—‑−", "dash"),
    **dict.fromkeys("'’", "quote"),
    **dict.fromkeys('.;:!?"”', "stop"),
}

SHAPES = (
    *(
        "iso_datetime",
        "iso_date",
        "iso_month",
        "num_date",
        "short_date",
        "clock",
        "dotclock",
        "decade",
    ),
    *("ordnum", "num", "int", "decimal", "year", "hhmm", "zone"),
)
"""Kinds that come from shape; the others are the lexicon's, the marks', and ``other``."""

_PIECES = re.compile(r"[^\W\d_]+ ?|\n[ \t\r]{0,9}\n|[\s\S]")
"""Words with the space behind them, empty lines, each other character: together, the whole text."""
_FIGURE = re.compile(
    r"""
      (?P<iso_datetime>\d{4}-\d\d-\d\dT\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?(?:Z\b|[+-]\d\d:?\d\d)?)
    | (?P<iso_date>\d{4}(?:-\d\d-\d\d|/\d\d/\d\d)(?!\d))
    | (?P<iso_month>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d/-]))
    | (?P<num_date>\d{1,2}(?:/\d{1,2}/(?:\d{4}|\d\d)|[.]\d{1,2}[.]\d{4}|-\d{1,2}-\d{4})(?![\d/]))
    | (?P<short_date>\d{1,2}/\d{1,2}(?![\d/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?!\d|:\d))
    | (?P<decade>(?:\d{2})?\d0['’]?s\b)
    | (?P<ordnum>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<number>\d+(?:[.,]\d+)*)
    """,
    re.VERBOSE,
)
_LOOK = "look"
_DIGIT = "digit"
_HEAD = "head"
"""A word that begins phrases; in small letters, and not after a figure, it needs no other look."""
_SPACE = Word("space", "")
_FIGURES = "0123456789"
_SIGNS = "+-−"
_MERIDIEM = re.compile(r"[AaPp]\.?[ ]?[Mm]\b\.?")
_OFFSET = re.compile(r"(?:UTC|GMT)[ ]?[+\-−]\d{1,2}(?::?\d\d)?\b|[+−-]\d\d:?\d\d(?=\))")
_IANA = re.compile(r"[A-Z][A-Za-z]{1,11}/[A-Z][A-Za-z_]{1,20}\b")
_MERIDIEM_BEFORE = frozenset({"num", "clock", "dotclock", "hhmm", "numword", "int", "year"})
_MAY_TOUCH = frozenset({"meridiem", "zone", "unit", "units", "unit_or_word", "month"})
_RANGE_HEADS = frozenset({"num", "clock", "year", "meridiem", "zone", "early", "iso_date"})
_RANGE_HEADS |= {"month", "weekday", "month_or_word", "weekday_or_word", "short_date", "int"}
_REGIONS = frozenset({"africa", "america", "antarctica", "asia", "atlantic", "australia"})
_REGIONS |= {"europe", "indian", "pacific", "us", "etc"}
_SPOILERS = frozenset("$€£¥₹#@\\&=?%_*^<>|[{+")


class Token(NamedTuple):
    """A piece of text: ``text[start:end]``."""

    kind: str
    start: int
    end: int
    value: int | str


OTHER = Token("other", 0, 0, "")
_made = tuple.__new__
"""Makes a token without the names of its fields: there are hundreds in a text."""


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text in order; a run of what is no part of a time is one ``other``."""
    found: list[Token] = []
    pieces = _PIECES.findall(text)
    # Pieces are looked up, and their places counted, in C: most are no part of a time.
    known = map(_known().get, map(str.lower, pieces))
    starts = accumulate(map(len, pieces), initial=0)  # and where the last piece ends
    previous, skip = OTHER, 0
    for piece, entry, start in zip(pieces, known, starts, strict=False):
        if entry is _SPACE or start < skip:
            continue
        if entry is None and piece[0] != "\n":  # most often; the rest of the loop is spared
            if previous.kind != "other":
                found.append(OTHER)
            previous = OTHER
            continue
        if entry is None:
            token = Token("gap", start, start + len(piece), "")
        elif entry.kind is _DIGIT:
            token = _figure(text, start, found) or Token("other", start, _digits(text, start), "")
        elif entry.kind is _HEAD and piece.islower() and previous.kind not in _MERIDIEM_BEFORE:
            token = _phrase(text, start, piece.rstrip())
        elif entry.kind is _HEAD or entry.kind is _LOOK:
            token = _look(text, start, piece.rstrip(), previous)
        else:
            end = start + len(piece.rstrip())
            token = _made(Token, (entry.kind, start, end, entry.value))
        skip = token.end
        if token.kind != "other" or previous.kind != "other":
            found.append(token)
        previous = token
    return found


def _phrase(text: str, start: int, head: str) -> Token:
    """Return the phrase that a word begins, else what the word is by itself."""
    words = lexicon()
    end = start + len(head)
    entry = words.words.get(head)
    if more := words.tails[head].match(text, end):
        end = more.end()
        entry = words.words.get(canonical(text[start:end]))
    if entry is None or entry.capital:
        return OTHER
    value = text[start:end] if entry.kind == "zone" else entry.value
    return _made(Token, (entry.kind, start, end, value))


def _look(text: str, start: int, piece: str, previous: Token) -> Token:
    """Return a token whose kind what stands around it decides."""
    token = _sign(text, start) if piece in _SIGNS else _word(text, start, piece, previous)
    return token or OTHER


_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def _digits(text: str, start: int) -> int:
    match = _DIGITS.match(text, start)
    return match.end() if match else start


@cache
def _known() -> dict[str, Word]:
    """What each piece is, in lower case: a token whatever stands beside it, or one to look at."""
    words = lexicon()
    zoned = (name.lower() for name in zones.lexicon().abbreviations)
    look = {*_REGIONS, *zoned, "p", "am", "pm"}
    look |= {word for word, entry in words.words.items() if entry.capital}
    known = {
        **words.words,
        **dict.fromkeys(words.tails, Word(_HEAD, "")),
        **dict.fromkeys(look, Word(_LOOK, "")),
    }
    return {
        **known,
        **{f"{word} ": entry for word, entry in known.items()},
        **{mark: Word(kind, mark) for mark, kind in MARKS.items()},
        **dict.fromkeys(_SIGNS, Word(_LOOK, "")),
        **dict.fromkeys(_FIGURES, Word(_DIGIT, "")),
        **dict.fromkeys(" \t\r\n", _SPACE),
    }


def _figure(text: str, start: int, before: list[Token]) -> Token | None:
    match = _FIGURE.match(text, start)
    if match is None:
        return None
    if match.lastgroup == "number":
        token = _number(match)
    else:
        token = Token(match.lastgroup or "", start, match.end(), match.group())
    return token if token and _stands_free(text, token, before) else None


def _stands_free(text: str, token: Token, before: list[Token]) -> bool:
    """Whether a figure is a figure of its own, not of a version, price, name or address."""
    after = text[token.end : token.end + 2]
    if after[:1] in ("%", "_") or (after[:1] in ("-", "/") and _is_name(text, token)):
        return False
    if after[:1].isalpha() and not _touches(text, token.end):
        return False
    last = text[token.start - 1] if token.start else " "
    previous = before[-1] if before else OTHER
    if last in _SPOILERS or (
        last.isalpha() and previous.kind not in ("unit_or_word", "zone", "fiscal")
    ):
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


def _word(text: str, start: int, word: str, before: Token) -> Token | None:
    if before.kind in _MERIDIEM_BEFORE and word[0] in "AaPp":
        match = _MERIDIEM.match(text, start)
        if match:
            raw, end = match.group(), match.end()
            if raw.endswith(".") and "." not in raw[:-1]:  # "9 pm." ends a sentence
                end -= 1
            return Token("meridiem", start, end, raw[0].lower() + "m")
    if word in ("UTC", "GMT") or text.startswith("/", start + len(word)):
        match = _OFFSET.match(text, start) or _IANA.match(text, start)
        if match and zones.readings(match.group()):
            return Token("zone", start, match.end(), match.group())
    return _lookup(text, start, word, before)


def _lookup(text: str, start: int, word: str, before: Token) -> Token | None:
    words = lexicon()
    lower = word.lower()
    end = start + len(word)
    tail = words.tails.get(lower)
    if tail and (more := tail.match(text, end)):
        end = more.end()
        entry: Word | None = words.words.get(canonical(text[start:end]))
    else:
        entry = words.words.get(lower)
    if entry and not (entry.capital and not word[0].isupper()):
        return Token(
            entry.kind, start, end, text[start:end] if entry.kind == "zone" else entry.value
        )
    if _may_be_zone(word, before) and zones.readings(word):
        return Token("zone", start, start + len(word), word)
    return None


def _may_be_zone(word: str, before: Token) -> bool:
    if not word.isupper() and before.kind not in ("clock", "meridiem", "dotclock"):
        return False
    return word.isascii()


def _sign(text: str, start: int) -> Token | None:
    """Return a sign, which may begin an offset from UTC: ``14:00 (+02:00)``."""
    sign = text[start]
    match = _OFFSET.match(text, start) if text[start - 1 : start] in ("(", " ") else None
    if match and zones.readings(match.group()):
        return Token("zone", start, match.end(), match.group())
    kind = MARKS.get(sign)
    return Token(kind, start, start + 1, sign) if kind else None


def kinds(lexicon_kinds: tuple[str, ...]) -> Iterator[str]:
    """Yield every kind that a token can have."""
    yield from ("other", "gap", *SHAPES, *dict.fromkeys(MARKS.values()))
    yield from (kind for kind in lexicon_kinds if kind not in MARKS.values())
