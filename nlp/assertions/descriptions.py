"""Features that are named but not said to have failed: descriptions, launches, things worked on."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention

_LAUNCHED = Wording(
    r"(?<!recently )(?<!newly )(?:launch|releas|unveil|introduc|announc)(?:ed|es|ing)\s+"
    r"(?:its|a|an|the|their|new)\s+(?:\w+\s+){0,3}$"
)
_APPOSED = re.compile(r",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){0,4}")
"""What stands between a name and what it is called: "Fastly, a content delivery network"."""
_CHANGED = Wording(
    r"(?:change|update|upgrade|modification|maintenance|migration|tweak|action)s?\s+"
    r"(?:\w+\s+)?(?:to|in|of|on|for|with)\s+(?:[\w'’-]+\s+){0,4}$"
)
"""Before what was worked on: it is a part of the cause, not of what failed."""
_TRADE = re.compile(
    r"\s+(?:company|firm|giant|provider|platform|operator|startup|start-up|specialist|maker)\b",
    re.IGNORECASE,
)
_TRADES = frozenset({"conversations", "messaging", "music", "streaming", "trading", "video"})
"""Features that are what a service is for: "the streaming service" is the service itself."""
_TRADER = re.compile(r"\s+(?:service|app|site|platform|network|tool)\b", re.IGNORECASE)
_SPEAKING = re.compile(
    r"\s+(?:(?:has|had)\s+)?(?:said|says|show(?:s|ed)|listed|lists|reads?|stated)\b", re.IGNORECASE
)
"""Behind a dashboard that is quoted, not broken."""
_THE_SITE = re.compile(r"\b(?:the|its|their|our|a|one)(?:\s+[\w-]+)?\s+$", re.IGNORECASE)


_AT = re.compile(r"\bat\s+(?:the|its|their|one|a)\s+(?:[A-Z][\w-]+\s+)?$")
"""Before a site that is a place: "a fire at its Lyon site"."""


def describes(sentence: Sentence, mention: Mention) -> bool:
    """Whether a feature says what a company is, what was launched or worked on, not what failed."""
    if _LAUNCHED.within(sentence.before(mention, mention.start - 60), sentence):
        return True
    after = sentence.after(mention)
    if (
        _TRADE.match(after)
        or _SPEAKING.match(after)
        or _CHANGED.within(sentence.before(mention), sentence)
    ):
        return True
    if mention.key in _TRADES and _TRADER.match(after):
        return True
    if mention.text.lower() == "site" and _is_itself(sentence, mention):
        return True
    return any(
        other.mention.end <= mention.start
        and _APPOSED.fullmatch(sentence.after(other.mention, mention.start))
        for other in sentence.of("SERVICE")
    )


def _is_itself(sentence: Sentence, mention: Mention) -> bool:
    """Whether "the site" is but the service, of which nothing is said to fail."""
    before = sentence.before(mention)
    if not _THE_SITE.search(before):
        return False
    if _AT.search(before):
        return True
    number = sentence.clause_of(mention.start)
    return not any(
        sentence.clause_of(mark.mention.start) == number for mark in sentence.of("SYMPTOM")
    )
