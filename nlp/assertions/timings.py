"""Which field one time fills: the words before and behind it say it, else what its clause tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nlp.assertions import cues, filings, lengths, occasions, reaches, utterances
from nlp.assertions.cues import Cue
from nlp.assertions.passages import Clause, Mark, Sentence
from nlp.assertions.troubles import DOES_NOT, EVENT, TROUBLE
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention

_REACH = 130
_LEANS = re.compile(r"\b(?:since|until|by|at|from|around|about|of)$")
"""How words end that are of the time behind them, never of one before them."""
_ENDS = ("mitigated_at", "resolved_at")
_SAID_ON = Wording(
    r"(?:said|told|wrote|announced|added|tweeted|posted|issued|released|statement|stated|apologi[sz]ed|shares?|stocks?"
    r"|stressed|insisted|explained|warned|disclosed|revealed|testified|promised|denied|rubbished|dismissed|dated"
    r"|post|blog|tweet|interview|letter|filing|e-?mail|memo|briefing|hearing|notice|bulletin|speaking|spoke)"
    r"(?:\s+\w+){0,2}?\s*(?:on|late|early|in)?\s*$"
)
_DOES = re.compile(
    r"\s+(?:also\s+|again\s+)?(?!(?:report|complain|flagg|experienc|struggl|need|queu|wait|start|end)ed\b)"
    r"(?P<verb>[a-z]{3,}ed|said|says|told|wrote|put|set|gave|made|paid)\s"
)
"""Behind a day on which somebody does something: "Comcast on Monday tripled its count"."""
_HEADED = re.compile(
    r"\W{0,4}(?:(?P<start>start|begin|from)|end|finish)(?:[ ](?:time|date|of[ ]\w{1,20}))?\s?:\s*",
    re.IGNORECASE,
)
"""What heads a line of an operator's summary: "Start: 04:48 CET"."""
_FOR_MOST_OF = re.compile(
    r"\bfor\s+(?:most|much|part|half|all|the\s+whole|the\s+rest)\s+of\s+(?:the\s+)?$"
)
"""Before a day that an outage took."""
_OPENING = re.compile(r"\b(?:Between|From|Starting|During)\s+(?:[a-z]+\s+){0,3}$")
"""How a sentence opens with the stretch that it tells of."""
_NEXT_VERB = re.compile(
    r"[,;:]\s|\s(?:and|but|while|with)\s|\sto\s+(?:an?|the|about|around|more|over|\d)",
    re.IGNORECASE,
)
_WORK_OF = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}?(?:upgrade|update|change|release|deployment|patch|migration|maintenance"
    r"|storm|fire|flood|strike|launch|sale|match|meeting|figure|report|edition|announcement)\b",
    re.IGNORECASE,
)
"""Behind a time that is of something else: "last weekend's upgrade"."""
_THAT_THEN = re.compile(r",?\s+(?:said\s+)?that\b")
"""Behind a time at which more was said: "and, at 10:05, that it had found the cause"."""
_NO = re.compile(r"\b(?:no|without|not|any)\s+(?:\w+\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(r"\s+\([A-Z][^)]{1,30}\)\s*[-–—]")
_WORK = Wording(r"(?:replac|upgrad|migrat|maint)\w+|works?\b|mov(?:e|es|ing)\b")
_FAILURE = Wording(
    r"(?:failures?|collapses?|faults?|breakdowns?|blackouts?|breakages?|without|offline)\b"
)


def field_of(
    sentence: Sentence,
    mention: Mention,
    before: Mention | None,
    behind: Mention | None,
    said: list[Cue],
) -> str | None:
    """Return the field that a time fills, ``expected`` for an end to come, or nothing.

    ``before``, ``behind``: the times next to it; ``said``: the cues of the sentence.
    """
    left, right = _around(sentence, mention, before, behind, said)
    if right and _THAT_THEN.match(sentence.after(mention)):
        left = []
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    if reaches.opens_behind_colon(sentence, mention, clause):
        left = [cue for cue in left if cue.start >= clause.start - sentence.start]
    if outright := _outright(sentence, mention, left, clause):
        return outright
    if other := _out_of_reach(sentence, mention, left):
        return other
    lead = sentence.before(mention, clause.start).rsplit(": ", 1)[-1]
    fronted = bool(reaches.PREPOSITION.fullmatch(lead) or utterances.opens_in_a_post(lead))
    if utterances.is_said_at(sentence, mention, left):
        right = [cue for cue in right if cue.start < clause.end - sentence.start]
        return utterances.said_then(sentence, mention, left, right)
    if left and left[-1].role == "as_of":
        return _as_of([*left[:-1], *right] if fronted else left[:-1])
    if left and not (fronted and right and left[-1].end < clause.start - sentence.start):
        return _last_stage(left)
    if fronted and not right and utterances.follows(sentence, mention):
        return utterances.said_then(sentence, mention, (), ())
    if right:
        since = before.end if before else clause.start
        return cues.first_stage(right) if fronted else _near(sentence, mention, since, right)
    return _of_trouble(sentence, mention, clause)


