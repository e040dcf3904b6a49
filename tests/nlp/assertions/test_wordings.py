from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import assertions
from nlp.assertions.wordings import Begun, Wording, begun, hints, openings

CHOICES = Wording(r"(?:(?<!in )may|errors?|(?:not|no\w+)\s+found|theor(?:y|ies))\b|err\w+\s+may\b")
WORDS = (
    "may",
    "in",
    "error",
    "errors",
    "erring",
    "not",
    "nothing",
    "found",
    "theory",
    "theo",
    "it’s",
)


class Passage(NamedTuple):
    start: int
    lower: str
    begun: Begun
    hints: int


def passage(text: str) -> Passage:
    return Passage(0, text, begun(text), hints(begun(text)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"down(?:time)?|offline", {"down", "offline"}),
        (r"errors?|glitch*|hang{1,2}", {"error", "glitc", "han"}),
        (r"(?P<over>fixed|(?:all\s+)clear)\b", {"fixed ", "all "}),
        (r"(?<!was )(?!hit)hi\w+|\bno\b", {"hi", "no "}),
        (r"(by\s+some)\s+accounts?", {"by "}),
        (r"could\s?n't|(?:a|an?\s)lot|(?:the|all of) it", {"could", "a", "the ", "all "}),
    ],
)
def test_openings(source: str, expected: set[str]) -> None:
    assert openings(source) == expected


@pytest.mark.parametrize("source", [r"(?:the\s+)?site", r"\d+", r"a?", "", "(down", "% off"])
def test_what_may_begin_with_anything_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"begin with a letter|open bracket"):
        openings(source)


@given(
    st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from((" ", "\n", "-", ", ", "\u00a0"))
)
def test_matches_are_those_of_the_pattern(words: list[str], between: str) -> None:
    text = between.join(words)
    found = [match.span() for match in CHOICES.finditer(passage(text))]
    assert found == [match.span() for match in CHOICES.pattern.finditer(text)]
    first = CHOICES.search(passage(text))
    assert (first and first.span()) == (found[0] if found else None)


def test_every_wording_of_the_reader_compiles() -> None:
    modules = [
        import_module(f"{assertions.__name__}.{found.name}")
        for found in iter_modules(assertions.__path__)
    ]
    wordings = [
        value for module in modules for value in vars(module).values() if isinstance(value, Wording)
    ]
    assert len(wordings) > 30
    assert all(isinstance(wording.pattern, re.Pattern) for wording in wordings)
