from __future__ import annotations

from pathlib import Path

import pytest

from nlp.entries import EntryError
from nlp.names import gazetteers, places
from nlp.names.cloud_regions import regions

GOOD = """
[[services]]
key = "zyntra"
name = "Zyntra"
kind = "cloud"
"""


def test_the_catalogue_is_broad() -> None:
    known = gazetteers.services()
    assert len(known) >= 5600
    assert {service.kind for service in known.values()} <= set(gazetteers.kinds())
    assert sum(service.ambiguous for service in known.values()) >= 300
    assert sum(service.wikidata is not None for service in known.values()) >= 400
    assert len(gazetteers.features()) >= 120
    assert len(regions()) >= 130


@pytest.mark.parametrize(
    ("key", "above"),
    [
        ("codex", ("chatgpt", "openai")),
        ("chatgpt-atlas", ("chatgpt", "openai")),
        ("aws-ec2", ("aws",)),
        ("github-copilot", ("github", "microsoft")),
        ("openai", ()),
        ("no-such-service", ()),
        (None, ()),
    ],
)
def test_ancestors(key: str | None, above: tuple[str, ...]) -> None:
    assert gazetteers.ancestors(key) == above


def test_children_are_the_other_way_round() -> None:
    assert {"codex", "chatgpt-atlas"} <= set(gazetteers.children()["chatgpt"])


@pytest.mark.parametrize("name", ["Slack", "Atlas", "Signal", "Zoom", "Notion", "Target", "X"])
def test_words_are_marked_as_words(name: str) -> None:
    owners = [s for s in gazetteers.services().values() if name in s.doubtful_names]
    assert owners
    assert not any(name in s.certain_names for s in gazetteers.services().values())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[services]\n", "bad.toml: not readable as TOML"),
        ('[[service]]\nkey = "a"\n', r"expected only \[\[services\]\] entries, found service"),
        (GOOD + 'alias = ["Z"]\n', r"entry 1 \(zyntra\): unknown field 'alias'; allowed: key"),
        (GOOD + 'aliases = "Z"\n', "aliases must be a list, not 'Z'"),
        (GOOD + "aliases = [1]\n", "aliases must hold strings"),
        (GOOD + "ambiguous = 1\n", "ambiguous must be a bool"),
        ('[[services]]\nkey = "a"\nname = "A"\n', "kind is missing; write kind = "),
        (GOOD.replace("cloud", "clouds"), "no kind 'clouds'; allowed: ai, cloud"),
        (GOOD.replace('"zyntra"', '"Zyntra Inc"'), "a key is lower-case words"),
        (GOOD + 'homepage = "zyntra.example"\n', "homepage must be an http address"),
        (GOOD + 'wikidata = "364"\n', "wikidata must be an item such as Q364, not '364'"),
        (GOOD + 'country = "England"\n', "country must be a code such as GB, not 'England'"),
        (GOOD + 'parent = "nobody"\n', "no service has the parent key 'nobody'"),
        (GOOD + 'parent = "zyntra"\n', "go round in a circle"),
        (GOOD + GOOD, r"entry 2 \(zyntra\): the key is taken by bad.toml, entry 1"),
        (GOOD + GOOD.replace('"zyntra"', '"other"'), "'Zyntra' already means zyntra"),
        (
            GOOD + GOOD.replace('"zyntra"', '"other"') + "ambiguous = true\n",
            "'Zyntra' is ambiguous here but certain for zyntra",
        ),
    ],
)
def test_a_bad_entry_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EntryError, match=message):
        gazetteers.load_services(gazetteers.tomls(tmp_path))


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not an entry", encoding="utf-8")
    assert list(gazetteers.load_services(gazetteers.tomls(tmp_path))) == ["zyntra"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('service = "nobody"\nphrases = ["x"]', "no service 'nobody' in data/services"),
        ("", "give phrases or words"),
    ],
)
def test_a_bad_feature_is_named(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "features.toml"
    file.write_text(f'[[features]]\nkey = "a"\nname = "A"\n{text}\n', encoding="utf-8")
    with pytest.raises(EntryError, match=message):
        gazetteers.load_features(file)


def test_an_unknown_list_of_words_is_refused() -> None:
    with pytest.raises(EntryError, match="no entry has the key 'nothing'"):
        gazetteers.words("nothing")


def test_every_edited_place_is_known() -> None:
    assert [place.key for place in places.index().whole("Bangalore") if place] == ["1277333"]
    assert {place.key for place in places.index().whole("worldwide") if place} == {"world"}
