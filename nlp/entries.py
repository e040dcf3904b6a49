"""What editors write in ``data/``: TOML files, each read strictly or refused.

A file that does not read is refused with its name, the entry, what was wrong and what was allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast, get_args

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

Fields = Mapping[str, type]
"""The fields that an entry may have, each with the type that it must be of."""
Lexicon = TypeVar("Lexicon", bound=BaseModel)


class EntryError(Exception):
    """An editor's file says something that cannot be read; the message says what to change.

    No ``ValueError``: one lexicon is read while another is checked, and pydantic would take it
    for a mistake of the latter.
    """


class Strict(BaseModel):
    """A table of a lexicon: no key that is not declared, nothing converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def folder(name: str) -> Traversable:
    """Return a folder of the editors' data, also from inside an installed wheel."""
    return files("data") / name


def load(name: str, model: type[Lexicon]) -> Lexicon:
    """Return ``data/lexicons/NAME.toml`` as its model says; raise :class:`EntryError`.

    Read once, however many modules take their words from it.
    """
    return cast("Lexicon", _loaded(name, model))


@cache
def _loaded(name: str, model: type[BaseModel]) -> BaseModel:
    return load_file(folder("lexicons") / f"{name}.toml", model, f"data/lexicons/{name}.toml")


def load_file(file: Traversable, model: type[Lexicon], origin: str) -> Lexicon:
    """Return a file as its model says; ``origin`` is its name in :class:`EntryError`."""
    return parse(text(file, origin), model, origin)


def parse(toml: str, model: type[Lexicon], origin: str) -> Lexicon:
    """Return a lexicon from its TOML; ``origin`` is the file's name in errors."""
    table = tables(toml, origin)
    try:
        return model.model_validate(table)
    except ValidationError as error:
        problems = "\n".join(_explain(table, model, dict(p)) for p in error.errors())
        raise EntryError(f"{origin}: {problems}") from error


def read(
    file: Traversable, table: str, fields: Fields, required: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each ``[[table]]`` of a TOML file as ``(where it stands, its fields)``.

    Raises :class:`EntryError` for a file that is no TOML, another table, an unknown or missing
    field, or a field of the wrong type. Lists must be lists of strings.
    """
    origin = _origin(file)
    content = tables(text(file, origin), origin)
    entries = content.get(table)
    if set(content) != {table} or not isinstance(entries, list):
        found = ", ".join(sorted(content)) or "nothing"
        raise EntryError(f"{origin}: expected only [[{table}]] entries, found {found}")
    for number, entry in enumerate(entries, 1):
        where = f"{origin}, entry {number} ({entry.get('key', 'without a key')})"
        _check(where, entry, fields, required)
        yield where, entry


def text(file: Traversable, origin: str) -> str:
    """Return what a file holds; raise :class:`EntryError` where it is not there or not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise EntryError(f"{origin}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise EntryError(f"{origin}: is not UTF-8 text; save it as UTF-8") from error


def tables(toml: str, origin: str) -> dict[str, Any]:
    """Return the tables of TOML text; raise :class:`EntryError` where it is none."""
    try:
        return tomli.loads(toml)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise EntryError(f"{origin}: not readable as TOML: {error}") from error


def _origin(file: Traversable) -> str:
    """Return the name of a file for an editor, from the folder of data where it is in there."""
    data, path = str(files("data")), str(file)
    return f"data{path.removeprefix(data)}" if path.startswith(data) else file.name


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


def _explain(table: dict[str, Any], model: type[BaseModel], problem: dict[str, Any]) -> str:
    """Return one problem in words: which entry, which field, what was allowed, what was found."""
    where, named = [], ""
    value: Any = table
    for step in problem["loc"]:
        where.append(f"number {step + 1}" if isinstance(step, int) else str(step))
        value = value[step] if isinstance(step, int) or step in value else None
        if isinstance(value, dict):
            named = str(value.get("key") or value.get("unit") or named)
        if value is None:
            break
    entry = f" (of {named!r})" if named else ""
    place = f"{' '.join(where) or 'file'}{entry}"
    if problem["type"] == "extra_forbidden":
        return f"{place}: is not known; allowed: {', '.join(_fields(model, problem['loc'][:-1]))}"
    found = "" if isinstance(problem["input"], dict) else f", not {problem['input']!r}"
    return f"{place}: {problem['msg'].removeprefix('Value error, ')}{found}"


def _fields(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the fields that the table at a place in a lexicon may have."""
    for step in path:
        annotation = model.model_fields[step].annotation if isinstance(step, str) else None
        for kind in (annotation, *get_args(annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                model = kind
    return list(model.model_fields)
