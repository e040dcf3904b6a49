"""What a hostile text costs: in proportion to its length, whatever it repeats."""

import time
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from nlp.counts import finding as counts
from nlp.text import sentences
from nlp.words import causes, phases, symptoms
from nlp.words.phrases import words

NLP = spacy.blank("en")
PIECES = [
    "due to a bug ",
    "led to ",
    "a power failure ",
    "more than 1,000 to ",
    "1,2,3,4.5",
    "a hundred and ",
    "reports fell from 3 to ",
    "unable to not ",
    "error (",
    "Aug 20, 14:43 UTC ",
    "2026-08-20 [",
    "not yet ",
    "A. ",
    "...",
    "\n",
    "\n - ",
]


def cost(function: Callable[[Doc], object], text: str) -> float:
    doc = Doc(NLP.vocab, words=[text], spaces=[False])
    words.cache_clear()
    began = time.process_time()
    function(doc)
    return time.process_time() - began


@pytest.mark.parametrize(
    "function", [symptoms.find, causes.find, phases.find, counts.find, sentences.mark]
)
@pytest.mark.parametrize("piece", PIECES)
def test_cost_grows_with_the_text_only(function: Callable[[Doc], object], piece: str) -> None:
    long = cost(function, piece * (200_000 // len(piece)))
    assert long < 3
