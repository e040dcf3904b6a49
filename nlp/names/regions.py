"""Regions named in a text: countries, peoples, states, cities, areas, regions of clouds."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import (
    cloud_regions,
    counties,
    gazetteers,
    occurrences,
    places,
    placing,
    surroundings,
)
from nlp.names.matching import Surface, Taken, in_address
from nlp.names.occurrences import Sighting
from nlp.names.places import Place

_LANDS = ("country", "state")
_LOWERED = re.compile(
    r"(?:\b(?:in|near|around|across|outside|throughout|greater|central|downtown) |[(\[]"
    r"|[.!?\n]\s{0,2}|^)(?=[a-z])"
)
"""Where a post may go on with a place in lower case."""
_KNOWN_CITY = 100_000
"""People in cities that a post may name in lower case."""
_LISTED = re.compile(r"^Regions: (.{1,8000})$", re.MULTILINE)
_ITEM = re.compile(r"[^,\s](?:[^,]{0,200}[^,\s])?")
_DATELINE = re.compile(
    r"(?:, [A-Z\d][\w. ]{1,30}){0,2}"
    r"(?: \([A-Z][\w/ ]{1,30}\)(?: ?[—–-]{1,2})? | ?[—–]{1,2} | -{1,2} )"
)


def find(doc: Doc) -> list[Mention]:
    """Return the regions that the text names, in order; none overlap.

    Names within the names of services and publishers, in addresses and in time zones are none.
    The rule tells how a region was found: ``regions:listed`` (by the operator, in the header),
    ``regions:cloud-id``, ``regions:cloud-name``, ``regions:country``, ``regions:people`` (Indian),
    ``regions:state``, ``regions:county``, ``regions:city``, ``regions:area``; ``regions:dateline``,
    ``regions:home`` (London-based) and ``regions:clock`` (5pm in London) are places where somebody
    sits or looks at the clock, not where something fails.
    """
    surface = surroundings.surface(doc)
    text = surface.text
    own, spoken_of = _clouds(doc)
    found, services = _listed(doc, text, own), surroundings.services(doc)
    known = (*found, *services)
    taken = Taken(len(text), ((mention.start, mention.end) for mention in known))
    for region in cloud_regions.find(surface, own=own, spoken_of=spoken_of):
        span = (region.start, region.end)
        if taken.is_free(*span) and not in_address(text, *span):
            taken.take(*span)
            key, name = region.region.key, region.region.name
            found.append(_mention(text, span, key, name, region.rule))
    shortened = {mention.text.split()[0].lower() for mention in services if " " in mention.text}
    known_as = surroundings.context(doc)
    publisher = known_as.publisher if known_as else ""
    found += _places(surface, taken, shortened, publisher, is_post=surroundings.is_post(doc))
    return sorted(found, key=lambda mention: mention.start)


def _places(
    surface: Surface, taken: Taken, shortened: set[str], publisher: str, *, is_post: bool
) -> list[Mention]:
    """Return the regions that the gazetteer of places has.

    ``shortened``: what the text's services may be called for short, as Alaska for Alaska Airlines;
    such a place needs words such as "in" before it.
    """
    text, folded = surface.text, surface.folded
    lowered = {match.end() for match in _LOWERED.finditer(folded)} if is_post else ()
    sightings = [
        Sighting(start, end, tuple(place for place in candidates if place))
        for start, end, candidates in places.index().scan(surface, lowered)
        if None not in candidates
        and (
            text[start].isupper()
            or _is_anywhere(candidates)
            or (start in lowered and _is_lower(folded, start, end, candidates))
        )
    ]
    sightings = _with_counties(text, sightings)
    within = [item for item in sightings if not taken.is_free(item.start, item.end)]
    inside = {item.start for item in within}
    free = [
        item
        for item in sightings
        if item.start not in inside
        and not in_address(text, item.start, item.end)
        and (
            folded[item.start : item.end] not in shortened
            or occurrences.is_said_inside(folded, item.start)
        )
    ]
    found = []
    settled = placing.settle(surface, free, publisher=publisher, within_names=within)
    for sighting, place in settled:
        rule = f"regions:{_stance(text, folded, sighting) or place.kind}"
        found.append(_mention(text, (sighting.start, sighting.end), place.key, place.name, rule))
    return found


def _with_counties(text: str, sightings: list[Sighting]) -> list[Sighting]:
    """Return sightings with the counties that share a noun in place of their namesakes."""
    shared = list(counties.shared(text))
    if not shared:
        return sightings
    covered = Taken(len(text), ((item.start, item.end) for item in shared))
    others = (item for item in sightings if covered.is_free(item.start, item.end))
    return sorted([*shared, *others], key=lambda item: item.start)


def _is_lower(folded: str, start: int, end: int, candidates: list[Place | None]) -> bool:
    """Say whether a post's word in lower case is a place, by what it stands in and is."""
    if not (
        occurrences.is_said_inside(folded, start) or occurrences.is_set_off(folded, start, end)
    ):
        return False
    known = [place for place in candidates if place]
    if any(place.is_word or place.exact for place in known):
        return False
    return any(place.kind in _LANDS or place.population >= _KNOWN_CITY for place in known)


def _is_anywhere(candidates: list[Place | None]) -> bool:
    return any(place and not place.written[:1].isupper() for place in candidates)


def _clouds(doc: Doc) -> tuple[str | None, set[str]]:
    """Return the cloud that speaks, if one does, and the clouds that the text names."""
    own = _cloud_of(surroundings.own_service(doc)) if surroundings.is_official(doc) else None
    named = {_cloud_of(mention.key) for mention in surroundings.services(doc)}
    return own, {cloud for cloud in named if cloud}


def _cloud_of(key: str | None) -> str | None:
    for service in (key, *gazetteers.ancestors(key)):
        if service in cloud_regions.SERVICES:
            return cloud_regions.SERVICES[service]
    return None


def _listed(doc: Doc, text: str, own: str | None) -> list[Mention]:
    """Return the regions that an official report lists in its header."""
    line = _LISTED.search(text) if surroundings.is_official(doc) else None
    if not line:
        return []
    found = []
    for match in _ITEM.finditer(text, line.start(1), line.end(1)):
        region = cloud_regions.listed(match[0], own)
        if region:
            key, name = region.key, region.name
        else:
            place = placing.whole(match[0])
            if place is None:
                continue
            key, name = place.key, place.name
        found.append(_mention(text, match.span(), key, name, "regions:listed"))
    return found


def _stance(text: str, folded: str, sighting: Sighting) -> str | None:
    """Say whether a place is only where somebody sits, or where it is that late."""
    if occurrences.is_home(folded, sighting.end):
        return "home"
    if occurrences.is_by_the_clock(folded, sighting.start):
        return "clock"
    begins_line = sighting.start == 0 or text[sighting.start - 1] == "\n"
    if not begins_line:
        return None
    is_shouted = text[sighting.start : sighting.end].isupper()
    if is_shouted and text.startswith((": ", "—", "–"), sighting.end):
        return "dateline"
    return "dateline" if _DATELINE.match(text, sighting.end) else None


def _mention(text: str, span: tuple[int, int], key: str, name: str, rule: str) -> Mention:
    start, end = span
    return Mention(
        label="REGION",
        start=start,
        end=end,
        text=text[start:end],
        key=key or None,
        name=name,
        rule=rule,
    )
