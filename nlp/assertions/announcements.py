"""Claims of work that is announced: what they say is to come, that it is scheduled is so now."""

from __future__ import annotations

from dataclasses import replace

from nlp.assertions.wordings import Worded, Wording
from nlp.claims import Claim
from nlp.values import KeyValue

_TO_BE_TOLD = Wording(
    r"(?:(?:we|they|it)['’]ll|will|would|shall|going\s+to|plans?\s+to|promis\w+\s+to|(?:is|are)\s+to)\s+(?:also\s+|then\s+)?"
    r"(?:be\s+)?(?:publish|shar|post|releas|follow|provid|issu|conduct|put\s+out|carr|writ|explain|detail)\w*"
    r"|promis(?:ed|es|ing)\s+(?:a|an|the|its|to)|pledg(?:ed|es|ing)|(?:is|are)\s+(?:due|expected|to\s+follow|planned)"
    r"|to\s+(?:follow|be\s+(?:published|shared|posted))|within\s+(?:\w+\s+){0,3}?(?:days|weeks|hours)"
)


def as_planned(claim: Claim) -> Claim:
    """Return a claim that an announcement makes; what it denies and recalls stays so.

    Why something is to be done is so now, as it is that work is scheduled.
    """
    if claim.modality in ("negated", "past") or claim.field == "cause" or _is_scheduling(claim):
        return claim
    return replace(claim, modality="planned")


def _is_scheduling(claim: Claim) -> bool:
    """Whether a claim is that work is scheduled."""
    scheduled = isinstance(claim.value, KeyValue) and claim.value.key == "scheduled"
    return scheduled and claim.field == "phase"


def promises(clause: Worded) -> bool:
    """Whether a clause says that something will be told: a report, a post-mortem."""
    return _TO_BE_TOLD.search(clause) is not None
