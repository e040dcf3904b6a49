"""The gazetteer of places: countries, their peoples, states, counties, cities, parts of the world.

Names come from ISO 3166 (pycountry), from GeoNames (:mod:`nlp.geonames`) and, where people say it
otherwise, from ``data/lexicons/places.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, cast

import pycountry

from nlp import collecting, entries, geonames
from nlp.entries import EntryError
from nlp.names import gazetteers
from nlp.names.matching import WORD, Phrases, Surface, fold

PlaceKind = Literal["country", "people", "state", "county", "city", "area"]

_STATE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
"""An ISO 3166-2 code; that it is one is for the tests to say, as their list takes long to load."""
_REMEMBERED = 5_000
"""First words of names that are kept: enough for speed, few enough that memory stays flat."""


class Place(NamedTuple):
    """A place as one name means it."""

    key: str
    """ISO 3166-1 or -2 code, GeoNames id, ``continent:EU``, ``area:emea`` or ``world``."""
    name: str
    """Name for people."""
    kind: PlaceKind
    written: str = ""
    """The name as the gazetteer writes it; empty where letter case does not matter."""
    country: str = ""
    """ISO 3166-1 code of the country that it is or lies in."""
    state: str = ""
    """ISO 3166-2 code of the state that it is or lies in, where one is known."""
    population: int = 0
    """Cities only."""
    exact: bool = False
    """It means the place only in this very case: US, but not us."""
    is_word: bool = False
    """The name is a word of the dictionary too."""
    is_surname: bool = False
    """Many persons bear the name too."""
    is_first: bool = False
    """What its names mean before all others, as Washington the capital."""


class Index:
    """All names of places; ``None`` stands for a name in which a place is none."""

    def __init__(self, edited: Iterable[tuple[str, Place | None]]) -> None:
        """Take the names that editors and ISO 3166 give; GeoNames' are asked for when needed."""
        named = list(edited)
        self._edited = Phrases(named)
        self._begin = {first[0] for name, _ in named if (first := WORD.search(fold(name)))}

    def scan(
        self, surface: Surface, lowered: Container[int] = ()
    ) -> Iterator[tuple[int, int, list[Place | None]]]:
        """Yield start, end and values of each name, leftmost and longest, none overlapping.

        ``lowered``: where a name may begin with a small letter, though no editor wrote it so.
        """
        text, folded, begin, last = surface.text, surface.folded, self._begin, 0
        for start, word in surface.words:
            is_edited = word in begin
            known = _known(word) if text[start].isupper() or start in lowered else None
            if (known is None and not is_edited) or start < last:
                continue
            found = self._edited.at(folded, word, start) if is_edited else _NOTHING
            if known:
                found = _longer(found, known.at(folded, word, start))
            end, values = found
            if values:
                last = end
                yield start, end, values

    def whole(self, phrase: str) -> list[Place | None]:
        """Return the values of a phrase that is given as such, and none if it is none of these."""
        first = WORD.match(fold(phrase))
        known = _known(first[0]) if first else None
        return self.edited(phrase) + (known.whole(phrase) if known else [])

    def edited(self, phrase: str) -> list[Place | None]:
        """Return the same of the names that editors and ISO 3166 give: all countries' are."""
        return self._edited.whole(phrase)


_NOTHING: tuple[int, list[Place | None]] = (0, [])


def _longer(
    one: tuple[int, list[Place | None]], other: tuple[int, list[Place | None]]
) -> tuple[int, list[Place | None]]:
    """Return the longer of two matches, and both where they are as long."""
    if one[0] == other[0]:
        return one[0], one[1] + other[1]
    return one if one[0] > other[0] else other


@lru_cache(maxsize=_REMEMBERED)
def _known(word: str) -> Phrases[Place | None] | None:
    """Return GeoNames' names that begin with a word, if any does."""
    named = [
        (written, place)
        for written, cell in geonames.names(word)
        for place in _meanings(written, geonames.places(cell))
    ]
    return Phrases(named) if named else None


def _meanings(written: str, known: list[geonames.Known]) -> Iterator[Place]:
    """Yield what a name means: a British county before towns abroad that are called after it."""
    towns = any(place.kind == "city" and place.state.startswith("GB") for place in known)
    for place in known:
        is_first = not towns and place.kind == "county" and place.state.startswith("GB")
        yield _place(place, written)._replace(is_first=is_first)


