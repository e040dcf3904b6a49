"""The program as a process of its own, for what starts Twisted's reactor or is to be killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SECONDS = 60


def command(*arguments: str | Path) -> list[str]:
    """Return the words that start ``downwire`` with these arguments."""
    return [sys.executable, "-m", "pipelines", *map(str, arguments)]


def downwire(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run it to its end in a folder."""
    return subprocess.run(  # noqa: S603 - our own program
        command(*arguments), cwd=cwd, capture_output=True, text=True, check=False, timeout=SECONDS
    )
