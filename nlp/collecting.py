"""Rest for Python's garbage collector while lexicons and gazetteers are built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking what is being built: it would double the time."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


@cache
def keep() -> None:
    """Have the collector leave alone, for good, what there is now; only the first call does.

    A long text makes so much that it looks through everything several times, and the lexicons, of
    which nothing is ever let go, are most of that.
    """
    gc.freeze()
