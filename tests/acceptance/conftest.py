"""The real captures of status pages, imported once for all that is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.wire import ABSENT, REAL, Wire

CAPTURES = ("github_history.atom", "google_cloud_incidents.json", "aws_status_data.json")


@pytest.fixture(scope="session")
def captures() -> list[Path]:
    """The captures of GitHub, Google Cloud and AWS; the test is skipped where they are absent."""
    folder = REAL / "status"
    if not folder.is_dir():
        pytest.skip(ABSENT)
    return [folder / name for name in CAPTURES]


@pytest.fixture(scope="session")
def official(captures: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Wire:
    """A database of the captures alone: look at it, do not write it."""
    wire = Wire(tmp_path_factory.mktemp("official") / "wire.db")
    wire.run("import", *captures)
    return wire
