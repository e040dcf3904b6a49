"""Every table and column of a real database is described."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pipelines.publish.dictionary import tables


def test_every_public_table_and_column_is_described(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        names = {
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%' "
                "AND name <> 'latest_texts'"
            )
        }
        columns = {
            name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            for name in names
        }
    assert {name: list(table.columns) for name, table in tables().items()} == columns
    assert all(table.description for table in tables().values())
    assert all(c.description.strip() for t in tables().values() for c in t.columns.values())
