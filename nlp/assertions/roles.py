"""Which field of an outage a time fills, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, cast, get_args

from nlp.assertions.coreference import EVENT
from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.wordings import Wording
from nlp.claims import TimeField
from nlp.mentions import Label, Mention

_REACH = 130
_CUES: dict[str, str] = {
    "none": r"updated|publish\w*|launch(?:ed|es|ing)?|releas(?:ed|es|ing)|unveil\w*|scheduled\s+for"
    r"|next\s+update|provide\s+(?:an\s+|another\s+)?update|more\s+information|current\s+details"
    r"|at\s+the\s+time\s+of\s+(?:writing|publication)|expect\w*|deadline"
    r"|eta(?:\s+[a-z-]+){0,8}|data\s+starting|(?:hop|aim|plan|promis)\w*\s+to"
    r"|(?:roll-?outs?|roll-?backs?|deployments?|migrations?|maintenance|upgrades?)\s+"
    r"(?:(?:that|which|was|were|had|has)\s+){0,2}(?:beg[au]n|start(?:ed|s)?)"
    r"|(?:worst|biggest|largest|longest|first|only)\s+(?:\w+\s+){0,3}since"
    r"|(?:beg[au]n|start(?:ed|ing|s)?)\s+(?:to\s+)?"
    r"(?:recover\w*|resum\w+|return\w*|com(?:e|ing)\s+back|improv\w*|work\w*\s+again)"
    r"|(?:gradually|part(?:ial)?ly|slowly|progressively)\s+(?:restor|recover|resum|return)\w*",
    "as_of": r"as\s+of",
    "acknowledged_at": r"acknowledg\w+|beg[au]n\s+investigating|start(?:ed|ing)\s+investigating"
    r"|investigating|aware\s+of|looking\s+into|confirm(?:ed|s|ing)(?!\s+(?:the|a)\s+(?:fix|recovery|resolution))",
    "identified_at": r"identif(?:y|ied|ies)|pinpoint\w*|found\s+the\s+cause|traced",
    "mitigated_at": r"mitigat\w+"
    r"|(?:fix|patch|workaround|rollback|change)\s+(?:was\s+|ha[sd]\s+been\s+|is\s+)?"
    r"(?:applied|implemented|deployed|rolled\s+out|in\s+place|completed)"
    r"|(?:applied|implemented|deployed|rolled\s+out)\s+(?:a|the)\s+(?:\w+\s+)?fix|rolled\s+back"
    r"|confirm(?:ed|s)\s+(?:the|a)\s+fix"
    r"|backlog\s+(?:of\s+)?(?:[\w-]+\s+){0,8}?(?:processed|delivered|cleared|drained)"
    r"|monitoring",
    "resolved_at": r"resol(?:ved|ution|ves)|fixed|restor(?:ed|ation)|recover(?:ed|y)"
    r"|back\s+(?:up|online|to\s+normal|in\s+service|on\s+its\s+feet)|ended|operational"
    r"|(?:is|are|was|were|been|came)\s+(?:all\s+|fully\s+)?back|return\w*\s+to\s+normal"
    r"|(?:work|operat|function|runn|flow)(?:s|ed|ing)?\s+(?:\w+\s+)?"
    r"(?:again|normally|as\s+(?:normal|usual|expected|it\s+should))"
    r"|all\s+clear|over\s+by|until|concluded|resumed|(?:has|have|had)\s+(?:cleared|returned)"
    r"|(?:incident|issue|matter|ticket)\s+(?:was\s+|has\s+been\s+)?closed|the\s+end\s+(?:at|to)"
    r"|(?:incident|issue|outage|impact)\s+end(?=\s*:)|end\s+(?:time|date)(?=\s*:)",
    "peaked_at": r"peak(?:ed|s|ing)?|topped\s+out|at\s+its\s+height|height\s+of|high\s+of",
    "began_at": r"beg[au]n|beginning|begin(?:s|ning)?|start(?:ed|s|ing)?|since|onset"
    r"|(?:was|were)\s+detected|first\s+(?:\w+\s+)?"
    r"(?:reports?|signs?|reported|noticed|appeared|emerged|surfaced|spotted|detected)"
    r"|went\s+(?:down|offline|dark)|go(?:es|ing)?\s+(?:down|offline|dark)|stopped\s+(?:work|respond|load)\w*"
    r"|(?:became|becom\w+|was|were)\s+(?:unreachable|unavailable|inaccessible|unresponsive)"
    r"|disappeared|vanished|surfaced|crashed|erupted|(?:was|were|been|got)\s+(?:hit|knocked)|struck|occurred|happened"
    r"|(?:suffer|experienc|fac)(?:ed|ing|es)|emerged|report(?:s|ed)?\s+(?:surged|spiked)"
    r"|(?:outages?|disruptions?|failure|faults?|glitch|problems?)\s+(?:\w+\s+)?(?:hit|affected)"
    r"|lost\s+(?:(?:its|their|all|mobile|phone)\s+)?(?:service|signal|connection|internet|network)"
    r"|failed|cut\s+off|knocked\s+out|sp(?:iked|iking)|dropped\s+(?:out|offline)"
    r"|(?:after|following)\s+an?\s+(?:[\w-]+\s+){0,3}?"
    r"(?:outages?|disruption|faults?|failure|glitch|problem|incident)",
}
_CUE = Wording(
    r"(?:" + "|".join(f"(?P<{field}>{words})" for field, words in _CUES.items()) + r")\b"
)
_BARE_PART = re.compile(
    r"(?:in\s+|during\s+)?(?:the\s+)?(?:early\s+|late\s+|mid-?)?(?:morning|evening|afternoon|night)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s+(?:(?:has|have|had|was|were|is|are|mostly|largely|fully|been)\s+){0,3}")
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_STAGES = ("identified_at", "mitigated_at", "resolved_at")
_PREPOSITION = re.compile(
    r"(?:^|\b)(?:by|at|on|around|about|approximately|roughly|just|shortly|soon|from|starting|since|after"
    r"|before|until|late|early|in|the|and|then|later|some|time|as|of|only|update|edit|,|\W)*$",
    re.IGNORECASE,
)
_SPAN_OPEN = re.compile(
    r"\b(?:between|from|start(?:ing|ed)|beg(?:inning|an)|last(?:ed|ing))"
    r"\s*(?:at|on|from|around|about|approximately|roughly)?\s*$",
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
_SAID_ON = Wording(
    r"(?:said|told|wrote|announced|added|tweeted|posted|statement|stated|shares?|stocks?)"
    r"(?:\s+\w+){0,2}?\s*(?:on|late|early|in)?\s*$"
)
_SAYING = r"(?:said|posted|wrote|announced|confirmed|reported|tweeted|stated|noted|added)"
_SAYS = Wording(_SAYING)
_SAID_AT = re.compile(
    rf"\b{_SAYING}"
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:at|around|about|just|shortly|after|before|by|on)\s*$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:%|\b(?:per\s?cent|half|third|quarter|some|many|parts?))\s+of\s+(?:[\w-]+\s+){0,5}$"
)
_ISSUE_IN = re.compile(
    r"\b(?:issues?|problems?|incidents?|outages?|disruptions?|errors?)\s[^.;]{0,220}$"
)
"""An issue somewhere, not that place, is what is resolved."""
_RELATIVE = re.compile(r"\b(?:that|which|when|after|following)\b")
_NEXT_VERB = re.compile(r"[,;:]\s|\s(?:and|but|while|with)\s", re.IGNORECASE)
_FIELDS = get_args(TimeField)
_VAST = ("week", "month", "year")
_LONG = ("day", "part_of_day")


class _Cue(NamedTuple):
    """Words that say what happened, by their place in the sentence."""

    start: int
    end: int
    field: str


class TimeRole(NamedTuple):
    """A time and the field that it fills."""

    mark: Mark
    field: TimeField


def times(sentence: Sentence) -> list[TimeRole]:
    """Return the times of a sentence about an outage that fill a field of it."""
    marks = [mark for mark in sentence.of("TIME") if _is_moment(mark.mention)]
    if not marks:
        return []
    cues = _cues(sentence)
    fields: list[str | None] = []
    for number, mark in enumerate(marks):
        before = marks[number - 1].mention if number else None
        behind = marks[number + 1].mention if number + 1 < len(marks) else None
        joined = _joined(sentence, before, mark.mention) if before else None
        if joined == "second":
            fields.append(fields[-1])
        elif joined == "span":
            fields[-1] = "began_at"
            fields.append("resolved_at")
        else:
            fields.append(_time_field(sentence, mark.mention, before, behind, cues))
    found = [
        TimeRole(mark, cast("TimeField", field))
        for mark, field in zip(marks, fields, strict=True)
        if field in _FIELDS and not _BARE_PART.fullmatch(mark.mention.text)
    ]
    clocks = any(not _is_long(role.mark.mention) for role in found)
    return [role for role in found if not (clocks and _is_long(role.mark.mention))]


def _cues(sentence: Sentence) -> list[_Cue]:
    """Return the words of a sentence that say what happened, in order.

    A recovery of a part is left out; what the operator "first reported" it knew then.
    """
    found = []
    for match in _CUE.finditer(sentence):
        field = cast("str", match.lastgroup)
        if field == "resolved_at" and is_partial(sentence, match.start()):
            continue
        if match[0] == "first reported" and _subject_is(sentence, "SERVICE", match.start()):
            field = "acknowledged_at"
        found.append(_Cue(match.start(), match.end(), field))
    return found


def is_partial(sentence: Sentence, start: int) -> bool:
    """Whether what recovers, by words at an offset of the sentence, is not the service as such.

    But one place ("Europe had recovered") or a share of users ("half of them were back").
    """
    if _subject_is(sentence, "REGION", start):
        return _ISSUE_IN.search(sentence.lower, max(0, start - 2 * _REACH), start) is None
    return _SHARE.search(sentence.lower, 0, start) is not None


def _subject_is(sentence: Sentence, label: Label, start: int) -> bool:
    """Whether a mention stands right before a verb that begins at an offset of the sentence."""
    return any(
        mark.mention.end <= sentence.start + start
        and _OWN.fullmatch(sentence.after(mark.mention, sentence.start + start))
        for mark in sentence.of(label)
    )


def _is_long(mention: Mention) -> bool:
    """Whether a time is a day or a part of one: the day of the clock times beside it."""
    return getattr(mention.value, "precision", None) in _LONG


def _is_moment(mention: Mention) -> bool:
    if (
        mention.text.lower().startswith("this ")
        and getattr(mention.value, "precision", "") in _VAST
    ):
        return False  # "The third time this month".
    return mention.value is not None and (
        mention.timex is None or mention.timex.type in ("DATE", "TIME")
    )


def _joined(sentence: Sentence, before: Mention, mention: Mention) -> str | None:
    """Return ``span`` for "from T to T", ``second`` for "T (T)", else nothing."""
    gap = sentence.after(before, mention.start)
    if _SECOND_FORM.fullmatch(gap):
        return "second"
    opened = _SPAN_OPEN.search(sentence.before(before)) or _SPAN_OPEN.match(before.text)
    if _SPAN_JOIN.fullmatch(gap) and (opened or not gap.strip().isalpha()):
        return "span"
    return None


def _time_field(
    sentence: Sentence,
    mention: Mention,
    before: Mention | None,
    behind: Mention | None,
    cues: list[_Cue],
) -> str | None:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    low = max(before.end - sentence.start if before else 0, start - _REACH)
    high = min(behind.start - sentence.start if behind else len(sentence.text), end + _REACH)
    left = [cue for cue in cues if low <= cue.start < end and cue.end <= end]
    right = [cue for cue in cues if end <= cue.start < high]
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    if _is_since(sentence, left) and left[-2].field == "resolved_at":
        return "resolved_at"  # "Works again since noon".
    if left and left[-1].field == "resolved_at" and _is_of_another_time(sentence, mention, left):
        return None
    fronted = _PREPOSITION.fullmatch(sentence.before(mention, clause.start)) is not None
    if _is_said_at(sentence, mention, left):
        return _first_stage(right) if right else _stage_said(mention, left)
    if left and left[-1].field == "as_of":
        return _as_of([*left[:-1], *right] if fronted else left[:-1])
    if left and not (fronted and right and left[-1].end < clause.start - sentence.start):
        return left[-1].field
    if right:
        return _first_stage(right) if fronted else _near(sentence, mention, right)
    return _day_of_event(sentence, mention)


def _is_said_at(sentence: Sentence, mention: Mention, left: Sequence[_Cue]) -> bool:
    """Whether a time is when something was said, not when it happened ("said that it began at")."""
    if not sentence.hints & _SAYS.bit:
        return False
    said = _SAID_AT.search(sentence.before(mention))
    if said is None:
        return False
    return not any(cue.end > said.start() and cue.field != "acknowledged_at" for cue in left)


def _stage_said(mention: Mention, left: Sequence[_Cue]) -> str | None:
    """Return what is known from the time at which words before it were said."""
    if not left or _is_long(mention):
        return None
    field = left[-1].field
    return "acknowledged_at" if field == "began_at" else field


def _is_of_another_time(sentence: Sentence, mention: Mention, left: Sequence[_Cue]) -> bool:
    """Whether a time behind words of recovery is not when it was complete.

    "Restored from noon on" began then; "fixed the fault that hit it on Monday" tells of the fault.
    """
    if _FROM.search(sentence.before(mention)):
        return True
    start = mention.start - sentence.start
    return _is_long(mention) and _RELATIVE.search(sentence.lower, left[-1].end, start) is not None


def _is_since(sentence: Sentence, left: Sequence[_Cue]) -> bool:
    """Whether the last words before a time are "since" with others before it."""
    return len(left) > 1 and sentence.lower[left[-1].start : left[-1].end] == "since"


def _as_of(cues: list[_Cue]) -> str | None:
    """Return the stage that was reached "as of" a time, if it is said of one."""
    field = cues[-1].field if cues else None
    return field if field in _STAGES else None


def _first_stage(cues: list[_Cue]) -> str | None:
    """Return the first cue's field; "confirmed: identified" is of identifying."""
    fields = [cue.field for cue in cues]
    if fields[0] == "acknowledged_at":
        return next((field for field in fields if field in _STAGES), fields[0])
    return fields[0]


def _near(sentence: Sentence, mention: Mention, cues: list[_Cue]) -> str | None:
    """Return the field of a cue that follows in the same breath, else what the day says."""
    gap = sentence.text[mention.end - sentence.start : cues[0].start]
    if not _NEXT_VERB.search(gap):
        return cues[0].field
    return _day_of_event(sentence, mention)


def _day_of_event(sentence: Sentence, mention: Mention) -> str | None:
    """A bare day beside "outage", or a time from which on, is when it began."""
    since = _FROM.search(sentence.before(mention)) is not None
    if not (since or _is_long(mention)) or _SAID_ON.within(sentence.before(mention), sentence):
        return None
    return "began_at" if EVENT.search(sentence) else None
