"""Which services sentences name: each of the first halves, and the figures of the second."""

from __future__ import annotations

from collections import Counter

import pytest

from nlp.names import services
from tests.nlp.docs import doc_of
from tests.nlp.names.sentences import NAMELESS, NAMING

HALF, NAMELESS_HALF = len(NAMING) // 2, len(NAMELESS) // 2


def named(text: str) -> list[str | None]:
    return [mention.key for mention in services.find(doc_of(text))]


@pytest.mark.parametrize(("text", "keys"), NAMING[:HALF])
def test_what_a_sentence_names(text: str, keys: list[str | None]) -> None:
    assert named(text) == keys


@pytest.mark.parametrize("text", NAMELESS[:NAMELESS_HALF])
def test_words_that_are_no_names(text: str) -> None:
    assert named(text) == []


def test_it_holds_for_sentences_that_no_rule_was_written_on() -> None:
    right = found = wanted = 0
    for text, keys in NAMING[HALF:]:
        got = named(text)
        right += sum((Counter(got) & Counter(keys)).values())
        found += len(got)
        wanted += len(keys)
    assert right / found >= 0.98
    assert right / wanted >= 0.96
    assert sum(bool(named(text)) for text in NAMELESS[NAMELESS_HALF:]) == 0
