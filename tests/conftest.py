"""What all tests share: Hypothesis' profile, the real input, one run of the demo newsroom."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests.program import downwire

OFFLINE = str(Path(__file__).with_name("offline"))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [OFFLINE, os.environ.get("PYTHONPATH")]))

settings.register_profile("downwire", deadline=None, max_examples=50)
settings.load_profile("downwire")


@pytest.fixture
def real() -> Path:
    """The folder of real input beside the checkout; the test is skipped where it is absent."""
    folder = Path(__file__).resolve().parents[1].parent / "shared" / "real"
    if not folder.is_dir():
        pytest.skip("the folder shared/real of real input is not beside this checkout")
    return folder


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
