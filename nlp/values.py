"""The typed values that mentions and claims carry, and their JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

Precision = Literal["second", "minute", "hour", "part_of_day", "day", "week", "month", "year"]
ZoneFrom = Literal["stated", "publisher", "place", "cross_check", "document", "assumed"]
Bound = Literal["by", "after"]
Extent = Literal["all", "mostly", "partly", "minimal", "none"]


EXACT: frozenset[Precision] = frozenset({"second", "minute", "hour"})
"""Precisions of a clock time; the others are a day, a part of one, or longer."""


def iso(moment: datetime) -> str:
    """Return an aware datetime as ISO 8601 in UTC, to the second, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A TIMEX3 type and value as defined by ISO-TimeML."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract."""
        return {"type": self.type, "value": self.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A moment or a stretch: a half-open UTC interval with its precision and its zone."""

    start: datetime
    """First instant: aware, UTC."""
    end: datetime
    """First instant after it: aware, UTC."""
    precision: Precision
    zone: str
    """The zone as written (``PST``), or the IANA name that was assumed."""
    zone_from: ZoneFrom
    """How the zone is known."""
    bound: Bound | None = None
    """``by``: at this time at the latest; ``after``: at the earliest."""
    approximate: bool = False
    """The text says approximately, around, about."""

    @property
    def is_exact(self) -> bool:
        """Whether it is a clock time."""
        return self.precision in EXACT

    @property
    def middle(self) -> datetime:
        """An instant near its middle (aware, UTC): a day's is on that day in UTC too.

        That holds from Hawaii to New Zealand in summer, whose midnights are 23 hours apart.
        """
        return self.start + (self.end - self.start) * 9 / 16

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract; unset extras are left out."""
        value: dict[str, Any] = {
            "from": iso(self.start),
            "to": iso(self.end),
            "precision": self.precision,
            "zone": self.zone,
            "zone_from": self.zone_from,
        }
        if self.bound:
            value["bound"] = self.bound
        if self.approximate:
            value["approximate"] = True
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class CountValue:
    """How many: bounds, either of which may be open."""

    min: int | None
    max: int | None

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract."""
        return {"min": self.min, "max": self.max}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyValue:
    """A feature, region, symptom, cause, phase or severity by its key."""

    key: str | None
    """``None``: seen, not resolved."""
    name: str
    category: str | None = None
    """Symptoms and causes: the coarse category (ERROR, CONFIG …)."""
    extent: Extent | None = None
    """Regions and features: how much of it."""
    at: datetime | None = None
    """Phases that an operator's dated update states: when it was posted (aware, UTC)."""

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract; unset extras are left out."""
        value: dict[str, Any] = {"key": self.key, "name": self.name}
        if self.category:
            value["category"] = self.category
        if self.extent:
            value["extent"] = self.extent
        if self.at:
            value["at"] = iso(self.at)
        return value


Value = TimeValue | CountValue | KeyValue
