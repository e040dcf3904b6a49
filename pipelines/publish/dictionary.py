"""The data dictionary: every table and column with the comment that ``schema.sql`` gives it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the database: what a row is, and what each column holds."""

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
    return {
        found["name"]: Table(
            name=found["name"],
            description=" ".join(line.removeprefix("--").strip() for line in _lines(found)),
            columns={
                column["name"]: Column(type=column["type"], description=column["comment"])
                for column in _COLUMN.finditer(found["body"])
            },
        )
        for found in _TABLE.finditer(schema)
    }


def _lines(found: re.Match[str]) -> list[str]:
    return found["comment"].strip().splitlines()
