"""Short texts read as a whole: when an outage began, got on and was over, and how far it is."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from nlp.claims import TimeField
from nlp.reading import read
from tests.nlp.by_hand import Page, brief

TABLE: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("stages.toml").read_text(encoding="utf-8")
)["stages"]
WRITTEN = datetime(2026, 3, 12, 18, tzinfo=UTC)


@pytest.mark.parametrize("text", TABLE)
def test_when_an_outage_came_how_far(text: str) -> None:
    page = Page(text=text, publisher="The Guardian", published_at=WRITTEN, zone="Europe/London")
    (reading,) = read([page])
    told = {
        brief(claim) for claim in reading.claims if claim.field in (*get_args(TimeField), "phase")
    }
    assert sorted(told) == TABLE[text]