def _place(known: geonames.Known, written: str) -> Place:
    return Place(
        key=known.key,
        name=known.name,
        kind=cast("PlaceKind", known.kind),
        written=written,
        country=known.state[:2],
        state=known.state if "-" in known.state else "",
        population=known.population,
        is_word=known.is_word,
        is_surname=known.is_surname,
    )


@cache
def index() -> Index:
    """Return all names of places.

    Raises :class:`EntryError` where an editor's entry names no known place.
    """
    with collecting.at_rest():
        others = [(name, None) for name in gazetteers.words("names-with-places")]
        named = [(place.written, place) for place in (*_countries(), *_edited())]
        return Index([*named, *others])


@cache
def behind() -> dict[str, Place]:
    """Return states by the short forms that mean them behind a city: Mo., MO."""
    found: dict[str, Place] = {}
    for where, entry in _entries():
        forms = (*entry.get("behind", ()), *entry.get("exact", ()))
        if forms and "-" in entry["key"]:
            base = _base(where, entry)
            found |= {form: base._replace(name=entry["name"], written=form) for form in forms}
    return found


def is_large(name: str) -> bool:
    """Say whether a name is a place's that a reader of news knows; it may be another's too."""
    return any(
        place and (place.kind not in ("city", "county") or place.population >= _LARGE)
        for place in index().whole(name)
    )


_LARGE = 100_000


@lru_cache(maxsize=10_000)
def is_country(name: str) -> bool:
    """Say whether a name is a country's; it may be another place's too."""
    return any(place and place.kind == "country" for place in index().edited(name))


def country_names() -> Iterator[tuple[str, str]]:
    """Yield code and each standard name of the world's countries."""
    for country in pycountry.countries:
        names = {getattr(country, field, "") for field in ("name", "common_name", "official_name")}
        for name in sorted(names):
            if name and "," not in name:
                yield country.alpha_2, name


def _countries() -> Iterator[Place]:
    for code, name in country_names():
        yield Place(key=code, name=name, kind="country", written=name, country=code)


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    lists = dict.fromkeys(("names", "exact", "behind", "peoples"), list)
    fields = {"key": str, "name": str, "first": bool, **lists}
    return entries.read(
        entries.folder("lexicons") / "places.toml", "places", fields, ("key", "name")
    )


def _edited() -> Iterator[Place]:
    """Yield the places of ``data/lexicons/places.toml`` by all their names."""
    for where, entry in _entries():
        base = _base(where, entry)._replace(name=entry["name"], is_first=entry.get("first", False))
        for written in (entry["name"], *entry.get("names", ()), *entry.get("exact", ())):
            yield base._replace(written=written, exact=written in entry.get("exact", ()))
        for written in entry.get("peoples", ()):
            yield base._replace(written=written, kind="people")


def _base(where: str, entry: dict[str, Any]) -> Place:
    """Return what is known of an entry's place; raise :class:`EntryError` where it has no code."""
    key = entry["key"]
    if key == "world" or key.startswith(("continent:", "area:")):
        return Place(key=key, name="", kind="area")
    if key == "XK" or pycountry.countries.get(alpha_2=key):
        # Kosovo has a code in general use that ISO leaves to its users.
        return Place(key=key, name="", kind="country", country=key)
    known = _listed(key, entry["name"]) or geonames.of(key)
    if known:
        return _place(known, "")._replace(is_word=False)
    if _STATE.fullmatch(key) and pycountry.countries.get(alpha_2=key[:2]):
        return Place(key=key, name="", kind="state", country=key[:2], state=key)
    raise EntryError(
        f"{where}: the key is no ISO 3166 code and no GeoNames id of a city; "
        "areas without a code are written area:NAME, continents continent:XX"
    )


def _listed(key: str, name: str) -> geonames.Known | None:
    """Return the place of a key that GeoNames has by the same name: much faster than by its key."""
    first = WORD.search(fold(name))
    cells = [cell for written, cell in geonames.names(first[0] if first else "") if written == name]
    return next((p for cell in cells for p in geonames.places(cell) if p.key == key), None)
