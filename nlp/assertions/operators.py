"""Whose report a text is that an operator wrote and that came without its name."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.assertions import headers
from nlp.assertions.kinship import are_kin
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject
from nlp.names import publishers


def named(text: str, sentences: Sequence[Sentence], publisher: str) -> Subject:
    """Return the service whose operator writes a report that came without its name.

    It is the one on the ``Service:`` line, whether the catalogue has it or not; else the
    publisher's, or what the report names first that is a part of that; else what it names first.
    A report that names none is of a service without a name.
    """
    given = headers.service(headers.find(text, len(text)), sentences)
    if given:
        return given
    marks = (mark.mention for sentence in sentences for mark in sentence.of("SERVICE"))
    first = next(map(Subject.of, marks), None)
    own = publishers.service(publisher)
    if own and not (first and are_kin(first.key, own.key)):
        return Subject(own.key, own.name)
    return first or Subject(None, publisher or text.split("\n", 1)[0])
