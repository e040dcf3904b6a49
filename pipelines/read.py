"""The reading step: stored documents through the reader, and lines of JSON through it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from nlp import reading
from pipelines.store import Store
from pipelines.terminal.progress import Progress
from scraper.items import Document
from scraper.jsonl import BadInput, parse_line

BATCH = 64
"""Documents in one transaction: what a kill loses of the work, and what a re-run does again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSummary:
    """What a step of reading did."""

    documents: int
    """How many were read."""
    relevant: int
    """How many of them speak of outages."""
    claims: int
    """How many claims they make."""


def read_stored(store: Store, progress: Progress) -> ReadSummary:
    """Read every document whose latest text this version of the reader has not read."""
    reader = reading.reader_version()
    unread = store.unread(reader)
    relevant = claims = done = 0
    for ids in _batches(unread, BATCH):
        held = list(store.latest(ids))
        readings = list(reading.read(document for document, _ in held))
        with store.atomic():
            for (_, revision), found in zip(held, readings, strict=True):
                store.put_reading(found, revision=revision, reader=reader)
        done += len(held)
        relevant += sum(found.relevant for found in readings)
        claims += sum(len(found.claims) for found in readings)
        progress.now(f"read: documents {done} of {len(unread)}, claims {claims}")
    return ReadSummary(documents=done, relevant=relevant, claims=claims)


def read_jsonl(
    lines: Iterable[bytes], write: Callable[[str], object], complain: Callable[[str], object]
) -> list[int]:
    """Write one reading a line for each document a line, in order, as they come.

    Whoever asks for a text's reading gets its mentions, be it of an outage or not.

    A line that is no document is complained of with its number and skipped. Returns those numbers.
    """
    refused: list[int] = []

    def documents() -> Iterator[Document]:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield parse_line(line, number, datetime.now(UTC))
            except BadInput as error:
                refused.append(number)
                complain(str(error))

    for found in reading.read(documents(), thorough=True):
        write(json.dumps(found.as_json(), ensure_ascii=False) + "\n")
    return refused


def _batches(items: list[str], size: int) -> Iterator[list[str]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
