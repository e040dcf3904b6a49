"""Short names of services that are words: Flow for Flow Caribbean, Opal for the Opal card."""

from __future__ import annotations

import re

from nlp.names import naming, trades
from nlp.names.headlines import is_headline

_BEFALLS = (
    r"(?:down|offline|out of (?:action|service)|unavailable|unreachable|knocked (?:out|offline)"
    r"|(?:up|online) again|back (?:up|online|after|in)|crash(?:es|ed)|apologi[sz]e[sd]|outage)"
)
_HAS = (
    r"(?:app|website|site|network|servers?|services?|subscribers|customers|users|readers|machines"
    r"|members|passengers|status page|engineers|systems?)"
)
_IS = r"(?:is|are|was|were|has been|have been|goes|went|go|remains?)"
_SUFFERS = re.compile(
    rf"(?:'s)?(?: {_HAS})?(?: {_IS})?(?: (?:still|now|again|back))? {_BEFALLS}\b"
    r"|(?:'s)? (?:subscribers|customers|users)\b"
    r"|, (?:an?|the|its|our) (?:[a-z-]{1,15} ){0,3}"
    r"(?:service|app|provider|operator|bank|network|wallet)\b"
)
"""Behind a name at the head of a line or sentence: what befalls a service."""
_WORD = re.compile(r"\b(?:the|an?|some|any|no|our|their|his|her|your|these|those|of)[ ]$")


def is_told(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether a word with a capital is told to be a service: by its trade, or what it suffers.

    >>> text = "Flow knocked out. The operator Flow said so. Flow charts."
    >>> [is_told(text, text.lower(), at, at + 4) for at in (0, 31, 45)]
    [True, True, False]
    """
    if not text[start].isupper() or naming.is_joined(text, start, end):
        return False
    if naming.is_inside_a_name(text, start, end):
        return False
    if trades.is_before(folded, start):
        return True
    if naming.begins_sentence(text, start) or is_headline(text, start, end):
        return _SUFFERS.match(folded, end) is not None
    if _WORD.search(folded, max(0, start - 8), start):
        return False
    return naming.is_acting(folded, end)
