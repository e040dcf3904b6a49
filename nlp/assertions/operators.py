"""Whose report a text is that an operator wrote and that came without its name."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.assertions import headers, stamps
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject


def named(text: str, sentences: Sequence[Sentence]) -> Subject | None:
    """Return the service whose operator writes a report that came without its name.

    It is the one on the ``Service:`` line, whether the catalogue has it or not, else the first
    that the report names.
    """
    given = headers.service(headers.find(text, len(text)), sentences)
    if given:
        return given
    marks = (mark.mention for sentence in sentences for mark in sentence.of("SERVICE"))
    first = next(marks, None)
    return Subject.of(first) if first else _nameless(text, sentences)


def _nameless(text: str, sentences: Sequence[Sentence]) -> Subject | None:
    """Return a service without a name whose operator's stamped updates a text is made of."""
    updates = stamps.find(text, sentences)
    return Subject(None, text.split("\n", 1)[0]) if len(updates) > 1 else None
