"""How sure a cause is by the words that name it."""

from __future__ import annotations

from dataclasses import replace

from nlp.assertions.attribution import CROWDS
from nlp.claims import Claim
from nlp.words.causes import DENIED, GUESSED


def as_blamed(claim: Claim, rule: str, *, denied: bool) -> Claim:
    """Return a claim of a cause as sure as the rule that found its mention says.

    What the crowd blames is but a guess, whatever its words; a rumour and its denial are one. Why
    something is planned is so now.
    ``denied``: whether its clause says that it was not the cause.
    """
    if claim.modality == "past":
        return claim
    if claim.modality == "planned":
        return replace(claim, modality="asserted")
    if rule in DENIED or (denied and claim.modality == "hypothetical"):
        return replace(claim, modality="negated")
    guessed = rule.startswith(GUESSED) or claim.attributed_to in CROWDS
    if guessed and claim.modality != "negated":
        return replace(claim, modality="hypothetical")
    return claim
