"""Text, cut into the tokens that times are made of; all else is one token of kind ``other``.

The text is cut into words and characters once; what each is comes from the lexicon, or, for figures
and words that may be several things, from its shape and its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, compress, count

from nlp.times import zones
from nlp.times.figures import OTHER, SHAPES, Token, figure
from nlp.times.lexicon import KINDS, Word, canonical, lexicon

MARKS = {
    ",": "comma",
    "(": "lpar",
    ")": "rpar",
    "/": "slash",
    "@": "at",
    "~": "approx",
    **dict.fromkeys("-–—‑−", "dash"),
    **dict.fromkeys("'’", "quote"),
    **dict.fromkeys('.;:!?"”', "stop"),
}

_PIECES = re.compile(
    r"[a-z\u00aa-\u1fff\u2c00-\u2fff\u3040-\ufeff\uff66-\U0010ffff]+ ?|\n[ \t\r]{0,9}\n|[\s\S]"
)
"""Words with the space behind them, empty lines, each other character: together, the whole text.

Letters by their ranges: that is twice as fast as by their category."""
_AT_AN_HOUR = re.compile(
    r"at (?:half )?"
    r"(?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?:ten|fifteen|twenty|thirty|forty|fifty)(?:[ -][a-z]{3,5})?)?(?:[.,;!?]|\Z))"
)
"""Before an hour in a word, which by itself is no part of a time oftener than not."""
_DOTTED_HALF = re.compile(r"(?<=[a-z] )[ap]\.m\b")
"""Behind an hour in a word: "six a.m."; one in figures needs no other core."""
_WORD = re.compile(r"[^\W\d_]+")
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
_REGIONS = frozenset({"africa", "america", "antarctica", "asia", "atlantic", "australia"})
_REGIONS |= {"europe", "indian", "pacific", "us", "etc"}
GAP = Token("gap", 0, 0, "")
_made = tuple.__new__
"""Makes a token without the names of its fields: there are hundreds in a text."""


def tokens(text: str) -> list[Token]:
    """Return the tokens of the stretches of a text in which a time may be, in order.

    What is no part of a time is left out; where something was, there is one token ``other``.
    """
    found: list[Token] = []
    lower = _lower(text)
    pieces = _PIECES.findall(lower)
    # Pieces are looked up, and their places counted, in C: most are no part of a time.
    entries = list(map(_known().get, pieces))
    starts = list(accumulate(map(len, pieces), initial=0))
    done = -1
    for core in _core_positions(lower, pieces, starts):
        if core < done:
            continue
        first = core
        while first > done + 1 and entries[first - 1] is not None:
            first -= 1
        if first > done + 1:
            found.append(GAP if pieces[first - 1][0] == "\n" else OTHER)
        done = _stretch(text, pieces, entries, starts, first, found)
        if done < len(pieces):
            found.append(GAP if pieces[done][0] == "\n" else OTHER)
    return found


def _core_positions(lower: str, pieces: list[str], starts: list[int]) -> Iterable[int]:
    """Return the positions of the pieces about which a time may be, in order."""
    found = compress(count(), map(_cores().__contains__, pieces))
    hours = [bisect_right(starts, at.end()) - 1 for at in _AT_AN_HOUR.finditer(lower)]
    if ".m" in lower:
        hours += [bisect_right(starts, at.start()) - 1 for at in _DOTTED_HALF.finditer(lower)]
    return sorted({*found, *hours}) if hours else found


def _lower(text: str) -> str:
    """Return a text in lower case, letter for letter: a few letters would become two."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower()[0] for letter in text)


def _stretch(
    text: str,
    pieces: list[str],
    entries: list[Word | None],
    starts: list[int],
    first: int,
    found: list[Token],
) -> int:
    """Add the tokens from one piece to the next that is no part of a time; return its position."""
    previous, skip = OTHER, 0
    for at in range(first, len(pieces)):
        entry, start = entries[at], starts[at]
        if start < skip or entry is _SPACE:
            continue
        if entry is None:
            return at
        piece = text[start : start + len(pieces[at].rstrip())]
        if entry.kind is _DIGIT:
            token = figure(text, start, found)
        elif entry.kind is _HEAD and piece.islower() and previous.kind not in _MERIDIEM_BEFORE:
            token = _phrase(text, start, piece)
        elif entry.kind is _HEAD or entry.kind is _LOOK:
            token = _look(text, start, piece, previous)
        else:
            token = _made(Token, (entry.kind, start, start + len(piece), entry.value))
        skip = token.end
        if token.kind != "other" or previous.kind != "other":
            found.append(token)
        previous = token
    return len(pieces)


def _phrase(text: str, start: int, head: str) -> Token:
    """Return the phrase that a word begins, else what the word is by itself."""
    words = lexicon()
    end = start + len(head)
    entry = words.words.get(head)
    tail = words.tails[head]
    if tail and (more := tail.match(text, end)):
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


@cache
def _known() -> dict[str, Word]:
    """What each piece is, in lower case: a token whatever stands beside it, or one to look at."""
    words = lexicon()
    zoned = (name.lower() for name in zones.lexicon().abbreviations)
    look = {*_REGIONS, *zoned, "a", "p", "am", "pm"}
    look |= {word for word, entry in words.words.items() if entry.capital}
    look |= {
        part for phrase in words.phrases for part in _WORD.findall(phrase)
    } - words.words.keys()
    known = {
        **words.words,
        **dict.fromkeys(words.tails.heads, Word(_HEAD, "")),
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


@cache
def _cores() -> frozenset[str]:
    """Return the pieces of which every time has one: of a phrase, its longest word."""
    words = lexicon()
    cores = {word for word, entry in words.words.items() if entry.kind in CORE}
    cores |= {
        max(_WORD.findall(phrase), key=len)
        for phrase in words.phrases
        if words.words[canonical(phrase)].kind in CORE
    }
    return frozenset({*cores, *(f"{word} " for word in cores), *_FIGURES})


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
    tail = words.tails[lower]
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


CORE = frozenset(kinds(KINDS)) - {
    *("other", "gap", *MARKS.values()),
    *("of", "a", "the", "and", "or", "to", "at", "on", "in", "for", "between", "by", "since"),
    *(
        "before",
        "after",
        "approx",
        "edge",
        "this",
        "last",
        "next",
        "coming",
        "same",
        "earlier",
    ),
    *("later", "ago", "hence", "old", "long", "aged", "lasts", "fiscal", "few", "sharp", "final"),
    *("every", "per", "times", "often", "whole", "early", "numword", "bignum", "ordword", "int"),
    *("decimal", "zone", "unit_or_word", "another", "more", "level", "period", "whose"),
}
"""Kinds of which every time has one token."""
