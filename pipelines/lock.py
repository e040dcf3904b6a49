"""One run at a time on a database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class LockHeldError(RuntimeError):
    """Another run is at work on the database; the message is a sentence for people."""


@contextmanager
def hold(database: Path) -> Iterator[None]:
    """Hold the lock of a database (``downwire.db.lock``), or raise :class:`LockHeldError`.

    It is the operating system's lock: it goes with the process, even one that was killed.
    """
    lock = FileLock(f"{database}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise LockHeldError(
            f"{database}: another run is at work on it; wait for its end, or type --db for another"
        ) from error
    try:
        yield
    finally:
        lock.release()
