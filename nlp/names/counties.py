"""Counties that share one noun: ``Wake, Durham and Johnston counties``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.names import places
from nlp.names.occurrences import Sighting
from nlp.names.places import Place

_NOUN = re.compile(r" (?:[Cc]ount(?=ies\b)|[Pp]arish(?=es\b))")
_NOUNS = {"c": "County", "p": "Parish"}
_REACH = 240
_BETWEEN = re.compile(r", and |, or |, | and | or | & ")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,3}")
_WORDS = 3
"""How many words a county's name has at most."""


def shared(text: str) -> Iterator[Sighting]:
    """Yield the names of counties that stand on a list before their noun, as counties."""
    for noun in _NOUN.finditer(text):
        found = list(_listed(text, noun.start(), _NOUNS[noun.group()[1].lower()]))
        if len(found) > 1:
            yield from reversed(found)


def _listed(text: str, end: int, noun: str) -> Iterator[Sighting]:
    """Yield the counties of a list from its last to its first."""
    begin = max(0, end - _REACH)
    starts = [begin, *(match.end() for match in _BETWEEN.finditer(text, begin, end))]
    for start in reversed(starts):
        found = _named(text, start, end, noun)
        if found is None:
            return
        yield found
        if found.start > start:
            return  # What is before it is no name on the list.
        between = _BETWEEN.search(text, max(begin, start - len(", and ")), start)
        end = between.start() if between else start


def _named(text: str, start: int, end: int, noun: str) -> Sighting | None:
    """Return the county whose name ends at an offset: the longest there is."""
    words = [match.start() for match in re.finditer(r"(?<!\S)\S", text[start:end])][-_WORDS:]
    for word in words:
        name = text[start + word : end]
        if _NAME.fullmatch(name) and (candidates := _counties(f"{name} {noun}")):
            return Sighting(start + word, end, candidates)
    return None


def _counties(name: str) -> tuple[Place, ...]:
    return tuple(p for p in places.index().whole(name) if p and p.kind == "county")
