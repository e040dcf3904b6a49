"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from nlp.lexicons import Symptom, Symptoms, load
from nlp.mentions import Mention
from nlp.phrases import Phrases
from nlp.texts import text_of


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
    ]


@cache
def _phrases() -> Phrases[Symptom]:
    entries = load("symptoms", Symptoms).entry
    return Phrases((phrase, entry) for entry in entries for phrase in entry.phrases)
