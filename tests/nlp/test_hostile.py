"""A hostile text is read to its end, whatever it repeats; bench/hostile.py says at what cost."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from nlp.counts import finding as counts
from nlp.mentions import Mention
from nlp.reading import read
from nlp.words import causes, phases, symptoms
from tests.nlp.by_hand import Page

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
    "(",
    "[",
    '"',
    "1,1,",
    "not ",
    "at ",
    "\u200b",
    "\u200f",
    "a\u0440\u4e2d\u05d0",
    "x",
    "9",
]


@pytest.mark.parametrize("function", [symptoms.find, causes.find, phases.find, counts.find])
@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_read_to_its_end(
    function: Callable[[Doc], list[Mention]], piece: str
) -> None:
    text = piece * (40_000 // len(piece))
    found = function(Doc(NLP.vocab, words=[text], spaces=[False]))
    assert [mention.text for mention in found] == [text[m.start : m.end] for m in found]


@pytest.mark.parametrize("kind", ["news", "official"])
@pytest.mark.parametrize(
    "piece",
    [
        *("(", "x", "\u200b", "\u200f", "a\u0440\u4e2d\u05d0", "9", "1,1,", '"', "\n"),
        *("not ", "at ", "at 9:05 a.m. ET ", "Slack ", "Slack is down. ", "India, "),
        *("\n2026-02-03T09:00:00Z Resolved - x", "\n- 9:05 UTC: Zoom is down"),
    ],
)
def test_every_offset_of_a_hostile_texts_reading_is_exact(piece: str, kind: str) -> None:
    text = f"Zoom is down. {piece * (8_000 // len(piece))}"
    (reading,) = read([Page(text=text, kind=kind, service="zoom")])
    assert reading.text == text
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    assert all(0 <= claim.start < claim.end <= len(text) for claim in reading.claims)
    assert {place for claim in reading.claims for place in claim.mentions} <= set(
        range(len(reading.mentions))
    )
