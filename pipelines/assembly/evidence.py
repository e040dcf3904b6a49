"""What assembly takes and gives: stored claims with where they stand, and the incidents of them.

The store reads :class:`Evidence` and writes :class:`Assembly`; everything between is pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from nlp.claims import Claim, CountField, Field, TimeField
from nlp.values import CountValue, KeyValue, Precision, TimeValue, Value

State = Literal["confirmed", "signal"]

_TIME_FIELDS = frozenset(get_args(TimeField))
_COUNT_FIELDS = frozenset(get_args(CountField))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One stored claim and the document that makes it."""

    id: str
    """The claim's id: ``document.revision.c`` and its place in the reading."""
    place: int
    """That place: an official page's structured facts come first in its reading."""
    claim: Claim
    """The claim itself; its ``mentions`` stay in the database and are empty here."""
    document: str
    """Id of the document."""
    url: str
    canonical_url: str
    publisher: str
    kind: str
    """news, forum, social or official."""
    source: str
    """Key of the source, or ``import``."""
    published_at: datetime | None
    """Aware, UTC; ``None`` where the document does not say."""
    title: str
    official_id: str | None
    """The operator's own name for the incident, where the document is official."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """A feature or region of an incident: affected, or said not to be."""

    key: str
    name: str
    affected: bool
    extent: str | None
    """all, mostly, partly, minimal or none; ``None`` where nobody says."""
    claim: str
    """Id of the first claim that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A judgement: one outage of one service, derived from claims and rebuildable from them."""

    id: str
    service: str | None
    """Key of the service; ``None`` where the catalogue does not have it."""
    title: str
    state: State
    began_at: datetime | None
    """Preferred start: aware, UTC; the first instant of the day where only a day is known."""
    began_precision: Precision | None
    ended_at: datetime | None
    """Preferred end: aware, UTC; ``None`` while it goes on or nobody says."""
    ended_precision: Precision | None
    peak_reports: int | None
    official_id: str | None
    documents: int
    """How many documents speak of it."""
    origins: int
    """How many distinct publishers say so."""
    claims: tuple[str, ...]
    """Ids of all claims that are evidence for it."""
    features: tuple[Affected, ...] = ()
    regions: tuple[Affected, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims of one incident that cannot both be right."""

    id: str
    incident: str
    field: str
    claim_a: str
    """Id of one claim: the preferred, where one is."""
    claim_b: str
    explanation: str
    """The disagreement in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """All incidents and all conflicts that follow from all claims."""

    incidents: tuple[Incident, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def value_of(field: Field, json: Mapping[str, Any]) -> Value:
    """Return the typed value of a claim's JSON: the inverse of ``value.as_json()``.

    >>> value_of("peak_reports", {"min": 13000, "max": None})
    CountValue(min=13000, max=None)
    """
    if field in _TIME_FIELDS:
        return TimeValue(
            start=datetime.fromisoformat(json["from"]),
            end=datetime.fromisoformat(json["to"]),
            precision=json["precision"],
            zone=json["zone"],
            zone_from=json["zone_from"],
            bound=json.get("bound"),
            approximate=json.get("approximate", False),
        )
    if field in _COUNT_FIELDS:
        return CountValue(min=json["min"], max=json["max"])
    return KeyValue(
        key=json["key"],
        name=json["name"],
        category=json.get("category"),
        extent=json.get("extent"),
        at=datetime.fromisoformat(json["at"]) if "at" in json else None,
    )
