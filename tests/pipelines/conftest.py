"""One run of the demo newsroom for all tests that look at what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.pipelines.program import downwire


@dataclass(frozen=True)
class DemoRun:
    """A run of ``downwire demo`` that nobody disturbed."""

    folder: Path
    """Where it ran: its archive and its cache are there too."""
    database: Path
    stdout: str
    stderr: str
    status: int


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """The database of a run, made once: look at it, do not write it."""
    folder = tmp_path_factory.mktemp("demo")
    ran = downwire("demo", "--archive", "archive", cwd=folder)
    return DemoRun(
        folder=folder,
        database=folder / "downwire.db",
        stdout=ran.stdout,
        stderr=ran.stderr,
        status=ran.returncode,
    )
