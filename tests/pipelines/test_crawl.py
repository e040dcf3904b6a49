from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from tests.conftest import DemoRun
from tests.pipelines.dumps import count, dump
from tests.program import SECONDS, downwire

SOURCES = Path(str(files("data"))) / "demo" / "sources.toml"


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def test_a_run_ends_with_what_came_and_what_to_type(demo_run: DemoRun) -> None:
    assert demo_run.status == 0
    documents = count(demo_run.database, "documents")
    assert documents >= 40
    assert f"{documents} new documents, 0 changed, from 7 of 7 sources\n" in demo_run.stdout
    assert demo_run.stdout.endswith("Next: downwire serve\n")


def test_progress_and_refusals_go_to_standard_error(demo_run: DemoRun) -> None:
    assert demo_run.stderr.startswith("crawl: ")
    refused = [line for line in demo_run.stderr.splitlines() if line.startswith("refused: ")]
    assert [line for line in refused if "daily-cutting" in line and "cut off" in line]
    assert [line for line in refused if "ledger" in line and "robots.txt" in line]
    assert [line for line in refused if "bharat-dispatch" in line and "challenge" in line]
    assert "Traceback" not in demo_run.stderr


def test_a_run_and_its_fetches_are_kept(demo_run: DemoRun) -> None:
    kept = rows(demo_run.database, "SELECT id, ended_at NOT NULL, new_documents FROM runs")
    assert kept == [(1, 1, count(demo_run.database, "documents"))]
    outcomes = {row[0] for row in rows(demo_run.database, "SELECT outcome FROM fetches")}
    assert outcomes == {"ok", "blocked", "broken"}
    assert (
        rows(demo_run.database, "SELECT * FROM fetches WHERE outcome <> 'ok' AND detail = ''") == []
    )


def test_everything_is_read_and_every_source_known(demo_run: DemoRun) -> None:
    assert rows(demo_run.database, "SELECT id FROM documents WHERE reader IS NULL") == []
    unknown = "SELECT id FROM sources WHERE spider = ''"
    assert rows(demo_run.database, unknown) == []


def test_a_second_run_changes_nothing(demo_run: DemoRun, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(demo_run.folder, folder)
    again = downwire("demo", cwd=folder)
    assert again.returncode == 0
    assert "0 new documents, 0 changed" in again.stdout
    assert "0 documents read" in again.stdout
    assert dump(folder / "downwire.db") == dump(demo_run.database)
    outcomes = rows(folder / "downwire.db", "SELECT outcome FROM fetches WHERE run = 2")
    assert ("unchanged",) in outcomes


def test_a_replay_of_its_archive_gives_the_same(demo_run: DemoRun, tmp_path: Path) -> None:
    archive = demo_run.folder / "archive"
    replayed = downwire("replay", archive, "--sources", SOURCES, cwd=tmp_path)
    assert replayed.returncode == 1, "what was refused then is refused now"
    assert dump(tmp_path / "downwire.db") == dump(demo_run.database)


def test_scrapy_alone_stores_into_a_database(demo_run: DemoRun, tmp_path: Path) -> None:
    database = tmp_path / "test.db"
    settings = {"DOWNWIRE_DB": database, "DOWNWIRE_REPLAY": demo_run.folder / "archive"}
    words = ["crawl", "statuspage", "-a", "source=github-status", "-a", f"sources={SOURCES}"]
    for name, value in settings.items():
        words += ["-s", f"{name}={value}"]
    ran = subprocess.run(  # noqa: S603 - our own spider
        [sys.executable, "-m", "scrapy", *words],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert ran.returncode == 0, ran.stderr
    assert rows(database, "SELECT new_documents, ended_at NOT NULL FROM runs") == [(2, 1)]
    wanted = (
        "SELECT id, text FROM documents JOIN revisions ON document = id WHERE service = 'github'"
    )
    assert sorted(rows(database, wanted)) == sorted(rows(demo_run.database, wanted))
    again = "SELECT source, count(*) FROM fetches GROUP BY source"
    assert rows(database, again) == [("github-status", 2)]


def test_a_check_says_what_each_source_gave_and_keeps_nothing(tmp_path: Path) -> None:
    """The source is on this machine, which the guard refuses: so no network is needed."""
    file = tmp_path / "mine.toml"
    file.write_text(
        """
        [[source]]
        id = "ledger"
        name = "The Ledger"
        spider = "feeds"
        kind = "news"
        publisher = "The Ledger"
        url = "http://127.0.0.1:9/feed.xml"
        """
    )
    checked = downwire("sources", "--sources", file, "check", "ledger", cwd=tmp_path)
    assert checked.returncode == 1
    (row,) = [line for line in checked.stdout.splitlines() if line.startswith(" ledger ")]
    assert row.split()[:4] == ["ledger", "0", "1", "refused"]
    assert "http://127.0.0.1:9/feed.xml refused: " in row
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]
