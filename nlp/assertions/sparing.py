"""What was not affected, or hardly: ``data/lexicons/sparing.toml``."""

from __future__ import annotations

from functools import cache, lru_cache

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.entries import load
from nlp.mentions import Mention
from nlp.values import Extent
from nlp.words.lexicons import Spared, Sparing
from nlp.words.phrases import Hit, Phrases

_RECOVERED = Wording(
    r"(?:now|again|back|restored|recovered|resolved|returned|since|fixed|mitigated|once)\b",
)
"""Beside these, what works is right again, and was not."""
_EXTENTS: dict[Spared, Extent] = {"none": "none", "minimal": "minimal"}
_REACH = 40
"""How many characters behind such words what they spare may stand ("no impact in Spain")."""


def spares(sentence: Sentence, number: int) -> bool:
    """Whether a clause of a sentence says that something was not affected."""
    return bool(_hits(sentence, number))


def extent(sentence: Sentence, mention: Mention) -> Extent | None:
    """Return ``none`` for what its clause says was not affected, ``minimal`` for hardly.

    What failed between a mention and such words is what they are not about.
    """
    number = sentence.clause_of(mention.start)
    for hit in _hits(sentence, number):
        start, end = sentence.start + hit.start, sentence.start + hit.end
        if mention.end <= start:
            if not _fails_between(sentence, mention.end, start):
                return hit.item
        elif mention.start < end or _follows(sentence, end, mention.start):
            return hit.item
    return None


def _hits(sentence: Sentence, number: int) -> list[Hit[Extent]]:
    hits = _found(sentence.text)
    if not hits:
        return []
    clause = sentence.clauses[number]
    if _RECOVERED.search(clause):
        return []
    low, high = clause.start - sentence.start, clause.end - sentence.start
    return [hit for hit in hits if low <= hit.start < high]


def _fails_between(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= mark.mention.start < end for mark in sentence.of("SYMPTOM"))


def _follows(sentence: Sentence, end: int, start: int) -> bool:
    between = sentence.text[end - sentence.start : start - sentence.start]
    return len(between) <= _REACH and "," not in between


@lru_cache(maxsize=32)
def _found(text: str) -> tuple[Hit[Extent], ...]:
    """Return the words that spare something; kept, as each mention of a sentence asks."""
    hits = _phrases().scan(text)
    return tuple(
        Hit(hit.start, hit.end, _EXTENTS[hit.item]) for hit in hits if hit.item in _EXTENTS
    )


@cache
def _phrases() -> Phrases[Spared]:
    entries = load("sparing", Sparing).entry
    return Phrases((phrase, entry.key) for entry in entries for phrase in entry.phrases)
