from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nlp import reading
from nlp.entries import EntryError
from nlp.names import gazetteers
from nlp.names.gazetteers import Service
from pipelines import catalogue, store
from pipelines.cli import main
from tests.nlp.by_hand import Page
from tests.pipelines.made import document

ZYNTRA = Service(
    key="zyntra",
    name='Zyntra "Z"',
    kind="software",
    ambiguous=True,
    aliases=("Zyntra Cloud",),
    homepage="https://zyntra.example/",
)


def downwire(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file, not there yet, that the reader takes services from."""
    path = tmp_path / "mine.toml"
    monkeypatch.setenv(gazetteers.OWN_FILE, str(path))
    return path


def test_an_entry_reads_as_what_it_was(tmp_path: Path) -> None:
    file = tmp_path / "one.toml"
    file.write_text(catalogue.entry(ZYNTRA), encoding="utf-8")
    assert gazetteers.load_services([file]) == {"zyntra": ZYNTRA}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("microsoft teams", "microsoft-teams"),
        ("MS Teams", "microsoft-teams"),
        ("microsoft-teams", "microsoft-teams"),
        ("Twitter", "x"),
        ("zyntra", None),
    ],
)
def test_a_service_is_found_by_any_name(words: str, first: str | None) -> None:
    found = catalogue.find(words, gazetteers.services().values())
    assert (found[0].key if found else None) == first


def test_what_is_added_is_read(own: Path) -> None:
    for name in ("Zyntra", "Öko Netz"):
        done = downwire("services", "add", name, "--kind", "software")
        assert (done.exit_code, done.stderr) == (0, "")
    known = gazetteers.load_services(gazetteers.catalogue())
    assert known["zyntra"] == Service(key="zyntra", name="Zyntra", kind="software")
    assert known["oko-netz"].name == "Öko Netz"
    assert own.read_text(encoding="utf-8").startswith("# Services that were added")
    assert [path.name for path in own.parent.iterdir()] == [own.name]


def test_an_own_file_makes_another_reader(own: Path) -> None:
    versions = set()
    for key in ("a", "b"):
        own.write_text(catalogue.entry(Service(key=key, name=key, kind="ai")), encoding="utf-8")
        reading.reader_version.cache_clear()
        versions.add(reading.reader_version())
    reading.reader_version.cache_clear()
    assert len(versions) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Zyntra", "--kind", "thing"), "no kind 'thing'; allowed: ai, cloud"),
        (("GitHub", "--kind", "developer"), "the key is taken by data/services/developer.toml"),
        (("ChatGPT", "--key", "other", "--kind", "ai"), "'ChatGPT' already means chatgpt"),
        (("Zyntra", "--kind", "ai", "--parent", "nobody"), "no service has the parent key"),
        (("Zyntra", "--kind", "ai", "--homepage", "zyntra"), "homepage must be an http address"),
        (("雲", "--kind", "ai"), "key is missing"),
        (("Zyn\ntra", "--kind", "ai"), "allowed: letters, digits, signs and blanks"),
        (("Zyntra",), "Missing option '--kind'"),
    ],
    ids=str,
)
def test_what_would_not_read_is_not_written(
    own: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = downwire("services", "add", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert list(own.parent.iterdir()) == []


def test_another_file_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(gazetteers.OWN_FILE, raising=False)
    other = tmp_path / "their.toml"
    done = downwire("services", "add", "Zyntra", "--kind", "ai", "--file", other)
    assert f"Next: export {gazetteers.OWN_FILE}={other}" in done.output
    assert list(gazetteers.load_services([other])) == ["zyntra"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EntryError, match="cannot be written: No such file"):
        catalogue.add(ZYNTRA, tmp_path / "no" / "mine.toml")


def test_only_a_checkout_has_a_place_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(gazetteers.OWN_FILE, raising=False)
    place = catalogue.place()
    assert place is not None
    assert place.match("data/services/added.toml")
    monkeypatch.setattr("nlp.entries.files", lambda _: tmp_path / "data")
    assert catalogue.place() is None
    done = downwire("services", "add", "Zyntra", "--kind", "ai")
    assert (done.exit_code, "name a file with --file" in done.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [(), ("downdetector",), ("find", "downdetector")])
def test_services_are_listed(arguments: tuple[str, ...]) -> None:
    done = downwire("services", *arguments)
    assert done.exit_code == 0
    assert "downdetector" in done.output


def test_a_name_that_is_nobodys_leads_to_adding_it() -> None:
    done = downwire("services", "zyntra", "cloud")
    assert "Next: downwire services add 'zyntra cloud' --kind KIND" in done.output


def test_unknown_names_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "wire.db"
    bodies = (
        "Zyntra has been down since 9.",
        "We hear that Zyntra is down.",
        "Quorvia is down.",
    )
    with store.open(path) as held:
        for number, body in enumerate(bodies):
            made = document(f"{number:016x}", title="Outage", body=body)
            held.put_document(made)
            (found,) = reading.read([Page(id=made.id, text=made.text)])
            held.put_reading(found, revision=1, reader="test")
    names = catalogue.unknown_names(path)
    assert [(name.name, name.documents) for name in names] == [("Zyntra", 2), ("Quorvia", 1)]
    assert names[0].example.startswith("Outage We hear that Zyntra is down")
    done = downwire("--db", path, "services", "unknown")
    assert "Next: downwire services add Zyntra --kind KIND" in done.output
