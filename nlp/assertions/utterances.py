"""Times at which something was said, and what is known by then that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions import cues, lengths
from nlp.assertions.cues import Cue
from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention

_IN_A_POST = re.compile(
    r"\W*in\s+(?:an?|its|their|the|another)\s+(?:[\w-]+\s+){0,3}?(?:post|tweet|statement|update"
    r"|notice|message|note|e-?mail|thread|bulletin|advisory|memo)(?:\s+(?:on|to)\s+[\w ]{1,30}?)?"
    r"\s+(?:at|around|about|just|shortly|before|after|sent|posted|published|issued|,|\s){1,8}",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:said|posted|wrote|announced|confirmed|reported|tweeted|stated|noted|added"
    r"|told|called|issued|released|apologi[sz]ed|replied|responded|notified|e-?mailed|informed)"
)
_SAYS = Wording(_SAYING)
_SAID_AT = re.compile(
    rf"\b(?P<verb>{_SAYING})(?!\s+that\b)"
    r"(?:\s+[\w'’-]+){0,6}?\s+(?:at|around|about|just|shortly|after|before|by|on)\s*$",
    re.IGNORECASE,
)
_STAGE_OF = {**cues.OF_PHASE, "identified": "identified_at"}
"""The stage that has been reached when an operator speaks of a phase."""
_KNOWING = ("investigating", "identified", "ongoing")
"""The phases of which an operator speaks that knows of its outage."""
_QUOTED = re.compile(r"[\"”’'],?\s|,[\"”]")
_TOLD_ON = re.compile(
    r"\b(?:said|told\s+[\w ]{1,30}?|wrote|announced|added|tweeted|posted)"
    r"\s+(?:(?:late\s+|early\s+)?on\s+)?$"
)
"""Before a day on which something was said."""
_STATED = re.compile(
    rf",[\"”’]?\s+(?!and\b|but\b)(?:[\w.'’&+-]+\s+){{1,5}}?{_SAYING}\s+(?:[\w'’-]+\s+){{0,6}}?(?:at|around|about|by|on)\s*$",
    re.IGNORECASE,
)
"""Behind what was said: "it works again, the airline said at"."""
_SAYS_NEXT = re.compile(rf",?\s+(?:[\w.'’&+-]+\s+){{1,5}}?(?P<verb>{_SAYING})\s", re.IGNORECASE)
_OPERATOR = re.compile(
    r"\b(?:it|(?:the|a)\s+(?:company|bank|operator|airline|carrier|firm|provider|lender|airport|retailer"
    r"|network|broadcaster|group|platform|developer|publisher|supermarket|chain|agency|department"
    r"|council|university|building\s+society|spokes\w+))\s+$"
)
_SAID_THAT = re.compile(r"\s+(?:\w+\s+){0,3}?that\b")


def opens_in_a_post(lead: str) -> bool:
    """Whether what stands before a time is where something was said: "in a tweet at"."""
    return _IN_A_POST.fullmatch(lead) is not None


def follows(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody says something right behind a time."""
    return _SAYS_NEXT.match(sentence.after(mention)) is not None


def is_said_at(sentence: Sentence, mention: Mention, left: Sequence[Cue]) -> bool:
    """Whether a time is when something was said, not when it happened ("said that it began at")."""
    if not sentence.hints & _SAYS.bit:
        return False
    said = _SAID_AT.search(sentence.before(mention))
    if said is None:
        return False
    if any(
        mark.mention.start > sentence.start + said.start() for mark in _symptoms(sentence, mention)
    ):
        return False
    return not any(
        cue.start >= said.end("verb") or (cue.end > said.start() and cue.role != "acknowledged_at")
        for cue in left
    )


def is_told_on(sentence: Sentence, mention: Mention) -> bool:
    """Whether words of saying stand right before a day: "the bank said on Monday that"."""
    if not sentence.hints & _SAYS.bit or not lengths.is_long(mention):
        return False
    return _TOLD_ON.search(sentence.before(mention)) is not None


def said_then(
    sentence: Sentence, mention: Mention, left: Sequence[Cue], right: Sequence[Cue]
) -> str | None:
    """Return what is known from the time at which words before it or behind it were said.

    The operator that says that its service is down says that it knows.
    """
    if lengths.is_long(mention):
        return None
    if left and _STATED.search(sentence.before(mention)):
        return _known(left)
    if right:
        field = cues.first_stage(right)
        known = field == "began_at" and _SAID_THAT.match(sentence.after(mention))
        return "acknowledged_at" if known else field
    if left:
        return _known(left)
    told = [mark for mark in sentence.of("PHASE") if mark.mention.start < mention.start]
    stages = [_STAGE_OF[mark.mention.key] for mark in told if mark.mention.key in _STAGE_OF]
    if stages and _QUOTED.search(sentence.before(mention)) and _says_itself(sentence, mention):
        return stages[-1]
    ill = [mark for mark in sentence.of("PHASE") if mark.mention.key in _KNOWING]
    if _QUOTED.search(sentence.before(mention)) is None:
        ill = [mark for mark in ill if mark.mention.start > mention.start]
    else:
        ill += _symptoms(sentence, mention)
    return "acknowledged_at" if ill and _says_itself(sentence, mention) else None


def _known(left: Sequence[Cue]) -> str:
    """Return what somebody knew who said what stands before a time."""
    stage = next((cue.role for cue in reversed(left) if cue.role in cues.STAGES), left[-1].role)
    return "acknowledged_at" if stage == "began_at" else stage


def _symptoms(sentence: Sentence, mention: Mention) -> list[Mark]:
    """Return the symptoms before a time."""
    return [mark for mark in sentence.of("SYMPTOM") if mark.mention.start < mention.start]


def _says_itself(sentence: Sentence, mention: Mention) -> bool:
    """Whether the operator is who speaks at a time: by its name, as "it" or "the bank"."""
    start = mention.start - sentence.start
    said = _SAID_AT.search(sentence.text, 0, start) or _SAYS_NEXT.match(
        sentence.text, mention.end - sentence.start
    )
    if said is None:
        return False
    named = cues.subject_of(sentence, "SERVICE", said.start("verb"))
    return named is not None or _OPERATOR.search(sentence.lower, 0, said.start("verb")) is not None
