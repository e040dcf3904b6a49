from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from pipelines import store
from pipelines.migrations import (
    APPLICATION_ID,
    FIRST_VERSION,
    Migration,
    MigrationError,
    bring_up_to_date,
    shipped,
    verify,
)
from tests.pipelines.dumps import dump
from tests.pipelines.made import document

FIRST = Path(__file__).with_name("schema_0001.sql")
"""The schema of version 1, as it was published. Never changed; see the test that says why."""

ADD = Migration(version=2, name="0002_add.sql", sql="ALTER TABLE runs ADD COLUMN mood TEXT;")
FILL = Migration(version=3, name="0003_fill.sql", sql="UPDATE sources SET name = 'renamed';")
WRONG = Migration(version=3, name="0003_wrong.sql", sql="DELETE FROM runs; DROP TABLE nowhere;")


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    yield opened
    opened.close()


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return each table's columns and each other thing's SQL, whatever their order and spacing."""
    tables = [row[0] for row in connection.execute("SELECT name FROM pragma_table_list")]
    columns = {
        (table, str(column[1:]))
        for table in tables
        if not table.startswith("sqlite_")
        for column in connection.execute("SELECT * FROM pragma_table_info(?)", [table])
    }
    others = connection.execute("SELECT name, sql FROM sqlite_master WHERE type <> 'table' AND sql")
    return columns | {(name, " ".join(sql.split())) for name, sql in others}


def test_an_older_file_gets_the_shape_of_a_new_one(connection: sqlite3.Connection) -> None:
    """Fails where schema.sql was changed without a numbered file in pipelines/migrations."""
    script = f"{FIRST.read_text()}; PRAGMA user_version = {FIRST_VERSION};"
    connection.executescript(f"{script} PRAGMA application_id = {APPLICATION_ID};")
    bring_up_to_date(connection)
    new = sqlite3.connect(":memory:")
    bring_up_to_date(new)
    assert shape(connection) == shape(new)
    assert version(connection) == version(new)
    new.close()


def test_steps_are_taken_in_order_once(connection: sqlite3.Connection) -> None:
    bring_up_to_date(connection, [])
    assert bring_up_to_date(connection, [ADD]) == version(connection) == 2
    assert bring_up_to_date(connection, [ADD, FILL]) == version(connection) == 3
    assert bring_up_to_date(connection, [ADD, FILL]) == 3
    assert connection.execute("SELECT name FROM sources").fetchall() == [("renamed",)]


def test_a_step_that_fails_leaves_the_version_before_it(connection: sqlite3.Connection) -> None:
    bring_up_to_date(connection, [])
    connection.execute("INSERT INTO runs (started_at) VALUES ('2026-02-03T20:32:00Z')")
    connection.commit()
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        bring_up_to_date(connection, [ADD, WRONG])
    assert version(connection) == 2
    assert connection.execute("SELECT count(*) FROM runs").fetchone() == (1,)


def test_a_newer_file_is_refused_in_a_sentence(connection: sqlite3.Connection) -> None:
    bring_up_to_date(connection, [ADD])
    with pytest.raises(
        MigrationError, match=r"newer Downwire .*version is 2, this program knows 1"
    ):
        bring_up_to_date(connection, [])


def test_a_file_to_be_shown_must_be_up_to_date(connection: sqlite3.Connection) -> None:
    bring_up_to_date(connection)
    verify(connection)
    connection.execute("PRAGMA user_version = 0")
    with pytest.raises(MigrationError, match=r"older Downwire .*type `downwire assemble`"):
        verify(connection)


def test_a_database_of_another_program_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(store.StoreError, match=r"other\.db: is a database of another program"):
        store.open(path)
    assert path.read_bytes() == before


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with store.open(path) as kept:
        kept.put_document(document())
    once = dump(path)
    store.open(path).close()
    assert dump(path) == once


def test_shipped_files_are_numbered_without_gaps() -> None:
    names = [path.name for path in files("pipelines.migrations").iterdir()]
    numbers = [step.version for step in shipped()]
    assert numbers == list(range(FIRST_VERSION + 1, FIRST_VERSION + 1 + len(numbers)))
    assert len(numbers) == sum(name.endswith(".sql") for name in names)
