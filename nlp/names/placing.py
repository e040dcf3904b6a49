"""Which place a name means where it stands, and whether it means one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.names import gazetteers, places
from nlp.names.naming import begins_sentence, is_cased
from nlp.names.places import Place

_LARGE = 1_000_000
"""From this many people on, a city needs no words such as "in" beside its name."""
_MIDDLING = 100_000
"""Below this many people, a city needs "in" or another place beside it."""
_LINE = 120
"""How far a line is looked at, to either side."""
_NEAR_SHARE = 0.1
"""A namesake in a country that the text names wins unless the largest is ten times as large."""

_IN = re.compile(
    r"\b(?:in|near|across|around|outside|throughout|within|inside|greater|central|downtown"
    r"|parts of|areas? of|city of|town of|metro)[ ]$"
)
_BESIDE = re.compile(
    r"(?:\b(?:from|at|of|to|and|or|for|including|like|between|as|hit|hits|affecting|with|both"
    r"|especially|mainly|mostly|the|east|west|north|south|northern|southern|eastern|western)"
    r"|[,:(])[ ]$"
)
_STATE_CODE = re.compile(r", ([A-Z]{2})\b(?!\.)")
_TIME = re.compile(r"(?:'s)?(?: standard| daylight| summer)? times?\b")
_ZONE = re.compile(r"(?:America|Africa|Asia|Europe|Australia|Pacific|Atlantic|Indian)/[A-Z]")
_US_ZONE = re.compile(r"/(?:pacific|eastern|central|mountain|alaska|hawaii|arizona)")
_NAME_AFTER = re.compile(r" ([A-Z][\w'’-]{1,30})")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_LISTED = re.compile(r", |,? and |,? or ")
_SEAT = re.compile(r"-(?:based|headquartered)\b|(?:'s)? (?:police|mayor|council|courts?)\b")
_CLOCK = re.compile(
    r"\b(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s?[ap]\.?m\b\.?)?\s(?:in|on)\s(?:the\s)?"
    r"(?:\w{1,12}\s?\w{0,12}'s?\s)?$"
)
_CLOCK_REACH = 52
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,30})[ ]$")
_WORD_AFTER = re.compile(r" ([^\W\d_]{1,30})")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of places where it stands in a text."""

    start: int
    end: int
    candidates: tuple[Place, ...]


def whole(name: str) -> Place | None:
    """Return the place that a name on an official list means, if the gazetteer has it."""
    known = [place for place in places.index().whole(name) if place]
    return max(known, key=_weight) if known else None


def settle(
    text: str, folded: str, sightings: Sequence[Sighting]
) -> Iterator[tuple[Sighting, Place]]:
    """Yield each sighting that names a place, with the place, in order.

    Namesakes are told apart by the state or country behind the name, then by the countries
    that the text names, then by size.
    """
    written = [
        Sighting(item.start, item.end, known)
        for item in sightings
        if (known := _as_written(text, folded, item))
    ]
    starts = {item.start: item for item in written}
    countries = _countries_named(written)
    last = -1
    for item in written:
        behind = _place_behind(text, starts, item)
        place = _choose(item.candidates, behind, countries)
        is_beside = behind is not None or _is_listed(text, last, item, place)
        if _is_meant(text, folded, item, place, is_beside_place=is_beside):
            last = item.end
            yield item, place


def _as_written(text: str, folded: str, item: Sighting) -> tuple[Place, ...]:
    """Return the candidates that the letter case and the next signs allow."""
    raw = text[item.start : item.end]
    if _TIME.match(folded, item.end) or _US_ZONE.match(folded, item.end):
        return ()
    if _ZONE.match(text, item.start) or folded.startswith("$", item.end):
        return ()
    if text[max(0, item.start - 1) : item.start] == "/" and _ZONE.search(
        text, max(0, item.start - 12), item.end
    ):
        return ()
    return tuple(
        place
        for place in item.candidates
        if (raw == place.written if place.exact else is_cased(raw, place.written))
        and not (place.exact and _is_shouted(text, item))
    )


def _is_shouted(text: str, item: Sighting) -> bool:
    """Say whether the words on both sides are in capitals too, so that US may be us."""
    before = _WORD_BEFORE.search(text, max(0, item.start - 32), item.start)
    after = _WORD_AFTER.match(text, item.end)
    sides = [side[1] for side in (before, after) if side]
    return bool(sides) and all(_CAPITALS.fullmatch(side) for side in sides)


def _countries_named(items: Sequence[Sighting]) -> set[str]:
    """Return the countries that the text names beyond doubt."""
    return {
        item.candidates[0].country
        for item in items
        if len({place.key for place in item.candidates}) == 1
        and item.candidates[0].kind in ("country", "people", "state")
    }


