"""Which zone each clock time of a text is in, and how that is known."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from nlp.times import localities, zones
from nlp.times.links import Links, hour_of
from nlp.times.timexes import Clock, Expression
from nlp.values import ZoneFrom

NEARBY = 300
"""How many characters away a place may stand to decide what an ambiguous abbreviation means."""


_ADJACENT = 40
_IN = re.compile(r"[ ,(]{1,2}(?:local time[, ]{1,2})?(?:here )?in (?:the )?", re.IGNORECASE)
"""What stands between a clock time and the place whose clock it is."""


_HOUSE = re.compile(
    r"\b(?:[Aa]ll [Tt]imes|[Tt]imes (?:are|shown|given|listed|stated|below|in))"
    r"(?: (?:are|is|shown|given|listed|stated|below|here|in|the)){0,4} "
    r"(?P<zone>[A-Z][A-Za-z/_]{1,30}(?: (?:[Ss]tandard |[Dd]aylight |[Ss]ummer )?[Tt]ime)?)\b",
)
"""A text's own word on whose clock it goes by: ``all times ET``."""


class Zoned(NamedTuple):
    """The zone of one expression."""

    name: str
    """As written, or the IANA name that was assumed."""
    reading: zones.Reading
    origin: ZoneFrom
    known: bool = True
    """Whether it can be told at all: the place of "local time" may not be."""


Homes = Callable[[], Iterable[Sequence[str]]]
"""Gives groups of places (ISO 3166 codes, GeoNames ids), the likeliest home of a text first."""


def nowhere() -> Iterable[Sequence[str]]:
    """Return the homes of a text of which nothing is known."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known about where a text was written and what it speaks of."""

    text: str
    zone: str | None
    """The publisher's home zone."""
    places: Sequence[tuple[int, str]] = ()
    """Offset and ISO 3166 code or GeoNames id of each place named, by offset."""
    day: date | None = None
    """The day of writing, which tells summer time from winter time."""
    homes: Homes = nowhere
    """By whose clocks it goes if neither it nor its publisher says; asked only then."""

    def near(self, start: int, end: int) -> Sequence[tuple[int, str]]:
        """Return the places named from one offset to another."""
        return self.places[bisect(self.places, (start,)) : bisect(self.places, (end + 1,))]


def zone_all(items: Sequence[Expression], links: Links, evidence: Evidence) -> list[Zoned]:
    """Return the zone of each expression, in their order."""
    stated = _explained(items, [_stated(item, evidence) for item in items])
    for second, first in links.same.items():
        _cross_check(items, stated, first, second, evidence)
    speaking = [
        None if item.instant or (own and not own.known) else own
        for item, own in zip(items, stated, strict=True)
    ]
    for second, first in links.same.items():
        if (where := stated[first]) and where.name == zones.LOCAL:
            speaking[second] = None  # a story goes on in the time of where it happened
    house = _house(evidence.text)
    nearest = [house] * len(items) if house else _nearest(items, speaking)
    home = _home(evidence, next((own for own in stated if own and own.known), None))
    return [
        own or _inherited(item, near, home)
        for item, own, near in zip(items, stated, nearest, strict=True)
    ]


def _home(evidence: Evidence, stated: Zoned | None) -> Zoned:
    """Return the zone of times that state none and follow none that does."""
    if not evidence.zone and not stated:
        for places in evidence.homes():
            if found := _shared(places, evidence.day):
                return found
    return home_zone(evidence.zone, stated)


def _shared(places: Iterable[str], day: date | None) -> Zoned | None:
    """Return the zone that most places share, by what their clocks show that day."""
    noon = datetime.combine(day or date(2000, 1, 15), time(12))
    clocks: dict[datetime, list[str]] = {}
    for zone in filter(None, map(localities.zone_of, places)):
        clocks.setdefault(zones.readings(zone)[0].utc(noon), []).append(zone)
    found = max(clocks.values(), key=len, default=[])
    if not found or 2 * len(found) <= sum(map(len, clocks.values())):
        return None
    return Zoned(found[0], zones.readings(found[0])[0], "place")


def _house(text: str) -> Zoned | None:
    """Return the zone that a text says all its times are in."""
    at = text.find("imes ")
    while at >= 0:  # a literal is found in no time; most texts have none
        match = _HOUSE.search(text, max(0, at - len("All t")), at + 80)
        if match and (found := zones.readings(match["zone"])):
            return Zoned(match["zone"], found[0], "stated")
        at = text.find("imes ", at + 1)
    return None


def _nearest(items: Sequence[Expression], stated: Sequence[Zoned | None]) -> list[Zoned | None]:
    """Return the zone last stated at each place, or where none was yet, the first that comes.

    Clock times go by one that is told as they are: "8 p.m. ET (0100 GMT), peaked at 8.30 p.m.".
    """
    halved = [_is_halved(item) for item in items]
    first: Zoned | None = None
    last: dict[bool, Zoned] = {}
    for own, style in zip(stated, halved, strict=True):
        if own:
            first = first or own
            last.setdefault(style, own)
    nearest, latest = [], first
    for own, style in zip(stated, halved, strict=True):
        if own:
            latest = last[style] = own
        nearest.append(last.get(style, latest))
    return nearest


def _is_halved(item: Expression) -> bool:
    """Whether a clock time is told with am or pm, or as if it were."""
    clock = item.meaning.clock
    return clock is not None and bool(clock.half or clock.loose or clock.spoken or clock.bare)


