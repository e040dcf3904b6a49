"""Cities, states and counties of GeoNames, read from ``data/gazetteer/places.tsv`` word by word.

The file has one line for all names that begin with one word, and its lines are sorted by it: what
a text does not name is never taken apart. ``data/gazetteer/make.py`` says how it is made.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_REMEMBERED = 5_000
"""What is kept of places that were asked for: enough for speed, so few that memory stays flat."""
_OF_STATE = re.compile(rb"\|([A-Z]{2}-[A-Z0-9]{1,3}),[^|\t\n]*")
_STOP = re.compile(rb"[|\t\n]")
_LONGEST = 80
"""Bytes of what the file says of one place."""
_KINDS = {"c": "city", "s": "state", "d": "county"}


class Known(NamedTuple):
    """A place as one of its names has it."""

    key: str
    """GeoNames id; of a state or county ISO 3166-2 where it has such a code."""
    name: str
    """The name for people."""
    kind: str
    """``city``, ``state`` or ``county``: a first- or second-level division."""
    state: str
    """ISO 3166-2 code of the state that it is or lies in, or of the country alone."""
    population: int
    """0 where it is not known, as for states."""
    is_word: bool
    """The name is a word of the dictionary too."""
    is_surname: bool
    """Many persons bear the name too."""


def names(word: str) -> list[tuple[str, str]]:
    """Return the names that begin with a word in lower case, each with what :func:`places` reads.

    >>> [written for written, _ in names("gotham")]
    ['Gotham']
    """
    prefix = f"{word}\t".encode()
    _, lines = _file()
    at = bisect_left(lines, prefix)
    if at == len(lines) or not lines[at].startswith(prefix):
        return []
    cells = lines[at].decode().split("\t")[1:]
    return [(cell.partition("|")[0], cell) for cell in cells]


def places(cell: str) -> list[Known]:
    """Return the places that a name means.

    >>> places(names("gotham")[0][1])[0].state
    'GB-ENG'
    """
    written, name, *found = cell.split("|")
    return [_known(place, name or written) for place in found]


@lru_cache(maxsize=_REMEMBERED)
def zone_of(city: str) -> str | None:
    """Return the IANA zone of a city by its GeoNames id.

    >>> zone_of("2147714"), zone_of("1")
    ('Australia/Sydney', None)
    """
    place = _fields(city)
    return (_zones()[int(place.split(",")[4])] or None) if place else None


@lru_cache(maxsize=_REMEMBERED)
def of(key: str) -> Known | None:
    """Return the place of a key. For a city's this looks through the whole file: milliseconds."""
    place = _fields(key)
    return _known(place, "") if place else None


def cities() -> Iterator[tuple[str, Known]]:
    """Yield all cities, by each of their names. This takes the whole file apart: a second."""
    for line in _file()[1]:
        for cell in line.decode().split("\t")[1:]:
            for place in places(cell):
                if place.kind == "city":
                    yield cell.partition("|")[0], place


def _known(place: str, name: str) -> Known:
    key, kind, state, population, _ = place.split(",")
    is_surname = kind.endswith("n")
    kind = kind[0]
    return Known(
        key, name, _KINDS[kind.lower()], state, int(population), kind.isupper(), is_surname
    )


def _fields(key: str) -> str:
    """Return what the file says of a key; nothing where it has none such."""
    if "-" in key:
        return _states().get(key, "")
    whole, _ = _file()
    at = whole.find(f"|{key},".encode()) if key and "," not in key else -1
    return _STOP.split(whole[at + 1 : at + _LONGEST], maxsplit=1)[0].decode() if at >= 0 else ""


@cache
def _states() -> dict[str, str]:
    """Return what the file says of each state, by its ISO 3166-2 code: found in one go."""
    whole, _ = _file()
    found: dict[str, str] = {}
    for match in _OF_STATE.finditer(whole):
        found.setdefault(match[1].decode(), match[0][1:].decode())
    return found


@cache
def _file() -> tuple[bytes, list[bytes]]:
    """Return the whole file, and its lines of names."""
    whole = (files("data") / "gazetteer" / "places.tsv").read_bytes()
    return whole, whole.split(b"\n")[2:]


@cache
def _zones() -> list[str]:
    """Return the zones by the numbers that stand for them."""
    whole, _ = _file()
    return whole[: whole.index(b"\n", whole.index(b"\n") + 1)].decode().split("\n")[1].split("\t")
