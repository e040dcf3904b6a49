from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import features
from nlp.reading import read
from nlp.words import causes, phases, symptoms
from tests.nlp.by_hand import Page
from tests.nlp.words.sayings import DEVELOPED, EVERYDAY, HELD

NLP = spacy.blank("en")
FINDERS: dict[str, Callable[[Doc], list[Mention]]] = {
    "symptoms": symptoms.find,
    "causes": causes.find,
    "phases": phases.find,
    "features": features.find,
}


def recall(table: str, layer: str) -> float:
    """Return which part of what a table expects of a layer is found."""
    hits = []
    lines = table.strip().splitlines()
    for expected, text in zip(lines[::2], lines[1::2], strict=True):
        found = {mention.key for mention in FINDERS[layer](NLP.make_doc(text))}
        wanted = (pair.split(":") for pair in expected.split())
        hits += [key in found for name, key in wanted if name == layer]
    return sum(hits) / len(hits)


@pytest.mark.parametrize(
    ("layer", "developed", "held"),
    [
        ("symptoms", 0.85, 0.85),
        ("causes", 0.85, 0.9),
        ("phases", 0.9, 0.9),
        ("features", 0.75, 0.75),
    ],
)
def test_ways_of_saying_it_are_known(layer: str, developed: float, held: float) -> None:
    assert recall(DEVELOPED, layer) >= developed
    assert recall(HELD, layer) >= held


@pytest.mark.parametrize("text", EVERYDAY.strip().splitlines())
def test_everyday_sentences_claim_nothing(text: str) -> None:
    (reading,) = read([Page(text=text)])
    assert reading.claims == ()
