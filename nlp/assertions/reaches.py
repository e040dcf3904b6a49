"""How far the words before a time reach: which of them are not of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions import lengths
from nlp.assertions.cues import Cue
from nlp.assertions.passages import Clause, Sentence
from nlp.mentions import Mention

FROM = re.compile(
    r"\bfrom\s+(?:(?:a|about|around|just|shortly|roughly|some\s?time|soon|well|after|before)\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a time from which on something was so."""
PREPOSITION = re.compile(
    r"(?:^|\b)(?:by|at|on|around|about|approximately|roughly|just|shortly|soon|from|starting|since|after"
    r"|it\s+(?:was|is)|before|until|late|early|in|the|and|then|later|some|time|as|of|only|update|edit|,|\W)*$",
    re.IGNORECASE,
)
"""What stands before a time at the head of its clause: small words, and no verb."""
_AGAIN = re.compile(
    r"\b(?:again|once\s+more|normally|as\s+(?:usual|normal))\s+from\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
"""Where such a time is the end nonetheless: "normally from noon"."""
_RELATIVE = re.compile(r"\b(?:that|which|when|after|following)\b")
_THAT = re.compile(r"\b(?:that|which)\b")
_CLAUSE = re.compile(r",?\s+(?:[\w’'-]+\s+){2}")
"""Behind a time that more is said of than its hour."""


def opens_behind_colon(sentence: Sentence, mention: Mention, clause: Clause) -> bool:
    """Whether a time opens what stands behind a colon: "it failed again: on 3 May it was out"."""
    if not sentence.text.endswith(": ", 0, clause.start - sentence.start):
        return False
    lead = sentence.before(mention, clause.start)
    return bool(PREPOSITION.fullmatch(lead)) and _CLAUSE.match(sentence.after(mention)) is not None


def is_of_cause(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether a day is of what a fault was traced to: "traced to a rule installed overnight"."""
    found = sentence.start + left[-1].end
    return lengths.is_long(mention) and " to " in sentence.before(mention, found)


def is_of_what_was_known(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether a day is of the trouble that somebody knows of: "aware that cards failed today"."""
    since = sentence.start + left[-1].end
    symptoms = sentence.of("SYMPTOM") if lengths.is_long(mention) else ()
    return any(since <= mark.mention.start < mention.start for mark in symptoms)


def is_of_another_time(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether a time behind words of recovery is not when it was complete.

    "Restored from noon on" began then; "fixed the fault that hit it on Monday" tells of the fault.
    """
    before = sentence.before(mention)
    if FROM.search(before) and not _AGAIN.search(before):
        return True
    relative = _RELATIVE if lengths.is_long(mention) else _THAT
    start = mention.start - sentence.start
    return relative.search(sentence.lower, left[-1].end, start) is not None
