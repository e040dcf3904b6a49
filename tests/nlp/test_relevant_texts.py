"""Whether a text speaks of a service's outage, where it names no service or has but the words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page

_FILE = Path(__file__).with_name("relevant_texts.toml")
_TEXTS = [
    pytest.param(
        name != "others",
        kind,
        text,
        marks=[pytest.mark.xfail(reason="a known miss", strict=True)] if name == "missed" else [],
    )
    for name, kinds in tomllib.loads(_FILE.read_text()).items()
    for kind, texts in kinds.items()
    for text in texts
]


@pytest.mark.parametrize(("relevant", "kind", "text"), _TEXTS)
def test_whether_it_speaks_of_an_outage(relevant: bool, kind: str, text: str) -> None:
    (reading,) = read([Page(text=text, kind=kind, publisher="")])
    assert reading.relevant is relevant
