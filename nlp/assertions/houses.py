"""Lines that are a telecom's, not its other services': calls worked while M-Pesa was down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.assertions import descriptions
from nlp.assertions.passages import Sentence
from nlp.claims import Claim
from nlp.names import gazetteers
from nlp.names.kinship import are_kin
from nlp.values import KeyValue


def of_carriers(found: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Yield claims, those of a telecom's lines that worked as claims of the telecom."""
    for claim in found:
        value = claim.value
        is_line = isinstance(value, KeyValue) and descriptions.is_line(value.key)
        if is_line and claim.modality == "negated" and claim.field == "affected_feature":
            carrier = _carrier(claim.service, sentences)
            yield replace(claim, service=carrier) if carrier else claim
        else:
            yield claim


def _carrier(service: str | None, sentences: Sequence[Sentence]) -> str | None:
    """Return the telecom of a service's house, the one that is named before others."""
    if service is None or descriptions.is_carrier(service):
        return None
    named = (mark.mention.key for sentence in sentences for mark in sentence.of("SERVICE"))
    for key in (*named, *gazetteers.ancestors(service)):
        if key and key != service and are_kin(key, service) and _is_telecom(key):
            return key
    return None


def _is_telecom(key: str) -> bool:
    service = gazetteers.services().get(key)
    return service is not None and service.kind == "telecom"
