"""Days that a story speaks of but does not come to."""

from __future__ import annotations

import re
from datetime import timedelta

from nlp.times.story import Story, Told
from nlp.times.tense import opens
from nlp.times.timexes import Expression

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


_EVENT = re.compile(
    r"\b(?:outages?|down|offline|fail\w*|crash\w*|collaps\w+|froze|dropp?\w*|stopp\w+|br[eo]ak\w*|broken?|lost|los(?:es|ing)"
    r"|disrupt\w*|interrupt\w*|unavailable|inaccessible|unable|could|cannot|problems?|issues?|faults?|troubles?|errors?"
    r"|glitch\w*|incidents?|affect\w+|impact\w*|hit|struck|began|begun|begin|start\w*|since|from|until|restor\w+|resolv\w+"
    r"|recover\w*|fixed|back|resum\w+|normal|complain\w*|noticed|reports?|reported|delay\w*|slow\w*|suffer\w*)\b",
    re.IGNORECASE,
)
"""What is told of an outage itself."""
_AROUND = 120
_APART = timedelta(hours=12)


def is_in_passing(text: str, item: Expression, told: Told, story: Story) -> bool:
    """Whether a day is only mentioned in a sentence that goes on with the story.

    It is a part of a day, or lies before what the story has reached or ahead of the writing, and
    its sentence tells of no outage: "a reminder went out on Monday at 4pm".
    """
    reached = story.reached
    if reached is None or reached.local is not None or opens(text, item.start):
        return False
    ahead = story.written is not None and told.moment > story.written + _APART
    if not (ahead or told.ends or reached.moment - told.moment >= _APART):
        return False
    begin = max(text.rfind(stop, max(0, item.start - _AROUND), item.start) for stop in (". ", "\n"))
    begin = begin if begin >= 0 else max(0, item.start - _AROUND)
    return _EVENT.search(text, begin, item.start) is None


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
