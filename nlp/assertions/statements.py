"""When an operator's own prose says that its outage began and ended.

A report is written over hours, so the newest update that states a time corrects those before
it; of several stretches in it, the outage is what spans them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.assertions.passages import Sentence
from nlp.claims import Claim, Field
from nlp.mentions import Mention
from nlp.values import TimeValue

_PARTLY = re.compile(
    r"\b(?:majority|most|many|some|several|part(?:s|ial|ially|ly)?|nearly|almost|small|subset"
    r"|power)\b"
)
"""What is restored to some, or only the power, leaves the outage going on."""
_WHOLLY = re.compile(r"(?<!nearly )(?<!almost )\b(?:all|every)\b")
_CLOCK = frozenset({"second", "minute", "hour"})


def settle(
    claims: Sequence[Claim], sentences: Sequence[Sentence], updates: Sequence[int]
) -> list[Claim]:
    """Return an operator's claims, with an end only where the whole outage ended.

    What was restored to some, and what was restored while others still waited, was mitigated.
    ``updates``: the offsets at which updates begin, the oldest update's first.
    """
    partial = [claim for claim in claims if _is_partial(claim, claims, sentences)]

    def is_early(claim: Claim) -> bool:
        return claim in partial or any(
            _rank(claim, updates) == _rank(other, updates) and _at(claim) <= _at(other)
            for other in partial
        )

    return [
        replace(claim, field="mitigated_at")
        if claim.field == "resolved_at" and not _begun(claim, claims) and is_early(claim)
        else claim
        for claim in claims
    ]


def start(claims: Iterable[Claim], updates: Sequence[int]) -> Claim | None:
    """Return the claim of when the outage began: the earliest time of the newest statement."""
    return min(_newest(claims, "began_at", updates), key=_at, default=None)


def end(claims: Iterable[Claim], updates: Sequence[int]) -> Claim | None:
    """Return the claim of when the outage ended: the latest time of the newest statement."""
    return max(_newest(claims, "resolved_at", updates), key=_at, default=None)


def _newest(claims: Iterable[Claim], field: Field, updates: Sequence[int]) -> list[Claim]:
    """Return the claims of clock times for a field in the newest update that has any."""
    told = [
        claim
        for claim in claims
        if claim.field == field
        and isinstance(claim.value, TimeValue)
        and claim.value.precision in _CLOCK
    ]
    newest = max((_rank(claim, updates) for claim in told), default=0)
    return [claim for claim in told if _rank(claim, updates) == newest]


def _rank(claim: Claim, updates: Sequence[int]) -> int:
    """Return which update, counted by age from 1, a claim stands in; 0 before them all."""
    offset = max((offset for offset in updates if offset <= claim.start), default=None)
    return 0 if offset is None else updates.index(offset) + 1


def _at(claim: Claim) -> float:
    return claim.value.start.timestamp() if isinstance(claim.value, TimeValue) else 0.0


def _is_partial(claim: Claim, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> bool:
    """Whether an end is one of a part: "by 9:00 most users had service again"."""
    if claim.field != "resolved_at" or _begun(claim, claims):
        return False
    clause = _clause(claim, sentences)
    return bool(_PARTLY.search(clause)) and not _WHOLLY.search(clause)


def _begun(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether an end is the second time of "between 9:00 and 10:00"."""
    return any(
        other.field == "began_at"
        and other.start == claim.start
        and other.mentions == tuple(position - 1 for position in claim.mentions)
        for other in claims
    )


def _clause(claim: Claim, sentences: Sequence[Sentence]) -> str:
    """Return the clause that a claim's time stands in, in lower case."""
    for sentence in sentences:
        mention = _carrier(claim, sentence)
        if mention:
            return sentence.clauses[sentence.clause_of(mention.start)].lower
    return ""


def _carrier(claim: Claim, sentence: Sentence) -> Mention | None:
    marks = (mark for mark in sentence.marks if mark.position in claim.mentions)
    return next((mark.mention for mark in marks), None)
