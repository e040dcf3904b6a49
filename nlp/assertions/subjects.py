"""Services as a clause tells of them, and whether it says that they fail."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlp.assertions import sparing
from nlp.assertions.passages import Sentence
from nlp.mentions import Mention

_TAGGED_DOWN = re.compile(r"(?:is)?(?:down|outage|offline)\b")


class Subject(NamedTuple):
    """The service that a clause tells of."""

    key: str | None
    """``None`` where the catalogue does not have it."""
    name: str

    @classmethod
    def of(cls, mention: Mention) -> Subject:
        """Return the service that a mention names."""
        return cls(mention.key, mention.name or mention.text)


Subjects = tuple[Subject, ...]


def only_works(sentence: Sentence, number: int) -> bool:
    """Whether a clause says that something works, and of nothing that it fails."""
    if not sparing.spares(sentence, number):
        return False
    return all(sentence.clause_of(mark.mention.start) != number for mark in sentence.of("SYMPTOM"))


def is_told_of(sentence: Sentence, mention: Mention) -> bool:
    """Whether a symptom, a phase or a count of reports stands in a service's clause.

    Or a tag says it: "#SlackDown".
    """
    if _TAGGED_DOWN.match(sentence.lower, mention.end - sentence.start):
        return True
    number = sentence.clause_of(mention.start)
    return any(
        sentence.clause_of(mark.mention.start) == number
        for mark in sentence.marks
        if mark.mention.label in ("SYMPTOM", "PHASE") or mark.mention.unit == "reports"
    )
