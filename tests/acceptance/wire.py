"""The program as a person runs it: commands typed, then the database opened."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.program import downwire

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
ABSENT = "the folder of real input is not beside this checkout"


class Wire:
    """A database and the commands that fill it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path.parent

    def run(self, *words: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Type ``downwire`` and these words; the exit status must be the one given."""
        done = downwire("--db", self.path, *words, cwd=self.folder)
        assert done.returncode == status, done.stderr
        return done

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        """Return the rows of a query as dictionaries."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, values)]

    def claims(self, incident: str, field: str) -> Iterator[dict[str, Any]]:
        """Yield the claims of one field of an incident, the value read from its JSON."""
        query = 'SELECT * FROM claims WHERE incident = ? AND field = ? ORDER BY document, "start"'
        for row in self.rows(query, incident, field):
            yield {**row, "value": json.loads(row["value"])}
