"""The table that a run ends with."""

from __future__ import annotations

import shutil
from pathlib import Path

from rich.console import Console

from pipelines.terminal.tables import incidents_table


def test_incidents_as_a_table(database: Path) -> None:
    console = Console(width=140)
    with console.capture() as captured:
        console.print(incidents_table(database))
    line = next(line for line in captured.get().splitlines() if "ChatGPT" in line)
    told = " ".join(line.split())
    assert told.startswith("ChatGPT 2026-02-03 20:32 13,000 United States 1 1 chatgpt-20260203-")


def test_a_path_may_hold_what_means_something_in_an_address(database: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a#b?c%41.db"
    shutil.copy(database, odd)
    assert incidents_table(odd).row_count == incidents_table(database).row_count > 0
