"""A brand of many countries: which of its companies is meant, by what else the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from nlp.mentions import Mention
from nlp.names import gazetteers, places
from nlp.names.gazetteers import Service
from nlp.names.matching import fold

_COUNTRY = re.compile(r"(?:\.(?:com?|net|org))?\.[a-z]{2}$")
"""The end of a host that tells its country: ``.de``, ``.com.au``."""
_ANYWHERE = frozenset({".ai", ".app", ".co", ".fm", ".gg", ".io", ".me", ".so", ".to", ".tv"})


def localised(mentions: list[Mention], folded: str) -> list[Mention]:
    """Return the mentions, a brand's being of its company in the one country that is spoken of.

    The country is named in the text, or a service at home there is: Vodafone, beside Telstra.
    Where services of several countries are named, it stays the brand's.
    """
    brands = {mention.key for mention in mentions if mention.key in _nationals()}
    if not brands:
        return mentions
    homes = {_home(gazetteers.services()[m.key]) for m in mentions if m.key and m.key not in brands}
    homes.discard("")
    local = {brand: _meant(_nationals()[brand], homes, folded) for brand in brands if brand}
    return [_moved(mention, local.get(mention.key or "")) for mention in mentions]


def _moved(mention: Mention, service: Service | None) -> Mention:
    return replace(mention, key=service.key, name=service.name) if service else mention


def _meant(
    candidates: Iterable[tuple[str, Service]], homes: set[str], folded: str
) -> Service | None:
    """Return the only company whose country is spoken of; beside a second country, none."""
    named = [
        service
        for country, service in candidates
        if re.search(rf"\b{re.escape(country)}\b", folded)
    ]
    at_home = [service for _, service in candidates if _home(service) and homes == {_home(service)}]
    unplaced = [service for service in named if not (homes and _home(service))]
    found = at_home or unplaced
    if len(found) != 1 or any(service not in found for service in named):
        return None
    return found[0]


@cache
def _nationals() -> dict[str, tuple[tuple[str, Service], ...]]:
    """Return the companies that are named by a brand and a country, with the country, by brand.

    A country of an alias is the brand's own: MTN Nigeria, which is but MTN in the catalogue.
    """
    known = gazetteers.services()
    found: dict[str, tuple[tuple[str, Service], ...]] = {}
    for service in known.values():
        brand = known.get(service.parent or "")
        for company, name in ((brand, service.name), *((service, one) for one in service.aliases)):
            if company and name.startswith(f"{company.name} "):
                country = name.removeprefix(f"{company.name} ")
                if places.is_country(country):
                    found[company.key] = (*found.get(company.key, ()), (fold(country), service))
    return {
        brand: told for brand, told in found.items() if any(one.key != brand for _, one in told)
    }


def country_of(service: Service) -> str:
    """Return the ISO 3166-1 code of a service's country, which its host may tell; empty for none.

    >>> country_of(gazetteers.services()["telstra"])
    'AU'
    """
    if service.country:
        return service.country
    code = _home(service)[-2:].upper()
    return {"UK": "GB", "EU": ""}.get(code, code)


def _home(service: Service) -> str:
    match = _COUNTRY.search(service.host or "")
    return match[0] if match and match[0] not in _ANYWHERE else ""
