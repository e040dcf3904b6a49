"""How sure it is that a part or place was affected, where its clause is not of what is so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nlp.assertions import modality
from nlp.assertions.passages import Sentence
from nlp.claims import Claim
from nlp.mentions import Mention

_IF = re.compile(r"\b(?:if|whether|unless)\b")


def as_felt(found: Iterable[Claim], sentence: Sentence, mention: Mention) -> Iterator[Claim]:
    """Yield claims that a part or place was affected, as sure as its sentence makes them.

    Whoever hopes to have it back, or guesses why it failed, knows that it did, and "Rogers out in
    Guelph?" takes it for granted; "is it out?" and what holds if something is so leave it open.
    """
    for claim in found:
        if claim.modality == "hypothetical" and not _is_open(sentence, mention):
            yield replace(claim, modality="asserted")
        else:
            yield claim


def is_denied(sentence: Sentence, mention: Mention) -> bool:
    """Whether what might befall a part is said not to: "payments would not be delayed"."""
    number = sentence.clause_of(mention.start)
    told = [m for m in sentence.of("SYMPTOM") if sentence.clause_of(m.mention.start) == number]
    return bool(told) and all(modality.denied(sentence, mark.mention) for mark in told)


def _is_open(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence leaves it open if what a clause of it says is so."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return modality.asks_whether(sentence) or _IF.search(clause.lower) is not None
