"""What a story says of its service's rivals, which is none of it."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.assertions.subjects import Subjects
from nlp.claims import Claim
from nlp.names.kinship import are_rivals
from nlp.values import KeyValue


def without(found: Sequence[Claim], main: Subjects) -> list[Claim]:
    """Drop what is said of the story's rivals where nothing failed there, and that they work."""
    failed = {claim.service for claim in found if not _is_well(claim)}
    told = {subject.key for subject in main}
    rivals = {
        claim.service
        for claim in found
        if claim.service not in told
        and any(are_rivals(claim.service, subject.key) for subject in main)
    }
    return [
        claim
        for claim in found
        if claim.service not in rivals or (claim.service in failed and not _works(claim))
    ]


def _is_well(claim: Claim) -> bool:
    """Whether a claim says that nothing failed."""
    return claim.modality == "negated" or _works(claim)


def _works(claim: Claim) -> bool:
    return isinstance(claim.value, KeyValue) and claim.value.key == "operational"
