"""How sure we are of an incident: which classes of evidence speak, and the state they give it.

Confirmed: the operator says so, or two independent classes do. Signal: one class alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from nlp.names.gazetteers import Service, ancestors_in
from pipelines.assembly.evidence import Evidence, State

EvidenceClass = Literal["crowd", "press", "official"]
CLASS_OF_KIND: dict[str, EvidenceClass] = {
    "official": "official",
    "news": "press",
    "forum": "crowd",
    "social": "crowd",
}
ENOUGH_CLASSES = 2


def operators(key: str, services: Mapping[str, Service]) -> frozenset[str]:
    """Return the names, casefolded, under which a service's operator is quoted."""
    family = [services[k] for k in (key, *ancestors_in(services, key)) if k in services]
    names = {name for service in family for name in (service.name, service.owner) if name}
    return frozenset(name.casefold() for name in names)


def evidence_class(
    item: Evidence, services: Mapping[str, Service], watchers: frozenset[str]
) -> EvidenceClass:
    """Return the class of one claim: who is quoted counts before who prints it.

    ``watchers`` are the names, casefolded, of those who count what the crowd reports.
    """
    said = (item.claim.attributed_to or "").casefold()
    if said and item.claim.service and said in operators(item.claim.service, services):
        return "official"
    if said in watchers:
        return "crowd"
    return CLASS_OF_KIND[item.kind]


def state(evidence: Iterable[Evidence], services: Mapping[str, Service]) -> State:
    """Return the state that the asserted claims of an incident give it."""
    watchers = frozenset(s.name.casefold() for s in services.values() if s.kind == "monitor")
    classes = {
        evidence_class(item, services, watchers)
        for item in evidence
        if item.claim.modality == "asserted"
    }
    confirmed = "official" in classes or len(classes) >= ENOUGH_CLASSES
    return "confirmed" if confirmed else "signal"
