"""What a clause only supposes, foresees for good or tells how to do: nothing of it has failed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.assertions.passages import Sentence
from nlp.entries import load
from nlp.mentions import Mention
from nlp.words.lexicons import Attesting
from nlp.words.notation import alternation


def supposed(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause only supposes what a mention in it says, from its words up to there."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return supposes(clause.lower[: mention.end - clause.start])


def only(sentences: Sequence[Sentence]) -> bool:
    """Whether sentences suppose that something fails, and none of them says it."""
    told = [
        supposed(sentence, mark.mention)
        for sentence in sentences
        for mark in sentence.of("SYMPTOM")
    ]
    return bool(told) and all(told)


def supposes(words: str) -> bool:
    """Whether words, in lower case, begin to suppose something.

    >>> supposes("if your site goes down"), supposes("wondering if it is down for you")
    (True, False)
    """
    return any(match["supposed"] for match in _wordings().finditer(words))


@cache
def _wordings() -> re.Pattern[str]:
    lexicon = load("attesting", Attesting)
    asked, supposing = alternation(lexicon.asking), alternation(lexicon.supposing)
    return re.compile(rf"\b(?:(?:{asked})|(?P<supposed>{supposing}))(?!\w)")
