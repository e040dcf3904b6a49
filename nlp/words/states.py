"""What stands right behind a service's name: "Westpac crashes", "spotify ded", "#SlackDown".

Such words say that a service is out only where they follow its name: ``told`` in
``data/lexicons/symptoms.toml`` in any text, ``states`` in posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.entries import load
from nlp.mentions import Mention
from nlp.words.lexicons import Symptoms
from nlp.words.notation import WORD
from nlp.words.phrases import Phrases

KEY = "unavailable"
"""The symptom that they mean."""
_TAGGED = re.compile(r"_?(?:is)?(?:down|outages?|offline|crash(?:ed)?|broken|notworking)\b")
_ANY_TAG = re.compile(r"#\w{2,40}?(?:down|outages?|offline)\b")
_BETWEEN = re.compile(r"(?:'s|s')? (?=\w)")
_AFTER = re.compile(
    r"\s*(?:[.,;:!?)\n]|$)| (?:again|for|in|at|on|across|worldwide|nationwide|globally|overnight"
    r"|this|during|mid|just|around|about|after|when|while|shortly|since|everywhere|over|yesterday|today"
    r"|under|amid|twice|completely|and|as|before|late|early)\b"
)
"""What follows where a service itself fails, and not in something or to do something."""


def find(folded: str, services: Sequence[Mention], *, is_post: bool) -> Iterator[tuple[int, int]]:
    """Yield where a service of a folded text is said to be out by what follows its name."""
    for mention in services:
        gap = _BETWEEN.match(folded, mention.end)
        word = WORD.match(folded, gap.end()) if gap else None
        hit = word and _told().begun(folded, word.start(), word[0], len(folded))
        if hit and _AFTER.match(folded, hit.end):
            yield hit.start, hit.end
    if is_post:
        yield from _posted(folded, services)


def _posted(folded: str, services: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    for mention in services:
        tagged = _TAGGED.match(folded, mention.end) if _is_tag(folded, mention) else None
        gap = _BETWEEN.match(folded, mention.end)
        word = WORD.match(folded, gap.end()) if gap else None
        if tagged:
            yield mention.end, tagged.end()
        elif word:
            hit = _phrases().begun(folded, word.start(), word[0], len(folded))
            if hit:
                yield hit.start, hit.end


def is_tagged(text: str) -> bool:
    """Whether a tag of a text ends as those of outages do.

    >>> is_tagged("here we go #InstagramDown"), is_tagged("get #down")
    (True, False)
    """
    return "#" in text and _ANY_TAG.search(text.lower()) is not None


def _is_tag(folded: str, mention: Mention) -> bool:
    return folded[mention.start - 1 : mention.start] == "#"


@cache
def _told() -> Phrases[str]:
    return Phrases((phrase, KEY) for phrase in load("symptoms", Symptoms).told)


@cache
def _phrases() -> Phrases[str]:
    return Phrases((phrase, KEY) for phrase in load("symptoms", Symptoms).states)
