"""Days that a story speaks of but does not come to."""

from __future__ import annotations

import re

_RIGHT_BEFORE = 40
_QUOTE = 500
"""How many characters before a day may say that somebody spoke, or open what is quoted."""
_SENTENCE = 150
"""How far behind another time in its sentence one is looked for."""
_SAYING = re.compile(
    r"\b(?:published|posted|issued|released|shared|sent\s+out|told\s+[\w' ]{1,20}|said|wrote"
    r"|statement|report|post-?mortem|post|blog|update|notice|email|e-mail|memo|interview|filing"
    r"|spoke|speaking|announced|dated|testified|hearing|briefing|blog\s+post|letter|note)"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?(?:late\s+|early\s+)?$",
    re.IGNORECASE,
)


def is_aside(text: str, start: int) -> bool:
    """Whether a day only tells when somebody spoke, or what somebody quoted spoke of."""
    if _SAYING.search(text, max(0, start - _RIGHT_BEFORE), start):
        return True
    line = text.rfind("\n", max(0, start - _QUOTE), start) + 1 or max(0, start - _QUOTE)
    if text.rfind("“", line, start) > text.rfind("”", line, start):
        return True
    return text.count('"', line, start) % 2 == 1


def same_sentence(text: str, end: int, start: int) -> bool:
    """Whether a time stands in the sentence of another that ends before it."""
    return start - end < _SENTENCE and not any(stop in text[end:start] for stop in (". ", "\n"))
