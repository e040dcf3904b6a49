"""Whether a text of which something is claimed is about an outage at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions import headers, lateness, nameless
from nlp.assertions.passages import Sentence
from nlp.claims import Claim
from nlp.names.kinship import is_utility
from nlp.values import KeyValue
from nlp.words import digital, relevance, topics

_REPORTS = ("peak_reports", "baseline_reports", "cumulative_reports")
_WHERE = ("affected_feature", "affected_region")
"""Fields that say what an outage is of, and not that there is one."""
_ANYBODYS = frozenset({"affected_feature", "symptom", "cause", "phase", "severity"})
"""Fields that may say what one person met."""
_MYSELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_OFTEN = 2
"""How often posters speak of themselves where it is about them."""
_FEW = 4
"""Claims of a text that may well be about something else."""


def is_all_well(found: Sequence[Claim]) -> bool:
    """Whether all that is claimed is what was not affected."""
    return all(claim.field in _WHERE and claim.modality == "negated" for claim in found)


def is_posters_own(text: str, found: Sequence[Claim]) -> bool:
    """Whether posters ask about a trouble of their own: not when, where nor whose it is besides."""
    told = {claim.field for claim in found}
    if "unavailable" in _asserted(found) or not told.issubset(_ANYBODYS):
        return False
    if "?" not in text or len(_MYSELF.findall(text)) < _OFTEN:
        return False
    return not relevance.is_shared(text)


def of_nothing(text: str, passages: Sequence[Sentence], found: Sequence[Claim]) -> bool:
    """Whether an operator that nobody knows tells of no outage, on no page for such reports."""
    if headers.find(text, len(text)):
        return False
    if all(claim.field in _WHERE for claim in found) and not relevance.is_relevant(text):
        return True
    if not nameless.speaks_of_systems(passages) and topics.other(text, least=1):
        return True
    return of_other(text, passages, found)


def of_other(text: str, passages: Sequence[Sentence], found: Sequence[Claim]) -> bool:
    """Whether a text is about something else."""
    if is_all_well(found) or lateness.is_all(found):
        return bool(found)
    is_nameless = all(claim.service is None for claim in found)
    is_power = all(is_utility(claim.service) for claim in found)
    is_over = all(claim.modality in ("past", "negated") for claim in found)
    told = _told(passages, found)
    topic = topics.other(
        text,
        least=topics.LEAST - (is_nameless or is_power or len(found) <= _FEW) - is_over,
        told=len(told),
        reported=any(claim.field in _REPORTS for claim in found),
        names=_names(passages),
    )
    if topic in topics.OWN:
        return not any(map(nameless.asks, passages))
    if topic is None or is_nameless or not topics.is_beside(topic):
        return topic is not None
    return not (told or any(map(nameless.tells, passages)))


def _told(passages: Sequence[Sentence], found: Sequence[Claim]) -> set[str]:
    """Return what is said to fail that only computers do.

    Of who has no name it must be said, and of a utility: what fails it is rather the power.
    """
    failed = {key for key in _asserted(found) if key and digital.fails(key)}
    if all(claim.service is None for claim in found):
        return nameless.signs(passages)
    if all(is_utility(claim.service) for claim in found):
        return min(failed, nameless.signs(passages), key=len)
    return failed


def _names(passages: Sequence[Sentence]) -> list[tuple[int, int]]:
    named = [mark.mention for passage in passages for mark in passage.of("SERVICE")]
    return [(mention.start, mention.end) for mention in named]


def _asserted(found: Sequence[Claim]) -> set[str | None]:
    """Return the keys of what is said to have failed."""
    return {
        claim.value.key
        for claim in found
        if claim.modality == "asserted" and isinstance(claim.value, KeyValue)
    }
