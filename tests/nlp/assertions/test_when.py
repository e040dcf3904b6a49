"""Short texts of all kinds: when an outage began, was known, found, mended and over."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from nlp.claims import TimeField
from nlp.reading import read
from tests.nlp.by_hand import Page, brief

TABLE = tomllib.loads(Path(__file__).with_name("when.toml").read_text(encoding="utf-8"))
WRITTEN = datetime(2026, 3, 12, 18, tzinfo=UTC)


@pytest.mark.parametrize("case", TABLE["text"], ids=lambda case: case["text"][:40])
def test_when_an_outage_came_how_far(case: dict[str, Any]) -> None:
    page = Page(text=case["text"], kind=case["kind"], zone=case["zone"], published_at=WRITTEN)
    (reading,) = read([page])
    told = {brief(claim) for claim in reading.claims if claim.field in get_args(TimeField)}
    assert sorted(told) == case["told"]
