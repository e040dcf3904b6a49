"""What users noticed: error messages, timeouts, blank pages … as the lexicon names them.

Beside plain phrases there are acts that people cannot do ("unable to log in", "trouble logging
in"), acts that things do not do ("won't load") and things that fail ("calls dropped").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    means += [
        (phrase, entry)
        for entry in reversed(lexicon.entry)  # "Card terminals" are no cards.
        for phrase in _of_things(entry, lexicon)
    ]
    means += [(phrase, entry) for entry in lexicon.entry for phrase in entry.phrases]
    cannot = _behind((act, entry) for entry in lexicon.entry for act in entry.cannot)
    refuses = _behind((act, entry) for entry in lexicon.entry for act in entry.refuses)
    leads = [(lead, cannot) for lead in lexicon.cannot]
    leads += [(lead, refuses) for lead in lexicon.refuses]
    return Phrases(means, leads)


def _behind(acts: Iterable[tuple[str, Symptom]]) -> Phrases[Symptom | None]:
    return Phrases[Symptom | None](acts)


def _of_things(entry: Symptom, lexicon: Symptoms) -> Iterator[str]:
    """Yield phrases for the things that fail: "calls did not connect", "dropped calls"."""
    if entry.things:
        things, fails, broken = (
            f"({'|'.join(phrases)})" for phrases in (entry.things, lexicon.fails, lexicon.broken)
        )
        yield f"{things} ... {fails}"
        yield f"{broken} {things}"
