"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them.

Beside plain phrases there are acts that people cannot do ("unable to log in", "trouble logging
in"), acts that things do not do ("won't load") and things that fail ("calls dropped").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from nlp.entries import load
from nlp.mentions import Mention
from nlp.names import surroundings
from nlp.text.spans import Spans
from nlp.text.texts import text_of
from nlp.words import shown, states
from nlp.words.lexicons import Relevance, Symptom, Symptoms
from nlp.words.phrases import TOGETHER, Phrases

_WHICH = "on|for|at|in|of|with|via|through|between"
"""What may follow a thing and say which one it is."""


def find(doc: Doc) -> list[Mention]:
    """Return the symptoms in the text, in order, none overlapping; negated ones too."""
    text = text_of(doc)
    taken = Spans()
    candidates = (*_candidates(text), *_stated(doc, text))
    found = [mention for mention in candidates if taken.take(mention.start, mention.end)]
    return sorted(found, key=lambda mention: mention.start)


def is_one_in(text: str) -> bool:
    """Return whether the words of a symptom stand in a text."""
    return any(hit.item for hit in _phrases().scan(text))


def _candidates(text: str) -> Iterator[Mention]:
    """Yield what may be a symptom, the surest first."""
    for start, end, key in shown.find(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])
    for hit in _phrases().scan(text):
        if hit.item:
            yield _mention(text, hit.start, hit.end, "symptoms:lexicon", hit.item)
    for start, end, key in shown.quoted(text):
        yield _mention(text, start, end, "symptoms:shown", _entries()[key])


def _stated(doc: Doc, text: str) -> Iterator[Mention]:
    """Yield what is said of a service in words that mean it only behind a name."""
    services = surroundings.services(doc)
    if services:
        folded = surroundings.surface(doc).folded
        for start, end in states.find(folded, services, is_post=surroundings.is_post(doc)):
            yield _mention(text, start, end, "symptoms:state", _entries()[states.KEY])


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
def _phrases() -> Phrases[Symptom | None]:
    lexicon = load("symptoms", Symptoms)
    # Of phrases of equal length the first wins: those that mean nothing.
    everyday = (*lexicon.ignore, *load("relevance", Relevance).unrelated)
    means: list[tuple[str, Symptom | None]] = [(phrase, None) for phrase in everyday]
    means += [(phrase, entry) for entry in reversed(lexicon.entry) for phrase in _composed(entry)]
    means += [(phrase, entry) for entry in lexicon.entry for phrase in entry.phrases]
    return Phrases(means, TOGETHER)


def _composed(entry: Symptom) -> Iterator[str]:
    """Yield what cannot be done, what refuses and what fails, each behind or before its set."""
    things = f"({'|'.join(entry.things)})"
    if entry.things:  # "Card terminals" are no cards.
        yield f"{things} ... {{fails}}"
        yield f"{things} ({_WHICH}) [one of|some of|all of] ... {{fails}}"
        yield f"{{broken}} {things}"
    yield from (f"{{cannot}} {act}" for act in entry.cannot)
    yield from (f"{{refuses}} {act}" for act in entry.refuses)
