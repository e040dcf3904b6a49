"""A brand of many countries: which of its companies is meant, by where the text is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import gazetteers, homes, places, surroundings
from nlp.names.gazetteers import Service

_COUNTRY = re.compile(r"(?:\.(?:com?|net|org))?\.[a-z]{2}$")
"""The end of a host that tells its country: ``.de``, ``.com.au``."""
_ANYWHERE = frozenset({".ai", ".app", ".co", ".fm", ".gg", ".io", ".me", ".so", ".to", ".tv"})
_BY_NAME = 3
"""What it weighs that a company of the brand is named with its country."""
_LAND = 2
"""What a country weighs, where a city of it weighs 1: it may be a list of countries."""
_LANDS = ("regions:country", "regions:people", "regions:state")


def find(doc: Doc) -> list[Mention]:
    """Return the services of a text, a brand's being of its company in the land spoken of.

    That is the one of which most is named: itself, its cities, the publisher's, the services that
    are at home there (Vodafone, beside Telstra). Where two lands are named alike, or the brand has
    no company of its own there, it stays the brand's.
    """
    named: list[Mention] = doc._.services
    regions: list[Mention] = doc._.regions
    brands = {mention.key for mention in named if mention.key in _companies()}
    if not brands:
        return named
    known = surroundings.context(doc)
    votes = _of_places(regions)
    votes.update(_of_publisher(known.publisher if known else ""))
    votes.update(_of_services(named, brands))
    local = {
        brand: _meant(_companies()[brand], votes + _of_companies(named, brand)) for brand in brands
    }
    return [_moved(mention, local.get(mention.key or "")) for mention in named]


def _moved(mention: Mention, service: Service | None) -> Mention:
    return replace(mention, key=service.key, name=service.name) if service else mention


def _meant(companies: Mapping[str, Service], votes: Counter[str]) -> Service | None:
    """Return the company of the country that most speaks for, if one is before all others."""
    if not votes:
        return None
    (country, most), *others = votes.most_common(2)
    return companies.get(country) if all(most > count for _, count in others) else None


def _of_places(regions: Iterable[Mention]) -> Counter[str]:
    """Count the lands of the places named, each place once."""
    distinct = {region.key: region for region in regions if region.key}
    votes: Counter[str] = Counter()
    for region in distinct.values():
        votes[_land_of(region)] += _LAND if region.rule in _LANDS else 1
    del votes[""]
    return votes


def _land_of(region: Mention) -> str:
    """Return the ISO 3166-1 code of a region's country; empty where it has none."""
    known = (place for place in places.index().whole(region.text) if place)
    return next((place.country for place in known if place.key == region.key), "")


def _of_publisher(publisher: str) -> Counter[str]:
    ballots = homes.of_publisher(publisher).values()
    return Counter({code for ballot in ballots for code in ballot if len(code) == 2})


def _of_services(named: Iterable[Mention], brands: set[str]) -> Counter[str]:
    """Count the countries in which the other services that a text names are at home."""
    keys = {mention.key for mention in named if mention.key and mention.key not in brands}
    at_home = [_by_host(gazetteers.services()[key]) for key in keys]
    return Counter(country for country in at_home if country)


def _of_companies(named: Iterable[Mention], brand: str | None) -> Counter[str]:
    """Count the companies of a brand that a text names as such."""
    keys = {mention.key for mention in named} - {brand}
    return Counter(
        {code: _BY_NAME for code, one in _companies()[brand or ""].items() if one.key in keys}
    )


@cache
def _companies() -> dict[str, dict[str, Service]]:
    """Return the companies that are named by a brand and a country, by country, by brand.

    A country of an alias is the brand's own: MTN Nigeria, which is but MTN in the catalogue.
    """
    known = gazetteers.services()
    brands = {(service.name, service.kind): service for service in known.values()}
    found: dict[str, dict[str, Service]] = {}
    for service in known.values():
        for name in (service.name, *service.aliases):
            brand, code = _split(name, service, brands)
            if brand and code:
                found.setdefault(brand.key, {})[code] = service
    return {
        brand: told
        for brand, told in found.items()
        if any(one.key != brand for one in told.values())
    }


def _split(
    name: str, service: Service, brands: Mapping[tuple[str, str], Service]
) -> tuple[Service | None, str]:
    """Return the brand and the country that a name is made of: "Airtel Nigeria", of Airtel."""
    words = name.split(" ")
    for size in range(len(words) - 1, 0, -1):
        brand = brands.get((" ".join(words[:size]), service.kind))
        if brand:
            return brand, _code(" ".join(words[size:]))
    return None, ""


def _code(name: str) -> str:
    """Return the code of the country that a name is; empty for none."""
    known = (place for place in places.index().whole(name) if place and place.kind == "country")
    return next((place.country for place in known), "")


def country_of(service: Service) -> str:
    """Return the ISO 3166-1 code of a service's country, which its host may tell; empty for none.

    >>> country_of(gazetteers.services()["telstra"])
    'AU'
    """
    return service.country or _by_host(service)


def _by_host(service: Service) -> str:
    match = _COUNTRY.search(service.host or "")
    if not match or match[0] in _ANYWHERE:
        return ""
    code = match[0][-2:].upper()
    return {"UK": "GB", "EU": ""}.get(code, code)
