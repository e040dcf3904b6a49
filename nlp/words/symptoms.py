"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from nlp.entries import load
from nlp.mentions import Mention
from nlp.text.texts import text_of
from nlp.words.lexicons import Relevance, Symptom, Symptoms
from nlp.words.phrases import Phrases


def find(doc: Doc) -> list[Mention]:
    """Return the symptoms in the text, in order, none overlapping; negated ones too."""
    text = text_of(doc)
    return [
        Mention(
            label="SYMPTOM",
            start=hit.start,
            end=hit.end,
            text=text[hit.start : hit.end],
            key=hit.item.key,
            name=hit.item.name,
            rule="symptoms:lexicon",
            category=hit.item.category,
        )
        for hit in _phrases().scan(text)
        if hit.item
    ]


@cache
def _phrases() -> Phrases[Symptom | None]:
    lexicon = load("symptoms", Symptoms)
    # Of phrases of equal length the first wins: those that mean nothing.
    everyday = (*lexicon.ignore, *load("relevance", Relevance).unrelated)
    means: list[tuple[str, Symptom | None]] = [(phrase, None) for phrase in everyday]
    means += [(phrase, entry) for entry in lexicon.entry for phrase in entry.phrases]
    return Phrases(means)
