"""Reports: what one document says of one outage of one service, and the time it speaks of.

When a document was fetched says nothing of that: another crawl would make another incident of it.
What says neither when it was published nor when the outage was is of no known time, and no report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import get_args

from nlp.claims import Claim, Field, TimeField
from nlp.names.gazetteers import Service, ancestors_in
from nlp.values import KeyValue, TimeValue
from pipelines.assembly.evidence import Evidence

FOUNDING = frozenset(
    {
        *get_args(TimeField),
        "peak_reports",
        "cumulative_reports",
        "users_affected",
        "affected_feature",
        "affected_region",
        "symptom",
        "phase",
    }
)
"""Fields that say by themselves that something is down; a cause or a severity alone does not."""
WELL = frozenset({"scheduled", "operational"})
"""Phases that say that nothing is down, or not yet."""

NEWS_LOOKS_BACK = timedelta(hours=36)
NEWS_LOOKS_AHEAD = timedelta(hours=24)
ENDS_LOOK_BACK = timedelta(hours=24)
"""How long before the stages that a report tells of its outage may have begun."""
POSTS_LOOK_BACK = timedelta(hours=3)
PARTS_APART = timedelta(hours=3)
"""How far from the whole's a part's time may lie in one telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The stretch of time that a report speaks of: aware, UTC, both ends included."""

    start: datetime
    end: datetime
    exact: bool
    """Whether the text gives a clock time; else it is bounded by a day or by publication."""

    def distance(self, other: Window) -> timedelta:
        """Return the gap between two stretches; zero where they touch."""
        return max(self.start - other.end, other.start - self.end, timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one document says of one outage of one service."""

    service: str
    document: str
    occasion: int
    evidence: tuple[Evidence, ...]
    window: Window
    published_at: datetime
    """Aware, UTC; where the document does not say, the start of its window."""
    official_id: str | None
    """The operator's name for the incident, where the operator speaks."""
    founds: bool
    """Whether it asserts an outage; a question, a plan or a recollection does not."""
    dated: bool
    """Whether it gives any time at all; else its window comes from its publication."""

    @property
    def features(self) -> frozenset[str]:
        """Return the keys of the features that it calls affected, and of the parts it tells of."""
        named = {
            item.claim.value.key
            for item in self.evidence
            if item.claim.field == "affected_feature"
            and isinstance(item.claim.value, KeyValue)
            and item.claim.value.key
        }
        parts = {item.claim.service for item in self.evidence if item.claim.service}
        return frozenset(named | parts) - {self.service}

    @property
    def recalled(self) -> bool:
        """Tell whether it only recalls an old outage."""
        return all(item.claim.modality == "past" for item in self.evidence)

    @property
    def order(self) -> tuple[datetime, str, int]:
        """Return what reports are sorted by, whatever the order of arrival."""
        return self.window.start, self.document, self.occasion


def reports(evidence: Iterable[Evidence], services: Mapping[str, Service]) -> list[Report]:
    """Group claims into reports, sorted by time.

    What a document says of a part of a service belongs to its report of the whole, if it has one
    of that time. Claims without a service are left out, and those of no known time.
    """

    def group(item: Evidence) -> tuple[str, int]:
        return item.document, item.claim.occasion

    known = sorted(
        (item for item in evidence if item.claim.service),
        key=lambda item: (*group(item), item.place, item.id),
    )
    told = (_by_whole(list(items), services) for _, items in groupby(known, group))
    found = (_report(whole, tuple(items)) for wholes in told for whole, items in wholes.items())
    return sorted((report for report in found if report), key=lambda report: report.order)


