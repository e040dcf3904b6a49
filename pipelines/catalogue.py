"""The catalogue of services in an editor's hands: looked up, added to, and what it lacks."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from nlp import entries
from nlp.entries import EntryError
from nlp.names import gazetteers
from nlp.names.gazetteers import Service
from pipelines.store import looking

ADDED = "added.toml"
"""The file of ``data/services`` that new entries go into."""
_HEAD = "# Services that were added by command. The fields are explained in data/README.md.\n"
_UNKNOWN = "SELECT name, documents, example FROM unknown_names LIMIT ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """A name that is said to be down though the catalogue does not have it."""

    name: str
    documents: int
    """How many documents have it."""
    example: str
    """Words around it in one of them, on one line."""


def find(words: str, services: Iterable[Service]) -> list[Service]:
    """Return the services with these words in a name or as their key; whole names first."""
    wanted = words.casefold()
    whole, part = [], []
    for service in services:
        names = [name.casefold() for name in (service.name, *service.all_names)]
        if wanted == service.key or wanted in names:
            whole.append(service)
        elif any(wanted in name for name in names):
            part.append(service)
    return [*whole, *part]


def entry(service: Service) -> str:
    """Return a service as an editor writes it: what differs from the default, in TOML.

    >>> print(entry(Service(key="zyntra", name="Zyntra", kind="cloud")), end="")
    [[services]]
    key = "zyntra"
    name = "Zyntra"
    kind = "cloud"
    """
    lines = ["[[services]]"]
    for field in fields(Service):
        value = getattr(service, field.name)
        if field.default is MISSING or value != field.default:
            lines.append(f"{field.name} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def place() -> Path | None:
    """Return the file that new services go into; ``None`` where an editor has to name one.

    That is the file of ``DOWNWIRE_SERVICES``, else one in ``data/services`` of a checkout: what
    stands in an installed package goes with its next version.
    """
    own = gazetteers.own_file()
    if own:
        return own
    folder = Path(str(entries.folder("services")))
    is_checkout = (folder.parent.parent / "pyproject.toml").is_file()
    return folder / ADDED if is_checkout else None


def add(service: Service, file: Path) -> None:
    """Write a new service at the end of a file, or nothing at all.

    Raises :class:`EntryError` where the catalogue would not read with it, or nothing can be
    written.
    """
    others = [other for other in gazetteers.catalogue() if Path(str(other)) != file]
    try:
        before = file.read_text(encoding="utf-8").rstrip() if file.exists() else _HEAD.rstrip()
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".services-") as folder:
            draft = Path(folder) / file.name
            draft.write_text(f"{before}\n\n{entry(service)}", encoding="utf-8")
            gazetteers.load_services([*others, draft])
            draft.replace(file)
    except OSError as error:
        raise EntryError(f"{file}: cannot be written: {error.strerror}") from error


def unknown_names(database: Path, *, limit: int = 100) -> list[UnknownName]:
    """Return the names that the catalogue lacks, those of most documents first."""
    with looking(database) as connection:
        rows = connection.execute(_UNKNOWN, (limit,)).fetchall()
    return [
        UnknownName(name=name, documents=documents, example=" ".join(example.split()))
        for name, documents, example in rows
    ]


def _toml(value: Any) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
