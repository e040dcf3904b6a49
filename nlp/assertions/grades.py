"""How bad an outage is called: ``data/lexicons/grades.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.entries import Strict, load
from nlp.values import KeyValue
from nlp.words.lexicons import PhraseList
from nlp.words.notation import alternation


class Grades(Strict):
    """``grades.toml``."""

    class Grade(Strict):
        """A grade and the words for it."""

        key: Literal["critical", "major", "partial", "minor"]
        phrases: PhraseList

    events: PhraseList
    """What is graded."""
    grade: list[Grade]


class Graded(NamedTuple):
    """A grade that a sentence gives an outage."""

    start: int
    """Offset of the text."""
    words: str
    value: KeyValue


_LEXICON = load("grades", Grades)
_GRADED = Wording(
    "(?:"
    + "|".join(f"(?P<{entry.key}>{alternation(entry.phrases)})" for entry in _LEXICON.grade)
    + rf")\s+(?:[\w-]+\s+){{0,2}}?(?:{alternation(_LEXICON.events)})\b"
)


def find(sentence: Sentence) -> Iterator[Graded]:
    """Yield the grades of a sentence's outages, in order."""
    for match in _GRADED.finditer(sentence):
        words = sentence.text[match.start() : match.end()]
        value = KeyValue(key=match.lastgroup, name=words.split()[0].lower())
        yield Graded(sentence.start + match.start(), words, value)
