"""Incidents: claims in, judgements out. Pure, and the same whatever the order of arrival."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC

from nlp.names.gazetteers import Service, ancestors_in
from pipelines.assembly.clusters import Cluster, clusters
from pipelines.assembly.confidence import state
from pipelines.assembly.conflicts import conflicts
from pipelines.assembly.consensus import affected, asserted, figure, heights, moment, places
from pipelines.assembly.evidence import Affected, Assembly, Conflict, Evidence, Incident
from pipelines.assembly.reports import founds, reports


def assemble(evidence: Iterable[Evidence], services: Mapping[str, Service]) -> Assembly:
    """Return the incidents that the claims tell of and the conflicts among them.

    ``services`` is the catalogue by key. Incidents are sorted by id, conflicts likewise.
    """
    incidents: list[Incident] = []
    disagreements: list[Conflict] = []
    for cluster in clusters(reports(evidence, services), services):
        items = [item for report in cluster.reports for item in report.evidence]
        items.sort(key=lambda item: (item.document, item.place, item.id))
        incident = _incident(cluster, items, services)
        incidents.append(incident)
        disagreements += conflicts(incident.id, items)
    return Assembly(
        incidents=tuple(sorted(incidents, key=lambda incident: incident.id)),
        conflicts=tuple(sorted(disagreements, key=lambda conflict: conflict.id)),
    )


def _incident(cluster: Cluster, items: list[Evidence], services: Mapping[str, Service]) -> Incident:
    service = _service(cluster, services)
    began = moment(asserted(items, "began_at"))
    ended = moment(asserted(items, "resolved_at"), after=began.start if began else None)
    named = places(items)
    peaks = heights(asserted(items, "peak_reports"), named)
    peaks.sort(key=lambda item: bool(named[item.id]))
    return Incident(
        id=_identify(cluster, service),
        service=service,
        title=_title(cluster, items, service, services),
        state=state(items, services),
        began_at=began.start if began else None,
        began_precision=began.precision if began else None,
        ended_at=ended.start if ended else None,
        ended_precision=ended.precision if ended else None,
        peak_reports=figure(peaks[0].claim.value) if peaks else None,
        official_id=cluster.official_id,
        documents=len({item.document for item in items}),
        origins=len({item.publisher for item in items}),
        claims=tuple(item.id for item in items),
        features=_with_parts(_affected(items, "affected_feature"), items, service, services),
        regions=_affected(items, "affected_region"),
    )


def _service(cluster: Cluster, services: Mapping[str, Service]) -> str:
    """Return the service that most reports are about, the more specific of equals."""
    counted = Counter(report.service for report in cluster.reports)
    return max(counted, key=lambda key: (counted[key], len(ancestors_in(services, key)), key))


def _identify(cluster: Cluster, service: str) -> str:
    """Return an id of service, day and four digits of what anchors the incident.

    The anchor is the operator's id, else the least of its reports.
    """
    first = min((report.document, report.occasion) for report in cluster.reports)
    anchor = cluster.official_id or f"{first[0]}.{first[1]}"
    digits = hashlib.sha256(anchor.encode()).hexdigest()[:4]
    return f"{service}-{cluster.window.start.astimezone(UTC):%Y%m%d}-{digits}"


def _title(
    cluster: Cluster, items: list[Evidence], service: str, services: Mapping[str, Service]
) -> str:
    name = services[service].name if service in services else service
    official = sorted(item.title for item in items if item.kind == "official" and item.title)
    if official:
        return f"{name}: {official[0]}"
    start = cluster.window.start
    return f"{name} outage of {start.day} {start:%B %Y}"


def _with_parts(
    named: tuple[Affected, ...],
    items: list[Evidence],
    whole: str,
    services: Mapping[str, Service],
) -> tuple[Affected, ...]:
    """Return the features and, where they are not among them, the parts that were out."""
    found = {(feature.key, feature.affected): feature for feature in named}
    for item in items:
        part = item.claim.service
        if part and founds(item.claim) and whole in ancestors_in(services, part):
            name = services[part].name
            told = Affected(key=part, name=name, affected=True, extent=None, claim=item.id)
            found.setdefault((part, True), told)
    return tuple(found[key] for key in sorted(found))


def _affected(items: list[Evidence], field: str) -> tuple[Affected, ...]:
    """Return what was affected and what was said not to be, each by its first claim.

    Who calls the impact on something minimal means that wherever he names it; but an operator
    lists what was affected.
    """
    slight = {
        (item.document, told[0].key)
        for item in items
        if item.kind != "official"
        and (told := affected(item, field))
        and told[0].extent == "minimal"
    }
    found: dict[tuple[str, bool], Affected] = {}
    for item in sorted(items, key=lambda item: item.kind != "official"):
        told = affected(item, field)
        if told is None:
            continue
        value, hit = told
        if hit and (item.document, value.key) in slight:
            continue
        key = value.key or value.name
        place = found.get((key, hit))
        if place is None or (place.extent is None and value.extent):
            found[key, hit] = Affected(
                key=key, name=value.name, affected=hit, extent=value.extent, claim=item.id
            )
    return tuple(found[key] for key in sorted(found))
