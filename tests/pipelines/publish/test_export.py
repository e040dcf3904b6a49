"""A release as a reader of CSV finds it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.publish.dictionary import tables
from pipelines.publish.export import FORMULA, ExportError, export, harmless


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_table_with_its_header_and_its_rows(database: Path, tmp_path: Path) -> None:
    counts = export(database, tmp_path / "release")
    files = {path.stem for path in (tmp_path / "release").iterdir()}
    assert files == {*tables(), "data_dictionary", "row_counts"}
    for name, table in tables().items():
        found = rows(tmp_path / "release" / f"{name}.csv")
        assert len(found) == counts[name]
        assert all(list(row) == list(table.columns) for row in found)
    assert counts["claims"] == 4
    counted = {row["table"]: int(row["rows"]) for row in rows(tmp_path / "release/row_counts.csv")}
    assert counted == counts
    described = rows(tmp_path / "release/data_dictionary.csv")
    assert len(described) == sum(len(table.columns) for table in tables().values())


def test_a_cell_is_never_a_formula(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "release")
    (document,) = rows(tmp_path / "release/documents.csv")
    assert document["publisher"] == "'=HYPERLINK(1)"


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert not harmless(text).startswith(FORMULA)
    assert harmless(text).endswith(text)


def test_two_releases_are_the_same_bytes(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "a")
    export(database, tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_what_is_there_is_not_overwritten(database: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match="name a new folder"):
        export(database, tmp_path)
