"""Reading with several processes: texts go out in bundles, readings come back in order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

BUNDLE = 32
"""Texts that a process gets at once: enough that sending them costs little."""
WAITING = 2
"""Bundles a process that are out at most: what comes in is never read far ahead."""


def in_order(
    work: Callable[[list[Given]], list[Made]], given: Iterable[Given], workers: int
) -> Iterator[Made]:
    """Yield what ``work`` makes of bundles of what is given, in order, by so many processes.

    ``work`` must be a module's function, and what goes in and out must pickle. The processes are
    fresh ones (no fork): whoever calls may have threads. Raises what ``work`` raises, and
    :class:`concurrent.futures.process.BrokenProcessPool` if one is killed.
    """
    stream = iter(given)
    bundles = iter(lambda: list(islice(stream, BUNDLE)), [])
    out: deque[Future[list[Made]]] = deque()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_interrupts)
    try:
        for bundle in bundles:
            out.append(pool.submit(work, bundle))
            if len(out) > WAITING * workers:
                yield from out.popleft().result()
        while out:
            yield from out.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to whoever gave the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
