from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.tokens import GuardedTokenizer

_BLANK = spacy.blank("en")
_GUARDED = GuardedTokenizer(_BLANK.tokenizer, _BLANK.vocab)


@pytest.mark.parametrize("text", ["", "Zoom isn't up.", "x" * 399, "a " * 500])
def test_a_text_with_blanks_is_tokenised_as_spacy_does(text: str) -> None:
    assert [token.text for token in _GUARDED(text)] == [token.text for token in _BLANK(text)]


def test_a_long_string_is_tokenised_plainly() -> None:
    doc = _GUARDED("It's " + "(" * 500 + " down")
    assert [token.text for token in doc][:4] == ["It", "'", "s", "("]
    assert len(doc) == 504


@given(st.text(max_size=60).map(lambda text: text + "(" * 400 + text))
def test_no_character_is_lost(text: str) -> None:
    assert _GUARDED(text).text == text
