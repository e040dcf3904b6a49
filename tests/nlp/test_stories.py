"""What a whole text is about: the services that its claims are of, and no others."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page

_STORIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)["story"]


@pytest.mark.parametrize("story", _STORIES, ids=lambda story: story["text"].split("\n")[0][:40])
def test_whose_the_claims_are(story: dict[str, Any]) -> None:
    page = Page(text=story["text"], kind=story["kind"], publisher=story.get("publisher", ""))
    (reading,) = read([page])
    assert sorted({claim.service or "?" for claim in reading.claims}) == story["services"]
