from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import lock

HOLDER = """
import sys
from pathlib import Path
from pipelines import lock
with lock.hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_at_once_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    database = tmp_path / "test.db"
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", HOLDER, database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(lock.LockHeldError, match=r"test\.db: another run is at work"),
            lock.hold(database),
        ):
            pass
        holder.kill()
        holder.wait()
        with lock.hold(database):
            pass


def test_two_databases_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with lock.hold(tmp_path / "a.db"), lock.hold(tmp_path / "b.db"):
        pass
