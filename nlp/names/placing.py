"""Which place a name means where it stands, and whether it means one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nlp.names import lands, places
from nlp.names.bearers import Part, given_names, part
from nlp.names.behind import Behind, place_behind, rank, unless_unknown
from nlp.names.homes import Homes
from nlp.names.matching import Surface
from nlp.names.naming import is_cased
from nlp.names.occurrences import Occurrence, Sighting
from nlp.names.places import Place

_ELSEWHERE = 1.0
"""What a state loses where the text names but the countries of its namesakes."""
_LISTABLE, _TOWN = 100_000, 30_000
"""People in cities that make a list one of places, though words and persons are called so too."""
_WORLD_CITY = 1_000_000
_FOR_COUNTRY, _FOR_STATE, _FOR_LAND = 0.5, 1.3, 0.8
"""What votes for a city's country and state, and for a state, add to a rank."""
_MOST_ABROAD, _PLENTY, _AT_HOME = 1.5, 2.2, 1.0
"""What fewer votes than plenty add at most against a world city abroad, as to Paris in Texas.
A paper is named after its own town, and needs but one."""

_TIME = re.compile(r"(?:'s)?(?: standard| daylight| summer)? times?\b")
_ZONE = re.compile(r"(?:America|Africa|Asia|Europe|Australia|Pacific|Atlantic|Indian)/[A-Z]")
_NO_NAME = re.compile(r"\$|-\d")
"""Behind what is a currency or begins an id: AU$, eu-1."""
_US_ZONE = re.compile(r"/(?:pacific|eastern|central|mountain|alaska|hawaii|arizona)")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_LISTED = re.compile(r", |,? and |,? or | to | through ")
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,30})[ ]$")
_WORD_AFTER = re.compile(r" ([^\W\d_]{1,30})")


def whole(name: str) -> Place | None:
    """Return the place that a name on an official list means, if the gazetteer has it."""
    known = [place for place in places.index().whole(name) if place]
    return max(known, key=rank) if known else None


