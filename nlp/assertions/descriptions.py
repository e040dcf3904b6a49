"""Features that are named but not said to have failed: ``data/lexicons/descriptions.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.entries import Strict, load
from nlp.mentions import Mention
from nlp.names import gazetteers
from nlp.words.lexicons import Key, PhraseList
from nlp.words.notation import alternation


class Descriptions(Strict):
    """``descriptions.toml``."""

    launched: PhraseList
    offered: PhraseList
    """What a company has for sale."""
    changed: PhraseList
    """What was worked on."""
    instead: PhraseList
    """What people use instead."""
    trade: PhraseList
    """What a company is."""
    speaking: PhraseList
    """What is quoted."""
    trades: list[Key]
    """Features that are what a service is for."""
    trader: PhraseList
    counters: list[Key]
    """Features that are places too."""
    inner: list[Key]
    """Features that only some services have for customers."""
    sellers: list[Key]
    """The kinds of those."""
    lines: list[Key]
    """What people reach a service by, and have from others."""
    spoken: list[Key]
    """What people have from their telecom besides."""
    carriers: list[Key]
    """The kinds of services that people have it from."""


def _before(phrases: Sequence[str], between: str) -> Wording:
    return Wording(rf"(?:{alternation(phrases)})\s+{between}$")


def _behind(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternation(phrases)})\b", re.IGNORECASE)


_LEXICON = load("descriptions", Descriptions)
_LAUNCHED = _before(_LEXICON.launched, r"(?:its|a|an|the|their|new)\s+(?:\w+\s+){0,3}")
_NEWLY = re.compile(r"\b(?:recently|newly)\s+\w+\s+(?:[\w-]+\s+){1,4}$", re.IGNORECASE)
"""Before what was launched some time ago, and may fail by now."""
_OFFERED = _before(_LEXICON.offered, r"(?:[\w'’-]+,?\s+){0,5}")
_CHANGED = _before(_LEXICON.changed, r"(?:[\w'’-]+\s+){0,4}")
_INSTEAD = _before(
    _LEXICON.instead, r"(?:(?:an?|the|their|its|your|other|another)\s+)?(?:[\w-]+\s+)?"
)
_TRADE = _behind(_LEXICON.trade)
_TRADER = _behind(_LEXICON.trader)
_SPEAKING = _behind(_LEXICON.speaking)
_SAID_ON = re.compile(
    r"\b(?:said|says|saying|posted|posts?|wrote|writes|published|announced|statement|notice|message|messages"
    r"|apologi[sz]ed|confirmed|banner|update|updates|warned|alert)\b[^.;]{0,40}\bon\s+(?:its|their|the)\s+(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
"""Before a site on which something is said."""
_LOST = re.compile(
    r"\s+(?:ha[sd]|have|w(?:as|ere))\s+(?:been\s+)?(?:lost|deleted|affected by the breach)\b"
)
"""Behind what is said not to be gone: "no messages have been lost"."""
_TRADES = frozenset(_LEXICON.trades)
_COUNTERS = frozenset(_LEXICON.counters)
_AT_THE = re.compile(r"\bat\s+(?:(?:the|their|its|many|some|[\w-]+[’']s?)\s+)?$", re.IGNORECASE)
_INNER = frozenset(_LEXICON.inner)
_LINES = frozenset(_LEXICON.lines)
_APPOSED = re.compile(r",\s+(?:an?|the)\s+(?:[\w'’-]+\s+){0,4}")
"""What stands between a name and what it is called: "Fastly, a content delivery network"."""
_THE_SITE = re.compile(r"\b(?:the|its|their|our|a|one)(?:\s+[\w-]+)?\s+$", re.IGNORECASE)
_AT = re.compile(r"\bat\s+(?:the|its|their|one|a)\s+(?:[A-Z][\w-]+\s+)?$")
"""Before a site that is a place: "a fire at its Lyon site"."""


def describes(sentence: Sentence, mention: Mention) -> bool:
    """Whether a feature says what a company is, what was launched or worked on, not what failed."""
    near = sentence.before(mention, mention.start - 60)
    if _LAUNCHED.within(near, sentence) and not _NEWLY.search(near):
        return True
    if any(words.within(near, sentence) for words in (_CHANGED, _OFFERED, _INSTEAD)):
        return True
    after = sentence.after(mention)
    if _TRADE.match(after) or _SPEAKING.match(after):
        return True
    if mention.key == "web" and _SAID_ON.search(near):
        return True
    if _LOST.match(after) and near.lower().endswith("no "):
        return True
    if mention.key in _TRADES and _TRADER.match(after):
        return True
    if mention.key in _COUNTERS and _is_where(sentence, mention, near):
        return True
    if mention.text.lower() == "site" and _is_itself(sentence, mention):
        return True
    if _is_title(sentence, mention, after):
        return True
    return any(
        other.mention.end <= mention.start
        and _APPOSED.fullmatch(sentence.after(other.mention, mention.start))
        for other in sentence.of("SERVICE")
    )


def _is_where(sentence: Sentence, mention: Mention, near: str) -> bool:
    """Whether a feature is but where another failed: "card payments failed at the tills"."""
    if not _AT_THE.search(near):
        return False
    return any(mark.mention.key != mention.key for mark in sentence.of("FEATURE"))


def _is_title(sentence: Sentence, mention: Mention, after: str) -> bool:
    """Whether a feature is a part of what a service is called: "the ticketing site Acme"."""
    trader = _TRADER.match(after)
    start = mention.end + (trader.end() if trader else 0) + 1
    return trader is not None and any(
        mark.mention.start == start for mark in sentence.of("SERVICE")
    )


def is_inside(feature: str | None, service: str | None) -> bool:
    """Whether a feature of a service is one that its customers never see as such."""
    if feature not in _INNER:
        return False
    known = gazetteers.services().get(service or "")
    return known is not None and known.kind not in _LEXICON.sellers


def is_line(feature: str | None) -> bool:
    """Whether a feature is one that people have from their telecom."""
    return feature in _LINES or feature in _LEXICON.spoken


def is_carrier(service: str | None) -> bool:
    """Whether a service is of a kind that people have lines from, as far as it is known."""
    known = gazetteers.services().get(service or "")
    return known is None or known.kind in _LEXICON.carriers


def is_own_line(feature: str | None, service: str | None) -> bool:
    """Say whether what works is but the line by which somebody reaches a service: "wifi's fine".

    Not where the service is a telecom's: its house has such lines too.
    """
    if feature not in _LINES or is_carrier(service):
        return False
    return not any(map(is_carrier, gazetteers.ancestors(service)))


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
