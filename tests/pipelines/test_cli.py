from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines import lock, store
from pipelines.cli import main
from tests import program
from tests.pipelines.dumps import count
from tests.pipelines.made import document

COMMANDS = list(main.commands)


def downwire(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_help_teaches_the_first_steps() -> None:
    told = downwire("--help")
    assert told.exit_code == 0
    for words in ("downwire demo", "downwire serve", "DOWNWIRE_DB", "75  another run"):
        assert words in told.output
    for command in COMMANDS:
        assert f"\n  {command} " in told.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_whole_sentences(command: str) -> None:
    told = downwire(command, "--help")
    assert told.exit_code == 0
    short = main.commands[command].get_short_help_str(limit=60)
    assert short, f"{command} has no help"
    assert not short.endswith("..."), f"the first sentence of {command} is cut off in the list"


def test_version() -> None:
    assert downwire("--version").output.startswith("downwire, version ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["unheard-of"], "No such command 'unheard-of'"),
        (["import"], "Missing argument 'PATH...'"),
        (["import", "-", "--published", "soon"], "published: got 'soon'; allowed: ISO 8601"),
        (["import", "-", "--url", "ftp://x"], "allowed: an http:// or https:// address"),
        (["import", "-", "--zone", "Nowhere"], "zone: got 'Nowhere'; allowed: an IANA time zone"),
        (["import", "-", "--service", "A B"], "service: got 'A B'; allowed: a key of data/serv"),
        (["import", "-", "--kind", "gossip"], "'gossip' is not one of"),
        (["run", "nowhere"], "no source is called 'nowhere'"),
        (["sources", "check", "nowhere"], "no source is called 'nowhere'"),
        (["sources", "--sources", "missing.toml"], "missing.toml"),
        (["replay", "missing.warc.gz"], "missing.warc.gz"),
        (["replay", "."], "holds no WARC file; allowed: a .warc or .warc.gz, or a folder"),
        (["incidents"], "downwire: downwire.db: there is no such database; type `downwire demo`"),
        (["export", "release"], "there is no such database"),
        (["serve"], "there is no such database"),
        (["serve", "--port", "70000"], "70000 is not in the range 0<=x<=65535"),
        (["--db", "no/such/folder/x.db", "read"], "its folder does not exist; type: mkdir -p"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_a_sentence_and_status_2(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = downwire(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == [], "nothing was made"


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_that_is_taken_is_status_2(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert downwire("assemble").exit_code == 0
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = downwire(command, "--port", str(port))
    assert result.exit_code == 2
    assert f"--port {port}: Address already in use; type another" in result.stderr


@pytest.mark.parametrize("command", [["incidents"], ["serve"], ["export", "out"]])
def test_a_file_that_is_no_database_of_ours_is_status_2(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text("Dear database, this is a letter to you." * 99)
    (tmp_path / "empty.db").write_bytes(b"")
    for name, said in (("letter.txt", "is no usable database"), ("empty.db", "another program")):
        result = downwire("--db", name, *command)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"letter.txt", "empty.db"}


def test_a_wrong_file_of_sources_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[source]]\nid = "ledger"\ncolour = "red"\n')
    result = downwire("sources", "--sources", file)
    assert result.exit_code == 2
    assert "mine.toml: source 'ledger'" in result.stderr


def test_a_database_that_another_run_holds_is_status_75(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with lock.hold(path):
        for command in ("read", "assemble", "crawl", "run", "demo"):
            result = downwire("--db", path, command)
            assert (command, result.exit_code) == (command, 75)
            assert "another run is at work on it" in result.stderr


def test_the_database_is_the_option_else_the_environment_else_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert downwire("assemble").exit_code == 0
    monkeypatch.setenv("DOWNWIRE_DB", "named.db")
    assert downwire("assemble").exit_code == 0
    told = downwire("--db", "given.db", "assemble")
    assert {path.name for path in tmp_path.glob("*.db")} == {"downwire.db", "named.db", "given.db"}
    assert "Next: downwire --db given.db incidents" in told.output


def test_sources_are_listed() -> None:
    told = downwire("sources")
    assert told.exit_code == 0
    assert len(told.output.splitlines()) > 50


def test_reading_lines_needs_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    fine = b'{"id": "a", "text": "A recipe for bread."}\n'
    result = downwire("read", "--jsonl", stdin=fine)
    assert result.exit_code == 0
    assert result.stdout == (
        '{"id": "a", "relevant": false, "text": "A recipe for bread.", '
        '"mentions": [], "claims": []}\n'
    )
    result = downwire("read", "--jsonl", stdin=b"nonsense\n" + fine)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "refused: line 1: is not JSON" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_same_import_again_changes_nothing(tmp_path: Path) -> None:
    path, file = tmp_path / "test.db", tmp_path / "story.txt"
    file.write_text("Zoom is down\n\nCalls have failed since 20:32 UTC.\n")
    command = ("--db", path, "import", file, "--publisher", "The Ledger")
    first, again = downwire(*command), downwire(*command)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.stdout.startswith("1 new document, 0 changed, 0 known already\n")
    assert again.stdout.startswith("0 new documents, 0 changed, 1 known already\n")
    assert (count(path, "documents"), count(path, "revisions")) == (1, 1)


def test_a_text_without_a_date_makes_no_incident_and_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Zoom is down\n\nUsers of Zoom cannot join meetings.\n")
    command = ("--db", tmp_path / "test.db", "import", file)
    assert "0 incidents with 0 conflicts" in (told := downwire(*command).stdout)
    assert "; 1 document without any date made none" in told
    told = downwire(*command, "--published", "2026-02-04T09:30Z").stdout
    assert "1 incident with 0 conflicts" in told
    assert "without any date" not in told


def test_the_steps_by_hand_on_a_stored_document(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with store.open(path) as kept:
        kept.put_document(document())
    assert downwire("--db", path, "read").stdout.startswith("1 document read, 1 of them about")
    assert downwire("--db", path, "read").stdout.startswith("0 documents read")
    assert downwire("--db", path, "assemble").exit_code == 0
    assert downwire("--db", path, "incidents").exit_code == 0
    told = downwire("--db", path, "export", tmp_path / "release")
    assert told.exit_code == 0
    assert (tmp_path / "release" / "claims.csv").is_file()


def test_the_program_works_from_any_directory(tmp_path: Path) -> None:
    told = program.downwire("sources", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["lexicons/symptoms.toml", "lexicons/times.toml"])
def test_an_editor_s_slip_is_a_sentence_and_status_2(tmp_path: Path, name: str) -> None:
    shutil.copytree(Path(__file__).resolve().parents[2] / "data", tmp_path / "data")
    with (tmp_path / "data" / name).open("a") as lexicon:
        lexicon.write("\n[colours]\n")
    (tmp_path / "story.txt").write_text("Zoom is down\n\nUsers of Zoom cannot join meetings.\n")
    told = program.downwire("import", "story.txt", cwd=tmp_path)
    assert told.returncode == 2
    last = told.stderr.splitlines()[-1]
    assert last.startswith(f"downwire: data/{name}: ")
    assert "colours" in last
    assert "is not known; allowed: " in last
    assert "Traceback" not in told.stderr
