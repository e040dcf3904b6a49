"""What gold labels mean by their values, and whether a value that was read is the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from nlp import entries, geonames
from nlp.claims import Claim
from nlp.mentions import Label, Mention
from nlp.names import gazetteers
from nlp.values import CountValue, KeyValue, TimeValue
from nlp.values import Value as Read
from nlp.words import lexicons

_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?: (?P<part>morning|afternoon|evening|night))?")
_LONGER = re.compile(r"\d{4}(?:-\d{2}|-W\d{2})?")
_BOUNDS = re.compile(r"(?P<min>\d*)\.\.(?P<max>\d*)")
_COUNT = re.compile(r"(?P<unit>[a-z]+) (?P<bounds>\S+)")
_REGION = re.compile(
    r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?|(?:continent|area):[A-Za-z-]+|world|(?:aws|gcp|azure):[a-z0-9-]+|[a-z-]+|\d+"
)
_CITY = re.compile(r"(?P<name>.+), (?P<country>[A-Z]{2})(?:-(?P<state>\w+))?")
_MIDDLES = {"morning": 6, "afternoon": 15, "evening": 20, "night": 24}
_PEOPLE = {"customers": "users", "audience": "users"}
"""Units that are one to a labeller: whether people are those of an outage, the claim says."""
UNCOUNTED = frozenset({"percent", "money"})
"""Units of which labels say nothing."""
_HALF_A_DAY = timedelta(hours=14)
"""How far a zone may move a part of a day from where it lies in UTC."""


@dataclass(frozen=True, slots=True)
class When:
    """A time as written: UTC to the minute, or a day, part of a day, week, month or year."""

    written: str

    def same(self, read: Read) -> bool:
        """Return whether a time that was read is this one, as precise as this one."""
        if not isinstance(read, TimeValue):
            return False
        if _CLOCK.fullmatch(self.written):
            return read.is_exact and f"{read.start.astimezone(UTC):%Y-%m-%dT%H:%M}" == self.written
        middle = read.middle.astimezone(UTC)
        if day := _DAY.fullmatch(self.written):
            return _same_day(day["day"], day["part"], read, middle)
        shapes = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V"}
        return f"{middle:{shapes.get(read.precision, 'none')}}" == self.written


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many: both bounds included, either may be open."""

    min: int | None
    max: int | None

    def same(self, read: Read) -> bool:
        """Return whether a count that was read has these bounds."""
        return isinstance(read, CountValue) and (read.min, read.max) == (self.min, self.max)


@dataclass(frozen=True, slots=True)
class Key:
    """One of several keys that are all right; ``None``: outside the list."""

    keys: frozenset[str | None]

    def same(self, read: Read) -> bool:
        """Return whether the key that was read is one of them."""
        return isinstance(read, KeyValue) and read.key in self.keys


Value = When | Bounds | Key


def when(written: str) -> When:
    """Return a time; raise ``ValueError`` with what may be written."""
    if not any(shape.fullmatch(written) for shape in (_CLOCK, _DAY, _LONGER)):
        raise ValueError(
            f"{written!r} is no time; write 2026-02-03T19:10 (UTC), 2026-02-03, "
            "2026-02-03 morning, 2026-W06, 2026-02 or 2026"
        )
    return When(written)


def bounds(written: str) -> Bounds:
    """Return a count's bounds; raise ``ValueError`` with what may be written."""
    match = _BOUNDS.fullmatch(written)
    if not match or written == "..":
        raise ValueError(f"{written!r} is no count; write 13000.., ..5000, 200..300 or 19..19")
    return Bounds(*(int(side) if side else None for side in (match["min"], match["max"])))


def keys(label: Label, written: str) -> Iterator[str | None]:
    """Yield the keys that a label's written key allows; raise ``ValueError`` where it is none."""
    if written == "?":
        yield None
    elif label == "TIME":
        yield _full(written)
    elif label == "COUNT":
        yield _count(written)
    elif label == "REGION":
        yield from _regions(written)
    elif written in _known(label):
        yield written
    else:
        raise ValueError(f"{written!r} is no key of a {label.lower()}; ? says that it has none")


def key_of(mention: Mention) -> str | None:
    """Return what a mention that was read says, as :func:`keys` writes it."""
    if mention.label == "TIME":
        return _full(mention.timex.value) if mention.timex else None
    if mention.label == "COUNT":
        value = (
            mention.value
            if isinstance(mention.value, CountValue)
            else CountValue(min=None, max=None)
        )
        unit = _PEOPLE.get(mention.unit or "", mention.unit)
        return f"{unit} {_side(value.min)}..{_side(value.max)}"
    return mention.key


