"""Which times of a sentence fill a field of an outage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast, get_args

from nlp.assertions import cues, lengths, timings
from nlp.assertions.passages import Mark, Sentence
from nlp.claims import TimeField
from nlp.mentions import Mention

_BARE_PART = re.compile(
    r"(?:in\s+|during\s+)?(?:the\s+|all\s+)?(?:(?:early\s+|late\s+)?(?:morning|evening|afternoon|night)"
    r"|mid-?(?:morning|afternoon))",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\b(?:(?:most|much|part|half|all|the\s+whole|the\s+rest)\s+of|through(?:out)?|during|in|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before "the morning" that all or part of was lost."""
_SPAN_OPEN = re.compile(
    r"\b(?:between|from|start(?:ing|ed)|beg(?:inning|an)|last(?:ed|ing))"
    r"\s*(?:at|on|from|around|about|approximately|roughly|a)?\s*"
    r"(?:(?:(?:a\s+little|just|shortly|some\s*time|soon|well)\s+)?(?:before|after)\s*)?$",
    re.IGNORECASE,
)
_SPAN_JOIN = re.compile(
    r"\s*,?\s*(?:and(?:\s+until)?|to|until|till|through|up\s+to|[-–—])\s*"
    r"(?:about|around|approximately|roughly)?\s*",
    re.IGNORECASE,
)
_SECOND_FORM = re.compile(
    r"\s*(?:\(|/|,?\s*or)\s*(?:around|about|approximately|roughly|that\s+is|i\.e\.)?\s*",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"\s*,?\s*(?:and|but|with)\s+"
    r"(?:(?!(?:\w+(?:ed|ing)|said|says|told|wrote|found|knew|saw|was|were|is|are|has|had|came|went|got|let|put)\b)[\w'’-]+\s+){1,4}(by|at|from|until|since)\s+",
    re.IGNORECASE,
)
"""What stands between two times of one verb."""
_ENDS = re.compile(
    r"[^\w\s]|\s(?:after|because|when|as|with|and|but|due|while|until|following|before)\b|$"
)
"""Behind a time that is no part of a name: not "the morning rush"."""
_OF_NOUN = re.compile(
    r"\s(?!(?:in|on|at|across|into|for|from|to|by|after|because|when|as|with|and|but|due|while|until"
    r"|following|before|leaving|or|that|which)\b)[a-z]"
)
"""Behind "overnight" where it tells what kind: "overnight maintenance"."""
_DAY_JOIN = re.compile(
    r"\s*,?\s*(?:from|between|starting|beginning)?\s*(?:at|about|around|approximately)?\s*",
    re.IGNORECASE,
)
_FIELDS = get_args(TimeField)


class TimeRole(NamedTuple):
    """A time and the field that it fills."""

    mark: Mark
    field: TimeField
    planned: bool = False
    """Whether it is when something should be over."""


def times(sentence: Sentence) -> list[TimeRole]:
    """Return the times of a sentence about an outage that fill a field of it."""
    marks = [mark for mark in sentence.of("TIME") if _is_moment(mark.mention)]
    if not marks:
        return []
    said = cues.find(sentence)
    fields: list[str | None] = []
    for number, mark in enumerate(marks):
        before = marks[number - 1].mention if number else None
        behind = marks[number + 1].mention if number + 1 < len(marks) else None
        joined = _joined(sentence, before, mark.mention) if before else None
        if before and joined == "second":
            fields.append(None if lengths.is_stretch(before) else fields[-1])
        elif before and joined == "span":
            other = timings.is_span_of_other(sentence, before, fields[-1])
            fields[-1] = None if other else "began_at"
            fields.append(None if other else "resolved_at")
            if number > 1 and not other and _is_its_day(sentence, marks, number):
                fields[number - 2] = "began_at"
        elif before and fields[-1] and _goes_on(sentence, before, mark.mention, said):
            fields.append(fields[-1])
        else:
            fields.append(timings.field_of(sentence, mark.mention, before, behind, said))
    found = [_role(mark, field) for mark, field in zip(marks, fields, strict=True)]
    return _finest(role for role in found if role and not _is_bare(sentence, role.mark.mention))


def _is_its_day(sentence: Sentence, marks: Sequence[Mark], end: int) -> bool:
    """Whether the day of a span stands right before it: "on 3 May from 1 am to 6 am"."""
    day, begin = marks[end - 2].mention, marks[end - 1].mention
    near = _DAY_JOIN.fullmatch(sentence.after(day, begin.start)) is not None
    return near and lengths.is_day(day) and not lengths.is_day(begin)


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether a time is but "the morning" ("the morning rush"), and not most of it."""
    if mention.text.lower().endswith("overnight"):
        return _OF_NOUN.match(sentence.after(mention)) is not None
    if _BARE_PART.fullmatch(mention.text) is None:
        return False
    return not (_SHARE_OF.search(sentence.before(mention)) and _ENDS.match(sentence.after(mention)))


def _finest(found: Iterable[TimeRole]) -> list[TimeRole]:
    """Return roles without those of a year beside its day."""
    kept = [*found]
    finest: dict[str, int] = {}
    for role in kept:
        vast = lengths.vastness(role.mark.mention)
        finest[role.field] = min(vast, finest.get(role.field, vast))
    return [r for r in kept if lengths.vastness(r.mark.mention) == finest[r.field]]


def _role(mark: Mark, field: str | None) -> TimeRole | None:
    if field != "began_at" and lengths.is_vast(mark.mention):
        return None
    if field == "expected":
        return TimeRole(mark, "resolved_at", planned=True)
    return TimeRole(mark, cast("TimeField", field)) if field in _FIELDS else None


def _is_moment(mention: Mention) -> bool:
    if mention.text.lower().startswith("this ") and lengths.is_vast(mention):
        return False  # "The third time this month".
    return mention.value is not None and (mention.timex is None or mention.timex.type != "SET")


def _goes_on(
    sentence: Sentence, before: Mention, mention: Mention, said: Sequence[cues.Cue]
) -> bool:
    """Whether a time is of what the one before it is: "calls were back by T and texts by T"."""
    start, end = before.end - sentence.start, mention.start - sentence.start
    gap = _ELLIPSIS.fullmatch(sentence.text, start, end)
    if gap is None or any(start <= cue.start < end for cue in said):
        return False
    return sentence.before(before).lower().endswith(f" {gap[1].lower()} ")


def _joined(sentence: Sentence, before: Mention, mention: Mention) -> str | None:
    """Return ``span`` for "from T to T", ``second`` for "T (T)", else nothing.

    Behind how long it has lasted that is when it was written: "for ten minutes (9.22 here)".
    """
    gap = sentence.after(before, mention.start)
    if _SECOND_FORM.fullmatch(gap):
        return "second"
    opened = _SPAN_OPEN.search(sentence.before(before)) or _SPAN_OPEN.match(before.text)
    if _SPAN_JOIN.fullmatch(gap) and (opened or not gap.strip().isalpha()):
        return "span"
    return None
