"""The reading step: stored documents through the reader, and lines of JSON through it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from nlp import reading
from nlp.workers import in_order
from pipelines import corrections
from pipelines.store import Store
from pipelines.terminal.progress import Progress
from scraper.items import Document
from scraper.jsonl import BadInput, parse_line

Item = TypeVar("Item")

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
    unread: Mapping[str, int]
    """How many were not read, by reason (``language de``), the commonest first."""
    warnings: tuple[str, ...] = ()
    """A sentence for each correction that no longer matches what it was made for."""


def read_stored(store: Store, progress: Progress, *, workers: int = 1) -> ReadSummary:
    """Read every document whose latest text this version of the reader has not read."""
    reader = corrections.version(reading.reader_version())
    unread = store.unread(reader)
    held: dict[str, tuple[Document, int]] = {}

    def documents() -> Iterator[Document]:
        for ids in _batches(unread, BATCH):
            for document, revision in list(store.latest(ids)):
                held[document.id] = document, revision
                yield document

    relevant = claims = done = 0
    skipped: Counter[str] = Counter()
    warnings: list[str] = []
    for readings in _batches(reading.read(documents(), workers=workers), BATCH):
        with store.atomic():
            for found in readings:
                document, revision = held.pop(found.id)
                put_right = corrections.apply(document, found)
                store.put_reading(put_right.reading, revision=revision, reader=reader)
                claims += len(put_right.reading.claims)
                warnings += map(corrections.warning, put_right.idle)
        done += len(readings)
        relevant += sum(found.relevant for found in readings)
        skipped.update(found.unread for found in readings if found.unread)
        progress.now(f"read: documents {done} of {len(unread)}, claims {claims}")
    return ReadSummary(
        documents=done,
        relevant=relevant,
        claims=claims,
        unread=dict(skipped.most_common()),
        warnings=tuple(warnings),
    )


def read_jsonl(
    lines: Iterable[bytes],
    write: Callable[[str], object],
    complain: Callable[[str], object],
    *,
    workers: int = 1,
) -> list[int]:
    """Write one reading a line for each document a line, in order, as they come.

    Whoever asks for a text's reading gets its mentions, be it of an outage or not.

    A line that is no document is complained of with its number and skipped. Returns those numbers.
    """
    refused: list[int] = []
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    answers = (
        chain.from_iterable(_answers([each]) for each in numbered)
        if workers == 1
        else in_order(_answers, numbered, workers)
    )
    for answer in answers:
        if answer.refused:
            refused.append(answer.number)
            complain(answer.text)
        else:
            write(answer.text)
    return refused


def read_right(documents: Sequence[Document]) -> Iterator[reading.Reading]:
    """Yield what each document says, mentions of every text among it, with editors' corrections."""
    for document, found in zip(documents, reading.read(documents, thorough=True), strict=True):
        yield corrections.apply(document, found).reading


class _Answer(NamedTuple):
    """What is said to a line: its reading as a line of JSON, or why it is refused."""

    number: int
    text: str
    refused: bool


def _answers(lines: list[tuple[int, bytes]]) -> list[_Answer]:
    """Answer numbered lines; to parse one and tell its language is work for many processes too."""
    return [_answer(number, line) for number, line in lines]


def _answer(number: int, line: bytes) -> _Answer:
    try:
        document = parse_line(line, number, datetime.now(UTC))
    except BadInput as error:
        return _Answer(number, str(error), True)
    (found,) = read_right([document])
    return _Answer(number, json.dumps(found.as_json(), ensure_ascii=False) + "\n", False)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
