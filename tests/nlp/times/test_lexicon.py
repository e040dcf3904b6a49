"""The words of times are read strictly."""

from __future__ import annotations

import pytest

from nlp.entries import EntryError
from nlp.times.lexicon import lexicon, parse
from nlp.times.rules import compile_pattern


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[months]\njanuary = 1", r"times\.toml: table \[months\] is not known; allowed: month,"),
        ("[month]\njanuary = [1]", r"\[month\] 'january': write a number or a string"),
        ("[month]\nJanuary = 1", r"\[month\] 'January': write it in lower case"),
        ("[unit]\nmay = 'M'\n[month_or_word]\nmay = 5", r"'may' is in \[unit\] too; keep one"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(EntryError, match=message):
        parse(text)


def test_a_phrase_begins_with_its_first_word() -> None:
    assert lexicon().tails["right"].match(" now")
    assert not lexicon().tails["right"].match(" nowhere")


def test_a_pattern_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError, match="moon"):
        compile_pattern("month moon")
