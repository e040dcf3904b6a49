"""What reading costs inside: each pipe's time, and a fresh process's start and memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice

from bench.corpus import articles
from nlp.pipeline import build
from nlp.reading import Readable


def pipes(documents: list[Readable], rounds: int) -> dict[str, float]:
    """Return CPU milliseconds a document of each pipe: the median of rounds, after one more."""
    nlp = build()
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


def fresh(count: int) -> dict[str, float]:
    """Return what :mod:`bench.fresh` measures of reading so many documents."""
    lines = "".join(f"{json.dumps(text)}\n" for text in unlike(count))
    command = [sys.executable, "-m", "bench.fresh"]
    done = subprocess.run(command, input=lines, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    found: dict[str, float] = json.loads(done.stdout)
    return found


def unlike(count: int) -> Iterator[str]:
    """Yield the articles' texts over and over, each time with words that none had before."""
    for number, article in enumerate(islice(cycle(articles()), count)):
        yield f"{article.text}\n\nReference n{number}n and m{number}m.\n"
