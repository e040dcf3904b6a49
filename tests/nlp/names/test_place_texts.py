"""Places in general news: which are found, and which of their namesakes they are."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from nlp import geonames
from nlp.names import regions
from tests.nlp.docs import doc_of

HERE = Path(__file__).parent
TEXTS: list[list[str]] = tomllib.loads((HERE / "place_texts.toml").read_text(encoding="utf-8"))[
    "texts"
]
LOCAL: dict[str, list[list[str]]] = tomllib.loads(
    (HERE / "local_news.toml").read_text(encoding="utf-8")
)
BY_STATE = ("US", "CA", "AU", "GB", "IN")


@cache
def where(key: str) -> str:
    """Return a key as the table has it."""
    place = geonames.of(key) if key.isdigit() else None
    if place is None:
        return key
    country = place.state[:2]
    return f"{place.kind} {place.state if country in BY_STATE else country}"


def read(text: str, publisher: str = "The Ledger") -> list[str]:
    mentions = regions.find(doc_of(text, publisher=publisher))
    return [f"{mention.text} = {where(mention.key or '')}" for mention in mentions]


def scores(texts: list[list[str]]) -> tuple[float, float]:
    """Return precision and recall of the mentions; each text has its publisher before it."""
    wanted, found, right = 0, 0, 0
    for publisher, text, *places in texts:
        mentions = Counter(read(text, publisher))
        wanted, found = wanted + len(places), found + mentions.total()
        right += (mentions & Counter(places)).total()
    return right / found, right / wanted


@pytest.mark.parametrize("places", TEXTS[::2], ids=lambda places: places[0][:40])
def test_places_in_general_news(places: list[str]) -> None:
    assert read(places[0]) == places[1:]


def test_the_rules_hold_on_texts_they_were_not_written_on() -> None:
    precision, recall = scores([["The Ledger", *places] for places in TEXTS[1::2]])
    assert precision >= 0.98
    assert recall >= 0.94


@pytest.mark.parametrize("places", LOCAL["developed"], ids=lambda places: places[1][:40])
def test_places_in_local_news(places: list[str]) -> None:
    publisher, text, *mentions = places
    assert read(text, publisher) == mentions


@pytest.mark.parametrize("places", LOCAL["missed"], ids=lambda places: places[1][:40])
@pytest.mark.xfail(strict=True, reason="a known miss")
def test_places_that_are_missed_in_local_news(places: list[str]) -> None:
    publisher, text, *mentions = places
    assert read(text, publisher) == mentions


def test_the_rules_hold_on_local_news_that_they_were_not_written_on() -> None:
    precision, recall = scores(LOCAL["evaluated"])
    assert precision >= 0.945
    assert recall >= 0.925
