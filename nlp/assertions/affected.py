"""Whether people who are counted are those whom an outage hit: ``data/lexicons/tallies.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.assertions.passages import Sentence
from nlp.entries import load
from nlp.mentions import Mention
from nlp.values import CountValue
from nlp.words.lexicons import Tallies
from nlp.words.notation import alternation

_MANY = 20
"""Fewer people than this are those of an anecdote."""
_FOR = re.compile(r"\bfor\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SHOPS = re.compile(r"\b(?:shops|storefronts|stores|merchants|outlets)$", re.IGNORECASE)
_DOWN_FOR = re.compile(
    r"\b(?:down|out|offline|unavailable|inaccessible)\s+for\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Before people of whom it is said that it is down for them, whoever says so."""
_OWNED = re.compile(
    r"\b(?:weekly|monthly|daily|active|registered|paying|total\s+users|(?:out\s+)?of\s+(?:a\s+total\s+of|its|the)|serves?|boasts?|has\s+(?:over|more"
    r"|about|around|some|nearly))\b[^.]{0,20}$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\d[^.;]{0,30}\s(?:out\s+)?of\s+$", re.IGNORECASE)
"""Before the whole of which a part was counted: "900 of 13 million customers"."""
_OWNED_AFTER = re.compile(r"\s+(?:weekly|monthly|daily|active|worldwide\s+use)\b", re.IGNORECASE)


def is_down_for(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is said to be down for the people counted, whoever says so."""
    return _DOWN_FOR.search(sentence.before(mention)) is not None


def suffer(sentence: Sentence, mention: Mention) -> bool:
    """Whether the clause of people who are counted says what befell them."""
    if isinstance(mention.value, CountValue) and (mention.value.max or _MANY) < _MANY:
        return False
    number = sentence.clause_of(mention.start)
    clause = sentence.clauses[number]
    if _struck().search(clause.text):
        return True
    after = mention.end - clause.start
    if _could_not().search(clause.text, after):
        return True
    if _merely().match(clause.text, after):
        return False
    is_for = _FOR.search(sentence.before(mention)) is not None
    return any(
        sentence.clause_of(mark.mention.start) == number
        and (is_for or mark.mention.start >= mention.start)
        for mark in sentence.of("SYMPTOM")
    )


def are_shops(sentence: Sentence, mention: Mention) -> bool:
    """Whether the places counted are customers of what is down: "thousands of storefronts"."""
    return bool(_SHOPS.search(mention.text)) and suffer(sentence, mention)


def are_owned(sentence: Sentence, mention: Mention) -> bool:
    """Whether the people counted are those that a service has, not those that it lost."""
    before = sentence.before(mention)
    return bool(
        _OWNED.search(before)
        or _PART_OF.search(before)
        or _OWNED_AFTER.match(sentence.after(mention))
    )


@cache
def _struck() -> re.Pattern[str]:
    return _words(load("tallies", Tallies).struck)


@cache
def _could_not() -> re.Pattern[str]:
    return _words(load("tallies", Tallies).could_not)


@cache
def _merely() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternation(load('tallies', Tallies).merely)})\b", re.IGNORECASE)


def _words(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(phrases)})\b", re.IGNORECASE)
