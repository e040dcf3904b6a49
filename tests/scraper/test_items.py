from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.items import compose, identity
from scraper.making import make
from scraper.sources import Source

WORDS = {"canonical_url": "https://mill.example/a", "publisher": "Mill News", "text": "Calls drop."}


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"text": "Calls come back."}, True),
        ({"publisher": "The Wire"}, True),
        ({"canonical_url": "https://mill.example/b"}, False),
        ({"official_id": "mill:1"}, False),
    ],
)
def test_an_address_is_who_it_is(change: dict[str, str], same: bool) -> None:
    one = identity(**WORDS, official_id=None)
    assert len(one) == 16
    assert (identity(**{"official_id": None, **WORDS, **change}) == one) is same  # type: ignore[arg-type]  # a mixture of str and None


def test_a_text_without_an_address_is_its_publisher_and_words() -> None:
    bare = {**WORDS, "canonical_url": ""}
    ids = {
        identity(**{**bare, **change}, official_id=None)
        for change in ({}, {"text": "Other."}, {"publisher": "The Wire"})
    }
    assert len(ids) == 3


@given(st.lists(st.text(st.characters()), min_size=3, max_size=3))
def test_every_text_has_an_id(words: list[str]) -> None:
    address, publisher, text = words
    one = identity(canonical_url=address, publisher=publisher, text=text, official_id=None)
    assert len(one) == 16
    assert set(one) <= set("0123456789abcdef")


@given(st.text(), st.text())
def test_a_composed_text_keeps_title_and_body(title: str, body: str) -> None:
    text = compose(title, body)
    assert title.strip() in text
    assert body.strip() in text


def test_what_a_document_does_not_say_its_source_does() -> None:
    source = Source(
        id="mill", name="Mill", spider="feeds", kind="social", publisher="Mill News", url="",
        language="de", zone="Europe/Berlin", service="mill",
    )  # fmt: skip
    now = datetime(2026, 2, 4, tzinfo=UTC)
    document = make(source, now, title=" Mast ", body="Calls drop.", url="http://m.mill.example/a/")
    assert (document.title, document.text) == ("Mast", "Mast\n\nCalls drop.")
    assert document.canonical_url == "http://mill.example/a"
    assert (document.kind, document.language, document.zone) == ("social", "de", "Europe/Berlin")
    assert (document.publisher, document.service, document.fetched_at) == ("Mill News", "mill", now)
    named = make(source, now, title="", body="x", publisher="The Wire", same_as="http://a.example/")
    assert (named.publisher, named.canonical_url, named.url) == (
        "The Wire",
        "http://a.example/",
        "",
    )
