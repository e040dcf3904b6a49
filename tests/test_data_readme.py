"""What ``data/README.md`` shows an editor is what the readers take."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from nlp.names.cloud_regions import CloudRegion
from nlp.names.gazetteers import Feature, Service
from scraper import sources
from scraper.sources import Source

README = (Path(__file__).resolve().parents[1] / "data" / "README.md").read_text(encoding="utf-8")
SHOWN = {
    table: (toml, tomllib.loads(toml)[table])
    for toml in re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    for table in tomllib.loads(toml)
}


def test_a_source_as_shown_is_read() -> None:
    toml, (shown,) = SHOWN["source"]
    assert sources.loads(toml)["mill-news"].url == shown["url"]


@pytest.mark.parametrize(
    ("table", "noun", "elsewhere"),
    [
        ("source", Source, {"service", "queries"}),
        ("services", Service, {"ambiguous", "wikidata", "country"}),
        ("features", Feature, {"service", "among"}),
        ("regions", CloudRegion, set()),
    ],
)
def test_every_field_is_shown_or_told(table: str, noun: type, elsewhere: set[str]) -> None:
    _, (shown,) = SHOWN[table]
    assert set(shown) | elsewhere == {field.name for field in fields(noun)}
    assert [name for name in elsewhere if f"`{name}" not in README] == []


def test_every_file_told_of_is_there() -> None:
    told = set(re.findall(r"^\| `([^`]+)`", README, re.MULTILINE))
    folder = Path(__file__).resolve().parents[1] / "data"
    assert len(told) > 5
    assert [path for path in told if not list(folder.glob(path))] == []
