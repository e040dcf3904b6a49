"""What stands right behind the name of a service or of a part: "Westpac crashes", "tills froze".

What fails there is told by the part: payments that bounce are no calls that bounce. Behind a
service's name posts save words besides ("spotify ded", "#SlackDown"), and a headline puts before it
what befell it ("Blaze silences KakaoTalk").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.entries import load
from nlp.mentions import Mention
from nlp.words.beside import Beside
from nlp.words.lexicons import Symptoms
from nlp.words.notation import WORD
from nlp.words.phrases import Phrases

State = tuple[int, int, str]
"""Where a text says it, and the key of the symptom."""

KEY = "unavailable"
"""What fails altogether."""
STUCK = "stuck-loading"
"""What does not move on."""
FAILS, STICKS = "fails", "sticks"
"""What is said of a part, of which the part decides which symptom it is."""
_STICKY = frozenset({"failed-payments", "stuck-orders", "failed-messages"})
"""What stands still where it fails, as money and orders do."""

BLOCKED = "blocked-operations"
"""What cannot be done, whatever it is."""
_ACT = re.compile(
    r" (?:(?:even|also|properly|either|always|just|now) )?"
    r"(?P<verb>[a-z]{2,12} (?:(?:an?|the|their|its|my|our|any|new|all|out|up|in|more|for|to) ){0,2}"
    r"(?:[a-z]{3,14} )?)?"
)
"""Between that it cannot be done and the part: "could not [queue for] rides"."""
_SHOWS = re.compile(
    r"(?:show|see|view|display|check|print|retrieve|scan|submit|file|lodge|renew|issue|manage"
    r"|update|change|edit|process|record|enter)\b"
)
"""What is done with a part whose failing has no name of its own: "unable to show tickets"."""
_VAGUE = re.compile(r"problem|trouble|difficult|issue|challenge", re.IGNORECASE)
_DOING = re.compile(r"\w+ing\b", re.IGNORECASE)

_TAGGED = re.compile(r"_?(?:is)?(?:down|outages?|offline|crash(?:ed)?|broken|notworking)\b")
_ANY_TAG = re.compile(r"#\w{2,40}?(?:down|outages?|offline)\b")
_BETWEEN = re.compile(r"(?:'s|s')? (?=\w)")
_BEFELL = re.compile(r"([a-z]{4,14}) (?:all |much of |half of |parts of )?(?:the |its )?$")
_BACK = 40


def find(
    folded: str, services: Sequence[Mention], parts: Sequence[Mention], *, is_post: bool
) -> Iterator[State]:
    """Yield what a folded text says of services and of parts right behind their names."""
    for mention in services:
        if hit := _told().of_name(folded, mention.end):
            yield hit.start, hit.end, of_part(None, hit.item)
        befell = _BEFELL.search(folded, max(0, mention.start - _BACK), mention.start)
        if befell and befell[1] in _blows():
            yield befell.start(1), befell.end(1), KEY
    for mention in parts:
        if hit := _told().of_part(folded, mention.end):
            yield hit.start, hit.end, of_part(mention.key, hit.item)
    if is_post:
        yield from _posted(folded, services)


def told(folded: str, end: int) -> str | None:
    """Return what a folded text says right behind the name of a part that ends at ``end``."""
    hit = _told().of_part(folded, end)
    return hit.item if hit else None


def impossible(
    text: str, unsaid: Sequence[tuple[int, int]], parts: Sequence[Mention]
) -> Iterator[State]:
    """Yield what cannot be done with a part, where no lexicon knows the act.

    ``unsaid``: where a text says that something cannot be done.
    """
    for start, end in unsaid:
        place = bisect_left(parts, end, key=lambda part: part.start)
        for part in parts[place : place + 1]:
            gap = _ACT.fullmatch(text, end, part.start)
            if gap and (key := _hindered(text, start, part, gap["verb"])):
                yield start, part.end, key


def _hindered(text: str, start: int, part: Mention, verb: str | None) -> str | None:
    """Return what it is that one cannot do a part, or something with it; none if no symptom."""
    if _VAGUE.match(text, start) and (verb or not _DOING.match(part.text)):
        return None
    kind = kinds().get(part.key or "")
    return kind or (BLOCKED if verb is None or _SHOWS.match(verb) else None)


def of_part(part: str | None, said: str) -> str:
    """Return the symptom that something said of a part is.

    >>> of_part("payments", FAILS), of_part("web", FAILS), of_part("web", "slow-loading")
    ('failed-payments', 'unavailable', 'slow-loading')
    """
    kind = kinds().get(part or "")
    if said == FAILS:
        return kind or KEY
    if said == STICKS:
        return kind if kind in _STICKY else STUCK
    return said


@cache
def kinds() -> dict[str, str]:
    """Return for each part of a service that does something which symptom its failing is."""
    entries = load("symptoms", Symptoms).entry
    return {part: entry.key for entry in entries for part in entry.parts}


def _posted(folded: str, services: Sequence[Mention]) -> Iterator[State]:
    for mention in services:
        tagged = _TAGGED.match(folded, mention.end) if _is_tag(folded, mention) else None
        gap = _BETWEEN.match(folded, mention.end)
        word = WORD.match(folded, gap.end()) if gap else None
        if tagged:
            yield mention.end, tagged.end(), KEY
        elif word:
            hit = _phrases().begun(folded, word.start(), word[0], len(folded))
            if hit:
                yield hit.start, hit.end, KEY


def is_tagged(text: str) -> bool:
    """Whether a tag of a text ends as those of outages do.

    >>> is_tagged("here we go #InstagramDown"), is_tagged("get #down")
    (True, False)
    """
    return "#" in text and _ANY_TAG.search(text.lower()) is not None


def _is_tag(folded: str, mention: Mention) -> bool:
    return folded[mention.start - 1 : mention.start] == "#"


@cache
def _told() -> Beside[str]:
    lexicon = load("symptoms", Symptoms)
    means = [(phrase, STICKS) for phrase in lexicon.stuck]
    means += [(phrase, FAILS) for phrase in lexicon.told]
    means += [(phrase, entry.key) for entry in lexicon.entry for phrase in entry.behind]
    return Beside(Phrases(means))


@cache
def _phrases() -> Phrases[str]:
    return Phrases((phrase, KEY) for phrase in load("symptoms", Symptoms).states)


@cache
def _blows() -> frozenset[str]:
    return frozenset(load("symptoms", Symptoms).blows)
