"""Which of several services a mention is about: the one named with it.

"Sign in to Teams", "the Gemini API", "900 reports for Slack"; of several counts in a sentence
about several services each is about the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.mentions import Mention
from nlp.names.kinship import are_kin, is_monitor
from nlp.words.causes import SUPPLIER

_COUNT_OF = re.compile(r"\s+(?:\w+\s+){0,2}?(?:for|about|of|with|on|at|from)\s+(?:the\s+)?")
_FIGURES_OF = re.compile(
    r"\b(?:reports?|complaints?|figures?|numbers?|counts?|tally|line|curve|graph|chart|page|spike)\s"
    r"(?:for|about|on|of|against|at|with)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before the service whose figures a clause tells: "the line for Zoom peaked at 900"."""
_IN = re.compile(r"\s+(?:to|into|in|on|with|at|from|of|via|through|using)\s+(?:the\s+|its\s+)?")
_OWN = re.compile(r"(?:['’]s?)?\s+(?:own\s+)?")
_WHERE = re.compile(
    r"(?:['’]s?)?(?:\s+(?:users|customers|subscribers|own))?(?:\s+(?:in|across|throughout)"
    r"(?:\s+(?:the|parts\s+of))?)?\s+"
)
"""Between a service and where it is hit: "Etisalat in the Emirates and PTCL in Pakistan"."""
_AND = re.compile(r"\s*(?:,|/|&|,?\s+(?:and|or|nor))\s+(?:the\s+)?", re.IGNORECASE)


def bearers(sentence: Sentence, mark: Mark, subjects: Sequence[Subjects]) -> Subjects:
    """Return the services that a mention is about, if not all that its clause tells of.

    ``subjects``: the services that each clause tells of.
    """
    if mark.mention.label == "COUNT":
        nearest = _of_count(sentence, mark.mention, subjects)
        return (nearest,) if nearest else ()
    told = subjects[sentence.clause_of(mark.mention.start)]
    if len(told) < 2:
        return ()
    named = [other.mention for other in sentence.of("SERVICE")]
    own = _WHERE if mark.mention.label == "REGION" else _OWN
    found = _behind(sentence, mark.mention, named) or _before(sentence, mark.mention, named, own)
    return tuple(subject for subject in told if subject.key in found)


def hit_by(sentence: Sentence, cause: Mention) -> Subjects:
    """Return the services that another's trouble hit, where a cause is that."""
    if cause.rule != SUPPLIER:
        return ()
    named = [mark.mention for mark in sentence.of("SERVICE") if not is_monitor(mark.mention)]
    blamed = [other.key for other in named if cause.start <= other.start < cause.end]
    return tuple(
        Subject.of(other)
        for other in named
        if other.key not in blamed and not any(are_kin(other.key, key) for key in blamed)
    )


def _behind(sentence: Sentence, mention: Mention, named: Sequence[Mention]) -> set[str | None]:
    """Return the services right behind a mention: "sign in to Teams and Outlook"."""
    found: set[str | None] = set()
    last, link = mention, _IN
    for other in named:
        if other.start < last.end:
            continue
        if not link.fullmatch(sentence.after(last, other.start)):
            break
        found.add(other.key)
        last, link = other, _AND
    return found


def _before(
    sentence: Sentence, mention: Mention, named: Sequence[Mention], own: re.Pattern[str]
) -> set[str | None]:
    """Return the services right before a mention: "the Gmail and Gemini apps"."""
    found: set[str | None] = set()
    start, link = mention.start, own
    for other in reversed(named):
        if other.end > start:
            continue
        if not link.fullmatch(sentence.after(other, start)):
            break
        found.add(other.key)
        start, link = other.start, _AND
    return found


def _of_count(sentence: Sentence, mention: Mention, subjects: Sequence[Subjects]) -> Subject | None:
    for mark in sentence.of("SERVICE"):
        other = mark.mention
        gap = sentence.after(mention, other.start)
        if other.start >= mention.end and _COUNT_OF.fullmatch(gap):
            return None if is_monitor(other) else Subject.of(mark.mention)
    headed = _figures_of(sentence, mention)
    if headed:
        return headed
    told = {subject.key: subject for group in subjects for subject in group}
    if len(told) < 2 or len(sentence.of("COUNT")) < 2:
        return None
    named = [mark.mention for mark in sentence.of("SERVICE") if mark.mention.key in told]
    if not named:
        return None
    paired = _respectively(sentence, mention, named)
    if paired:
        return told[paired.key]
    number = sentence.clause_of(mention.start)
    if len(subjects[number]) == 1:
        return subjects[number][0]
    named = [one for one in named if sentence.clause_of(one.start) == number] or named
    gaps = [(max(other.start - mention.end, mention.start - other.end), other) for other in named]
    return told[min(gaps, key=lambda item: item[0])[1].key]


def _figures_of(sentence: Sentence, mention: Mention) -> Subject | None:
    """Return the service whose figures the clause of a count begins with, if it says so."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    for mark in reversed(sentence.of("SERVICE")):
        other = mark.mention
        if clause.start <= other.start < mention.start and not is_monitor(other):
            headed = _FIGURES_OF.search(sentence.before(other, clause.start))
            return Subject.of(mark.mention) if headed else None
    return None


def _respectively(sentence: Sentence, mention: Mention, named: Sequence[Mention]) -> Mention | None:
    """Return which of as many names as counts a count is of, where it says "respectively"."""
    counted = [mark.mention for mark in sentence.of("COUNT")]
    if "respectively" not in sentence.lower or len(counted) != len(named):
        return None
    return named[counted.index(mention)]
