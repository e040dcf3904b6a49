"""A rumour of a cause that the next sentence denies: “A spokesperson said that this was not so.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.claims import Claim

_DENIED = Wording(
    r"(?:(?:this|that|it|they|these|those)\s+(?:was|were|is|are)\s+(?:simply\s+|just\s+|flatly\s+)?"
    r"(?:not\s+(?:so|true|the\s+case|that|correct)|untrue|false|wrong|nonsense|baseless|unfounded)"
    r"|(?:denie[sd]|den(?:y|ying)|reject(?:s|ed)|dismiss(?:es|ed)|rubbish(?:es|ed)|refut(?:es|ed))\s+"
    r"(?:this|that|it|(?:the|those|these|such|any)\s+(?:claims?|rumou?rs?|reports?|suggestions?|speculation"
    r"|talk|theor(?:y|ies)|allegations?)))\b"
)
"""What denies without saying again what."""


def with_denials(found: Sequence[Claim], passages: Sequence[Sentence]) -> list[Claim]:
    """Return the claims, and each cause that is but supposed in the sentence before its denial."""
    added = list(_denials(found, passages))
    return sorted([*found, *added], key=lambda claim: claim.start) if added else list(found)


def _denials(found: Sequence[Claim], passages: Sequence[Sentence]) -> Iterator[Claim]:
    supposed: dict[int, list[Claim]] = {}
    for claim in found:
        if (claim.field, claim.modality) == ("cause", "hypothetical"):
            supposed.setdefault(claim.start, []).append(claim)
    for earlier, sentence in pairwise(passages if supposed else ()):
        told = supposed.get(earlier.start)
        if told and not sentence.of("CAUSE") and _DENIED.search(sentence):
            for claim in told:
                yield replace(claim, modality="negated", attributed_to=None, end=sentence.end)
