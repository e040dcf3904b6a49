"""Whether the name of a place is a person's or a part of a longer name where it stands."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from nlp.names import gazetteers
from nlp.names.headlines import is_headline
from nlp.names.naming import begins_sentence

_BEFORE = re.compile(r"(?:^|[\s(\"'“‘—–-])([A-Z][\w'’-]{0,30}\.?) $")
_AFTER = re.compile(r" (?:[A-Z]\. )?([A-Z][\w'’-]{1,30})")
_INITIAL = re.compile(r"[A-Z]\.")
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|son|daughter|wife|husband|father|mother|uncle|aunt|cousin|friend"
    r"|girlfriend|boyfriend|fianc[eé]e?|named|called|nicknamed) $"
)
_AGE = re.compile(r", (?:aged )?[1-9]\d(?:,| and\b)")
_COUNTY = re.compile(r"[ ]County$", re.IGNORECASE)
_SHARED = frozenset({"Counties", "Parishes"})
"""Nouns that the names on a list share."""
_REACH = 36


class Part(Enum):
    """What a name of a place is beside its neighbours."""

    ALONE = "alone"
    LONGER = "longer"
    """A part of some longer name: Real Madrid, Boston Globe."""
    PERSON = "person"
    """A person's: Jack London, Mr. Lincoln."""


def part(text: str, start: int, end: int) -> Part:
    """Return what the capitalised words on both sides make of a name.

    >>> text = "Jack London wrote to Mr. Lincoln about it in an old Paris Match"
    >>> [part(text, text.index(n), text.index(n) + len(n)) for n in ("London", "Lincoln", "Paris")]
    [<Part.PERSON: 'person'>, <Part.PERSON: 'person'>, <Part.LONGER: 'longer'>]
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before:
        word = before[1]
        if word in _titles() or word in _given() or _INITIAL.fullmatch(word):
            return Part.PERSON
    if _KIN.search(text, max(0, start - _REACH), start) or _AGE.match(text, end):
        return Part.PERSON
    following = _AFTER.match(text, end)
    if following and _COUNTY.search(text, start, end):
        is_paper = following[1] in gazetteers.words("papers")
        return Part.LONGER if is_paper else Part.ALONE
    if following and following[1] not in _SHARED and _joins(following[1]):
        if text[start:end].lower() in given_names():
            return Part.PERSON
        if not is_headline(text, start, end):
            return Part.LONGER
    if before and _is_name(text, before) and not is_headline(text, start, end):
        return Part.LONGER
    return Part.ALONE


def _joins(word: str) -> bool:
    """Say whether a capitalised word behind makes it a longer name."""
    word = word.rstrip("'’").removesuffix("'s").removesuffix("’s")
    if word in gazetteers.words("plain-capitals") or word in gazetteers.words("of-a-place"):
        return False
    return not word.isupper() or word in gazetteers.words("names-after-places")


def _is_name(text: str, before: re.Match[str]) -> bool:
    """Say whether the capitalised word before makes it a longer name: Real Madrid."""
    word = before[1]
    if word in gazetteers.words("plain-capitals") or word in gazetteers.words("sides"):
        return False
    return not word.endswith((".", "'s", "’s")) and not begins_sentence(text, before.start(1))


@cache
def given_names() -> frozenset[str]:
    """Return common given names, in lower case."""
    return frozenset(name.lower() for name in _given())


def _given() -> frozenset[str]:
    return gazetteers.words("given-names")


def _titles() -> frozenset[str]:
    return gazetteers.words("titles")
