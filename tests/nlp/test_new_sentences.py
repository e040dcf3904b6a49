"""Sentences that were made up before the lexicons were widened: how much of them is found."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from nlp.mentions import Mention
from nlp.reading import read
from nlp.values import CountValue
from tests.nlp.by_hand import Page

TABLE = tomllib.loads(Path(__file__).with_name("new_sentences.toml").read_text())
MARKED = re.compile(r"\[([^\]|]{1,80})\|([^\]]{1,40})\]")
FOUND = [
    ("features", "FEATURE", (47, 54), (54, 59)),
    ("causes", "CAUSE", (12, 20), (12, 20)),
    ("counts", "COUNT", (19, 20), (16, 21)),
]
"""Of each list: label, how many are found of how many in the tuned half, and in the other."""


def mentions(text: str) -> tuple[Mention, ...]:
    (reading,) = read([Page(text=text)], thorough=True)
    return reading.mentions


def key(mention: Mention) -> str | None:
    if not isinstance(mention.value, CountValue):
        return mention.key
    low, high = ("" if n is None else n for n in (mention.value.min, mention.value.max))
    return f"{mention.unit} {low}..{high}".replace("customers", "users")


def is_found(label: str, words: str, wanted: str, found: tuple[Mention, ...]) -> bool:
    like = [m for m in found if m.label == label and key(m) == wanted.replace("customers", "users")]
    return any(mention.text in words or words in mention.text for mention in like)


@pytest.mark.parametrize(("name", "label", "tuned", "other"), FOUND)
def test_most_of_what_is_new_is_found(
    name: str, label: str, tuned: tuple[int, int], other: tuple[int, int]
) -> None:
    for first, (least, all_of_them) in ((0, tuned), (1, other)):
        hits = []
        for written in TABLE[name][first::2]:
            found = mentions(MARKED.sub(r"\1", written))
            marked = MARKED.findall(written)
            hits += [is_found(label, words, wanted, found) for words, wanted in marked]
        assert (len(hits), sum(hits) >= least) == (all_of_them, True), sum(hits)


@pytest.mark.parametrize("text", TABLE["nothing"])
def test_everyday_sentences_give_nothing(text: str) -> None:
    assert [m.text for m in mentions(text) if m.label in {"FEATURE", "CAUSE", "COUNT"}] == []
