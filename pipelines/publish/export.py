"""A release: one CSV a table, the data dictionary, and the row counts. Complete, or not at all."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipelines.publish.dictionary import tables
from pipelines.store import looking

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Text that begins so would be run by a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection"""


class ExportError(ValueError):
    """The release cannot be written; the message says what to do."""


def export(database: Path, folder: Path) -> dict[str, int]:
    """Write every public table to ``folder`` as CSV; return the rows of each.

    All files hold one moment of the database, which must be there. The folder appears whole when
    all is written; one that is there already and is not empty is refused (:class:`ExportError`).
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder}: is there already; name a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        counts = _write(database, draft)
        draft.chmod(0o755)
        draft.replace(folder)
    except BaseException:
        shutil.rmtree(draft)
        raise
    return counts


def _write(database: Path, draft: Path) -> dict[str, int]:
    with looking(database) as connection:
        connection.execute("BEGIN")
        counts = {name: _write_table(connection, name, draft) for name in tables()}
    _write_csv(
        draft / "data_dictionary.csv",
        ("table", "column", "type", "description"),
        (
            (table.name, name, column.type, column.description)
            for table in tables().values()
            for name, column in table.columns.items()
        ),
    )
    _write_csv(draft / "row_counts.csv", ("table", "rows"), counts.items())
    return counts


def _write_table(connection: sqlite3.Connection, name: str, draft: Path) -> int:
    """Write one table in the order of its key; its name comes from our schema, never from data."""
    header = list(tables()[name].columns)
    columns = ", ".join(f'"{column}"' for column in header)
    rows = connection.execute(f'SELECT {columns} FROM "{name}" ORDER BY 1, 2')  # noqa: S608 - ours
    return _write_csv(draft / f"{name}.csv", header, rows)


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    written = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow([harmless(cell) for cell in row])
            written += 1
    return written


def harmless(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs: text that begins like a formula gets an apostrophe.

    >>> harmless("=1+1"), harmless("ChatGPT"), harmless(-3), harmless(None)
    ("'=1+1", 'ChatGPT', -3, '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
