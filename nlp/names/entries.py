"""An editor's TOML file, read strictly: what is wrong is named by file, entry and field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

Fields = Mapping[str, type]
"""The fields that an entry may have, each with the type that it must be of."""


class EntryError(ValueError):
    """An editor's file says something that cannot be read; the message says what to change."""


def folder(name: str) -> Traversable:
    """Return a folder of the editors' data, also from inside an installed wheel."""
    return files("data") / name


def read(
    file: Traversable, table: str, fields: Fields, required: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each ``[[table]]`` of a TOML file as ``(where it stands, its fields)``.

    Raises :class:`EntryError` for a file that is no TOML, another table, an unknown or missing
    field, or a field of the wrong type. Lists must be lists of strings.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EntryError(f"{file.name}: not readable as TOML: {error}") from error
    tables = content.get(table)
    if set(content) != {table} or not isinstance(tables, list):
        found = ", ".join(sorted(content)) or "nothing"
        raise EntryError(f"{file.name}: expected only [[{table}]] entries, found {found}")
    for number, entry in enumerate(tables, 1):
        where = f"{file.name}, entry {number} ({entry.get('key', 'without a key')})"
        _check(where, entry, fields, required)
        yield where, entry


def _check(where: str, entry: dict[str, Any], fields: Fields, required: tuple[str, ...]) -> None:
    for field, value in entry.items():
        if field not in fields:
            raise EntryError(f"{where}: unknown field {field!r}; allowed: {', '.join(fields)}")
        kind = fields[field]
        if type(value) is not kind:
            raise EntryError(f"{where}: {field} must be a {kind.__name__}, not {value!r}")
        if kind is list and not _are_words(value):
            raise EntryError(f"{where}: {field} must hold strings that are not empty")
    for field in required:
        if not entry.get(field):
            raise EntryError(f"{where}: {field} is missing; write {field} = …")


def _are_words(value: Any) -> bool:
    return all(isinstance(item, str) and item.strip() for item in value)
