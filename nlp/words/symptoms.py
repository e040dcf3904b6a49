"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them.

Beside plain phrases there are acts that people cannot do ("unable to log in", "trouble logging
in"), acts that things do not do ("won't load") and things that fail ("calls dropped"). Where it is
a part of a service that fails or cannot be used, :mod:`nlp.words.states` tells which symptom it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from nlp.entries import load
from nlp.mentions import Mention
from nlp.names import surroundings
from nlp.text.spans import Spans
from nlp.text.texts import text_of
from nlp.words import shown, states
from nlp.words.lexicons import Relevance, Symptom, Symptoms
from nlp.words.phrases import TOGETHER, Hit, Phrases

_CANNOT = "{cannot}"
_OPEN = "open"
"""What :data:`_CANNOT` stands for where no act follows that the lexicon knows."""
_WHICH = "on|for|at|in|of|with|via|through|between"
"""What may follow a thing and say which one it is."""


def find(doc: Doc) -> list[Mention]:
    """Return the symptoms in the text, in order, none overlapping; negated ones too."""
    text = text_of(doc)
    taken = Spans()
    hits = list(_phrases().scan(text))
    candidates = (*_candidates(text, hits), *_stated(doc, text), *_impossible(doc, text, hits))
    found = [mention for mention in candidates if taken.take(mention.start, mention.end)]
    return sorted(found, key=lambda mention: mention.start)


def is_one_in(text: str) -> bool:
    """Return whether the words of a symptom stand in a text."""
    return any(isinstance(hit.item, Symptom) for hit in _phrases().scan(text))


def _candidates(text: str, hits: Iterable[Hit[Symptom | str | None]]) -> Iterator[Mention]:
    """Yield what may be a symptom, the surest first."""
    for start, end, key in shown.find(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])
    for hit in hits:
        if isinstance(hit.item, Symptom):
            yield _mention(text, hit.start, hit.end, "symptoms:lexicon", hit.item)
    for start, end, key in shown.quoted(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])


def _stated(doc: Doc, text: str) -> Iterator[Mention]:
    """Yield what is said of services and parts in words that mean it only beside a name."""
    services, parts = surroundings.services(doc), surroundings.features(doc)
    if services or parts:
        folded = surroundings.surface(doc).folded
        found = states.find(folded, services, parts, is_post=surroundings.is_post(doc))
        for start, end, key in found:
            yield _mention(text, start, end, "symptoms:state", _entries()[key])


def _impossible(
    doc: Doc, text: str, hits: Iterable[Hit[Symptom | str | None]]
) -> Iterator[Mention]:
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
def _phrases() -> Phrases[Symptom | str | None]:
    lexicon = load("symptoms", Symptoms)
    # Of phrases of equal length the first wins: those that mean nothing.
    everyday = (*lexicon.ignore, *load("relevance", Relevance).unrelated)
    means: list[tuple[str, Symptom | str | None]] = [(phrase, None) for phrase in everyday]
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
