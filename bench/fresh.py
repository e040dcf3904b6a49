"""A process that does nothing but read: ``python -m bench.fresh``, what it took as JSON.

Standard input: the texts of documents, one JSON string a line.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nlp.reading import read

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What ``ru_maxrss`` counts in."""
_STATUS = Path("/proc/self/status")
_MARKS = (10_000, 50_000, 100_000, 200_000)
"""After how many documents memory is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document of which little is known but its text."""

    text: str
    id: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    kind: str = "news"
    published_at: datetime | None = datetime(2026, 2, 4, 12, tzinfo=UTC)
    zone: str | None = None
    service: str | None = None
    language: str | None = "en"


def texts() -> Iterator[Text]:
    """Yield what stands on standard input."""
    for line in sys.stdin:
        yield Text(text=json.loads(line))


def megabytes() -> float:
    """Return the most memory that the process has held.

    Where Linux keeps that for what was executed: ``getrusage`` counts the parent's until then too.
    """
    if _STATUS.exists():
        held = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES / 2**20


def main() -> None:
    """Read all; print seconds of CPU and megabytes at the first reading, on the way, at the end."""
    readings = read(texts())
    next(readings)
    ready, begun = time.process_time(), megabytes()
    count, held = 1, {}
    for count, _ in enumerate(readings, start=2):
        if count in _MARKS:
            held[count] = megabytes()
    json.dump(
        {
            "ready_seconds": ready,
            "documents_a_second": count / (time.process_time() - ready),
            "megabytes": begun,
            "megabytes_after": {**held, count: megabytes()},
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
