"""The built wheel works from any directory, its data inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "import sys; from pipelines.cli import main; main(sys.argv[1:])"


def run(*words: str | Path, cwd: Path, path: Path | None = None) -> str:
    before = os.environ["PYTHONPATH"]
    environment = os.environ | {"PYTHONPATH": f"{path}{os.pathsep}{before}" if path else before}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_all_data_travel(unpacked: Path) -> None:
    def names(root: Path) -> set[str]:
        return {
            path.relative_to(root).as_posix()
            for path in root.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    assert names(unpacked / "data") == names(ROOT / "data")
    assert (unpacked / "pipelines" / "schema.sql").is_file()


def test_the_program_runs_from_it(unpacked: Path, tmp_path: Path) -> None:
    where = "import data, sys; print(data.__file__)"
    assert run("-c", where, cwd=tmp_path, path=unpacked).startswith(str(unpacked))
    (tmp_path / "zoom.txt").write_text("Zoom is down\n\nZoom went down at 9 a.m. ET on 3 Feb 2026.")
    run("-c", PROGRAM, "import", "zoom.txt", cwd=tmp_path, path=unpacked)
    assert "Zoom" in run("-c", PROGRAM, "incidents", cwd=tmp_path, path=unpacked)
    assert "hackernews" in run("-c", PROGRAM, "sources", cwd=tmp_path, path=unpacked)
