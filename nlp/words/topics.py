"""What a text is about, where it has the words of an outage and tells of none.

``data/lexicons/topics.toml`` says what is counted. This is for texts of which something was claimed
alone: the others are not asked, so that it costs next to nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from nlp.entries import load
from nlp.words.lexicons import Topics
from nlp.words.phrases import TOGETHER, Phrases

SIGN = "outage"
"""The topic of the signs of an outage."""
LEAST = 3
"""How many phrases of a topic a text about it has at least."""
_BLANK = re.compile(r"[\s-]")
_READ = 4_000
"""How many characters are looked at: what a text is about is said early."""


class _Phrase(NamedTuple):
    topic: str
    number: int
    """Which phrase of the file it is: each counts once."""


class About(NamedTuple):
    """What a text is about beside an outage, and how much speaks for either."""

    topic: str
    """Of which it has the most phrases; empty for none."""
    weight: int
    """How many those are. One in the title counts as two, unless it is a single word that says it
    alone: "attack", "launch", "street" may well be meant otherwise."""
    signs: int
    """How many signs of an outage it has; one in the title counts as two."""


def about(text: str, *, names: Iterable[tuple[int, int]] = ()) -> About:
    """Return what a text is about besides an outage.

    ``names``: the spans of services' names, whose words tell of no topic ("Tamar Credit Union").
    """
    said: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for phrase, title in _said(text, names).items():
        said[phrase.topic] += 1
        titled[phrase.topic] += title is not None
        plain[phrase.topic] += title is not None and _BLANK.search(title) is not None
    signs = said.pop(SIGN, 0) + plain[SIGN]
    weights = {key: most + (titled if most > 1 else plain)[key] for key, most in said.items()}
    topic, weight = max(weights.items(), key=lambda item: item[1], default=("", 0))
    return About(topic, weight, signs)


def other(text: str, *, least: int = LEAST) -> str | None:
    """Return the topic of a text that is not about an outage; none where it may be.

    ``least``: how many phrases of a topic it has at least.

    >>> other("Investors sold the stock\\n\\nIt fell 3% after weak earnings.")
    'markets'
    >>> other("Investors could not log in to their broker\\n\\nCustomers reported an IT failure.")
    """
    found = about(text)
    return found.topic if found.weight >= least and found.weight > found.signs else None


def _said(text: str, names: Iterable[tuple[int, int]]) -> dict[_Phrase, str | None]:
    """Return the phrases of topics in a text, each with its words in the title."""
    title = text.find("\n", 0, len(text.rstrip()))
    found: dict[_Phrase, str | None] = {}
    named = {offset for start, end in names for offset in range(start, end)}
    for hit in takewhile(lambda hit: hit.start < _READ, _phrases().scan(text)):
        if hit.start not in named or hit.item.topic == SIGN:
            words = text[hit.start : hit.end] if hit.start < title else None
            found[hit.item] = found.get(hit.item) or words
    return found


def is_beside(topic: str) -> bool:
    """Say whether people are at something of a topic when a service fails them: at a match.

    >>> is_beside("sport"), is_beside("how-to")
    (True, False)
    """
    return topic in _beside()


@cache
def _beside() -> frozenset[str]:
    return frozenset(topic.key for topic in load("topics", Topics).topic if topic.beside)


@cache
def _phrases() -> Phrases[_Phrase]:
    lexicon = load("topics", Topics)
    told = [(phrase, SIGN) for phrase in lexicon.signs]
    told += [(phrase, topic.key) for topic in lexicon.topic for phrase in topic.phrases]
    numbered = ((phrase, _Phrase(key, number)) for number, (phrase, key) in enumerate(told))
    return Phrases(numbered, TOGETHER)
