"""Which of several claims an incident's own figures are taken from. Nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from nlp.values import CountValue, KeyValue, TimeValue, Value
from pipelines.assembly.evidence import Evidence

WORD = {"official": 0, "news": 1}
"""Whose word comes first: the operator's, then the press's, then everybody's."""
_NEVER = datetime.max.replace(tzinfo=UTC)
FINENESS = ("second", "minute", "hour", "part_of_day", "day", "week", "month", "year")


def asserted(evidence: Iterable[Evidence], field: str) -> list[Evidence]:
    """Return the asserted claims of one field, the preferred first.

    The operator's own page comes first, its structured facts, which lead its reading, before its
    prose; then the press; then posts. Of these, what is most precise and no mere bound; what the
    most publishers say; what a named source is quoted with; and what was published first.
    """
    found = [
        item for item in evidence if item.claim.field == field and item.claim.modality == "asserted"
    ]
    voices: dict[Value, set[str]] = {}
    for item in found:
        voices.setdefault(item.claim.value, set()).add(item.publisher)

    def rank(item: Evidence) -> tuple[Any, ...]:
        official = item.kind == "official"
        return (
            WORD.get(item.kind, len(WORD)),
            0 if official else vagueness(item.claim.value),
            0 if official else -len(voices[item.claim.value]),
            item.claim.attributed_to is None,
            item.published_at or _NEVER,
            item.document,
            item.place,
            item.id,
        )

    return sorted(found, key=rank)


def vagueness(value: Value) -> int:
    """Return how little a value pins down: 0 for a time to the minute, more for less.

    >>> vagueness(CountValue(min=12, max=12)), vagueness(CountValue(min=None, max=12))
    (0, 1)
    """
    if isinstance(value, TimeValue):
        coarse = max(0, FINENESS.index(value.precision) - 1)
        return coarse + (len(FINENESS) if value.bound else 0)
    if isinstance(value, CountValue):
        return int(value.min is None)
    return 0


def moment(claims: list[Evidence], *, after: datetime | None = None) -> TimeValue | None:
    """Return the preferred claim's time; with ``after``, of those that are not before it."""
    for item in claims:
        value = item.claim.value
        if isinstance(value, TimeValue) and (after is None or value.end > after):
            return value
    return None


def figure(value: Value) -> int | None:
    """Return the number that a count states: its lower bound, else its upper.

    >>> figure(CountValue(min=13000, max=None))
    13000
    """
    if not isinstance(value, CountValue):
        return None
    return value.max if value.min is None else value.min


def places(items: Iterable[Evidence]) -> dict[str, frozenset[str]]:
    """Return for each claim the regions that its passage names: a count there is theirs alone.

    The world is no region: a count there is everybody's, as where no region is named.
    """
    items = list(items)
    named: dict[tuple[str, int, int], set[str]] = {}
    for item in items:
        value = item.claim.value
        if item.claim.field != "affected_region" or not isinstance(value, KeyValue):
            continue
        if value.key != "world":
            named.setdefault(_passage(item), set()).add(value.key or value.name)
    return {item.id: frozenset(named.get(_passage(item), ())) for item in items}


def heights(claims: Iterable[Evidence], named: Mapping[str, frozenset[str]]) -> list[Evidence]:
    """Leave out a figure below another that one source gives of the same places in one document.

    ``named``: see :func:`places`. A figure at a later moment is no rival of the height.
    """
    items = list(claims)
    told = [(item.document, item.claim.attributed_to, named[item.id]) for item in items]
    most: dict[tuple[str, str | None, frozenset[str]], int] = {}
    for item, key in zip(items, told, strict=True):
        most[key] = max(figure(item.claim.value) or 0, most.get(key, 0))
    return [
        item
        for item, key in zip(items, told, strict=True)
        if (figure(item.claim.value) or 0) == most[key]
    ]


def _passage(item: Evidence) -> tuple[str, int, int]:
    return item.document, item.claim.start, item.claim.end


def affected(item: Evidence, field: str) -> tuple[KeyValue, bool] | None:
    """Return what a claim of one field calls affected, or not; ``None`` if it says neither.

    "Minimal" counts as not affected: it is what a newsroom says to contrast a place with others.
    """
    value, modality = item.claim.value, item.claim.modality
    if item.claim.field != field or not isinstance(value, KeyValue) or value.key is None:
        return None
    if modality not in ("asserted", "negated"):
        return None
    return value, modality == "asserted" and value.extent not in ("none", "minimal")