def _place_behind(text: str, starts: dict[int, Sighting], item: Sighting) -> Place | None:
    """Return the state or country behind the name: Ashburn, VA; London, Ontario."""
    code = _STATE_CODE.match(text, item.end)
    if code and code[1] in places.us_states():
        key = places.us_states()[code[1]]
        return Place(key=key, name=code[1], kind="state", country="US", state=key)
    following = starts.get(item.end + 2) if text[item.end : item.end + 2] == ", " else None
    wider = [p for p in following.candidates if p.kind in ("state", "country")] if following else []
    for place in wider:
        if any(_lies_in(candidate, place) for candidate in item.candidates):
            return place
    return None


def _lies_in(city: Place, wider: Place) -> bool:
    if city.kind != "city" or city.country != wider.country:
        return False
    return not (wider.kind == "state" and city.state) or city.state == wider.state


def _choose(candidates: tuple[Place, ...], behind: Place | None, countries: set[str]) -> Place:
    """Return the most likely of several places of one name."""
    inside = [place for place in candidates if behind and _lies_in(place, behind)]
    if inside:
        return max(inside, key=_weight)
    best = max(candidates, key=_weight)
    if best.country in countries:
        return best
    near = [place for place in candidates if place.country in countries]
    if not near:
        return best
    nearest = max(near, key=_weight)
    if best.kind == "city" and nearest.population < best.population * _NEAR_SHARE:
        return best if nearest.kind == "city" else nearest
    return nearest


def _weight(place: Place) -> tuple[int, int]:
    """Rank a country before a large city, that before a state, and a state before other cities."""
    if place.kind == "city":
        return (2 if place.population >= _LARGE else 0), place.population
    return {"country": 4, "people": 3, "area": 3, "state": 1}[place.kind], 0


def _is_listed(text: str, last: int, item: Sighting, place: Place) -> bool:
    """Say whether a city of some size goes on a list of places: Dallas and Charlotte."""
    if last < 0 or place.kind != "city" or place.population < _MIDDLING:
        return False
    return bool(_LISTED.fullmatch(text, last, item.start)) and not _is_in_a_name(text, item)


def _is_meant(
    text: str, folded: str, item: Sighting, place: Place, *, is_beside_place: bool
) -> bool:
    """Say whether a name means its place here, and not a person, a word or a part of a name."""
    if is_beside_place or place.kind in ("area", "people") or is_home(folded, item.end):
        return True
    name = folded[item.start : item.end]
    is_word = name in gazetteers.words("places-that-are-words")
    if not is_word and (place.kind != "city" or place.population >= _enough(name)):
        return not _is_in_a_name(text, item) if place.kind == "city" else True
    if _is_in_a_name(text, item) or text[item.start : item.end].isupper():
        return False
    before = folded[max(0, item.start - 14) : item.start]
    if _IN.search(before):
        return place.kind != "city" or not is_word or place.population >= _MIDDLING
    if is_word or place.population < _MIDDLING or begins_sentence(text, item.start):
        return False
    return bool(_BESIDE.search(before))


def _enough(name: str) -> int:
    """Return how many people make a name certain; one of several words is no other word."""
    return _LARGE if name.isalpha() else _MIDDLING


def is_home(folded: str, end: int) -> bool:
    """Say whether a place is named as somebody's seat: London-based, Toronto police."""
    return bool(_SEAT.match(folded, end))


def is_said_inside(folded: str, start: int) -> bool:
    """Say whether words such as "in" stand before a place."""
    return bool(_IN.search(folded[max(0, start - 14) : start]))


def is_by_the_clock(folded: str, start: int) -> bool:
    """Say whether a place only says where it is that late: 5pm in the UK."""
    return bool(_CLOCK.search(folded, max(0, start - _CLOCK_REACH), start))


def _is_in_a_name(text: str, item: Sighting) -> bool:
    """Say whether a capitalised word behind makes it a longer name: Austin Powers."""
    following = _NAME_AFTER.match(text, item.end)
    if following is None or following[1] in gazetteers.words("plain-capitals"):
        return False
    if following[1] in gazetteers.words("names-after-places"):
        return True
    before = text[max(0, item.start - _LINE) : item.start].rpartition("\n")[2]
    behind = text[item.start : item.end + _LINE].partition("\n")[0]
    return not _is_headline(before + behind)


def _is_headline(line: str) -> bool:
    """Say whether most longer words of a line have capitals, so that a capital says nothing."""
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 8
