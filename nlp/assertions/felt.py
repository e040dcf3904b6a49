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
        clause = sentence.clauses[sentence.clause_of(mention.start)]
        open_still = modality.asks_whether(sentence) or _IF.search(clause.lower)
        if claim.modality == "hypothetical" and not open_still:
            yield replace(claim, modality="asserted")
        else:
            yield claim
