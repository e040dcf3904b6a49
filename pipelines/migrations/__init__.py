"""Bring a database file to the shape that this program knows.

``schema.sql`` makes a new one. A file ``NNNN_name.sql`` here takes a file of version NNNN - 1 to
version NNNN; SQLite's ``user_version`` holds the version, ``application_id`` says that it is ours.
Version 1 is the first that was published, so that the first file here is ``0002_…``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

APPLICATION_ID = 0x44574E57
"""Marks a SQLite file as Downwire's: ``DWNW`` in ASCII."""
FIRST_VERSION = 1


class MigrationError(ValueError):
    """A database cannot be brought up to date; the message is a sentence for people."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Migration:
    """One numbered change of the schema."""

    version: int
    """The version that it leads to."""
    name: str
    sql: str


def shipped() -> tuple[Migration, ...]:
    """Return the migrations beside this module, in order."""
    paths = (path for path in files(__name__).iterdir() if path.name.endswith(".sql"))
    return tuple(
        sorted(
            Migration(
                version=int(path.name[:4]),
                name=path.name,
                sql=path.read_text(encoding="utf-8"),
            )
            for path in paths
        )
    )


def bring_up_to_date(
    connection: sqlite3.Connection, migrations: Iterable[Migration] | None = None
) -> int:
    """Make or migrate the schema, each step whole or not at all; return the version reached.

    Raises :class:`MigrationError` for a database of another program or of a newer Downwire.
    """
    steps = shipped() if migrations is None else tuple(migrations)
    newest = _newest(steps)
    if _is_empty(connection):
        schema = (files("pipelines") / "schema.sql").read_text(encoding="utf-8")
        _run(connection, f"{schema}\nPRAGMA application_id = {APPLICATION_ID};", newest)
        return newest
    version = _version(connection, newest)
    for step in steps:
        if step.version > version:
            _run(connection, step.sql, step.version)
    return newest


def verify(connection: sqlite3.Connection) -> None:
    """Raise :class:`MigrationError` unless a database is Downwire's and up to date."""
    newest = _newest(shipped())
    version = _version(connection, newest)
    if version < newest:
        raise MigrationError(
            f"was made by an older Downwire (its version is {version}, this program's {newest}); "
            "type `downwire assemble` to bring it up to date"
        )


def _newest(steps: tuple[Migration, ...]) -> int:
    return max([FIRST_VERSION, *(step.version for step in steps)])


def _version(connection: sqlite3.Connection, newest: int) -> int:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise MigrationError("is a database of another program; choose another file with --db")
    version = _pragma(connection, "user_version")
    if version > newest:
        raise MigrationError(
            f"was made by a newer Downwire (its version is {version}, this program knows "
            f"{newest}); install the newer one, or choose another file with --db"
        )
    return version


def _run(connection: sqlite3.Connection, sql: str, version: int) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {version};COMMIT;"
        )
    except sqlite3.Error:
        connection.rollback()
        raise


def _is_empty(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(row[0] == 0)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
