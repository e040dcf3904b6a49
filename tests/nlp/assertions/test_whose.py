"""Of which services short texts claim something, and how sure, where several are named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page

TABLE = tomllib.loads(Path(__file__).with_name("whose.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["text"], ids=lambda case: case["text"][:40])
def test_of_whom_a_text_claims_something(case: dict[str, Any]) -> None:
    (reading,) = read([Page(text=case["text"], kind=case["kind"])])
    told = {f"{claim.service or '?'} {claim.modality}" for claim in reading.claims}
    assert sorted(told) == case["told"]
