"""A phrase's first words, and whether it is well formed, are told as reading all of it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.words.beginnings import check, firsts
from nlp.words.notation import PhraseError, parse


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("error message", {"error"}),
        ("sign-in page", {"sign"}),
        ("(slow|very poor) link", {"slow", "very"}),
        (
            "[still|not yet] (can't|<fail> to) load",
            {"still", "not", "can't", "cant", "fail", "fails", "failed", "failing"},
        ),
        ("timeout[s] again", {"timeout", "timeouts"}),
        ("[re]start", {"start", "restart"}),
        ("out [of] order", {"out"}),
        ("it's back", {"it's"}),
        ("# errors", {"#"}),
    ],
)
def test_first_words(phrase: str, words: set[str]) -> None:
    assert firsts(phrase) == words == set(parse(phrase).openings)


@pytest.mark.parametrize(
    "phrase", ["a (b", "a ... ", "a _", "a b]", "a|b", "a [b] | c", "a ...", "a <> b", "a*", ""]
)
def test_a_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError):
        check(phrase)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(PhraseError, match="no such set"):
        check("a {nosuchset}")


@given(st.text(alphabet="ab []()|<>.#*'-{}n't", max_size=20))
def test_any_phrase_is_told_as_it_is_read(phrase: str) -> None:
    try:
        expected = frozenset(parse(phrase).openings)
    except PhraseError:
        with pytest.raises(PhraseError):
            check(phrase)
    else:
        check(phrase)
        assert firsts(phrase) == expected