def _by_whole(items: list[Evidence], services: Mapping[str, Service]) -> dict[str, list[Evidence]]:
    """Return a document's claims of one occasion by service, parts with the whole that has claims.

    A part with a time of its own, far from the whole's, was out by itself.
    """
    by_service: dict[str, list[Evidence]] = {}
    for item in items:
        by_service.setdefault(item.claim.service or "", []).append(item)
    windows = {service: _told(tuple(found)) for service, found in by_service.items()}
    wholes: dict[str, list[Evidence]] = {}
    for service, found in by_service.items():
        whole = next(
            (
                above
                for above in reversed(ancestors_in(services, service))
                if above in by_service and _together(windows[service], windows[above])
            ),
            service,
        )
        wholes.setdefault(whole, []).extend(found)
    return {whole: sorted(found, key=lambda item: item.place) for whole, found in wholes.items()}


def _told(evidence: tuple[Evidence, ...]) -> Window | None:
    """Return the stretch that claims themselves give."""
    return _window(evidence) if _times(evidence) else None


def _together(part: Window | None, whole: Window | None) -> bool:
    return part is None or whole is None or part.distance(whole) <= PARTS_APART


def _report(service: str, evidence: tuple[Evidence, ...]) -> Report | None:
    first = evidence[0]
    window = _window(evidence)
    if window is None:
        return None
    return Report(
        service=service,
        document=first.document,
        occasion=first.claim.occasion,
        evidence=evidence,
        window=window,
        published_at=first.published_at or window.start,
        official_id=first.official_id if first.kind == "official" else None,
        founds=any(founds(item.claim) for item in evidence) and not _is_upkeep(evidence),
        dated=bool(_times(evidence)),
    )


def _is_upkeep(evidence: tuple[Evidence, ...]) -> bool:
    """Return whether an update of an operator announces work: no outage, even when it is done."""
    return evidence[0].kind == "official" and any(
        isinstance(item.claim.value, KeyValue)
        and item.claim.value.at
        and (item.claim.field, item.claim.value.key) == ("phase", "scheduled")
        for item in evidence
    )


def founds(claim: Claim) -> bool:
    """Return whether a claim says by itself that something is or was down."""
    if isinstance(claim.value, KeyValue) and claim.field == "phase" and claim.value.key in WELL:
        return False
    return claim.modality == "asserted" and claim.field in FOUNDING


def _times(evidence: tuple[Evidence, ...]) -> list[tuple[Field, TimeValue]]:
    """Return the times asserted, else those recalled; of an operator what its report leads with."""
    for modality in ("asserted", "past"):
        times = [
            (item.claim.field, item.claim.value)
            for item in evidence
            if isinstance(item.claim.value, TimeValue) and item.claim.modality == modality
        ]
        if times:
            return _leading(times) if evidence[0].kind == "official" else times
    return []


def _leading(times: list[tuple[Field, TimeValue]]) -> list[tuple[Field, TimeValue]]:
    """Return the first time of each field: what a report states comes before its prose."""
    first: dict[Field, TimeValue] = {}
    for field, value in times:
        first.setdefault(field, value)
    return list(first.items())


def _window(evidence: tuple[Evidence, ...]) -> Window | None:
    """Return the stretch from the stated start, else up to later stages, else publication."""
    times = _times(evidence)
    if not times:
        return _published_window(evidence[0])
    starts = [value for field, value in times if field == "began_at"]
    if not starts:
        last = max(v.start if v.is_exact else v.end for _, v in times)
        first = min(v.start for _, v in times)
        return Window(start=first - ENDS_LOOK_BACK, end=last, exact=False)
    exact = [value for value in starts if value.is_exact]
    start = min(value.start for value in exact or starts)
    ends = [v.start if v.is_exact else v.end for _, v in times if v.start >= start]
    return Window(start=start, end=max(ends, default=start), exact=bool(exact))


def _published_window(item: Evidence) -> Window | None:
    published = item.published_at
    if published is None:
        return None
    if item.kind == "official":
        return Window(start=published, end=published, exact=True)
    if item.kind == "news":
        return Window(
            start=published - NEWS_LOOKS_BACK, end=published + NEWS_LOOKS_AHEAD, exact=False
        )
    return Window(start=published - POSTS_LOOK_BACK, end=published, exact=False)
