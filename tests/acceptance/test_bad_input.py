"""Bad input is refused by name and costs nothing else."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.wire import Wire
from tests.program import command

GOOD = "Zoom is down\n\nZoom went down at 9 a.m. ET on 3 February 2026. Users reported errors."
ITEM = "<item><title>Slack is down</title><link>https://f.example/{0}</link></item>"
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>'
LAUGHS = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 9))
BAD = {
    "empty.txt": (b"", "is empty"),
    "cut-off.xml": ((HEAD + ITEM.format(1) + "<item><title>Cut").encode(), "cut off"),
    "page.xml": (
        b"<!DOCTYPE html><html><body>%s</body></html>" % (b"<p>Nobody can call tonight.</p>" * 30),
        "HTML page",
    ),
    "binary.bin": (bytes(range(256)) * 20, "binary"),
    "latin.txt": ("Zoom is down in Orléans".encode("latin-1"), "not UTF-8"),
    "large.txt": (b"Zoom is down. " * 750_000, "at most 5,000,000"),
    "future.jsonl": (
        json.dumps({"id": "f", "text": "Zoom is down.", "published": "2999-01-01"}).encode(),
        "lies in the future",
    ),
    "shape.json": (b'{"incidents": 5}', "JSON of no platform"),
    "entities.xml": (
        f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY b0 "ha">{LAUGHS}]><rss version="2.0">'
        f"<channel><item><title>&b8;</title></item></channel></rss>".encode(),
        "entities",
    ),
    "bomb.gz": (gzip.compress(b"\0" * 50_000_000), "unfolds to more than"),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> tuple[Wire, str]:
    folder = tmp_path_factory.mktemp("bad")
    files = folder / "files"
    files.mkdir()
    (files / "good.txt").write_text(GOOD)
    (files / "emoji.txt").write_text("😀🔥" * 100)
    for name, (body, _) in BAD.items():
        (files / name).write_bytes(body)
    wire = Wire(folder / "wire.db")
    return wire, wire.run("import", files, status=1).stderr


@pytest.mark.parametrize("name", BAD)
def test_what_is_bad_is_named(said: tuple[Wire, str], name: str) -> None:
    assert [line for line in said[1].splitlines() if name in line and BAD[name][1] in line]


def test_nothing_else_is_lost(said: tuple[Wire, str]) -> None:
    wire, errors = said
    texts = {row["text"] for row in wire.rows("SELECT text FROM revisions")}
    assert GOOD in texts
    assert "😀🔥" * 100 in texts
    assert any(text.startswith("Slack is down") for text in texts)
    assert "good.txt" not in errors
    assert "Traceback" not in errors
    assert wire.rows("SELECT service FROM incidents WHERE service = 'zoom'")


def test_an_unreadable_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": GOOD}),
        "{not json",
        json.dumps({"id": "b", "text": "x"}),
    ]
    done = subprocess.run(  # noqa: S603 - our own program
        command("read", "--jsonl"),
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(reading["id"], reading["relevant"]) for reading in readings] == [
        ("a", True),
        ("b", False),
    ]
    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert list(tmp_path.iterdir()) == []
