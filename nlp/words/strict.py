"""The strict reading of ``data/lexicons``: a file is what its model says, or is refused.

A file that does not read is refused with its name, the entry, what was wrong and what was allowed.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

Lexicon = TypeVar("Lexicon", bound=BaseModel)


class LexiconError(ValueError):
    """A lexicon that cannot be read: names the file, the entry, and what was allowed."""


class Strict(BaseModel):
    """A table of a lexicon: no key that is not declared, nothing converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def load(name: str, model: type[Lexicon]) -> Lexicon:
    """Return ``data/lexicons/NAME.toml`` as checked; raise :class:`LexiconError`."""
    path = f"lexicons/{name}.toml"
    return parse(files("data").joinpath(path).read_text("utf-8"), model, f"data/{path}")


def parse(toml: str, model: type[Lexicon], origin: str) -> Lexicon:
    """Return a lexicon from its TOML; ``origin`` is the file's name in errors."""
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{origin}: not TOML: {error}") from error
    try:
        return model.model_validate(table)
    except ValidationError as error:
        problems = "\n".join(_explain(table, dict(problem)) for problem in error.errors())
        raise LexiconError(f"{origin}: {problems}") from error


def _explain(table: dict[str, Any], problem: dict[str, Any]) -> str:
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
    found = "" if isinstance(problem["input"], dict) else f", not {problem['input']!r}"
    return f"{' '.join(where) or 'file'}{entry}: {problem['msg']}{found}"
