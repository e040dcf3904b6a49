"""What a text is about, where it has the words of an outage and tells of none.

``data/lexicons/topics.toml`` says what is counted. This is for texts of which something was claimed
alone: the others are not asked, so that it costs next to nothing.
"""

from __future__ import annotations

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
_REPORTED = 3
"""As how many signs of an outage it counts that users' reports are counted."""
OWN = ("own-account", "own-device")
"""Topics of what fails somebody alone: not where he asks whether others see it too."""
_READ = 4_000
"""How many characters are looked at: what a text is about is said early."""


class _Phrase(NamedTuple):
    topic: str
    number: int
    """Which phrase of the file it is: each counts once."""


def other(
    text: str,
    *,
    least: int = LEAST,
    told: int = 0,
    reported: bool = False,
    names: Iterable[tuple[int, int]] = (),
) -> str | None:
    """Return the topic of a text that is not about an outage; none where it may be.

    ``least``: how many phrases of a topic it has at least. ``told``: how many things are said to
    fail that only computers do; advice and reviews speak of those as well. ``reported``: whether it
    counts who complained. ``names``: the spans of services' names, whose words tell of no other
    topic ("Tamar Credit Union").

    >>> other("Investors sold the stock\\n\\nIt fell 3% after weak earnings.")
    'markets'
    >>> other("Investors could not log in to their broker\\n\\nCustomers reported an IT failure.")
    """
    counted: Counter[str] = Counter()
    for phrase, weight in _weighed(text, names).items():
        counted[phrase.topic] += weight
    signs = counted.pop(SIGN, 0) + (_REPORTED if reported else 0)
    topic, most = max(counted.items(), key=lambda item: item[1], default=("", 0))
    if topic not in _genres():
        signs += told
    return topic if most >= least and most > signs else None


def _weighed(text: str, names: Iterable[tuple[int, int]]) -> dict[_Phrase, int]:
    """Return the phrases of topics in a text, by weight; one in the title weighs twice."""
    title = text.find("\n")
    found: dict[_Phrase, int] = {}
    named = {offset for start, end in names for offset in range(start, end)}
    for hit in takewhile(lambda hit: hit.start < _READ, _phrases().scan(text)):
        if hit.start in named and hit.item.topic != SIGN:
            continue
        found[hit.item] = max(found.get(hit.item, 1), 2 if hit.start < title else 1)
    return found


def is_beside(topic: str) -> bool:
    """Say whether people are at something of a topic when a service fails them: at a match.

    >>> is_beside("sport"), is_beside("how-to")
    (True, False)
    """
    return topic in _beside()


@cache
def _genres() -> frozenset[str]:
    return frozenset(topic.key for topic in load("topics", Topics).topic if topic.genre)


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
