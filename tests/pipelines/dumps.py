"""What a database holds, without when it was fetched: for saying that two are the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

Rows = list[dict[str, object]]

TABLES = (
    *("sources", "services", "documents", "revisions", "mentions", "claims", "claim_mentions"),
    *("incidents", "incident_features", "incident_regions", "conflicts"),
)
_TIMES_OF_FETCHING = {"fetched_at", "seen_at"}


def dump(database: Path) -> dict[str, Rows]:
    """Return the rows of the public tables but runs and fetches, in the order of their keys."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: sqlite3.Connection, table: str) -> Rows:
    found = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608 - our names
    return [
        {name: row[name] for name in row.keys() if name not in _TIMES_OF_FETCHING}  # noqa: SIM118 - a Row
        for row in found
    ]


def count(database: Path, table: str) -> int:
    """Return how many rows a table has."""
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - ours
