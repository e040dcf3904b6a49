"""Trains, flights and parcels that are late: no outage, though their companies are services."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.claims import Claim
from nlp.names import gazetteers
from nlp.values import KeyValue

_MOVING = frozenset({"travel", "airline", "logistics"})
"""Kinds of service that move people and things."""
_TELLING = ("affected_feature", "cause", "phase", "symptom")
"""Fields that can say that it is no train but a system that fails."""


def is_all(found: Sequence[Claim]) -> bool:
    """Whether nothing is claimed but that what such companies move is late."""
    told = {
        claim.value.key
        for claim in found
        if claim.field in _TELLING and isinstance(claim.value, KeyValue)
    }
    return told == {"delays"} and all(_moves(claim.service) for claim in found)


def _moves(key: str | None) -> bool:
    service = gazetteers.services().get(key or "")
    return service is not None and service.kind in _MOVING
