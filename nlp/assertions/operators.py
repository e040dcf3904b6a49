"""Whose report a text is that an operator wrote and that came without its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nlp.assertions import headers, sparing
from nlp.assertions.asides import is_blamed
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects, is_told_of
from nlp.names import publishers
from nlp.names.kinship import are_kin, is_emergency_line, is_house, is_of, lines

_OPENING = 2
"""Sentences in which a text says whose trouble it is of, its title among them."""
_OWN = re.compile(r"\b(?:our|we|us)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|from|with|via|into)\s+(?:the\s+)?(?:[A-Z]\w+\s+and\s+)?$")
"""Before whom an operator's service reaches: "mail to Outlook and Hotmail is late"."""
_AND = re.compile(r"(?:,|,? and|,? &|/) ?")


def named(text: str, sentences: Sequence[Sentence], publisher: str) -> Subject:
    """Return the service whose operator writes a report that came without its name.

    It is the one on the ``Service:`` line, whether the catalogue has it or not; else the
    publisher's, or what the report names first that is a part of that. Where nobody published it,
    or somebody whom the catalogue does not have and the title names one, it is what it names first.
    A report that names none is of a service without a name.
    """
    given = headers.service(headers.find(text, len(text)), sentences)
    if given:
        return given
    own = publishers.service(publisher)
    marks = (
        mark.mention
        for sentence in sentences
        for mark in sentence.of("SERVICE")
        if not is_blamed(sentence, mark.mention)
        and not (own and sparing.spares(sentence, sentence.clause_of(mark.mention.start)))
    )
    first = next(map(Subject.of, marks), None)
    if first and (not publisher or _is_of(first, publisher)):
        return first
    if own:
        return Subject(own.key, own.name)
    is_headed = sentences and any(
        not _TO.search(sentences[0].before(mark.mention)) for mark in sentences[0].of("SERVICE")
    )
    return first if first and is_headed else Subject(None, publisher)


def passes_on(sentences: Sequence[Sentence]) -> bool:
    """Whether an official text opens with what fails at others: a regulator's, or the police's.

    "The Commission is aware that subscribers of MTN have had slow internet": no trouble of its own.
    """
    opening = sentences[:_OPENING]
    if any(_OWN.search(sentence.text) for sentence in opening):
        return False
    return any(
        mark.mention.key and not is_emergency_line(mark.mention) and is_told_of(said, mark.mention)
        for said in opening
        for mark in said.of("SERVICE")
    )


def titled(sentences: Sequence[Sentence], subject: Subject) -> Subjects:
    """Return the services of one house that a report's title lists, of which one was taken.

    "Jira and Confluence errors", published by Atlassian, is of both.
    """
    marks = [mark.mention for mark in sentences[0].of("SERVICE")] if sentences else []
    listed = tuple(dict.fromkeys(map(Subject.of, marks)))
    if subject not in listed or not all(are_kin(one.key, subject.key) for one in listed):
        return ()
    gaps = (sentences[0].after(one, other.start) for one, other in pairwise(marks))
    return listed if len(listed) > 1 and all(map(_AND.fullmatch, gaps)) else ()


def _is_of(subject: Subject, publisher: str) -> bool:
    """Whether a service is a publisher's own, by its name or as a part of what the publisher is."""
    if subject.name.casefold() in publisher.casefold():
        return True
    own = publishers.service(publisher)
    if own is None:
        return False
    if own.key in lines(subject.key) or is_of(subject.key, own.key):
        return True
    return is_house(own.key) and are_kin(subject.key, own.key)
