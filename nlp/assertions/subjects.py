"""Services as a clause tells of them, and whether it says that they fail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nlp.assertions import sparing
from nlp.assertions.passages import Sentence
from nlp.assertions.troubles import TROUBLE
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


def troubled(sentence: Sentence, named: Sequence[Mention]) -> list[bool]:
    """Return, of each clause, whether what it names is in trouble, or right again.

    So is whom it lists for the clause before, and whoever the next goes on about that names
    nobody: "Telus, which …, lost service", "NatWest said: we are aware of …".
    """
    telling = {
        sentence.clause_of(mark.mention.start)
        for mark in (*sentence.of("SYMPTOM"), *sentence.of("PHASE"))
        if mark.mention.key != "operational"
    }
    found = [
        number in telling or TROUBLE.search(clause) is not None
        for number, clause in enumerate(sentence.clauses)
    ]
    if len(found) == 1:
        return found
    for number in range(1, len(found)):
        found[number] |= found[number - 1] and sentence.lists(number)
    naming = {sentence.clause_of(mention.start) for mention in named}
    for number in range(len(found) - 1, 0, -1):
        if number not in naming and sentence.continues(number):
            found[number - 1] |= found[number]
    return found


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
