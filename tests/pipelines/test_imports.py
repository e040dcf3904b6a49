from __future__ import annotations

import gzip
import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from pipelines import store
from pipelines.imports import ImportSummary, import_paths
from pipelines.terminal.progress import Progress
from scraper.files import Defaults
from tests.pipelines.dumps import dump

STORY = "Zoom is down\n\nCalls have failed since 20:32 UTC.\n"
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">%s]><rss>&i;</rss>' % b"".join(
    b'<!ENTITY %c "%s">' % (b, b"&%c;" % (b - 1) * 10) for b in range(ord("b"), ord("j"))
)


def bring(database: Path, *paths: Path, **given: str) -> ImportSummary:
    store.open(database).close()
    silent = Progress(Console(file=StringIO()))
    return import_paths(database, map(str, paths), Defaults(**given), silent)  # type: ignore[arg-type]  # words of a test


def test_what_cannot_be_read_is_named_and_loses_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "binary.txt": bytes(range(256)) * 40,
        "shape.json": json.dumps({"incidents": "none"}).encode(),
        "deep.json": b"[" * 100_000,
        "large.txt": b"Zoom is down. " * 800_000,
        "bomb.gz": gzip.compress(bytes(40_000_000)),
        "bomb.xml": BOMB,
    }
    for name, body in bad.items():
        (folder / name).write_bytes(body)
    (folder / "deep" / "good.txt").write_text(STORY)
    (folder / "lines.jsonl").write_text('{"id": "a", "text": "Zoom is down."}\n{"id": "b"}\n')
    (folder / ".hidden").write_text(STORY)
    summary = bring(tmp_path / "test.db", folder, tmp_path / "missing.txt")
    assert summary.new == 2
    named = {problem.split(":")[0].rpartition("/")[2] for problem in summary.problems}
    assert named == {*bad, "lines.jsonl", "missing.txt"}


def test_what_is_said_of_a_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    database = tmp_path / "test.db"
    bring(database, file, publisher="The Ledger", published="2026-02-04", kind="social")
    (row,) = dump(database)["documents"]
    assert (row["source"], row["publisher"], row["kind"]) == ("import", "The Ledger", "social")
    assert row["published_text"] == "2026-02-04"
    assert str(row["published_at"]).startswith("2026-02-04T")


@pytest.mark.parametrize("order", [1, -1], ids=["forwards", "backwards"])
def test_lines_keep_their_ids(tmp_path: Path, order: int) -> None:
    file = tmp_path / "lines.jsonl"
    lines = [json.dumps({"id": name, "text": f"{name} is down."}) for name in ("Zoom", "Slack")]
    file.write_text("\n".join(lines[::order]))
    bring(tmp_path / "test.db", file)
    assert [row["id"] for row in dump(tmp_path / "test.db")["documents"]] == ["Slack", "Zoom"]
