"""Countries and states that a place is said to lie in, or that are named after their town."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlp.names.occurrences import Sighting
from nlp.names.places import Place

_STATE_BEHIND = re.compile(r" (?:state|prefecture|province|governorate|oblast|voivodeship)\b")


def named_after(folded: str, item: Sighting, place: Place) -> Place:
    """Return the state named after its town where that is said: Lagos State, Aomori Prefecture."""
    if place.kind != "city" or not place.state or not _STATE_BEHIND.match(folded, item.end):
        return place
    return place._replace(key=place.state, kind="state", is_word=False)


def owner_of(folded: str, starts: Mapping[int, Sighting], item: Sighting) -> Place | None:
    """Return the land that owns the place behind it: Georgia's Fulton County."""
    owned = starts.get(item.end + 3) if folded.startswith("'s ", item.end) else None
    if owned is None or len(item.candidates) < 2:
        return None
    lands = {
        wider.key: wider
        for wider in item.candidates
        if wider.kind in ("state", "country")
        and any(lies_in(place, wider) for place in owned.candidates)
    }
    return next(iter(lands.values())) if len(lands) == 1 else None


def lies_in(place: Place, wider: Place) -> bool:
    """Say whether a town or county lies in a country or state."""
    if place.kind not in ("city", "county") or place.country != wider.country:
        return False
    return not (wider.kind == "state" and place.state) or place.state == wider.state
