"""A hostile text is read to its end, whatever it repeats; bench/hostile.py says at what cost."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from nlp.counts import finding as counts
from nlp.mentions import Mention
from nlp.words import causes, phases, symptoms

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


@pytest.mark.parametrize("function", [symptoms.find, causes.find, phases.find, counts.find])
@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_read_to_its_end(
    function: Callable[[Doc], list[Mention]], piece: str
) -> None:
    text = piece * (40_000 // len(piece))
    found = function(Doc(NLP.vocab, words=[text], spaces=[False]))
    assert [mention.text for mention in found] == [text[m.start : m.end] for m in found]
