"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them.

Beside plain phrases there are acts that people cannot do ("unable to log in", "trouble logging
in"), acts that things do not do ("won't load") and things that fail ("calls dropped"). Where it is
a part of a service that fails or cannot be used, :mod:`nlp.words.states` tells which symptom it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.entries import load
from nlp.mentions import Mention
from nlp.names import surroundings
from nlp.text.spans import Spans
from nlp.text.texts import text_of
from nlp.words import shown, states
from nlp.words.lexicons import Relevance, Symptom, Symptoms
from nlp.words.openings import surface
from nlp.words.phrases import TOGETHER, Hit, Phrases


class _None(NamedTuple):
    """A symptom of which a phrase says that there was none."""

    symptom: Symptom


_Hit = Hit[Symptom | _None | str | None]
NONE = "symptoms:none"
"""The rule that finds that there was none of it, as its words say: "nothing was lost"."""
_STATED = "symptoms:state"
"""The rule that finds what stands beside a name."""
_CANNOT = "{cannot}"
_OPEN = "open"
"""What :data:`_CANNOT` stands for where no act follows that the lexicon knows."""
_ANOTHERS = "third-party"
"""The cause that is another's outage, which is a symptom too."""
_WHICH = "on|for|at|in|of|with|via|through|between|from"
"""What may follow a thing and say which one it is."""


def find(doc: Doc) -> list[Mention]:
    """Return the symptoms in the text, in order, none overlapping; negated ones too."""
    text = text_of(doc)
    taken = Spans()
    hits, last = _apart_from_names(text, surroundings.services(doc))
    candidates = (
        *_candidates(text, hits),
        *_stated(doc, text),
        *_impossible(doc, text, hits),
        *_listed(text, last),
    )
    causes = [cause for cause in surroundings.causes(doc) if cause.key != _ANOTHERS]
    found = [
        mention
        for mention in candidates
        if not _is_why(mention, causes) and taken.take(mention.start, mention.end)
    ]
    return sorted(found, key=lambda mention: mention.start)


def _apart_from_names(text: str, names: Sequence[Mention]) -> tuple[list[_Hit], list[_Hit]]:
    """Return what the lexicon knows in a text, and what begins inside a name: "One Login fails".

    Of the latter, what stands behind the name is among the former.
    """
    hits, last = [], []
    for hit in _phrases().scan(text):
        name = _last_from(names, hit.start)
        if name and name.start < hit.start < name.end < hit.end:
            last.append(hit)
            inner = _phrases().within(text, name.end, hit.end)
            hits += [Hit(name.end + one.start, name.end + one.end, one.item) for one in inner]
        else:
            hits.append(hit)
    return hits, last


def _is_why(found: Mention, causes: Sequence[Mention]) -> bool:
    """Whether the words tell what brought it about: the "network failure" that it is due to."""
    cause = _last_from(causes, found.start)
    if cause is None or found.end > cause.end:
        return False
    if found.rule == _STATED:
        return True
    return found.start == cause.start or found.end < cause.end


def _last_from(mentions: Sequence[Mention], start: int) -> Mention | None:
    """Return the last of some mentions that begins no later than ``start``."""
    place = bisect_right(mentions, start, key=lambda mention: mention.start)
    return mentions[place - 1] if place else None


def is_one_in(text: str) -> bool:
    """Return whether the words of a symptom stand in a text."""
    return any(isinstance(hit.item, Symptom) for hit in _phrases().scan(text))


def _candidates(text: str, hits: Iterable[_Hit]) -> Iterator[Mention]:
    """Yield what may be a symptom, the surest first."""
    for start, end, key in shown.find(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])
    yield from _listed(text, hits)
    for start, end, key in shown.quoted(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])


def _listed(text: str, hits: Iterable[_Hit]) -> Iterator[Mention]:
    for hit in hits:
        if isinstance(hit.item, Symptom):
            yield _mention(text, hit.start, hit.end, "symptoms:lexicon", hit.item)
        elif isinstance(hit.item, _None):
            yield _mention(text, hit.start, hit.end, NONE, hit.item.symptom)


def _stated(doc: Doc, text: str) -> Iterator[Mention]:
    """Yield what is said of services and parts in words that mean it only beside a name."""
    services, parts = surroundings.services(doc), surroundings.features(doc)
    if services or parts:
        folded = surface(text).folded
        found = states.find(folded, services, parts, is_post=surroundings.is_post(doc))
        for start, end, key in found:
            yield _mention(text, start, end, _STATED, _entries()[key])


def _impossible(doc: Doc, text: str, hits: Iterable[_Hit]) -> Iterator[Mention]:
    """Yield what cannot be done that only the features know: "could not hand in assignments"."""
    unsaid = [(hit.start, hit.end) for hit in hits if hit.item == _OPEN]
    parts = surroundings.features(doc) if unsaid else ()
    if parts:
        for start, end, key in states.impossible(text, unsaid, parts):
            yield _mention(text, start, end, "symptoms:impossible", _entries()[key])


def _mention(text: str, start: int, end: int, rule: str, symptom: Symptom) -> Mention:
    return Mention(
        label="SYMPTOM",
        start=start,
        end=end,
        text=text[start:end],
        key=symptom.key,
        name=symptom.name,
        rule=rule,
        category=symptom.category,
    )


@cache
def _entries() -> dict[str, Symptom]:
    return {entry.key: entry for entry in load("symptoms", Symptoms).entry}


@cache
def _phrases() -> Phrases[Symptom | _None | str | None]:
    lexicon = load("symptoms", Symptoms)
    # Of phrases of equal length the first wins: those that mean nothing.
    everyday = (*lexicon.ignore, *load("relevance", Relevance).unrelated)
    means: list[tuple[str, Symptom | _None | str | None]] = [(phrase, None) for phrase in everyday]
    means += [(phrase, _None(entry)) for entry in lexicon.entry for phrase in entry.none]
    means += [(phrase, entry) for entry in reversed(lexicon.entry) for phrase in _composed(entry)]
    means += [(phrase, entry) for entry in lexicon.entry for phrase in entry.phrases]
    return Phrases(means, TOGETHER, open_ended={_CANNOT: _OPEN})


def _composed(entry: Symptom) -> Iterator[str]:
    """Yield what cannot be done, what refuses and what fails, each behind or before its set."""
    things = f"({'|'.join(entry.things)})"
    if entry.things:  # "Card terminals" are no cards.
        yield f"{things} ... {{fails}}"
        yield f"{things} ({_WHICH}) [one of|some of|all of] ... {{fails}}"
        yield f"{{broken}} {things}"
    yield from (f"{{cannot}} {act}" for act in entry.cannot)
    yield from (f"{{refuses}} {act}" for act in entry.refuses)
