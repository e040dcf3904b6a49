"""Which claims tell of an old outage: what lies long before the story or before it was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from nlp.claims import Claim
from nlp.values import TimeValue

_APART = timedelta(days=7)
"""What lies this long before the latest time of a text is another outage."""
_OLD = timedelta(days=90)
"""What lies this long before publication is told as history."""
_NOW = timedelta(days=2)
"""What lies this short before publication is of the present, whatever it is called."""
_OPENING = 3
"""Passages that open what is told of a service: what is old in them is what is told."""
_VAST = ("month", "year")


def settle(found: Sequence[Claim], published_at: datetime | None) -> list[Claim]:
    """Return claims, those as past that share a passage with an old time.

    If what is told of a service opens so and none of its times is recent, all of it is past. An
    "earlier outage" of yesterday is no old one.
    """
    old = _old_times(found, published_at)
    passages = {(claim.service, claim.start) for claim in found if id(claim) in old}
    fresh = [
        claim
        for claim in found
        if isinstance(claim.value, TimeValue)
        and id(claim) not in old
        and (claim.service, claim.start) not in passages
    ]
    services = _recalled(found, passages, {claim.service for claim in fresh})
    recent = {(claim.service, claim.start) for claim in fresh if _is_recent(claim, published_at)}
    return [_settled(claim, passages, services, recent) for claim in found]


def _is_recent(claim: Claim, published_at: datetime | None) -> bool:
    if published_at is None or not isinstance(claim.value, TimeValue):
        return False
    return claim.value.end >= published_at - _NOW


def _settled(
    claim: Claim,
    passages: set[tuple[str | None, int]],
    services: set[str | None],
    recent: set[tuple[str | None, int]],
) -> Claim:
    place = (claim.service, claim.start)
    if place in passages or claim.service in services:
        return replace(claim, modality="past", occasion=claim.occasion or 1)
    if claim.modality == "past" and place in recent:
        return replace(claim, modality="asserted", occasion=0)
    return claim


def _old_times(found: Sequence[Claim], published_at: datetime | None) -> set[int]:
    """Return the ids of the claims of an old time."""
    latest = _latest(found, published_at)
    old = set()
    for claim in found:
        if not isinstance(claim.value, TimeValue):
            continue
        end = claim.value.end
        if (latest and end < latest - _APART) or (
            published_at
            and (
                end < published_at - _OLD
                or (claim.value.precision in _VAST and end <= published_at)
            )
        ):
            old.add(id(claim))
    return old


def _latest(found: Sequence[Claim], published_at: datetime | None) -> datetime | None:
    """Return the latest time that is claimed of what has happened."""
    starts = [
        claim.value.start
        for claim in found
        if isinstance(claim.value, TimeValue) and claim.modality in ("asserted", "negated")
    ]
    if published_at:
        starts = [start for start in starts if start <= published_at]
    return max(starts, default=None)


def _recalled(
    found: Sequence[Claim], passages: set[tuple[str | None, int]], fresh: set[str | None]
) -> set[str | None]:
    """Return the services of which only an old outage is told, from the opening on."""
    opening: dict[str | None, list[int]] = {}
    for claim in found:
        starts = opening.setdefault(claim.service, [])
        if claim.start not in starts[-1:] and len(starts) < _OPENING:
            starts.append(claim.start)
    return {
        service
        for service, starts in opening.items()
        if service not in fresh and any((service, start) in passages for start in starts)
    }
