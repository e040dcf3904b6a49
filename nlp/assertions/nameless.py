"""Texts that tell plainly of an outage and name no service that the reader knows.

"Patients wrote notes by hand as the hospital's records system went offline": what failed is a
service, whoever runs it. Its claims are of a service without a key.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from nlp.assertions.modality import denied
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.assertions.wordings import Wording
from nlp.words.phrases import TOGETHER, Phrases
from nlp.words.sets import members

_YOURS = Wording(r"(?:your|yours|you)\b")
"""Whose devices and sites advice speaks of."""
UNKNOWN: Subjects = (Subject(None, ""),)


def subjects(sentences: Sequence[Sentence], *, is_post: bool) -> Subjects:
    """Return the unknown service that a text is about; none where it may be about something else.

    ``is_post``: whether somebody posts; then others must be asked whether they see it too, or it
    must be his bank's or his school's, for what fails may well be the writer's own.
    """
    if is_post:
        told = any(_is_anybodys(sentence) and fails(sentence) for sentence in sentences)
        told = told or (any(map(asks, sentences)) and any(map(tells, sentences)))
        return UNKNOWN if told else ()
    return UNKNOWN if any(map(tells, sentences)) else ()


def fails(sentence: Sentence) -> bool:
    """Whether a sentence says of something that it fails."""
    return any(not denied(sentence, mark.mention) for mark in sentence.of("SYMPTOM"))


def asks(sentence: Sentence) -> bool:
    """Whether somebody asks others whether they see it too."""
    return any(_set("fellows").within(sentence.document, sentence.start, sentence.end))


def _is_anybodys(sentence: Sentence) -> bool:
    """Whether a poster speaks of a body that many deal with: "my credit union's app"."""
    return any(_set("bodies").within(sentence.document, sentence.start, sentence.end))


def tells(sentence: Sentence) -> bool:
    """Whether a sentence says of a computer system, or of a part of one, that it fails."""
    return any(
        _is_of_a_system(sentence, sentence.clause_of(mark.mention.start))
        for mark in sentence.of("SYMPTOM")
        if not denied(sentence, mark.mention)
    )


def _is_of_a_system(sentence: Sentence, number: int) -> bool:
    clause = sentence.clauses[number]
    words = (sentence.document, clause.start, clause.end)
    return any(_set("systems").within(*words)) and _YOURS.search(clause) is None


@cache
def _set(name: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in members(name)), TOGETHER)
