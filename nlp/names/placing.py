"""Which place a name means where it stands, and whether it means one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from nlp.names import gazetteers, places
from nlp.names.bearers import Part, given_names, part
from nlp.names.homes import Homes
from nlp.names.naming import begins_sentence, is_cased
from nlp.names.places import Place

_LARGE, _MIDDLING, _SMALL, _VILLAGE, _TINY = 250_000, 100_000, 15_000, 5_000, 1_000
"""People in cities that need no, little, more and much evidence beside their name."""
_WORLD_CITY = 1_000_000
_BASE = {"country": 7.5, "people": 7.5, "area": 8.0, "state": 6.2, "county": 4.5}
"""What a name means before all else, on the scale of the logarithms of cities' populations."""
_FOR_COUNTRY, _FOR_STATE, _FOR_LAND, _FIRST = 0.5, 1.3, 0.8, 1.0
"""What votes for a city's country and state, for a state, and an editor's word add to a rank."""
_MOST_ABROAD, _PLENTY, _AT_HOME = 1.5, 2.2, 1.0
"""What fewer votes than plenty add at most against a world city abroad, as to Paris in Texas.
A paper is named after its own town, and needs but one."""

_IN = re.compile(
    r"\b(?:in|near|across|around|outside|throughout|within|inside|greater|central|downtown"
    r"|parts of|areas? of|city of|town of|village of|metro|north of|south of|east of|west of"
    r"|suburban|nearby|residents of)[ ]$"
)
_BESIDE = re.compile(
    r"(?:\b(?:from|at|of|to|and|or|for|including|like|between|as|hit|hits|affecting|with|both"
    r"|especially|mainly|mostly|the|east|west|north|south|northern|southern|eastern|western)"
    r"|'s|[,:(])[ ]$"
)
_BEHIND = re.compile(r", ([A-Z][A-Za-z]{0,5}\.(?: ?[A-Z][a-z]{0,2}\.){0,2}|[A-Z]{2,3}\b(?!\.))")
_TIME = re.compile(r"(?:'s)?(?: standard| daylight| summer)? times?\b")
_ZONE = re.compile(r"(?:America|Africa|Asia|Europe|Australia|Pacific|Atlantic|Indian)/[A-Z]")
_US_ZONE = re.compile(r"/(?:pacific|eastern|central|mountain|alaska|hawaii|arizona)")
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
_LANGUAGE_BEFORE = re.compile(r"\b(?:speak(?:s|ing)?|spoke|fluent in|translated into|in) $")
_LANGUAGE_AFTER = re.compile(
    r"(?:-|\s)(?:language|speaking|speakers?|version|subtitles|translation)\b"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of places where it stands in a text."""

    start: int
    end: int
    candidates: tuple[Place, ...]


def whole(name: str) -> Place | None:
    """Return the place that a name on an official list means, if the gazetteer has it."""
    known = [place for place in places.index().whole(name) if place]
    return max(known, key=_rank) if known else None


def settle(
    text: str,
    folded: str,
    sightings: Sequence[Sighting],
    *,
    publisher: str = "",
    within_names: Sequence[Sighting] = (),
) -> Iterator[tuple[Sighting, Place]]:
    """Yield each sighting that names a place, with the place, in order.

    Namesakes are told apart by the state or country behind the name, there or elsewhere in the
    text, then by what the text's other names and its publisher's lie in, then by size. Those
    ``within_names`` of services say no place, but where the text is at home: Bank of Ireland.
    """
    written = [
        Sighting(item.start, item.end, known)
        for item in sightings
        if (known := _as_written(text, folded, item))
    ]
    starts = {item.start: item for item in written}
    said, parts = _Said(publisher), {}
    for item in within_names:
        said.homes.vote(folded[item.start : item.end], item.candidates)
    for item in written:
        parts[item.start] = part(text, item.start, item.end)
        said.take(folded, item, parts[item.start], _place_behind(text, starts, item))
    last = -1
    for item in written:
        if item.start < last:
            continue  # The state behind the city before it.
        name = folded[item.start : item.end]
        behind = said.behind.get(item.start)
        place = behind.place if behind else said.choose(item, name)
        is_beside = behind is not None or _is_listed(text, last, item, place, parts[item.start])
        if is_beside or _Occurrence(text, folded, item, place, parts[item.start]).is_meant(said):
            last = item.end
            yield item, place
            if behind:
                yield behind.written, behind.wider
                last = behind.written.end


@dataclass(frozen=True, slots=True)
class _Behind:
    """A city and the state or country that stands behind it."""

    place: Place
    wider: Place
    written: Sighting
    """Where the wider place stands."""


class _Said:
    """What a text says of the places and persons that it names."""

    def __init__(self, publisher: str) -> None:
        self.publisher = publisher.lower()
        self.homes = Homes(publisher)
        self.behind: dict[int, _Behind] = {}
        self.told: dict[str, Place] = {}
        """Names that are told apart somewhere in the text: Paris after "Paris, Texas"."""
        self.persons: set[str] = set()

    def take(self, folded: str, item: Sighting, role: Part, behind: _Behind | None) -> None:
        """Take what one sighting says."""
        name = folded[item.start : item.end]
        if role is Part.PERSON:
            self.persons.add(name)
        elif behind:
            self.behind[item.start] = behind
            self.told.setdefault(name, behind.place)
            self.homes.vote(f"{name},", (behind.place,))
            self.homes.vote(behind.wider.key, (behind.wider,))
        elif role is Part.ALONE or item.candidates[0].kind not in ("city", "county"):
            self.homes.vote(name, item.candidates)

    def choose(self, item: Sighting, name: str) -> Place:
        """Return the most likely of several places of one name."""
        told = self.told.get(name)
        if told:
            return told
        first = max(item.candidates, key=_rank)
        if len(item.candidates) == 1:
            return first
        return max(item.candidates, key=lambda place: self._rank(place, name, first))

    def _rank(self, place: Place, name: str, first: Place) -> float:
        """Rank a place by what the text says; ``first``: what its name means elsewhere."""
        country = self.homes.votes(place.country, name)
        state = self.homes.votes(place.state, name) if place.state else 0.0
        if place.kind == "state":
            most = 2 if first.country != place.country else 1
            return _rank(place) + _FOR_LAND * (min(country, most) + min(state, 1))
        votes = _FOR_COUNTRY * min(country, 1) + _FOR_STATE * min(state, 3)
        is_abroad = first.population >= _WORLD_CITY and first.country != place.country
        plenty = _AT_HOME if name in self.publisher else _PLENTY
        if is_abroad and place.kind == "city" and state < plenty:
            votes = min(votes, _MOST_ABROAD)
        return _rank(place) + votes


def _rank(place: Place) -> float:
    """Rank a place among its namesakes, whatever the text."""
    base = _BASE.get(place.kind) or log10(place.population + 10)
    return base + (_FIRST if place.is_first else 0)


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


def _place_behind(text: str, starts: dict[int, Sighting], item: Sighting) -> _Behind | None:
    """Return the city with its state or country behind: Ashburn, VA; London, Ontario."""
    if not any(place.kind in ("city", "county") for place in item.candidates):
        return None
    if text[item.end : item.end + 1] not in (",", " "):
        return None
    short = _BEHIND.match(text, item.end)
    state = places.behind().get(short[1]) if short else None
    if short and state:
        return _inside(item, state, Sighting(short.start(1), short.end(1), (state,)))
    gap = 2 if text.startswith(", ", item.end) else 1
    following = starts.get(item.end + gap)
    for place in following.candidates if following else ():
        found = following and place.kind in ("state", "country") and _inside(item, place, following)
        if found:
            return found
    return None


def _inside(item: Sighting, wider: Place, written: Sighting) -> _Behind | None:
    """Return the largest of a name's places in a state or country."""
    inside = [place for place in item.candidates if _lies_in(place, wider)]
    return _Behind(max(inside, key=_rank), wider, written) if inside else None


def _lies_in(place: Place, wider: Place) -> bool:
    if place.kind not in ("city", "county") or place.country != wider.country:
        return False
    return not (wider.kind == "state" and place.state) or place.state == wider.state


def _is_listed(text: str, last: int, item: Sighting, place: Place, role: Part) -> bool:
    """Say whether a city of some size goes on a list of places: Dallas and Charlotte."""
    if last < 0 or place.kind != "city" or place.population < _MIDDLING:
        return False
    return role is Part.ALONE and bool(_LISTED.fullmatch(text, last, item.start))


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """A name of a place where it stands, with the place that it would mean."""

    text: str
    folded: str
    item: Sighting
    place: Place
    role: Part

    def is_meant(self, said: _Said) -> bool:
        """Say whether it means its place here, and not a person, a word or a part of a name."""
        kind = self.place.kind
        if kind == "people":
            return not self._is_language()
        if kind == "area" or is_home(self.folded, self.item.end):
            return True
        if self.role is Part.PERSON:
            return False
        if kind not in ("city", "county"):
            return self._is_land(said)
        return self.role is Part.ALONE and self._is_town(said)

    def _is_land(self, said: _Said) -> bool:
        """Say whether the name of a country or state is not a person's or a word: Chad, Turkey."""
        name = self._name()
        if self._is_inside() or not (name in given_names() or self._is_word()):
            return True
        if self.role is Part.LONGER or name in said.persons:
            return False
        if said.homes.nearness(self.place, name):
            return True
        return self._is_beside() and not begins_sentence(self.text, self.item.start)

    def _is_town(self, said: _Said) -> bool:
        name, size = self._name(), self.place.population
        nearness = said.homes.nearness(self.place, name)
        is_told = name in said.told
        if self._is_inside() and not self._is_word():
            is_only = len(self.item.candidates) == 1 and size >= _TINY
            return size >= _SMALL or is_told or is_only or nearness > (size < _TINY)
        if self._is_inside():
            return size >= _MIDDLING or nearness > 1 or is_told
        if name in said.persons:
            return False
        if self._is_word() or (name in given_names() and size < 5 * _WORLD_CITY):
            return self._is_likely(size, nearness - (size < _WORLD_CITY))
        if is_told or size >= (_LARGE if name.isalpha() else _SMALL) or self.place.kind == "county":
            return True
        return self._is_likely(size, nearness)

    def _is_likely(self, size: int, nearness: int) -> bool:
        """Say whether a lesser city is meant without words such as "in" before it."""
        if nearness < 0 or self.text[self.item.start : self.item.end].isupper():
            return False
        if begins_sentence(self.text, self.item.start):
            return nearness > 1 and size >= _VILLAGE
        if nearness > 1:
            return size >= _VILLAGE or self._is_beside()
        return self._is_beside() and size >= (_SMALL if nearness else _MIDDLING)

    def _is_beside(self) -> bool:
        return bool(_BESIDE.search(self.folded[max(0, self.item.start - 14) : self.item.start]))

    def _is_word(self) -> bool:
        """Say whether the name is also a word that may well begin with a capital."""
        return self.place.is_word or self._name() in gazetteers.words("places-that-are-words")

    def _is_inside(self) -> bool:
        return is_said_inside(self.folded, self.item.start)

    def _is_language(self) -> bool:
        """Say whether a people's name means its language: in French, English-speaking."""
        after = _LANGUAGE_AFTER.match(self.folded, self.item.end)
        if after:
            return True
        before = self.folded[max(0, self.item.start - 16) : self.item.start]
        ends = self.folded[self.item.end : self.item.end + 1] in (".", ",", "")
        return ends and bool(_LANGUAGE_BEFORE.search(before))

    def _name(self) -> str:
        return self.folded[self.item.start : self.item.end]


def is_home(folded: str, end: int) -> bool:
    """Say whether a place is named as somebody's seat: London-based, Toronto police."""
    return bool(_SEAT.match(folded, end))


def is_said_inside(folded: str, start: int) -> bool:
    """Say whether words such as "in" stand before a place."""
    return bool(_IN.search(folded[max(0, start - 14) : start]))


def is_by_the_clock(folded: str, start: int) -> bool:
    """Say whether a place only says where it is that late: 5pm in the UK."""
    return bool(_CLOCK.search(folded, max(0, start - _CLOCK_REACH), start))
