"""Whether a story is about whom it opens with: the plainest sign of what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nlp.assertions.asides import is_bystander
from nlp.assertions.modality import of_clauses
from nlp.assertions.nameless import fails
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.assertions.troubles import tells
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names.kinship import is_of

_STAFF = re.compile(
    r"\b(?:employees|staff|workers|nurses|teachers|students|lecturers|colleagues|developers|baristas"
    r"|crews?|pilots|joint venture|unit|subsidiary|arm|division)\s+(?:at|of|from|for|between)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|&)\s+(?:the\s+)?")

_MARKED = re.compile(r"(?:[#*•>–—-]{1,4}\s*)?(?:\(?\d{1,2}[.)]\s*)?\*{0,2}")
_ENDED = re.compile(r"\*{0,2}[.:]?\*{0,2}")
"""Around a name over what befell its service."""
_TOGETHER = Wording(
    r"(?:both|(?:the|all)\s+(?:two|three|four|five)|the\s+(?:pair|trio|duo|quartet)"
    r"|(?:all|each|none|neither|either)\s+of\s+(?:them|the\s+(?:two|three|four|companies|services|banks))"
    r"|(?:the|all\s+the)\s+(?:companies|services|banks|lenders|networks|carriers|operators|apps|airlines"
    r"|retailers|supermarkets|platforms|providers|brands|games)\s+(?:said|say|were|are|have|had|confirmed|apologised))\b"
)
"""What means all the services of a story, whichever was named last."""


def outweighs(
    sentences: Sequence[Sentence], opening: Subjects, told: Subjects, *, is_post: bool
) -> bool:
    """Whether a story is about whom it opens with rather than about the first in trouble.

    It is where it names that as often (a post: more often), or where those are its company.
    """
    first = opening[0]
    if any(is_of(subject.key, first.key) for subject in told):
        return False
    if any(is_of(first.key, subject.key) for subject in told):
        return True
    named = Counter(
        _name(Subject.of(mark.mention)) for sentence in sentences for mark in sentence.of("SERVICE")
    )
    return named[_name(first)] >= max(named[_name(subject)] for subject in told) + is_post


def heading(sentence: Sentence) -> Subjects:
    """Return the service that is all of a sentence: "2. Shopify.", over what befell it.

    A name on a line of its own is one where it is marked as such, and not a link to share a story.
    """
    marks = sentence.of("SERVICE")
    if len(marks) != 1:
        return ()
    mention = marks[0].mention
    before, behind = sentence.before(mention), sentence.after(mention)
    if not (_MARKED.fullmatch(before) and _ENDED.fullmatch(behind)):
        return ()
    return (Subject.of(mention),) if before or behind else ()


def is_addressed(sentences: Sequence[Sentence], opening: Subjects) -> bool:
    """Whether a post begins with the handle of whom it is told to: "@monzo what's going on?"."""
    first = sentences[0].of("SERVICE")[:1]
    if not first or Subject.of(first[0].mention) not in opening:
        return False
    mention = first[0].mention
    return mention.rule == "services:handle" and mention.start <= sentences[0].start + 1


def is_only_explained(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether what failed has no name, and the first who is named but says why it did.

    "The records system went down. Oracle, which supplies the software, said …"
    """
    named = _first_named(sentences, place)
    return named is not None and is_bystander(sentences[place], named)


def is_only_recalled(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether what failed has no name, and the first who is named did so once before."""
    named = _first_named(sentences, place)
    if named is None:
        return False
    number = sentences[place].clause_of(named.start)
    return of_clauses(sentences[place], official=False)[number] == "past"


def _first_named(sentences: Sequence[Sentence], place: int) -> Mention | None:
    """Return the first service named, where something is said to fail before it."""
    named = sentences[place].of("SERVICE")[:1]
    before = sentences[:place]
    if not named or any(sentence.of("SERVICE") for sentence in before):
        return None
    return named[0].mention if any(map(fails, before)) else None


def is_of_all(sentence: Sentence) -> bool:
    """Whether a sentence says that it is about all services of the story: both banks."""
    return _TOGETHER.search(sentence) is not None


def is_titled(sentences: Sequence[Sentence]) -> bool:
    """Whether a post has a title of its own above its paragraphs."""
    return sentences[0].paragraph != sentences[-1].paragraph


def without_staff(sentence: Sentence, named: Sequence[Mention]) -> list[Mention]:
    """Return those named without the employers of people to whom another's outage happened.

    "Staff at Target, Netflix and Tesco could not log in to Workday": all three but employ them.
    """
    found, last, was_staff = [], sentence.start, False
    for mention in named:
        before = sentence.before(mention, last)
        was_staff = _STAFF.search(before) is not None or (
            was_staff and _AND.fullmatch(before) is not None
        )
        if not was_staff:
            found.append(mention)
        last = mention.end
    return found or [*named]


def _name(subject: Subject) -> str:
    return subject.key or subject.name


def is_of_outage(sentence: Sentence) -> bool:
    """Whether a sentence tells of an outage, by its own words or by what a service does not do."""
    return bool(sentence.of("SERVICE") and sentence.of("SYMPTOM")) or tells(sentence)
