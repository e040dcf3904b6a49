"""Time zones as people write them, and which of several is meant.

The names are data: ``data/lexicons/zones.toml``. A winter or summer abbreviation is taken at its
word where one of its zones has that offset on that day; where none has (``PST`` in July), the
writer means the clock on the wall, and so do we.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from nlp import entries
from nlp.entries import EntryError

FILE = "data/lexicons/zones.toml"
_KEYS = frozenset({"zones", "offset", "countries", "rare"})
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−–])\s?(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One thing that a zone's name may stand for."""

    zones: tuple[str, ...]
    """IANA zones that use it, the chief one first; empty for a bare offset from UTC."""
    offset: timedelta | None
    """What the name itself says of UTC; ``None`` where it follows the season."""
    countries: frozenset[str] = frozenset()
    """ISO 3166-1 codes of the countries that use it."""
    rare: bool = False
    """Whether it is meant only where the publisher or a place nearby says so."""

    @property
    def clock(self) -> tzinfo:
        """The zone whose calendar days are meant."""
        if self.zones:
            return ZoneInfo(self.zones[0])
        return timezone(self.offset or timedelta())

    def utc(self, local: datetime) -> datetime:
        """Return the instant (aware, UTC) of a naive local time; see the module's rule."""
        return _utc(self, local)

    def local(self, instant: datetime) -> datetime:
        """Return an aware instant as the naive time on this zone's clocks."""
        return _local(self, instant)


@lru_cache(maxsize=4096)
def _utc(reading: Reading, local: datetime) -> datetime:
    if reading.offset is not None:
        fixed = (local - reading.offset).replace(tzinfo=UTC)
        offsets = {fixed.astimezone(ZoneInfo(zone)).utcoffset() for zone in reading.zones}
        if not offsets or reading.offset in offsets:
            return fixed
    return local.replace(tzinfo=reading.clock).astimezone(UTC)


@lru_cache(maxsize=4096)
def _local(reading: Reading, instant: datetime) -> datetime:
    """The writing's own moment is asked for at each time of a text."""
    return instant.astimezone(reading.clock).replace(tzinfo=None)


LOCAL = "local time"
"""What a text says where the place decides; no zone's name by itself."""

OF_HALVES = frozenset(
    f"{zone}{ending}" for zone in ("e", "c", "m", "p") for ending in ("t", "st", "dt")
) | {"eastern", "central", "mountain", "pacific"}
"""Zones whose people tell the time in halves of a day, said or not: "9:40 ET"."""

UTC_READING = Reading(zones=(), offset=timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The zones that can be named."""

    abbreviations: MappingProxyType[str, tuple[Reading, ...]]
    """By the abbreviation as written, in capitals."""
    names: MappingProxyType[str, str]
    """Names in words, in lower case, to an abbreviation or an IANA name."""
    places: MappingProxyType[str, str]
    """Countries and states (ISO 3166) to the IANA zone that nearly all there keep."""


@cache
def lexicon() -> Lexicon:
    """Return the zone lexicon; raise :class:`EntryError` where an entry is wrong."""
    return parse(entries.text(entries.folder("lexicons") / "zones.toml", FILE))


def parse(text: str) -> Lexicon:
    """Return the lexicon that TOML text declares; raise :class:`EntryError`."""
    data = entries.tables(text, FILE)
    if unknown := set(data) - {"abbreviations", "names", "places"}:
        raise EntryError(
            f"{FILE}: table [{min(unknown)}] is not known; allowed: abbreviations, names, places"
        )
    abbreviations = {
        key.upper(): tuple(_reading(key, entry) for entry in entries)
        for key, entries in data.get("abbreviations", {}).items()
    }
    for name, target in data.get("names", {}).items():
        if target not in abbreviations and target not in _iana():
            raise EntryError(
                f"{FILE}: names: {name!r}: {target!r} is neither an abbreviation of this file "
                "nor an IANA zone; write one such as Europe/London"
            )
    for place, zone in data.get("places", {}).items():
        if zone not in _iana():
            raise EntryError(
                f"{FILE}: places: {place}: {zone!r} is no IANA zone; write one such as Asia/Tokyo"
            )
    return Lexicon(
        abbreviations=MappingProxyType(abbreviations),
        names=MappingProxyType(dict(data.get("names", {}))),
        places=MappingProxyType(dict(data.get("places", {}))),
    )


def _reading(key: str, entry: dict[str, Any]) -> Reading:
    where = f"{FILE}: abbreviations: {key}"
    if unknown := set(entry) - _KEYS:
        raise EntryError(
            f"{where}: {min(unknown)!r} is not known; allowed: {', '.join(sorted(_KEYS))}"
        )
    zones = tuple(entry.get("zones", ()))
    for zone in zones:
        if zone not in _iana():
            raise EntryError(f"{where}: {zone!r} is no IANA zone; write one such as Asia/Tokyo")
    offset = parse_offset(entry["offset"]) if "offset" in entry else None
    if offset is None and ("offset" in entry or not zones):
        raise EntryError(f'{where}: needs zones or an offset such as "+05:30"')
    return Reading(
        zones=zones,
        offset=offset,
        countries=frozenset(entry.get("countries", ())),
        rare=bool(entry.get("rare", False)),
    )


@cache
def _iana() -> frozenset[str]:
    """Return the names of all IANA zones; asking for them walks a folder each time."""
    return frozenset(available_timezones())


def parse_offset(text: str) -> timedelta | None:
    """Return the offset that ``UTC+5:30``, ``-0800`` or ``+02:00`` states, or ``None``.

    >>> parse_offset("UTC+5:30")
    datetime.timedelta(seconds=19800)
    """
    match = _OFFSET.fullmatch(text.strip("() "))
    if not match:
        return None
    sign, hours, minutes = match.groups()
    if int(hours) > 14 or int(minutes or 0) > 59:
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return offset if sign == "+" else -offset


@cache
def readings(name: str) -> tuple[Reading, ...]:
    """Return what a zone as written may stand for, the commonest first; empty where unknown.

    >>> [reading.zones for reading in readings("Pacific time")]
    [('America/Los_Angeles',)]
    """
    offset = parse_offset(name)
    if offset is not None:
        return (Reading(zones=(), offset=offset),)
    known = lexicon()
    target = known.names.get(" ".join(name.lower().split()), name)
    if found := known.abbreviations.get(target.upper()):
        return found
    if target in _iana():
        country = country_of(target)
        return (
            Reading(
                zones=(target,),
                offset=None,
                countries=frozenset({country} if country else ()),
            ),
        )
    return ()


@cache
def _countries() -> dict[str, str]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def country_of(zone: str) -> str | None:
    """Return the ISO 3166-1 code of an IANA zone's country, or ``None``."""
    if zone.startswith("US/"):
        return "US"
    return _countries().get(zone)


@cache
def _only_zones() -> dict[str, str]:
    counted = Counter(_countries().values())
    return {country: zone for zone, country in _countries().items() if counted[country] == 1}


def only_zone(country: str) -> str | None:
    """Return the IANA zone of a country (ISO 3166-1) that has but one, or ``None``."""
    return _only_zones().get(country)


def pick(candidates: Iterable[Reading], countries: frozenset[str]) -> Reading | None:
    """Return the first reading that one of the countries uses, or ``None``."""
    return next((reading for reading in candidates if reading.countries & countries), None)
