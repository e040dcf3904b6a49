"""How well the times of labelled sentences are found: spans and values, as TempEval-3 scores."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from nlp.times.finding import find_in


class Row(NamedTuple):
    """A sentence, when it was written, and its times: words and TIMEX3 values."""

    written: datetime
    text: str
    times: list[tuple[str, str]]


class Figures(NamedTuple):
    """F1 of spans (that are equal, or overlap), and of overlapping spans with the right value."""

    strict: float
    relaxed: float
    value: float


def rows(table: Path) -> Iterator[Row]:
    """Yield the rows of a table."""
    written = datetime.min.replace(tzinfo=UTC)
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            written = datetime.fromisoformat(line[1:].strip()).replace(tzinfo=UTC)
        elif line and not line.startswith("#"):
            text, _, times = line.partition(" |")
            pairs = [time.strip().split(" = ") for time in times.split(" ; ") if time.strip()]
            yield Row(written, text, [(words, value) for words, value in pairs])


def read(row: Row) -> list[tuple[str, str]]:
    """Return the words and values that the reader finds in a sentence."""
    found = find_in(row.text, published_at=row.written)
    return [(time.text, time.timex.value) for time in found if time.timex]


Placed = tuple[int, int, str]


def placed(text: str, times: list[tuple[str, str]]) -> list[Placed]:
    """Return times by their offsets, told from the left."""
    found: list[Placed] = []
    at = 0
    for words, value in times:
        start = text.index(words, at)
        at = start + len(words)
        found.append((start, at, value))
    return found


def measure(table: Path) -> Figures:
    """Return the figures of a table."""
    total = strict = relaxed = value = 0
    for row in rows(table):
        gold, found = placed(row.text, row.times), placed(row.text, read(row))
        total += len(gold) + len(found)
        for one in gold:
            other = next((two for two in found if two[0] < one[1] and one[0] < two[1]), None)
            relaxed += other is not None
            strict += other is not None and other[:2] == one[:2]
            value += other is not None and other[2] == one[2]
    return Figures(2 * strict / total, 2 * relaxed / total, 2 * value / total)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(f"{name} {measure(Path(name))}\n")
        sys.stdout.writelines(
            f"{row.text}\n    is   {row.times}\n    read {found}\n"
            for row in rows(Path(name))
            if (found := read(row)) != row.times
        )