def _outright(
    sentence: Sentence, mention: Mention, left: Sequence[Cue], clause: Clause
) -> str | None:
    """Return the field that the form of words alone says."""
    if headed := _HEADED.fullmatch(sentence.before(mention)):
        return "began_at" if headed["start"] else "resolved_at"
    if lengths.is_stretch(mention):
        ill = _tells_of_trouble(sentence, clause) or TROUBLE.search(clause)
        return "began_at" if ill else "none"
    if filings.tells_when_written(sentence, mention) or utterances.is_told_on(sentence, mention):
        return "none"
    if _is_since(sentence, left) and _works(sentence, mention, left[:-1]):
        return "resolved_at"  # "Works again since noon".
    if _took_most_of(sentence, mention, clause) or _names_event(sentence, mention, left):
        return "began_at"
    return None


def _out_of_reach(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> str | None:
    """Return the field of a time to which the words before it do not reach, else nothing."""
    role = left[-1].role if left else None
    if role in _ENDS and reaches.is_of_another_time(sentence, mention, left):
        return "none"
    if role == "identified_at" and reaches.is_of_cause(sentence, mention, left):
        return "none"
    if role == "acknowledged_at" and reaches.is_of_what_was_known(sentence, mention, left):
        return "began_at"
    return None


def _took_most_of(sentence: Sentence, mention: Mention, clause: Clause) -> bool:
    """Whether trouble lasted for all or most of a day."""
    if not lengths.is_long(mention) or _FOR_MOST_OF.search(sentence.before(mention)) is None:
        return False
    return _tells_of_trouble(sentence, clause)


def is_span_of_other(sentence: Sentence, mention: Mention, field: str | None) -> bool:
    """Whether a stretch of time is not that of the outage.

    But that in which reports were counted or an office is open. ``field``: of its beginning.
    """
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    if _tells_of_trouble(sentence, clause):
        return False
    counted = any(
        mark.mention.unit in ("reports", "complaints") and mark.mention.end <= mention.start
        for mark in sentence.of("COUNT")
    )
    opens = field is None and _OPENING.search(sentence.before(mention))
    if counted or opens or field not in ("none", None):
        return counted
    told = _has(clause, sentence.of("PHASE")) or TROUBLE.search(clause) or _WORK.search(clause)
    return not told


def _names_event(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether a day tells which outage is spoken of: "its account of the incident on Monday"."""
    if not (lengths.is_vast(mention) or lengths.is_long(mention)):
        return False
    if occasions.names(sentence, mention):
        return True
    if left and left[-1].role not in ("none", "began_at"):
        return False
    return occasions.is_named_by(sentence, mention)


def _around(
    sentence: Sentence,
    mention: Mention,
    before: Mention | None,
    behind: Mention | None,
    said: list[Cue],
) -> tuple[list[Cue], list[Cue]]:
    """Return the cues before and behind a time, up to the next time or semicolon."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    low = max(before.end - sentence.start if before else 0, start - _REACH)
    low = max(low, sentence.text.rfind(";", low, start))
    high = min(behind.start - sentence.start if behind else len(sentence.text), end + _REACH)
    stop = sentence.text.find(";", end, high)
    high = high if stop < 0 else stop
    left = [cue for cue in said if low <= cue.start < end and cue.end <= end]
    right = [cue for cue in said if end <= cue.start < high]
    if right and behind and _LEANS.search(sentence.lower, right[-1].start, right[-1].end):
        right = right[:-1]
    return left, right


def _is_since(sentence: Sentence, left: Sequence[Cue]) -> bool:
    """Whether the last words before a time are "since"."""
    return bool(left) and sentence.lower[left[-1].start : left[-1].end] == "since"


def _works(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether words before a time, or its clause up to it, say that all is well."""
    if left:
        return left[-1].role == "resolved_at"
    start = sentence.clauses[sentence.clause_of(mention.start)].start
    return any(
        mark.mention.key == "operational" and start <= mark.mention.start < mention.start
        for mark in sentence.of("PHASE")
    )


def _as_of(found: list[Cue]) -> str | None:
    """Return the stage that was reached "as of" a time, if it is said of one."""
    field = found[-1].role if found else None
    return field if field in cues.STAGES else None


def _last_stage(found: list[Cue]) -> str:
    """Return the last cue's field; the "recovery" of an "ETA for recovery" is to come."""
    if len(found) > 1 and found[-2].role == "expected" and found[-1].role in cues.STAGES:
        return "expected"
    return found[-1].role


def _near(sentence: Sentence, mention: Mention, since: int, found: list[Cue]) -> str | None:
    """Return the field of a cue that follows in the same breath, else what its clause tells.

    ``since``: the end of the time before it. "It crashed at 9:00 before recovering" is of the
    crash, "the errors had by 9:00 stopped" is not.
    """
    gap = sentence.text[mention.end - sentence.start : found[0].start]
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    own = _NEXT_VERB.search(gap) or (
        gap.strip() and _opens_trouble(sentence, mention, clause, since)
    )
    return _of_trouble(sentence, mention, clause) if own else found[0].role


def _of_trouble(sentence: Sentence, mention: Mention, clause: Clause) -> str | None:
    """A time of which nothing else is said is when it began, if its clause tells of trouble."""
    before = sentence.before(mention)
    behind = sentence.after(mention)
    if _SAID_ON.within(before, sentence) or _DATELINE.match(behind) or _WORK_OF.match(behind):
        return None
    if lengths.is_long(mention) and _is_of_doing(sentence, mention):
        return None
    if reaches.FROM.search(before):
        return "began_at" if EVENT.search(sentence) or sentence.of("SYMPTOM") else None
    if _has(clause, _told_of(sentence, mention)):
        return None
    if not (lengths.is_long(mention) or lengths.is_vast(mention)) and not _opens_trouble(
        sentence, mention, clause
    ):
        return None
    return "began_at" if _tells_of_trouble(sentence, clause) else None


def _is_of_doing(sentence: Sentence, mention: Mention) -> bool:
    """Whether a day stands before what somebody did that is no trouble."""
    done = _DOES.match(sentence.lower, mention.end - sentence.start)
    return done is not None and TROUBLE.pattern.match(sentence.lower, done.start("verb")) is None


def _told_of(sentence: Sentence, mention: Mention) -> list[Mark]:
    """Return the phases that a time may be of: those before it, and those that last.

    What is scheduled begins then.
    """
    return [
        mark
        for mark in sentence.of("PHASE")
        if mark.mention.key != "scheduled"
        and (mark.mention.start < mention.start or _lasts(sentence, mention, mark.mention))
    ]


def _lasts(sentence: Sentence, mention: Mention, phase: Mention) -> bool:
    """Whether a phase behind a time in the same breath is no moment's: not "and is still down"."""
    between = sentence.after(mention, phase.start)
    return phase.key not in cues.OF_PHASE and _NEXT_VERB.search(between) is None


def _opens_trouble(sentence: Sentence, mention: Mention, clause: Clause, since: int = 0) -> bool:
    """Whether a clock time is that at which trouble set in, not one at which it was seen.

    "At 9:00 the app froze", "it froze at 9:00"; not "40,000 were without service at 9:00".
    """
    if _has(clause, sentence.of("COUNT")):
        return False
    fronted = reaches.PREPOSITION.fullmatch(sentence.before(mention, clause.start))
    stop = clause.end if fronted else mention.start
    found = (*sentence.of("SYMPTOM"), *sentence.of("CAUSE"))
    start = max(since, clause.start)
    return any(start <= mark.mention.start < stop for mark in found)


def _tells_of_trouble(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause names an outage or what users noticed of one."""
    if EVENT.search(clause) or _FAILURE.search(clause) or DOES_NOT.search(clause.lower):
        return True
    symptoms = [m for m in sentence.of("SYMPTOM") if not _NO.search(sentence.before(m.mention))]
    return _has(clause, (*symptoms, *sentence.of("CAUSE")))


def _has(clause: Clause, marks: Iterable[Mark]) -> bool:
    return any(clause.start <= mark.mention.start < clause.end for mark in marks)
