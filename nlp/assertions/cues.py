"""The words of a sentence that say what happened at a time: ``data/lexicons/roles.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, get_args

from nlp.assertions.passages import Sentence
from nlp.claims import TimeField
from nlp.entries import load
from nlp.mentions import Label, Mention
from nlp.words.lexicons import RoleName, Roles
from nlp.words.phrases import TOGETHER, Phrases

_FAR = 260
_OWN = re.compile(r"\s+(?:(?:has|have|had|was|were|is|are|mostly|largely|fully|been)\s+){0,3}")
_SHARE = re.compile(
    r"(?:%|\b(?:per\s?cent|half|third|quarter|some|many|parts?))\s+of\s+(?:[\w-]+,?\s+){0,9}$"
)
_OPERATORS = re.compile(
    r"\b(?:we|it|they|it['’]s|(?:the|its|their|our|an|one)\s+(?:[\w-]+\s+)?(?:company|bank|operator|airline|carrier|firm"
    r"|provider|lender|airport|retailer|network|broadcaster|group|platform|developer|publisher|telco|supplier|vendor"
    r"|supermarket|chain|agency|department|council|university|courier|insurer|exchange|broker|utility|maker|store"
    r"|engineers?|teams?|technicians?|staff|monitor(?:s|ing)|systems?|service|rep|society)"
    r"|engineers|technicians|staff|monitoring)\s+(?:(?:had|has|have|first|only|then|also|soon|quickly)\s+){0,3}$"
)
"""Who runs a service, right before what they noticed."""
_PEOPLE = re.compile(
    r"\b(?:i|you|customers?|users?|clients?|readers|viewers|passengers|players|subscribers|shoppers|people|drivers|merchants"
    r"|traders|fans|residents|patients|students|commuters|travell?ers|members|callers|first)\s"
    r"(?:(?:had|has|have|first|only|then|also|soon|quickly)\s+){0,3}$|(?:^|[.,;:!?(*\"“>-]\s?)$"
)
"""Who uses one."""
_ISSUE_IN = re.compile(
    r"\b(?:customers|users|subscribers|households|homes|people|members|shops|branches"
    r"|officials?|managers?|spokes\w+|issues?|problems?|incidents?|outages?|disruptions?|errors?)\s[^.;]{0,220}$"
)
"""An issue or people somewhere, not that place, is what is resolved, served again or speaks."""
_NOT = re.compile(
    r"(?:\b(?:not|never|stopped|cant|isnt|arent|wasnt|werent|hasnt|havent)|n['’]t)\s+(?:been\s+)?$"
)
"""Before words of recovery: "not working"."""


OF_PHASE: dict[str, RoleName] = {"mitigated": "mitigated_at", "resolved": "resolved_at"}
"""The phases that are reached at a moment, as the words for them say."""
_BEGINS = ("began", "begun", "begin", "start")
_INNER = ("none", *get_args(TimeField))
"""What gives way to a phase whose words hold it: "release" in "pulled the release"."""


_WORKS_BY = re.compile(
    r"\s+(?:again\s+)?(?:by|from|since|as\s+of|(?:shortly\s+|just\s+|soon\s+)?(?:before|after))\s",
    re.IGNORECASE,
)
"""Behind words for what works, before the time from which on it does."""

STAGES = ("identified_at", "mitigated_at", "resolved_at")
"""What is reached one after the other once an outage is known."""


class Cue(NamedTuple):
    """Words that say what happened, by their place in the sentence."""

    start: int
    end: int
    role: RoleName


def find(sentence: Sentence) -> list[Cue]:
    """Return the words of a sentence that say what happened, in order.

    A recovery of a part is left out; what the operator "first reported" it knew then.
    """
    found = []
    for hit in _phrases().within(sentence.document, sentence.start, sentence.end):
        cue = Cue(hit.start, hit.end, hit.item)
        if cue.role == "resolved_at" and _NOT.search(sentence.lower, 0, cue.start):
            if not sentence.lower.endswith("since", cue.start, cue.end):
                continue
            cue = cue._replace(role="began_at")  # "Not working since noon".
        if cue.role == "resolved_at" and is_partial(sentence, cue.start):
            continue
        if cue.role == "none" and _sets_in(sentence, cue):
            cue = cue._replace(role="began_at")
        if _first_reported(sentence, cue):
            cue = cue._replace(role="acknowledged_at")
        if cue.role == "noticed":
            cue = cue._replace(role=_of_noticing(sentence, cue.start, cue.end))
        found.append(cue)
    return _with_phases(sentence, found)


def _with_phases(sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """Return cues with the phases that the sentence tells: each is the stage that it names.

    What is "still failing" at a time did not begin then.
    """
    for mark in sentence.of("PHASE"):
        start, end = (place - sentence.start for place in (mark.mention.start, mark.mention.end))
        role = OF_PHASE.get(mark.mention.key or "")
        if mark.mention.key == "operational" and _WORKS_BY.match(sentence.text, end):
            role = "resolved_at"
        if mark.mention.key == "ongoing":
            cues = [cue for cue in cues if cue.role != "began_at" or not _meet(cue, start, end)]
        elif role and not (role == "resolved_at" and is_partial(sentence, start)):
            cues = _with(cues, Cue(start, end, role))
    return cues


def _with(cues: list[Cue], new: Cue) -> list[Cue]:
    """Return cues with one more instead of those of other stages in it; none if it meets another.

    Those of the same stage in it say where its words end: "restored" in "restored after". The very
    words that a lexicon says are of no stage are of none: "we will post again".
    """
    inside = [
        c
        for c in cues
        if new.start <= c.start < c.end <= new.end
        and c.role in _INNER
        and not (c.role == "none" and c.end - c.start == new.end - new.start)
    ]
    kept = [cue for cue in cues if cue not in inside or cue.role == new.role]
    if any(cue.role == new.role for cue in inside):
        return kept
    return cues if any(_meet(cue, new.start, new.end) for cue in kept) else sorted([*kept, new])


def _meet(cue: Cue, start: int, end: int) -> bool:
    return cue.start < end and start < cue.end


def _sets_in(sentence: Sentence, cue: Cue) -> bool:
    """Whether what begins is trouble: "began returning 502s", not "began returning"."""
    if not sentence.lower.startswith(_BEGINS, cue.start):
        return False
    start, end = sentence.start + cue.start, sentence.start + cue.end
    return any(start < mark.mention.start < end for mark in sentence.of("SYMPTOM"))


def _first_reported(sentence: Sentence, cue: Cue) -> bool:
    words = sentence.lower[cue.start : cue.end]
    return words == "first reported" and subject_of(sentence, "SERVICE", cue.start) is not None


def _of_noticing(sentence: Sentence, start: int, end: int) -> RoleName:
    """Return what it is the time of when somebody notices trouble.

    Its operator knows of it then; to those who use the service it begins.
    """
    if sentence.text[end : end + 1] == ":":
        return "acknowledged_at"  # "Detected: 14:05", in an operator's own summary.
    service = subject_of(sentence, "SERVICE", start)
    before = max(0, start - _FAR)
    if service or _OPERATORS.search(sentence.lower, before, start):
        return "acknowledged_at"
    return "began_at" if _PEOPLE.search(sentence.lower, before, start) else "none"


def is_partial(sentence: Sentence, start: int) -> bool:
    """Whether what recovers, by words at an offset of the sentence, is not the service as such.

    But one place ("Europe had recovered") or a share of users ("half of them were back").
    """
    if sentence.lower.startswith(("until", "til"), start):
        return False
    if subject_of(sentence, "REGION", start):
        return _ISSUE_IN.search(sentence.lower, max(0, start - _FAR), start) is None
    return _SHARE.search(sentence.lower, 0, start) is not None


def subject_of(sentence: Sentence, label: Label, start: int) -> Mention | None:
    """Return the mention right before a verb that begins at an offset of the sentence."""
    for mark in sentence.of(label):
        if mark.mention.end <= sentence.start + start and _OWN.fullmatch(
            sentence.after(mark.mention, sentence.start + start)
        ):
            return mark.mention
    return None


def first_stage(found: Sequence[Cue]) -> str | None:
    """Return the first cue's field; "confirmed: identified" is of identifying."""
    fields = [cue.role for cue in found]
    if fields[0] == "acknowledged_at":
        return next((field for field in fields if field in STAGES), fields[0])
    return fields[0]


@cache
def _phrases() -> Phrases[RoleName]:
    roles = load("roles", Roles).role
    return Phrases(((phrase, role.key) for role in roles for phrase in role.phrases), TOGETHER)
