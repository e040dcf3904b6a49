"""Killed at any point and typed again, a run ends with the database of one left alone."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import DemoRun
from tests.pipelines.dumps import count, dump
from tests.pipelines.invariants import violations
from tests.program import SECONDS, command, downwire


@pytest.mark.parametrize(
    ("table", "rows"),
    [("services", 1), ("documents", 30), ("mentions", 1)],
)
def test_a_killed_run_is_completed_by_the_next(
    demo_run: DemoRun, tmp_path: Path, table: str, rows: int
) -> None:
    database = tmp_path / "downwire.db"
    with subprocess.Popen(  # noqa: S603 - our own program
        command("demo"), cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as run:
        _wait_for(database, table, rows, run)
        run.kill()
    assert run.returncode == -9, "it had ended before it was killed"
    again = downwire("demo", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert violations(database) == []
    assert dump(database) == dump(demo_run.database)


def _wait_for(database: Path, table: str, rows: int, run: subprocess.Popen[bytes]) -> None:
    """Return as soon as a table has so many rows."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and run.poll() is None:
        try:
            if database.exists() and count(database, table) >= rows:
                return
        except sqlite3.OperationalError:
            pass  # the schema is not there yet
        time.sleep(0.002)
