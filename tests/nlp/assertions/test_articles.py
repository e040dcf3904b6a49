"""Whole texts of many kinds and what they claim: newsrooms, forums, social posts, operators."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nlp.claims import Claim
from nlp.reading import read
from tests.nlp.by_hand import Page, brief

TABLE = Path(__file__).with_name("articles.toml")
ARTICLES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["article"]


def told(claim: Claim) -> str:
    return brief(claim) + (f" [{claim.attributed_to}]" if claim.attributed_to else "")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"][:40])
def test_what_a_text_claims(article: dict[str, Any]) -> None:
    page = Page(
        text=article["text"],
        kind=article.get("kind", "news"),
        service=article.get("service"),
        zone="Europe/London",
        published_at=datetime(2026, 2, 4, 12, tzinfo=UTC),
    )
    (reading,) = read([page])
    assert sorted({told(claim) for claim in reading.claims}) == article["claims"]