def _explained(items: Sequence[Expression], stated: list[Zoned | None]) -> list[Zoned | None]:
    """Return the zones with those of a name that the text explains once read in its sense."""
    sense: dict[str, Zoned] = {}
    for item, own in zip(items, stated, strict=True):
        clock = item.meaning.clock
        if own and clock and clock.explained and (meant := zones.readings(clock.explained)):
            sense[own.name] = Zoned(own.name, meant[0], "stated")
    if not sense:
        return stated
    return [sense.get(own.name, own) if own else None for own in stated]


def _stated(item: Expression, evidence: Evidence) -> Zoned | None:
    name = item.meaning.clock.zone if item.meaning.clock else None
    if item.meaning.clock and (name is None or name.lower() == zones.LOCAL):
        return _by_place(item, evidence) or (_local(item, evidence) if name else None)
    candidates = zones.readings(name) if name else ()
    if not name or not candidates:
        return None
    if len(candidates) == 1:
        return Zoned(name, candidates[0], "stated")
    usual = [reading for reading in candidates if not reading.rare]
    found, origin = _by_country(item, candidates, evidence)
    if len(usual) == 1 and found in (None, usual[0]):
        return Zoned(name, usual[0], "stated")
    return Zoned(name, found or candidates[0], origin)


def _by_place(item: Expression, evidence: Evidence) -> Zoned | None:
    """Return the zone of the place that a clock time names: ``9 am in Sydney``."""
    for at, place in evidence.near(item.end, item.end + _ADJACENT):
        if _IN.fullmatch(evidence.text, item.end, at):
            zone = localities.zone_of(place)
            return Zoned(zone, zones.readings(zone)[0], "place") if zone else None
    return None


def _local(item: Expression, evidence: Evidence) -> Zoned:
    """Return the zone of "local time": what all places nearby agree on, else the publisher's."""
    nearby = evidence.near(item.start - NEARBY, item.start + NEARBY)
    found = {zone for _, place in nearby if (zone := localities.zone_of(place))}
    if len(found) == 1:
        zone = found.pop()
        return Zoned(zone, zones.readings(zone)[0], "place")
    if evidence.zone and (candidates := zones.readings(evidence.zone)):
        return Zoned(evidence.zone, candidates[0], "publisher")
    return Zoned(zones.LOCAL, zones.UTC_READING, "assumed", known=False)


def _by_country(
    item: Expression, candidates: Sequence[zones.Reading], evidence: Evidence
) -> tuple[zones.Reading | None, ZoneFrom]:
    """Return the reading that the publisher's country or a place nearby decides."""
    home = zones.country_of(evidence.zone) if evidence.zone else None
    if home and (found := zones.pick(candidates, frozenset({home}))):
        return found, "publisher"
    nearby = evidence.near(item.start - NEARBY, item.start + NEARBY)
    for _, code in sorted((abs(item.start - at), code) for at, code in nearby):
        if found := zones.pick(candidates, frozenset({localities.country_of(code)})):
            return found, "place"
    return None, "assumed"


def _cross_check(
    items: Sequence[Expression],
    stated: list[Zoned | None],
    first: int,
    second: int,
    evidence: Evidence,
) -> None:
    """Let two forms of one moment decide each other's ambiguous zones."""
    if stated[first] is None:
        stated[first] = _where_it_was(items[first], items[second], stated[second], evidence)
    for one, other in ((second, first), (first, second)):
        mine, sure = stated[one], stated[other]
        clock, known = items[one].meaning.clock, items[other].meaning.clock
        if not mine or not sure or not clock or not known:
            continue
        candidates = zones.readings(mine.name)
        if len(candidates) < 2 or (len(zones.readings(sure.name)) > 1 and one == first):
            continue
        goal = _instant(known, sure.reading, evidence.day)
        best = min(candidates, key=lambda found: _apart(_instant(clock, found, evidence.day), goal))
        stated[one] = Zoned(mine.name, best, "cross_check")


def _where_it_was(
    local: Expression, item: Expression, zoned: Zoned | None, evidence: Evidence
) -> Zoned | None:
    """Return the zone in which a clock without one says what another, with one, says."""
    if zoned is None or not local.meaning.clock or not item.meaning.clock:
        return None
    here = _instant(local.meaning.clock, zones.UTC_READING, evidence.day)
    ahead = here - _instant(item.meaning.clock, zoned.reading, evidence.day)
    ahead = (ahead + timedelta(hours=11)) % timedelta(days=1) - timedelta(hours=11)
    if ahead % timedelta(minutes=15):
        return None
    reading = zones.Reading(zones=(), offset=ahead)
    return Zoned(zones.LOCAL, reading, "cross_check")


def _instant(clock: Clock, reading: zones.Reading, day: date | None) -> datetime:
    local = datetime.combine(day or date(2000, 1, 15), time(hour_of(clock), clock.minute or 0))
    return reading.utc(local)


def _apart(one: datetime, other: datetime) -> timedelta:
    """Return how far apart two times of day are, whatever their days."""
    gap = (one - other) % timedelta(days=1)
    return min(gap, timedelta(days=1) - gap)


def _inherited(item: Expression, nearest: Zoned | None, home: Zoned) -> Zoned:
    """Return the zone of a time that states none: the text's, the publisher's, else UTC."""
    if item.meaning.clock and nearest:
        return Zoned(nearest.name, nearest.reading, "document")
    return home


def home_zone(zone: str | None, stated: Zoned | None = None) -> Zoned:
    """Return the publisher's zone, else one that the text states, else UTC."""
    if zone and (candidates := zones.readings(zone)):
        return Zoned(zone, candidates[0], "publisher")
    if stated:
        return Zoned(stated.name, stated.reading, "document")
    return Zoned("UTC", zones.UTC_READING, "assumed")
