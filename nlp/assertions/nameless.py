"""Texts that tell plainly of an outage and do not say by name what failed.

"Patients wrote notes by hand as the hospital's records system went offline": what failed is a
service, whoever runs it. Its claims are of a service without a key; or of the one company that the
text names, where it names but one ("the queue collapsed; Ticketmaster said …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.assertions import asides, supposing
from nlp.assertions.modality import denied
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names.kinship import is_monitor
from nlp.words import digital
from nlp.words.phrases import TOGETHER, Phrases
from nlp.words.sets import members

_ANOTHERS = Wording(r"(?:your|yours|you)\b|(?:he|she)\s+(?:can|could)")
"""Whose devices advice speaks of, and what one person cannot do."""
_NEAR = 4
"""Characters between a system's name and what is said of it."""
_IT = re.compile(r"\bIT\b")
"""Information technology; in lower case it is a pronoun."""
UNKNOWN: Subjects = (Subject(None, ""),)


def subjects(sentences: Sequence[Sentence], *, is_post: bool) -> Subjects:
    """Return whom a text is about that says of nobody by name what failed; none for no outage.

    ``is_post``: whether somebody posts; then others must be asked whether they see it too, or it
    must be his bank's or his school's, for what fails may well be the writer's own.
    """
    if is_post and not _is_of_many(sentences):
        return ()
    return (_sole(sentences) or UNKNOWN) if is_post or signs(sentences) else ()


def _is_of_many(sentences: Sequence[Sentence]) -> bool:
    """Whether what fails a poster fails others as well."""
    if any(_is_anybodys(sentence) and fails(sentence) for sentence in sentences):
        return True
    shared = any(_asks(sentence) or _is_anybodys(sentence) for sentence in sentences)
    return shared and bool(signs(sentences))


def signs(sentences: Sequence[Sentence]) -> set[str]:
    """Return what of computers and telephones a text says to fail, each once.

    What the title names may fail as "it" further down, and what hackers did is told elsewhere.
    """
    found = set().union(*map(_signs, sentences))
    if found or not any(map(_failing, sentences)):
        return found
    found |= {words for words, _ in _named(sentences[0])[:1]}
    causes = (mark.mention.key for sentence in sentences for mark in sentence.of("CAUSE"))
    return found | {key for key in causes if key and digital.fails(key)}


def fails(sentence: Sentence) -> bool:
    """Whether a sentence says of something that it fails."""
    return any(not denied(sentence, mark.mention) for mark in sentence.of("SYMPTOM"))


def speaks_of_systems(sentences: Sequence[Sentence]) -> bool:
    """Whether a text names anything that computers run, or a part of it."""
    return any(
        any(digital.is_part(mark.mention.key) for mark in sentence.of("FEATURE"))
        or _named(sentence)
        for sentence in sentences
    )


def _sole(sentences: Sequence[Sentence]) -> Subjects:
    """Return the one company that is named, where it speaks; none where there are several."""
    named = [
        (sentence, mark.mention)
        for sentence in sentences
        for mark in sentence.of("SERVICE")
        if not is_monitor(mark.mention)
    ]
    told = {Subject.of(mention) for _, mention in named}
    speaks = any(asides.speaks(sentence, mention) for sentence, mention in named)
    return tuple(told) if len(told) == 1 and speaks else ()


def _asks(sentence: Sentence) -> bool:
    """Whether somebody asks others whether they see it too."""
    return any(_set("fellows").within(sentence.document, sentence.start, sentence.end))


def _is_anybodys(sentence: Sentence) -> bool:
    """Whether a poster speaks of a body that many deal with: "my credit union's app"."""
    return any(_set("bodies").within(sentence.document, sentence.start, sentence.end))


def _signs(sentence: Sentence) -> set[str]:
    """Return what says that it is a computer system, or a part of one, that fails there.

    What is named right where it is said to fail is told twice: by its name, and as failing.
    """
    blamed = {mark.mention.key for mark in sentence.of("CAUSE")}
    found = {key for key in blamed if key and digital.is_fault(key)}
    failing = _failing(sentence)
    if not failing:
        return found
    found |= {mention.key for mention in failing if mention.key and digital.fails(mention.key)}
    parts = {mark.mention.key for mark in sentence.of("FEATURE")}
    found |= {key for key in parts if key and digital.is_part(key)}
    found |= {words for words, _ in _named(sentence)} | set(_IT.findall(sentence.text))
    return found | {f"{words} fails" for words in _named_failing(sentence, failing)}


def _named_failing(sentence: Sentence, failing: Sequence[Mention]) -> list[str]:
    """Return the computer systems right behind whose names it is said that they fail."""
    return [
        words
        for words, end in (_named(sentence) if failing else ())
        if any(mention.start - _NEAR <= end <= mention.end for mention in failing)
    ]


def _failing(sentence: Sentence) -> list[Mention]:
    """Return what is said to fail: not denied, and in no advice."""
    return [
        mark.mention
        for mark in sentence.of("SYMPTOM")
        if not denied(sentence, mark.mention)
        and not _ANOTHERS.search(sentence.clauses[sentence.clause_of(mark.mention.start)])
        and not supposing.supposed(sentence, mark.mention)
    ]


def systems(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where in the text a sentence names computer systems."""
    return [(end - len(words), end) for words, end in _named(sentence)]


def _named(sentence: Sentence) -> list[tuple[str, int]]:
    """Return the computer systems that a sentence names, and where in the text each ends."""
    return [
        (sentence.text[hit.start : hit.end].lower(), sentence.start + hit.end)
        for hit in _systems().within(sentence.document, sentence.start, sentence.end)
        if hit.item
    ]


@cache
def _systems() -> Phrases[bool]:
    """Return what computers run, and what is called a system and is none of theirs."""
    others = [(phrase, False) for phrase in members("machinery")]
    return Phrases(others + [(phrase, True) for phrase in members("systems")], TOGETHER)


@cache
def _set(name: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in members(name)), TOGETHER)