def written(claim: Claim) -> str:
    """Return a claim that was read as a labeller would write it."""
    value = claim.value
    if isinstance(value, TimeValue):
        shapes = {"day": "%Y-%m-%d", "part_of_day": "%Y-%m-%d part", "month": "%Y-%m", "year": "%Y"}
        at = value.start if value.is_exact else value.middle
        said = f"{at.astimezone(UTC):{shapes.get(value.precision, '%Y-%m-%dT%H:%M')}}"
    elif isinstance(value, CountValue):
        said = f"{_side(value.min)}..{_side(value.max)}"
    else:
        said = " ".join(filter(None, (value.key or f"? ({value.name})", value.extent)))
    modality = "" if claim.modality == "asserted" else f" {claim.modality}"
    who = f" [{claim.attributed_to}]" if claim.attributed_to else ""
    return f"{claim.service or '?'} {claim.field} {said}{modality}{who}"


def moment(read: TimeValue) -> tuple[str, str]:
    """Return what tells a time from another: labels write one moment once, whatever its zone."""
    if read.is_exact:
        return "clock", f"{read.start.astimezone(UTC):%Y-%m-%dT%H:%M}"
    middle = read.middle.astimezone(UTC)
    return (
        read.precision,
        f"{middle:%Y-%m-%dT%H}" if read.precision == "part_of_day" else f"{middle:%F}",
    )


def _same_day(written: str, part: str | None, read: TimeValue, middle: datetime) -> bool:
    """A day's middle is on that day in UTC too, whatever the zone."""
    if not part:
        return read.precision == "day" and f"{middle:%Y-%m-%d}" == written
    meant = datetime.combine(date.fromisoformat(written), datetime.min.time(), UTC)
    meant += timedelta(hours=_MIDDLES[part])
    return read.precision == "part_of_day" and abs(middle - meant) <= _HALF_A_DAY


def _full(timex: str) -> str:
    """Return a TIMEX3 value to the minute where it is a whole hour or a whole minute."""
    hour = f"{timex}:00" if re.search(r"T\d{2}$", timex) else timex
    return re.sub(r"(T\d{2}:\d{2}):00$", r"\1", hour)


def _count(written: str) -> str:
    match = _COUNT.fullmatch(written)
    units = {unit.unit for unit in _units()}
    if not match or match["unit"] not in units:
        raise ValueError(
            f"{written!r} is no count; write a unit of {', '.join(sorted(units))} and bounds"
        )
    found = bounds(match["bounds"])
    return f"{_PEOPLE.get(match['unit'], match['unit'])} {_side(found.min)}..{_side(found.max)}"


def _side(bound: int | None) -> str:
    return "" if bound is None else str(bound)


def _units() -> tuple[lexicons.Unit, ...]:
    return tuple(entries.load("counts", lexicons.Counts).unit)


def _regions(written: str) -> Iterator[str]:
    city = _CITY.fullmatch(written)
    if city:
        right = [
            number
            for name, number, state in _cities().get(city["country"], ())
            if _begins(name, _plain(city["name"])) and city["state"] in (None, state)
        ]
        if not right:
            raise ValueError(
                f"{written!r}: GeoNames has no such city; write its name as GeoNames does, or ?"
            )
        yield from right
    elif _REGION.fullmatch(written):
        yield written
    else:
        raise ValueError(f"{written!r} is no region; write IN, US-CA, aws:us-east-1 or London, GB")


@cache
def _cities() -> dict[str, list[tuple[str, str, str]]]:
    """Return name, id and state of the cities of each country."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, city in geonames.cities():
        country, _, state = city.state.partition("-")
        found.setdefault(country, []).append((_plain(name), city.key, state))
    return found


def _begins(name: str, words: str) -> bool:
    """Whether a name is these words, or goes on behind them ("Frankfurt" am Main)."""
    return name == words or name.startswith(f"{words} ")


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters))


@cache
def _known(label: Label) -> frozenset[str]:
    """Return the keys that an editor's files give to a label."""
    if label == "SERVICE":
        return frozenset(gazetteers.services())
    if label == "FEATURE":
        named = {feature.key for feature in gazetteers.features()}
        return frozenset({*named, *gazetteers.services()})
    entry: Iterable[lexicons.Entry]
    if label == "SYMPTOM":
        entry = entries.load("symptoms", lexicons.Symptoms).entry
    elif label == "CAUSE":
        entry = entries.load("causes", lexicons.Causes).entry
    else:
        entry = entries.load("phases", lexicons.Phases).entry
    return frozenset(known.key for known in entry)
