"""When an operator's own prose says that its outage began and ended.

A report is written over hours, so the newest update that states a time corrects those before
it; of several stretches in it, the outage is what spans them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.assertions.passages import Sentence
from nlp.claims import Claim, Field
from nlp.values import TimeValue

_PARTLY = re.compile(
    r"\b(?:majority|most|many|some|several|part(?:s|ial|ially|ly)?|nearly|almost|small|subset"
    r"|power)\b"
)
"""What is restored to some, or only the power, leaves the outage going on."""
_WHOLLY = re.compile(r"(?<!nearly )(?<!almost )\b(?:all|every)\b")
_OVER = re.compile(
    r"\b(?:issue|incident|problem|outage)\s+(?:was|is|has\s+been)\s+(?:\w+\s+)?resolved\b"
)
"""What is said of the issue itself is over, if not for everybody at once."""


def settle(
    claims: Sequence[Claim], sentences: Sequence[Sentence], updates: Sequence[int]
) -> list[Claim]:
    """Return an operator's claims, with an end only where the whole outage ended.

    What was restored to some, and what was restored while others still waited, was mitigated.
    ``updates``: the offsets at which updates begin, the oldest update's first.
    """
    ages, clauses, spans = _ages(updates), _clauses(sentences), _spans(claims)
    waited: dict[int, float] = {}
    for claim in claims:
        if claim.field == "resolved_at" and not _ends_span(claim, spans):
            age = _age(claim, ages)
            if _is_partial(claim, clauses):
                waited[age] = max(_at(claim), waited.get(age, 0.0))

    def is_early(claim: Claim) -> bool:
        if claim.field != "resolved_at" or _ends_span(claim, spans):
            return False
        return _at(claim) <= waited.get(_age(claim, ages), 0.0)

    return [replace(claim, field="mitigated_at") if is_early(claim) else claim for claim in claims]


def start(claims: Sequence[Claim], updates: Sequence[int]) -> Claim | None:
    """Return the claim of when the outage began: the earliest time of the newest statement.

    A review written as one opens with what it is about; the steps that it then tells are no news.
    """
    return min(_summed(_newest(claims, "began_at", updates), updates), key=_at, default=None)


def end(claims: Sequence[Claim], updates: Sequence[int]) -> Claim | None:
    """Return the claim of when the outage ended: the latest time of the newest statement.

    A review written as one may open with the stretch that it is about.
    """
    found = _newest(claims, "resolved_at", updates)
    first = _summed(_newest(claims, "began_at", updates), updates)
    stretch = [] if updates else [c for c in found if c.start in {claim.start for claim in first}]
    return max(stretch or found, key=_at, default=None)


def _summed(claims: Sequence[Claim], updates: Sequence[int]) -> Sequence[Claim]:
    """Return of several claims those of the first sentence, where no update is newer."""
    return claims if updates else [claim for claim in claims if claim.start == claims[0].start]


def _newest(claims: Iterable[Claim], field: Field, updates: Sequence[int]) -> list[Claim]:
    """Return the claims of clock times for a field in the newest update that has any."""
    ages = _ages(updates)
    told = [
        (_age(claim, ages), claim)
        for claim in claims
        if claim.field == field and isinstance(claim.value, TimeValue) and claim.value.is_exact
    ]
    newest = max((age for age, _ in told), default=0)
    return [claim for age, claim in told if age == newest]


def _ages(updates: Sequence[int]) -> list[tuple[int, int]]:
    """Return where each update begins and which it is, counted from the oldest, by its place."""
    return sorted((offset, number) for number, offset in enumerate(updates, start=1))


def _age(claim: Claim, ages: Sequence[tuple[int, int]]) -> int:
    """Return which update a claim stands in; 0 for what stands before them all."""
    position = bisect_right(ages, claim.start, key=lambda update: update[0])
    return ages[position - 1][1] if position else 0


def _at(claim: Claim) -> float:
    return claim.value.start.timestamp() if isinstance(claim.value, TimeValue) else 0.0


def _spans(claims: Iterable[Claim]) -> set[tuple[int, int]]:
    """Return the sentences and mentions of times at which something began."""
    return {
        (claim.start, position)
        for claim in claims
        if claim.field == "began_at"
        for position in claim.mentions
    }


def _ends_span(claim: Claim, spans: set[tuple[int, int]]) -> bool:
    """Whether an end is the second time of "between 9:00 and 10:00"."""
    return any((claim.start, position - 1) in spans for position in claim.mentions)


def _is_partial(claim: Claim, clauses: Mapping[int, str]) -> bool:
    """Whether an end is one of a part: "by 9:00 most users had service again"."""
    text = " ".join(clauses.get(position, "") for position in claim.mentions)
    return bool(_PARTLY.search(text)) and not (_WHOLLY.search(text) or _OVER.search(text))


def _clauses(sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return the clause of each time, in lower case, by the time's place among the mentions."""
    return {
        mark.position: sentence.clauses[sentence.clause_of(mark.mention.start)].lower
        for sentence in sentences
        for mark in sentence.of("TIME")
    }
