"""Where a place's clocks are: countries, states and cities, to IANA zones."""

from __future__ import annotations

from nlp import geonames
from nlp.times import zones


def zone_of(place: str) -> str | None:
    """Return the IANA zone of a place, or ``None`` where it has several or is not known.

    A place is an ISO 3166-1 or -2 code or a GeoNames id; a state that is not listed has the zone
    of its country.

    >>> zone_of("GB"), zone_of("US-CA"), zone_of("2147714"), zone_of("US")
    ('Europe/London', 'America/Los_Angeles', 'Australia/Sydney', None)
    """
    if place.isdigit():
        return geonames.zone_of(place)
    listed = zones.lexicon().places
    country = place.partition("-")[0]
    return listed.get(place) or listed.get(country) or zones.only_zone(country)


def country_of(place: str) -> str:
    """Return the ISO 3166-1 code of a place's country; empty where it is not known."""
    if place.isdigit():
        return zones.country_of(geonames.zone_of(place) or "") or ""
    return place.partition("-")[0]
