"""The data dictionary: every table and column with the comment that ``schema.sql`` gives it.

So is a view whose columns have comments; each of those begins with the column's type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TABLE = re.compile(
    r"(?P<comment>(?:^--[^\n]*\n)+)^CREATE TABLE (?P<name>\w+) \(\n(?P<body>.*?)^\);",
    re.MULTILINE | re.DOTALL,
)
_COLUMN = re.compile(
    r'^    "?(?P<name>[a-z_]+)"? (?P<type>TEXT|INTEGER|REAL|BLOB)\b[^\n]*? -- (?P<comment>[^\n]+)$',
    re.MULTILINE,
)
_VIEW = re.compile(
    r"(?P<comment>(?:^--[^\n]*\n)+)^CREATE VIEW (?P<name>\w+) AS\n(?P<body>SELECT .*?)^FROM",
    re.MULTILINE | re.DOTALL,
)
_VIEWED = re.compile(
    r" AS (?P<name>[a-z_]+),? -- (?P<type>TEXT|INTEGER|REAL|BLOB)\. (?P<comment>[^\n]+)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table or view of the database: what a row is, and what each column holds."""

    name: str
    description: str
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    type: str
    """The SQLite type: TEXT, INTEGER, REAL or BLOB."""
    description: str


@cache
def tables() -> Mapping[str, Table]:
    """Return the public tables by name, in the order of the schema."""
    schema = files("pipelines").joinpath("schema.sql").read_text(encoding="utf-8")
    described = (
        *(_table(found, _COLUMN) for found in _TABLE.finditer(schema)),
        *(_table(found, _VIEWED) for found in _VIEW.finditer(schema)),
    )
    return {table.name: table for table in described if table.columns}


def _table(found: re.Match[str], columns: re.Pattern[str]) -> Table:
    return Table(
        name=found["name"],
        description=" ".join(line.removeprefix("--").strip() for line in _lines(found)),
        columns={
            column["name"]: Column(type=column["type"], description=column["comment"])
            for column in columns.finditer(found["body"])
        },
    )


def _lines(found: re.Match[str]) -> list[str]:
    return found["comment"].strip().splitlines()
