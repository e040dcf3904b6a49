"""Which parts of a service and which places are claimed to be hit or spared."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from nlp.reading import read
from nlp.values import KeyValue
from tests.nlp.by_hand import Page

TABLE = tomllib.loads(Path(__file__).with_name("parts_and_places.toml").read_text())


@pytest.mark.parametrize(
    ("kind", "text", "claims"), TABLE["sentences"], ids=lambda value: str(value)[:40]
)
def test_what_is_hit_and_what_is_spared(kind: str, text: str, claims: list[str]) -> None:
    kind, _, service = kind.partition("/")
    page = Page(text=text, kind=kind, service=service or None)
    (reading,) = read([page], thorough=True)
    found = {
        f"{claim.value.key} none" if claim.value.extent == "none" else claim.value.key
        for claim in reading.claims
        if claim.field in ("affected_feature", "affected_region")
        and isinstance(claim.value, KeyValue)
    }
    assert found == set(claims)
