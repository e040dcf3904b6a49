"""Posts of a line or two: no subject, lower case, slang, tags; and those of something else."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page, brief

TABLE = tomllib.loads(Path(__file__).with_name("posts.toml").read_text(encoding="utf-8"))


def claims(text: str) -> list[str]:
    at = datetime(2026, 2, 4, 12, tzinfo=UTC)
    (reading,) = read([Page(text=text, kind="social", zone="Europe/London", published_at=at)])
    return sorted({brief(claim) for claim in reading.claims})


@pytest.mark.parametrize("text", TABLE["post"])
def test_what_a_post_claims(text: str) -> None:
    assert claims(text) == TABLE["post"][text]


@pytest.mark.parametrize("text", TABLE["none"])
def test_a_post_of_something_else_claims_nothing(text: str) -> None:
    assert claims(text) == []
