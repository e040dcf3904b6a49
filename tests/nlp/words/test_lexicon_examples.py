"""The examples in the docstrings of the lexicon readers are true."""

import doctest
from types import ModuleType

import pytest

from nlp.counts import numbers
from nlp.text import sentences, spans
from nlp.words import inflections, phrases, relevance


@pytest.mark.parametrize(
    "module", [inflections, numbers, phrases, relevance, sentences, spans], ids=lambda m: m.__name__
)
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
