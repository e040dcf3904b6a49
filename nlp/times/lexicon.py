"""The words of times, read strictly from ``data/lexicons/times.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nlp import entries
from nlp.entries import EntryError
from nlp.times import worded, zones

FILE = "data/lexicons/times.toml"

KINDS = (
    *("month", "month_or_word", "weekday", "weekday_or_word", "weekdays", "unit", "units"),
    *("unit_or_word", "second", "recent", "parts", "whole", "half_year", "decade_word"),
    *(
        "unit_adjective",
        "numword",
        "bignum",
        "ordword",
        "ordnum",
        "few",
        "half",
        "quarter_hour",
        "meridiem",
        "oclock",
    ),
    *("noonish", "part", "night", "season", "season_or_word", "quarter", "day_word", "tonight"),
    *("vague", "holiday", "last", "previous", "past", "next", "this", "same", "ago", "coming"),
    *("earlier", "later"),
    *("long", "lasting", "unit_end", "fiscal", "aged", "lasts"),
    *(
        "hence",
        "old",
        "every",
        "per",
        "times",
        "often",
        "early",
        "approx",
        "edge",
        "ish",
        "ish_hour",
        "final",
        "sharp",
        "by",
        "since",
        "before",
    ),
    *("another", "more", "level", "period", "whose", "seasons"),
    *("after", "of", "a", "the", "and", "or", "to", "at", "on", "in", "for", "between"),
)
"""The tables of the lexicon: the kinds of word."""

_CAPITAL = frozenset({"month_or_word", "weekday_or_word"})


@dataclass(frozen=True, slots=True)
class Word:
    """What a word or phrase is and means."""

    kind: str
    value: int | str
    capital: bool = False
    """Whether only the capitalised form counts."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words and phrases of times."""

    words: MappingProxyType[str, Word]
    """Single words and phrases in their :func:`canonical` form."""
    phrases: frozenset[str]
    """Phrases as written in the lexicon."""
    tails: Tails
    """For the first word of each phrase, what may follow it: the longest first."""


class Tails(dict[str, re.Pattern[str] | None]):
    """Patterns by the words that they follow, compiled when a text first has such a word."""

    def __init__(self, sources: Mapping[str, Sequence[str]]) -> None:
        """Take what may follow each word, as parts of patterns."""
        super().__init__()
        self.heads = frozenset(sources)
        self._sources = sources

    def __missing__(self, head: str) -> re.Pattern[str] | None:
        if head not in self.heads:
            return None
        source = rf"(?:{_alternatives(self._sources[head])})(?!\w)"
        tail = self[head] = re.compile(source, re.IGNORECASE)
        return tail


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of time words and zone names; raise :class:`EntryError`."""
    words = parse(entries.text(entries.folder("lexicons") / "times.toml", FILE))
    for name in zones.lexicon().names:
        words.setdefault(name, Word("zone", name, capital=name.isascii()))
    words[zones.LOCAL] = Word("zone", zones.LOCAL)
    numbers = {word: int(entry.value) for word, entry in words.items() if entry.kind == "numword"}
    for said, year in worded.years(numbers).items():
        words.setdefault(said, Word("year", year))
    by_form = {canonical(word): entry for word, entry in words.items()}
    phrases = frozenset(word for word in words if not word.isalpha())
    return Lexicon(MappingProxyType(by_form), phrases, Tails(_tails(words)))


def parse(text: str) -> dict[str, Word]:
    """Return the words that TOML text declares; raise :class:`EntryError` where it is wrong."""
    words: dict[str, Word] = {}
    for kind, table in entries.tables(text, FILE).items():
        if kind not in KINDS:
            raise EntryError(f"{FILE}: table [{kind}] is not known; allowed: {', '.join(KINDS)}")
        for word, value in table.items():
            if not isinstance(value, int | str) or isinstance(value, bool):
                raise EntryError(f"{FILE}: [{kind}] {word!r}: write a number or a string")
            if word != word.lower():
                raise EntryError(f"{FILE}: [{kind}] {word!r}: write it in lower case")
            if word in words:
                raise EntryError(
                    f"{FILE}: [{kind}] {word!r} is in [{words[word].kind}] too; keep one"
                )
            words[word] = Word(kind, value, capital=kind in _CAPITAL)
    return words


def _tails(words: dict[str, Word]) -> dict[str, list[str]]:
    tails: dict[str, list[str]] = {}
    for phrase in sorted(words, key=len, reverse=True):
        head = re.match(r"[a-z]+", phrase)
        if head and head.end() < len(phrase):
            tail = re.escape(phrase[head.end() :]).replace(r"\ ", r"\s{1,3}").replace("'", "['’]?")
            tails.setdefault(head.group(), []).append(tail)
    return tails


def _alternatives(tails: Sequence[str]) -> str:
    """Return a pattern of one tail or another; a space that all begin with is tried once."""
    space = r"\s{1,3}"
    if all(tail.startswith(space) for tail in tails):
        return f"{space}(?:{'|'.join(tail.removeprefix(space) for tail in tails)})"
    return "|".join(tails)


def canonical(phrase: str) -> str:
    """Return the form that words are looked up by: lower case, single spaces, no apostrophes.

    >>> canonical("O’Clock")
    'oclock'
    """
    return " ".join(phrase.lower().replace("’", "").replace("'", "").split())
