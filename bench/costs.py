"""What reading costs inside: each pipe's time, and a fresh process's start and memory."""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice

from bench.corpus import IRRELEVANT, articles
from nlp.pipeline import build
from nlp.reading import Readable, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """What a process took that did nothing but read."""

    ready_seconds: float
    """CPU time up to its first reading."""
    documents_a_second: float
    megabytes: float
    """The most memory held up to then."""
    megabytes_after: dict[int, float]
    """The same after so many documents, in the end too."""


def pipes(documents: list[Readable], rounds: int) -> dict[str, float]:
    """Return CPU milliseconds a document of each pipe: the median of rounds, after one more."""
    nlp = build()
    gc.collect()
    gc.freeze()  # What the peers hold in memory is not walked in the middle of a pipe.
    taken: dict[str, list[float]] = {}
    for turn in range(rounds + 1):
        spent = dict.fromkeys(("tokens", *nlp.pipe_names), 0.0)
        for document in documents:
            start = time.process_time()
            doc = nlp.make_doc(document.text)
            doc._.context = document
            for name, pipe in (("tokens", None), *nlp.pipeline):
                doc = pipe(doc) if pipe else doc
                end = time.process_time()
                spent[name] += end - start
                start = end
        if turn:
            for name, seconds in spent.items():
                taken.setdefault(name, []).append(seconds * 1000 / len(documents))
    return {name: statistics.median(times) for name, times in taken.items()}


def fresh(count: int) -> Fresh:
    """Return what :mod:`bench.fresh` measures of reading so many documents."""
    command = [sys.executable, "-m", "bench.fresh"]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if not process.stdin or not process.stdout:
            raise OSError("no pipes to a process")
        process.stdin.writelines(f"{json.dumps(text)}\n" for text in unlike(count))
        process.stdin.close()
        found = json.load(process.stdout)
    held = {int(read): megabytes for read, megabytes in found.pop("megabytes_after").items()}
    return Fresh(**found, megabytes_after=held)


def scaling(documents: list[Readable], workers: int) -> float:
    """Return documents a second by the clock, from the first reading on, with so many workers."""
    readings = read(documents, workers=workers)
    next(readings)
    start = time.perf_counter()
    count = sum(1 for _ in readings)
    return count / (time.perf_counter() - start)


def unlike(count: int) -> Iterator[str]:
    """Yield articles and irrelevant texts in turns, each with words that none had before."""
    texts = [text for article in articles() for text in (article.text, IRRELEVANT)]
    for number, text in enumerate(islice(cycle(texts), count)):
        yield f"{text}\n\nReference n{number}n and m{number}m.\n"
