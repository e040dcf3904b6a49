"""Whether a text of which something is claimed is about an outage at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions import attesting, headers, lateness, nameless, supposing
from nlp.assertions.passages import Sentence
from nlp.claims import Claim
from nlp.names.kinship import is_utility
from nlp.values import KeyValue
from nlp.words import digital, relevance, topics

_WHERE = ("affected_feature", "affected_region")
"""Fields that say what an outage is of, and not that there is one."""
_ANYBODYS = frozenset({"affected_feature", "symptom", "cause", "phase", "severity"})
"""Fields that may say what one person met."""
_MYSELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_OFTEN = 2
"""How often posters speak of themselves where it is about them."""
_TOPIC, _LONE = 5, 4
"""What a phrase of another topic weighs, as a sign of an outage weighs one, and how much less a
lone one: it may well be meant otherwise. Fitted on the developed documents."""
_LEAST = 2
"""What is weighed at least where nothing is named that may fail."""
_KNOWN = 2
"""What it weighs that an operator writes that the catalogue has."""
_ASKED = 4
"""What it weighs that a poster asks whether others see it too."""
_BENEFIT = 1
"""A claim of a service that the catalogue has is worth as much as a sign of an outage."""


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


def of_nothing(
    text: str, passages: Sequence[Sentence], found: Sequence[Claim], *, is_known: bool
) -> bool:
    """Whether an operator tells of no outage, on no page for such reports.

    ``is_known``: the catalogue has it.
    """
    if headers.find(text, len(text)):
        return False
    if is_known:
        return of_other(text, passages, found, benefit=_KNOWN)
    if all(claim.field in _WHERE for claim in found) and not relevance.is_relevant(text):
        return True
    if not nameless.speaks_of_systems(passages) and topics.other(text, least=1):
        return True
    return of_other(text, passages, found, benefit=0)


def of_other(
    text: str, passages: Sequence[Sentence], found: Sequence[Claim], *, benefit: int = _BENEFIT
) -> bool:
    """Whether a text is about something else.

    ``benefit``: what speaks for an outage before a word is read.
    """
    if is_all_well(found) or lateness.is_all(found):
        return bool(found)
    told = attesting.weigh(passages)
    if told >= attesting.ENOUGH:
        return False
    if not told and (supposing.only(passages) or _are_supposed(found)):
        return bool(found)
    names = _names(passages)
    topic, weight, signs = topics.about(text, names=names)
    digitals = [claim for claim in found if _is_of_digital(claim)]
    if topics.is_beside(topic) and any(map(digital.fails, _asserted(digitals))):
        return False
    told += signs
    if digitals:
        told += benefit
    elif not topics.is_genre(topic):
        told += len(nameless.signs(passages))
    if topic in topics.OWN and any(map(nameless.asks, passages)):
        told += _ASKED
    return told < max(_TOPIC * weight - _LONE, 1 if digitals or names else _LEAST)


def _is_of_digital(claim: Claim) -> bool:
    """Whether it is said of a service that is known: what fails a utility is rather the power."""
    return claim.service is not None and not is_utility(claim.service)


def _are_supposed(found: Sequence[Claim]) -> bool:
    return all(claim.modality == "hypothetical" for claim in found)


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
