"""Days by which an outage is named: "the outage on 3 May", "Monday's failure", "the 2019 one"."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.mentions import Mention

_NOUN = (
    r"(?:outages?|incidents?|disruptions?|failures?|glitch(?:es)?|crash(?:es)?|faults?|lapses?|episodes?"
    r"|breakdowns?|breakages?|collapses?|blackouts?|meltdowns?|interruptions?|hiccups?|slowdowns?"
    r"|shutdowns?|hold-?ups?|downtime|one|ones)"
)
_LIKE = (
    r"(?:(?:similar|such|like|same|last|previous|earlier|comparable)\s+(?:event|case|thing|problem|issue|trouble"
    r"|delay|bug|time)s?)"
)
_OF = re.compile(
    rf"\b(?:{_NOUN}|{_LIKE})(?:\s+of\s+(?:its|their)\s+own)?(?:\s+at\s+[A-Z][\w.’']*)?,?\s+"
    r"(?:(?:on|of|in|from|last|during|over|back\s+in|late|early)\s+){1,3}(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a day that tells which outage is meant."""
_JOINTS = ("on", "of", "in", "from", "last", "during", "over", "late", "early", "the")
"""How such words end."""
_BARE_OF = re.compile(rf"\b{_NOUN}\s+$", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:['’]s)?\s+(?!which\b)(?:(?!(?:after|and|but|as|when|with|in|on|at|following|for|before|the|a|an|is|was|were)\b)"
    rf"[\w-]+\s+){{0,3}}?{_NOUN}\b(?!\s+of\s)",
    re.IGNORECASE,
)
"""Behind such a day: "Sunday's signal blackout"."""
_OWNS = re.compile(r"['’]s?\s+(?P<owned>(?:[\w-]+\s+){0,3}[\w-]+)")
"""Behind a day that something is of."""


def is_named_by(sentence: Sentence, mention: Mention) -> bool:
    """Whether a day or longer stands behind the outage that it tells apart from others."""
    before = sentence.before(mention)
    if before.rstrip().lower().endswith(_JOINTS) and _OF.search(before):
        return True
    return _BARE_OF.search(before) is not None


def names(sentence: Sentence, mention: Mention) -> bool:
    """Whether a day or longer stands right before the outage that it tells apart from others.

    Or before what users noticed of one: "Monday's loss of signal".
    """
    if _NAMED.match(sentence.after(mention)):
        return True
    owned = _OWNS.match(sentence.text, mention.end - sentence.start)
    if owned is None:
        return False
    start, end = (sentence.start + place for place in owned.span("owned"))
    return any(start <= mark.mention.start < end for mark in sentence.of("SYMPTOM"))
