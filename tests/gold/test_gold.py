"""The labelled texts: how many there are, that no figure fell, and what is known to be missed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from nlp.reading import Reading, read
from pipelines.evaluation import floors, gold, known
from pipelines.evaluation.gold import GoldDocument
from pipelines.evaluation.measuring import BLIND, Measured, measure
from pipelines.evaluation.scoring import has

GOLD = Path(__file__).parent
KNOWN = [(document, line) for document, lines in known.load(GOLD).items() for line in lines]


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Measured]:
    return measure(GOLD)


@cache
def readings() -> dict[str, tuple[GoldDocument, Reading]]:
    documents = [d for name, half in gold.halves(GOLD).items() if name != BLIND for d in half]
    found = read(document.document for document in documents)
    return {d.document.id: (d, reading) for d, reading in zip(documents, found, strict=True)}


def test_there_are_enough_of_them(measured: Mapping[str, Measured]) -> None:
    assert sum(half.documents for half in measured.values()) >= 250
    assert sum(half.negatives for half in measured.values()) >= 80
    assert {*measured} == {"developed", BLIND}


def test_no_figure_fell(measured: Mapping[str, Measured]) -> None:
    assert list(floors.problems(floors.load(GOLD), measured)) == []


@pytest.mark.xfail(strict=True, reason="known to be missed")
@pytest.mark.parametrize(("document", "line"), KNOWN)
def test_a_claim_that_is_known_to_be_missed(document: str, line: str) -> None:
    wanted, reading = readings()[document]
    (claim,) = (claim for claim in wanted.claims if claim.line == line)
    assert has(reading, claim)
