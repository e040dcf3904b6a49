from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console

from pipelines import explaining
from pipelines.terminal.progress import Progress
from scraper.files import Defaults
from tests.program import SECONDS, downwire

FETCH = """
import json, sys
from pipelines import explaining
from pipelines.newsroom.server import Newsroom
from pipelines.terminal.progress import Progress
from scraper.files import Defaults

with Newsroom() as newsroom, Progress() as progress:
    settings = {"DOWNWIRE_PROXY": newsroom.proxy, "DOWNLOAD_DELAY": 0, "LOG_ENABLED": False}
    found = explaining.documents(sys.argv[1], Defaults(), progress, settings)
    print(json.dumps([[d.title for d in found.documents], list(found.problems)]))
"""


def fetched(url: str) -> tuple[list[str], list[str]]:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FETCH, url],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    titles, problems = json.loads(done.stdout)
    return titles, problems


def test_an_address_is_fetched_as_a_crawl_would() -> None:
    titles, problems = fetched("http://ledger.example/2024/08/14/github-goes-dark.html")
    assert (len(titles), problems) == (1, [])


def test_what_is_not_there_is_said() -> None:
    titles, problems = fetched("http://ledger.example/no-such-page.html")
    assert titles == []
    assert "no-such-page.html" in problems[0]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    progress = Progress(Console(file=StringIO()))
    found = explaining.documents(str(tmp_path / "none.txt"), Defaults(), progress)
    assert found.documents == ()
    assert found.problems == (
        f"{tmp_path / 'none.txt'}: cannot be read: No such file or directory",
    )


def test_the_command_shows_a_file_and_writes_a_page(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Zoom is down since 9 am ET, 900 users say.", encoding="utf-8")
    shown = downwire("explain", "story.txt", "--published", "2026-02-04", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "2026-02-04 14:00 UTC" in shown.stdout
    written = downwire("explain", "story.txt", "--html", "read.html", cwd=tmp_path)
    assert (written.returncode, written.stdout) == (0, "read.html: 1 document\n")
    assert (tmp_path / "read.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    refused = downwire("explain", "none.txt", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (
        1,
        "refused: none.txt: cannot be read: No such file or directory\n",
    )
