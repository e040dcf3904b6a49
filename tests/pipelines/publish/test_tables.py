"""The table that a run ends with."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from pipelines.publish.tables import incidents_table


def test_incidents_as_a_table(database: Path) -> None:
    console = Console(width=140)
    with console.capture() as captured:
        console.print(incidents_table(database))
    line = next(line for line in captured.get().splitlines() if "ChatGPT" in line)
    told = " ".join(line.split())
    assert told.startswith("ChatGPT 2026-02-03 20:32 13,000 United States 1 1 chatgpt-20260203-")
