"""The catalogue of services in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.markup import escape
from rich.table import Table

from nlp.names.gazetteers import Service
from pipelines.catalogue import UnknownName


def services_table(services: Iterable[Service]) -> Table:
    """Return services, one a row, with every name by which they are found."""
    table = _table("key", "name", "kind", "part of", "other names", "site")
    for service in services:
        others = [name for name in service.all_names if name != service.name]
        table.add_row(
            *(service.key, escape(service.name), service.kind, service.parent or ""),
            *(escape(", ".join(others)), service.homepage or ""),
        )
    return table


def unknown_table(names: Iterable[UnknownName]) -> Table:
    """Return names that the catalogue lacks, one a row."""
    table = _table("name", "documents", "example")
    table.columns[1].justify = "right"
    for unknown in names:
        table.add_row(escape(unknown.name), str(unknown.documents), escape(unknown.example))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
