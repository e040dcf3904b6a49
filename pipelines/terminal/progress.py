"""A progress line on standard error: one that is rewritten in a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.text import Text

PLAIN_SECONDS = 5.0
"""Where there is no terminal, at most one line in this time."""


class Progress:
    """One line about the step at work; a context manager."""

    def __init__(self, console: Console | None = None) -> None:
        """Write to ``console``, by default standard error."""
        self._console = console or Console(stderr=True, highlight=False)
        self._status = self._console.status("") if self._console.is_terminal else None
        self._last = 0.0

    def __enter__(self) -> Self:
        if self._status:
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._status:
            self._status.stop()

    def now(self, text: str) -> None:
        """Say what is going on; the next saying replaces it."""
        if self._status:
            self._status.update(Text(text))
        elif time.monotonic() - self._last >= PLAIN_SECONDS:
            self._last = time.monotonic()
            self._console.print(text, markup=False, soft_wrap=True)
