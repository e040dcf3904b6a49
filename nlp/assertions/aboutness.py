"""Whether a text of which something is claimed is about an outage at all."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from nlp.assertions import attesting, headers, lateness, nameless, supposing
from nlp.assertions.passages import Sentence
from nlp.claims import Claim, TimeField
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
_OF_TIME = get_args(TimeField)
_CLAIMS, _TIMES, _SYSTEMS = 20, 3, 4
"""More claims, times of an outage, and names of systems than these say nothing more."""


class Signs(NamedTuple):
    """What speaks for and against an outage in a text of which something is claimed."""

    attested: float
    """How plainly its clauses attest one, by ``attesting.weigh``."""
    length: float
    """The natural logarithm of how many sentences it has: a long text has more of everything."""
    topic: float
    """How much speaks of another topic, by ``topics.about``."""
    signs: float
    """How many signs of an outage it has beside its claims."""
    of_known: float
    """Whether anything is claimed of a service that is known: 1 or 0, as all that is yes or no."""
    times: float
    """How many times of an outage are claimed."""
    claims: float
    """How much is claimed."""
    beside: float
    """Whether people are but at something of the other topic while a service fails them."""
    systems: float
    """What of computers fails in a text that claims nothing of a service that is known."""


WEIGHTS = Signs(
    attested=0.50,
    length=-1.35,
    topic=-1.91,
    signs=0.24,
    of_known=0.53,
    times=0.49,
    claims=0.17,
    beside=2.11,
    systems=0.63,
)
"""By how much each raises the log odds that a text is about an outage; ``bench/weights.py`` fits
them by logistic regression."""
BIAS = 1.06
"""The log odds of a text without any of them."""


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
        return of_other(text, passages, found)
    if all(claim.field in _WHERE for claim in found) and not relevance.is_relevant(text):
        return True
    if not nameless.speaks_of_systems(passages) and topics.other(text, least=1):
        return True
    return of_other(text, passages, found)


def of_other(text: str, passages: Sequence[Sentence], found: Sequence[Claim]) -> bool:
    """Whether a text is about something else."""
    if is_all_well(found) or lateness.is_all(found):
        return bool(found)
    attested = attesting.weigh(passages)
    if attested >= attesting.ENOUGH:
        return False
    if not attested and (supposing.only(passages) or _are_supposed(found)):
        return bool(found)
    seen = signs(text, passages, found, attested)
    return BIAS + sum(weight * sign for weight, sign in zip(WEIGHTS, seen, strict=True)) < 0


def signs(text: str, passages: Sequence[Sentence], found: Sequence[Claim], attested: int) -> Signs:
    """Return what speaks for and against an outage in a text of which something is claimed."""
    topic, weight, said = topics.about(text, names=_names(passages))
    digitals = [claim for claim in found if _is_of_digital(claim)]
    return Signs(
        attested=attested,
        length=math.log(len(passages)),
        topic=weight,
        signs=said,
        of_known=bool(digitals),
        times=min(sum(claim.field in _OF_TIME for claim in found), _TIMES),
        claims=min(len(found), _CLAIMS),
        beside=topics.is_beside(topic) and any(map(digital.fails, _asserted(digitals))),
        systems=0 if digitals else min(len(nameless.signs(passages)), _SYSTEMS),
    )


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
