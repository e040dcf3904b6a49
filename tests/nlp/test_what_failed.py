"""What does not work, why, and how far it has come: sentences written before they were read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from nlp.reading import read
from nlp.values import KeyValue
from tests.nlp.by_hand import Page

SAID = tomllib.loads(Path(__file__).with_name("what_failed.toml").read_text(encoding="utf-8"))[
    "said"
]
FIELDS = {"symptom", "cause", "phase"}


def told(text: str, kind: str) -> list[str]:
    (reading,) = read([Page(text=text, kind=kind, service="acme")], thorough=True)
    claims = [claim for claim in reading.claims if claim.field in FIELDS]
    said = {
        f"{claim.field} {claim.value.key} {claim.modality}".removesuffix(" asserted")
        for claim in claims
        if isinstance(claim.value, KeyValue)
    }
    return sorted(said)


@pytest.mark.parametrize("said", SAID, ids=lambda said: said["text"][:40])
def test_what_failed_and_why(said: dict[str, list[str]]) -> None:
    assert told(str(said["text"]), str(said["kind"])) == said["told"]


@pytest.mark.parametrize(
    "text",
    [
        "Netflix woke up on Monday to a new rival.",
        "Slack is failing over to Hetzner as planned.",
        "Spotify died to make room for nothing.",
        "Users of Zoom saw the share price go down by 3 per cent.",
    ],
)
def test_what_only_sounds_like_it_says_nothing(text: str) -> None:
    assert told(text, "news") == []