def settle(
    surface: Surface,
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
    text, folded = surface.text, surface.folded
    written = [
        Sighting(item.start, item.end, known)
        for item in sightings
        if (known := _as_written(text, folded, item))
    ]
    starts = {item.start: item for item in written}
    if not written:
        return
    said = _Said(publisher)
    said.homes.say(surface.words)
    for item in within_names:
        said.homes.vote(folded[item.start : item.end], item.candidates)
    for item in written:
        role = part(text, item.start, item.end)
        said.take(folded, item, role, place_behind(text, starts, item))
        owner = lands.owner_of(folded, starts, item)
        if owner:
            said.told[folded[item.start : item.end]] = owner
    for start, beside in _lists(text, written, said.parts):
        said.listed[start] = tuple(max(other.candidates, key=rank) for other in beside)
        said.states[start] = {state for other in beside for state in _states_of(folded, other)}
    last = -1
    for item in written:
        if item.start < last:
            continue  # The state behind the city before it.
        name = folded[item.start : item.end]
        behind = said.behind.get(item.start)
        place = behind.place if behind else lands.named_after(folded, item, said.choose(item, name))
        place = place if behind else unless_unknown(text, starts, item, place)
        if behind or said.of(text, folded, item, place).is_meant():
            last = item.end
            yield item, place
            if behind:
                yield behind.written, behind.wider
                last = behind.written.end


class _Said:
    """What a text says of the places and persons that it names."""

    def __init__(self, publisher: str) -> None:
        self.publisher = publisher.lower()
        self.homes = Homes(publisher)
        self.behind: dict[int, Behind] = {}
        self.told: dict[str, Place] = {}
        """Names that are told apart somewhere in the text: Paris after "Paris, Texas"."""
        self.persons: set[str] = set()
        self.parts: dict[int, Part] = {}
        self.listed: dict[int, tuple[Place, ...]] = {}
        """What stands beside a name on a list, by where it starts."""
        self.states: dict[int, set[str]] = {}
        """Where the towns beside it may lie whose names are towns' alone."""

    def take(self, folded: str, item: Sighting, role: Part, behind: Behind | None) -> None:
        """Take what one sighting says."""
        name = folded[item.start : item.end]
        self.parts[item.start] = role
        if role is Part.PERSON:
            self.persons.add(name)
        elif behind:
            self.behind[item.start] = behind
            self.told.setdefault(name, behind.place)
            self.homes.vote(f"{name},", (behind.place,))
            self.homes.vote(behind.wider.key, (behind.wider,))
        elif role is Part.ALONE or item.candidates[0].kind not in ("city", "county"):
            self.homes.vote(name, item.candidates)

    def of(self, text: str, folded: str, item: Sighting, place: Place) -> Occurrence:
        """Return what is known of a name where it stands."""
        name = folded[item.start : item.end]
        return Occurrence(
            text,
            folded,
            item,
            place,
            self.parts[item.start],
            nearness=self.homes.nearness(place, name),
            is_told=name in self.told,
            is_known_person=name in self.persons,
            is_at_home=name in self.publisher,
            is_listed=any(_are_alike(place, other) for other in self.listed.get(item.start, ()))
            or place.state in self.states.get(item.start, ()),
        )

    def choose(self, item: Sighting, name: str) -> Place:
        """Return the most likely of several places of one name."""
        told = self.told.get(name)
        if told:
            return told
        states = self._among_states(item)
        if states:
            return states
        first = max(item.candidates, key=rank)
        if len(item.candidates) == 1:
            return first
        countries = {place.country for place in item.candidates}
        named = {code for code in countries if self.homes.votes(code, name) >= 1}
        return max(item.candidates, key=lambda place: self._rank(place, name, first, named))

    def _among_states(self, item: Sighting) -> Place | None:
        """Return the state that a name means beside states: Oregon, Idaho and Washington."""
        beside = {p.country: p.key for p in self.listed.get(item.start, ()) if p.kind == "state"}
        states = [p for p in item.candidates if p.kind == "state" and p.country in beside]
        return states[0] if states and states[0].key not in beside.values() else None

    def _rank(self, place: Place, name: str, first: Place, named: set[str]) -> float:
        """Rank a place by what the text says.

        ``first`` is what its name means elsewhere; ``named``: which of its namesakes' countries
        the text names.
        """
        country = self.homes.votes(place.country, name)
        state = self.homes.votes(place.state, name) if place.state else 0.0
        if place.kind == "state":
            elsewhere = _ELSEWHERE if named and place.country not in named else 0
            most = 2 if first.country != place.country else 1
            votes = _FOR_LAND * (min(country, most) + min(state, 1))
            return rank(place) + votes - elsewhere
        votes = _FOR_COUNTRY * min(country, 1) + _FOR_STATE * min(state, 3)
        is_abroad = first.population >= _WORLD_CITY and first.country != place.country
        plenty = _AT_HOME if name in self.publisher else _PLENTY
        if is_abroad and place.kind == "city" and state < plenty:
            votes = min(votes, _MOST_ABROAD)
        return rank(place) + votes


def _as_written(text: str, folded: str, item: Sighting) -> tuple[Place, ...]:
    """Return the candidates that the letter case and the next signs allow."""
    raw = text[item.start : item.end]
    if _TIME.match(folded, item.end) or _US_ZONE.match(folded, item.end):
        return ()
    if _ZONE.match(text, item.start) or _NO_NAME.match(folded, item.end):
        return ()
    if text[max(0, item.start - 1) : item.start] == "/" and _ZONE.search(
        text, max(0, item.start - 12), item.end
    ):
        return ()
    return tuple(
        place
        for place in item.candidates
        if (raw == place.written if place.exact else raw.islower() or is_cased(raw, place.written))
        and not (place.exact and _is_shouted(text, item))
    )


def _is_shouted(text: str, item: Sighting) -> bool:
    """Say whether the words on both sides are in capitals too, so that US may be us."""
    before = _WORD_BEFORE.search(text, max(0, item.start - 32), item.start)
    after = _WORD_AFTER.match(text, item.end)
    sides = [side[1] for side in (before, after) if side]
    return bool(sides) and all(_CAPITALS.fullmatch(side) for side in sides)


def _lists(
    text: str, written: Sequence[Sighting], parts: Mapping[int, Part]
) -> Iterator[tuple[int, list[Sighting]]]:
    """Yield where a name starts that is on a list, with its neighbours there."""
    links = [
        parts[one.start] is not Part.PERSON is not parts[other.start]
        and _LISTED.fullmatch(text, one.end, other.start) is not None
        for one, other in pairwise(written)
    ]
    for at, item in enumerate(written):
        before = written[at - 1 : at] if at and links[at - 1] else []
        after = written[at + 1 : at + 2] if at < len(links) and links[at] else []
        if before or after:
            yield item.start, [*before, *after]


def _states_of(folded: str, item: Sighting) -> set[str]:
    """Return the states of the towns of a name that is no word's or person's."""
    is_doubtful = item.candidates[0].is_word or folded[item.start : item.end] in given_names()
    return set() if is_doubtful else {place.state for place in item.candidates} - {""}


def _are_alike(place: Place, other: Place) -> bool:
    """Say whether a place may well be listed beside another."""
    if other.kind == "area":
        return place.kind != "people"
    lands = ("country", "state")
    if other.kind in lands or place.kind in lands:
        return place.kind == other.kind
    least = _LISTABLE if other.is_word else _TOWN if other.is_surname else 0
    return other.population >= least
