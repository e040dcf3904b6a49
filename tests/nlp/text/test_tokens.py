from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.text import tokens

_GUARDED = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokens.NAME}}}).tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("Zoom's app (web) is down.", ["Zoom", "'s", "app", "(", "web", ")", "is", "down", "."]),
        ("10:49 PDT, 13,000+ reports", ["10:49", "PDT", ",", "13,000", "+", "reports"]),
        ("x" * 399, ["x" * 399]),
    ],
)
def test_punctuation_is_split_off_words(text: str, words: list[str]) -> None:
    assert [token.text for token in _GUARDED(text)] == words


def test_a_long_string_is_tokenised_plainly() -> None:
    doc = _GUARDED("It's " + "(" * 500 + " down")
    assert [token.text for token in doc][:4] == ["It", "'", "s", "("]
    assert len(doc) == 504


@given(st.text(max_size=60).map(lambda text: text + "(" * 400 + text))
def test_no_character_is_lost(text: str) -> None:
    assert _GUARDED(text).text == text
