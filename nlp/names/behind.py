"""The state or country that stands behind a town: Ashburn, VA; London, Ontario."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log10

from nlp.names import lands, places
from nlp.names.occurrences import Sighting
from nlp.names.places import Place

_BASE = {"country": 7.5, "people": 7.5, "area": 8.0, "state": 6.2, "county": 4.5}
"""What a name means before all else, on the scale of the logarithms of cities' populations."""
_FIRST = 1.0
"""What an editor's word adds to a rank."""
_BEHIND = re.compile(r", ([A-Z][A-Za-z]{0,5}\.(?: ?[A-Z][a-z]{0,2}\.){0,2}|[A-Z]{2,3}\b(?!\.))")
_GAP = re.compile(r", | in | ")
"""Between a city and its state or country: Tripoli in Lebanon."""
_TOWN_AND_STATE = frozenset({"US", "CA", "AU"})
"""Where people write a town with its state behind it."""
_GOES_ON = re.compile(r",? (?:and|or|to) |, [A-Z]|'s?\b")
"""How a list goes on: Dallas, California and Ohio."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A city and the state or country that stands behind it."""

    place: Place
    wider: Place
    written: Sighting
    """Where the wider place stands."""


def rank(place: Place) -> float:
    """Rank a place among its namesakes, whatever the text."""
    kind = "country" if place.is_first and place.kind == "state" else place.kind
    base = _BASE.get(kind) or log10(place.population + 10)
    return base + (_FIRST if place.is_first else 0)


def place_behind(text: str, starts: dict[int, Sighting], item: Sighting) -> Behind | None:
    """Return the city with its state or country behind: Ashburn, VA; London, Ontario."""
    if not any(place.kind in ("city", "county") for place in item.candidates):
        return None
    short = _BEHIND.match(text, item.end)
    state = places.behind().get(short[1]) if short else None
    if short and state:
        return _inside(item, state, Sighting(short.start(1), short.end(1), (state,)))
    gap = _GAP.match(text, item.end)
    following = starts.get(gap.end()) if gap else None
    if gap and following and gap[0] == " in " and _may_be_town(following):
        return None  # "Mount Sinai in New York"
    lands = {place.key for place in item.candidates if place.kind == "country"}
    for place in following.candidates if following else ():
        if place.kind == "country" and lands - {place.key}:
            return None  # A list of countries, and not Mali in Guinea.
        found = following and place.kind in ("state", "country") and _inside(item, place, following)
        if found:
            return found
    return None


def unless_unknown(text: str, starts: dict[int, Sighting], item: Sighting, place: Place) -> Place:
    """Return a place, without a key where a state behind it has no town of its name."""
    if not _is_of_elsewhere(text, starts, item, place):
        return place
    return place._replace(key="", name=text[item.start : item.end])


def _is_of_elsewhere(text: str, starts: dict[int, Sighting], item: Sighting, place: Place) -> bool:
    """Say whether a state stands behind a town in which no town is known of its name."""
    if place.kind != "city" or any(one.kind != "city" for one in item.candidates):
        return False
    short = _BEHIND.match(text, item.end)
    if short and short[1] in places.behind():
        return True
    following = starts.get(item.end + 2) if text.startswith(", ", item.end) else None
    state = following and max(following.candidates, key=rank)
    if following is None or state is None or state.kind != "state":
        return False
    if state.country not in _TOWN_AND_STATE:
        return False
    return not _GOES_ON.match(text, following.end)


def _may_be_town(item: Sighting) -> bool:
    return max(item.candidates, key=rank).kind in ("city", "county")


def _inside(item: Sighting, wider: Place, written: Sighting) -> Behind | None:
    """Return the largest of a name's places in a state or country."""
    inside = [place for place in item.candidates if lands.lies_in(place, wider)]
    return Behind(max(inside, key=rank), wider, written) if inside else None
