"""Which claims tell of an old outage: what lies long before the story or before it was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


Place = tuple[str | None, int, bool]
"""A service, a passage, and whether of old and new times in it an old one is the nearer."""


def settle(
    found: Sequence[Claim],
    published_at: datetime | None,
    offset_of: Callable[[Claim], int] | None = None,
) -> list[Claim]:
    """Return claims, those as past that share a passage with an old time.

    If what is told of a service opens so and none of its times is recent, all of it is past. An
    "earlier outage" of yesterday is no old one. ``offset_of``: where in the text a claim's words
    stand; in a passage of old and new times the nearest counts.
    """
    old = _old_times(found, published_at)
    near = _Near(found, old, offset_of) if offset_of and old else None
    places: list[Place] = [
        (claim.service, claim.start, near.is_old(claim) if near else False) for claim in found
    ]
    passages = {place for claim, place in zip(found, places, strict=True) if id(claim) in old}
    fresh = [
        (claim, place)
        for claim, place in zip(found, places, strict=True)
        if isinstance(claim.value, TimeValue) and id(claim) not in old and place not in passages
    ]
    services = _recalled(places, passages, {place[0] for _, place in fresh})
    recent = {place for claim, place in fresh if _is_recent(claim, published_at)}
    return [
        _settled(claim, place in passages or place[0] in services, place in recent)
        for claim, place in zip(found, places, strict=True)
    ]


class _Near:
    """Which of the times of a passage stands nearest to a claim."""

    def __init__(
        self, found: Sequence[Claim], old: set[int], offset_of: Callable[[Claim], int]
    ) -> None:
        passages = {claim.start for claim in found if id(claim) in old}
        self._offset_of = offset_of
        self._times: dict[int, list[tuple[int, bool]]] = {}
        for claim in found:
            if claim.start in passages and isinstance(claim.value, TimeValue):
                times = self._times.setdefault(claim.start, [])
                times.append((offset_of(claim), id(claim) in old))

    def is_old(self, claim: Claim) -> bool:
        """Whether it is an old one; false where all times of the passage are old."""
        times = self._times.get(claim.start, ())
        if all(old for _, old in times):
            return False
        offset = self._offset_of(claim)
        return min(times, key=lambda time: abs(time[0] - offset))[1]


def _is_recent(claim: Claim, published_at: datetime | None) -> bool:
    if published_at is None or not isinstance(claim.value, TimeValue):
        return False
    return claim.value.end >= published_at - _NOW


def _settled(claim: Claim, is_old: bool, is_recent: bool) -> Claim:
    if is_old:
        return replace(claim, modality="past", occasion=claim.occasion or 1)
    if claim.modality == "past" and is_recent:
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
    places: Sequence[Place], passages: set[Place], fresh: set[str | None]
) -> set[str | None]:
    """Return the services of which only an old outage is told, from the opening on."""
    opening: dict[str | None, list[Place]] = {}
    for place in places:
        known = opening.setdefault(place[0], [])
        if place not in known[-1:] and len(known) < _OPENING:
            known.append(place)
    return {
        service
        for service, known in opening.items()
        if service not in fresh and any(place in passages for place in known)
    }
