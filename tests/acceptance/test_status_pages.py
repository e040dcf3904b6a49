"""All status pages in one database, with the press, in another order: the same incidents."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.wire import Wire
from tests.conftest import DemoRun

INCIDENTS = "SELECT id, title, began_at, ended_at, official_id FROM incidents ORDER BY id"
FEATURES = "SELECT incident, key, affected, extent FROM incident_features ORDER BY 1, 2, 3"


@pytest.fixture(scope="module")
def together(
    captures: list[Path], demo_run: DemoRun, tmp_path_factory: pytest.TempPathFactory
) -> Wire:
    """The demo's database, into which the captures came later and in reverse."""
    wire = Wire(tmp_path_factory.mktemp("together") / "wire.db")
    with (
        closing(sqlite3.connect(demo_run.database)) as demo,
        closing(sqlite3.connect(wire.path)) as copy,
    ):
        demo.backup(copy)
    wire.run("import", *reversed(captures))
    return wire


def test_each_official_incident_is_one(official: Wire) -> None:
    rows = official.rows("SELECT official_id FROM incidents")
    assert len(rows) == len({row["official_id"] for row in rows}) == 25 + 157 + 86


@pytest.mark.parametrize("query", [INCIDENTS, FEATURES])
def test_beside_others_and_in_another_order_they_are_the_same(
    official: Wire, together: Wire, demo_run: DemoRun, query: str
) -> None:
    def rows(wire: Wire) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in wire.rows(query)]

    assert sorted(rows(together), key=str) == sorted(
        [*rows(official), *rows(Wire(demo_run.database))], key=str
    )
