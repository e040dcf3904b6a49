"""Clusters: which reports tell of the same outage. The result never depends on their order.

What is official anchors: two official incidents are never one. Reports with clock times
follow, then those that only know a day; a lone report that contradicts everything else about
the day is read as telling of the outage that was in the news when it was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nlp.names.gazetteers import Service, ancestors_in
from pipelines.assembly.reports import Report, Window

NEAR = timedelta(hours=3)
"""How far apart two accounts of one outage may place it."""
SLIP = timedelta(hours=36)
"""How far a wrong day or a wrong zone may carry a lone report."""
FRESH = timedelta(hours=12)
"""An article so soon after its own stated start is about that start."""


@dataclass(slots=True)
class Cluster:
    """Reports of one outage, while they are gathered."""

    reports: list[Report] = field(default_factory=list)
    official_id: str | None = None

    @property
    def window(self) -> Window:
        """Return the stretch that its reports with clock times span, else all of them."""
        told = [r.window for r in self.reports if r.official_id] or [
            r.window for r in self.reports if r.window.exact
        ]
        windows = told or [r.window for r in self.reports]
        return Window(
            start=min(w.start for w in windows),
            end=max(w.end for w in windows),
            exact=bool(told),
        )

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Return what clusters are sorted by."""
        first = min(r.document for r in self.reports)
        return self.window.start, self.official_id or "", first

    def accepts(self, report: Report, services: Mapping[str, Service]) -> bool:
        """Tell whether the report is about a service of this cluster."""
        return any(related(member, report, services) for member in self.reports)


def related(a: Report, b: Report, services: Mapping[str, Service]) -> bool:
    """Tell whether two reports may be of one outage by the services they are about.

    They name the same service, or one is about a part of the other's service and the
    other names that part as affected.
    """
    if a.service == b.service:
        return True
    if b.service in ancestors_in(services, a.service):
        return a.service in b.features
    return a.service in ancestors_in(services, b.service) and b.service in a.features


def clusters(reports: Iterable[Report], services: Mapping[str, Service]) -> list[Cluster]:
    """Gather the reports into one cluster an outage, sorted by time."""
    families: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: r.order):
        root = [report.service, *ancestors_in(services, report.service)][-1]
        families.setdefault(root, []).append(report)
    found = [c for family in families.values() for c in _family(family, services)]
    return sorted(found, key=lambda cluster: cluster.order)


def _family(reports: list[Report], services: Mapping[str, Service]) -> list[Cluster]:
    anchors = _anchors(reports)
    unofficial = [r for r in reports if not r.official_id]
    exact = [r for r in unofficial if r.founds and r.window.exact]
    vague = [r for r in unofficial if r.founds and not r.window.exact]
    loose = _chain([r for r in exact if not _join(r, anchors, services)], services)
    found = _settle_lone(anchors, loose, services)
    homeless = [r for r in vague if not _join(r, found, services)]
    found += _chain(homeless, services)
    for report in unofficial:
        if not report.founds and (report.dated or not report.recalled):
            _join(report, found, services)
    return found


def _anchors(reports: list[Report]) -> list[Cluster]:
    """Return one cluster an official incident."""
    anchors: dict[str, Cluster] = {}
    for report in reports:
        if report.official_id and report.founds:
            anchor = anchors.setdefault(report.official_id, Cluster(official_id=report.official_id))
            anchor.reports.append(report)
    return list(anchors.values())


def _join(report: Report, found: list[Cluster], services: Mapping[str, Service]) -> bool:
    """Put a report into the nearest cluster that it may belong to; tell whether one was."""
    near = [
        (cluster.window.distance(report.window), -len(_shared(cluster, report)), cluster)
        for cluster in found
        if cluster.accepts(report, services)
    ]
    near = [place for place in near if place[0] <= NEAR]
    if not near:
        return False

    def preference(place: tuple[timedelta, int, Cluster]) -> tuple[object, ...]:
        gap, shared, cluster = place
        apart = abs(cluster.window.start - _moment(report))
        nearness = (shared, apart, cluster.order)
        return (gap, *nearness) if report.window.exact else nearness

    min(near, key=preference)[2].reports.append(report)
    return True


def _moment(report: Report) -> datetime:
    return report.window.start if report.window.exact else report.published_at


def _shared(cluster: Cluster, report: Report) -> frozenset[str]:
    return report.features & frozenset(f for r in cluster.reports for f in r.features)


def _chain(reports: list[Report], services: Mapping[str, Service]) -> list[Cluster]:
    """Gather reports, sorted by time, into clusters whose neighbours are near in time."""
    found: list[Cluster] = []
    for report in reports:
        near = [
            cluster
            for cluster in found
            if cluster.accepts(report, services) and cluster.window.distance(report.window) <= NEAR
        ]
        if near:
            near[-1].reports.append(report)
        else:
            found.append(Cluster(reports=[report]))
    return found


def _settle_lone(
    anchors: list[Cluster], loose: list[Cluster], services: Mapping[str, Service]
) -> list[Cluster]:
    """Move lone reports with a slipped date to the outage that was news when they appeared."""
    settled = anchors + [c for c in loose if len(_documents(c)) > 1]
    kept: list[Cluster] = []
    for cluster in loose:
        if len(_documents(cluster)) > 1:
            continue
        target = _in_the_news(cluster.reports[0], settled, services)
        if target:
            target.reports.extend(cluster.reports)
        else:
            kept.append(cluster)
    return settled + kept


def _in_the_news(
    report: Report, settled: list[Cluster], services: Mapping[str, Service]
) -> Cluster | None:
    told = report.window.start
    if timedelta(0) <= report.published_at - told <= FRESH:
        return None
    candidates = [
        cluster
        for cluster in settled
        if cluster.accepts(report, services)
        and abs(cluster.window.start - told) <= SLIP
        and abs(report.published_at - cluster.window.start) < abs(report.published_at - told)
    ]
    return min(
        candidates,
        key=lambda c: (abs(report.published_at - c.window.start), c.order),
        default=None,
    )


def _documents(cluster: Cluster) -> set[str]:
    return {report.document for report in cluster.reports}
