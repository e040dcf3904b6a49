"""What every command shares: exit statuses, the lock with its progress line, what is said last."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console, RenderableType

from pipelines import lock, store
from pipelines.terminal import summaries
from pipelines.terminal.progress import Progress

if TYPE_CHECKING:
    from pipelines.read import ReadSummary

DONE, REFUSED, WRONG, LOCKED = 0, 1, 2, 75
DATABASE = Path("downwire.db")
PORT = click.IntRange(0, 65_535)
WIDE = 1000
"""Columns where there is no terminal: a table takes what it needs, and no cell is folded."""


@contextmanager
def at_work(database: Path) -> Iterator[Progress]:
    """Hold the lock of a database, with a progress line. Raises what :mod:`pipelines.lock` does."""
    store.check_place(database)
    with lock.hold(database), Progress() as progress:
        yield progress


def existing(database: Path) -> Path:
    """Return a database that can be shown. Raises :class:`pipelines.store.StoreError`."""
    store.check(database)
    return database


def check_port(port: int) -> None:
    """Raise :class:`click.UsageError` unless a port of 127.0.0.1 can be listened on."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.UsageError(f"--port {port}: {error.strerror}; type another") from error


def refused(problem: str) -> None:
    """Name a thing that was refused, on standard error."""
    click.echo(f"refused: {problem}", err=True)


def say_read(summary: ReadSummary) -> None:
    """Say what was read; on standard error, what deserves a look and stops nothing."""
    click.echo(summaries.read(summary))
    for warning in summary.warnings:
        click.echo(f"warning: {warning}", err=True)


def status(problems: Sequence[object]) -> int:
    """Return the exit status of a command that is done."""
    return REFUSED if problems else DONE


def show(table: RenderableType) -> None:
    """Show a table: as wide as the terminal, or as it needs where there is none."""
    width = None if sys.stdout.isatty() else WIDE
    Console(highlight=False, width=width).print(table)


def say_next(database: Path, command: str) -> None:
    """Say which command to type next."""
    option = "" if database == DATABASE else f"--db {database} "
    click.echo(f"Next: downwire {option}{command}")
