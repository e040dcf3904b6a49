"""Whether a text speaks of outages at all: the cheap test before any reading.

It would rather let through a text about a power cut than lose an outage: what a text really
claims is for the reader to say. A text in which no word of outages stands, or where such words
stand only in everyday phrases (“shares are down 3%”, “sit down”), is not read at all.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from nlp.entries import load
from nlp.words import states, symptoms
from nlp.words.lexicons import Relevance
from nlp.words.phrases import Phrases

_Says = Literal["outage", "trouble", "hint", "unrelated"]
_HINTS = 2
"""How many different hints make a text relevant."""
_SHORT = 400
"""A text of so few characters is a post or a headline: trouble or a symptom in it is enough."""


def is_relevant(text: str) -> bool:
    """Return whether the text may speak of an outage.

    >>> is_relevant("Zoom is down for thousands of people")
    True
    >>> is_relevant("Shares in Zoom are down 3% on Monday")
    False
    """
    if states.is_tagged(text):
        return True
    hints: set[str] = set()
    for hit in _phrases().scan(text):
        if hit.item == "outage":
            return True
        if hit.item == "trouble" and len(text) <= _SHORT:
            return True
        if hit.item != "unrelated":
            hints.add(text[hit.start : hit.end].lower())
            if len(hints) >= _HINTS:
                return True
    return (bool(hints) or len(text) <= _SHORT) and symptoms.is_one_in(text)


def is_shared(text: str) -> bool:
    """Return whether a post has words of others who meet its trouble, or of a service's failing.

    >>> is_shared("Slack won't let me in, anyone else?"), is_shared("I forgot my password")
    (True, False)
    """
    return next(iter(_shared().scan(text)), None) is not None


@cache
def _shared() -> Phrases[None]:
    return Phrases((phrase, None) for phrase in load("relevance", Relevance).shared)


@cache
def _phrases() -> Phrases[_Says]:
    lexicon = load("relevance", Relevance)
    # A longer phrase wins over a shorter; of equals the first: the everyday ones stand first.
    says: list[tuple[str, _Says]] = [(phrase, "unrelated") for phrase in lexicon.unrelated]
    says += [(phrase, "outage") for phrase in lexicon.outage]
    says += [(phrase, "trouble") for phrase in lexicon.trouble]
    says += [(phrase, "hint") for phrase in lexicon.hint]
    return Phrases(says)
