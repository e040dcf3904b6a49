"""The words of a sentence that say what happened at a time: ``data/lexicons/roles.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nlp.assertions.passages import Sentence
from nlp.entries import load
from nlp.mentions import Label, Mention
from nlp.words.lexicons import RoleName, Roles
from nlp.words.phrases import TOGETHER, Phrases

_FAR = 260
_OWN = re.compile(r"\s+(?:(?:has|have|had|was|were|is|are|mostly|largely|fully|been)\s+){0,3}")
_SHARE = re.compile(
    r"(?:%|\b(?:per\s?cent|half|third|quarter|some|many|parts?))\s+of\s+(?:[\w-]+\s+){0,5}$"
)
_ISSUE_IN = re.compile(
    r"\b(?:issues?|problems?|incidents?|outages?|disruptions?|errors?)\s[^.;]{0,220}$"
)
"""An issue somewhere, not that place, is what is resolved."""
_NOT = re.compile(
    r"(?:\b(?:not|never|stopped|cant|isnt|arent|wasnt|werent|hasnt|havent)|n['’]t)\s+(?:been\s+)?$"
)
"""Before words of recovery: "not working"."""


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
        if _first_reported(sentence, cue):
            cue = cue._replace(role="acknowledged_at")
        found.append(cue)
    return found


def _first_reported(sentence: Sentence, cue: Cue) -> bool:
    words = sentence.lower[cue.start : cue.end]
    return words == "first reported" and subject_of(sentence, "SERVICE", cue.start) is not None


def is_partial(sentence: Sentence, start: int) -> bool:
    """Whether what recovers, by words at an offset of the sentence, is not the service as such.

    But one place ("Europe had recovered") or a share of users ("half of them were back").
    """
    if sentence.lower.startswith("until", start):
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


@cache
def _phrases() -> Phrases[RoleName]:
    roles = load("roles", Roles).role
    return Phrases(((phrase, role.key) for role in roles for phrase in role.phrases), TOGETHER)
