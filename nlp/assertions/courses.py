"""Which words on how far an outage has come say so of the service as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.assertions import cues, modality, sparing
from nlp.assertions.announcements import promises
from nlp.assertions.passages import Mark, Sentence
from nlp.words.phases import OVER

_WHOLES = ("web", "mobile-app")
"""Features by which people mean the service as they use it."""
_PART_OF = re.compile(r"\b(?:of|on|in|at|for|from|via)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a service of which but a part is spoken of: "the search of Zoom"."""
_ALL_OF_IT = re.compile(
    r"\b(?:(?:everything|all\s+(?:systems|services))|(?:its|their|our|the)\s+(?:own\s+)?"
    r"(?:platform|systems?|networks?|services?))\s+(?:[a-z’']+\s+){0,5}[a-z]+$"
)


def told(sentence: Sentence) -> Iterator[Mark]:
    """Yield the phases of a sentence that are those of a service.

    A regulator that looks into it mends nothing; "existing sessions continue to work" is of what
    was never down; one place or one part that works is not the whole.
    """
    watched = modality.by_authority(sentence)
    for mark in sentence.of("PHASE"):
        key, start = mark.mention.key, mark.mention.start - sentence.start
        if watched and key == "investigating":
            continue
        if key == "operational" and _was_never_down(sentence, mark):
            continue
        if not (key in OVER and cues.is_partial(sentence, start)):
            yield mark


def is_promised(sentence: Sentence, mark: Mark) -> bool:
    """Whether a post-mortem is yet to be written."""
    clause = sentence.clauses[sentence.clause_of(mark.mention.start)]
    return mark.mention.key == "postmortem" and promises(clause)


def _was_never_down(sentence: Sentence, mark: Mark) -> bool:
    """Whether what works is no whole service, and worked all along."""
    if _of_part(sentence, mark):
        return True
    return bool(sparing.extent(sentence, mark.mention)) and not _of_service(sentence, mark)


def _of_service(sentence: Sentence, mark: Mark) -> bool:
    """Whether it is a service by its name that works, or all of one."""
    start = mark.mention.start - sentence.start
    service = cues.subject_of(sentence, "SERVICE", start)
    if service:
        return _PART_OF.search(sentence.before(service)) is None
    return _ALL_OF_IT.search(sentence.lower, 0, mark.mention.end - sentence.start) is not None


def _of_part(sentence: Sentence, mark: Mark) -> bool:
    """Whether it is a part that works, and did: that tells nothing of the whole."""
    clause = sentence.clauses[sentence.clause_of(mark.mention.start)]
    subject = cues.subject_of(sentence, "FEATURE", mark.mention.start - sentence.start)
    if subject is None or "again" in clause.lower:
        return False
    return subject.key not in _WHOLES or bool(sparing.extent(sentence, subject))
