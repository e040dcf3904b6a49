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

from nlp.reading import read

_BYTES = 1 if sys.platform == "darwin" else 1024
"""What ``ru_maxrss`` counts in."""


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
    """Return the most memory that the process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES / 2**20


def main() -> None:
    """Read all, and print seconds of CPU and megabytes at the first reading and at the last."""
    readings = read(texts())
    next(readings)
    first = {"ready_seconds": time.process_time(), "megabytes": megabytes()}
    count = sum(1 for _ in readings)
    spent = time.process_time() - first["ready_seconds"]
    last = {"documents_a_second": count / spent, "megabytes_in_the_end": megabytes()}
    json.dump(first | last, sys.stdout)


if __name__ == "__main__":
    main()
