"""What each piece of the reader pays and costs, and what a statistical model would.

``python -m bench.ablation`` prints a table, ``--json`` the same as JSON. The reader goes through
``tests/gold`` whole, with one piece left out at a time, and with one use of a statistical model
added at a time. Shown is the F1 of claims and that of the piece's own figure on both halves
(figures alone: the texts of the evaluated half stay unseen), and what the piece changes; and CPU
milliseconds a document, over the same documents in the same run, in turns, of each document the
least of rounds (other work on the machine only ever adds).

A model is in the default pipeline only if it pays: a point of the claims' F1 on each half, within
the speed that is promised. What the last run said is in ``bench/README.md``.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from bench.model import ADDED
from bench.variants import LEFT_OUT, WHOLE, Variant, read
from nlp.reading import Readable, Reading
from pipelines.evaluation import gold, scoring
from pipelines.evaluation.gold import GoldDocument

Halves = Mapping[str, list[GoldDocument]]

POINT = 0.01
"""How much of the claims' F1 a model must bring on each half."""
ALLOWED = 4.0
"""Milliseconds a document at the promised speed; those of gold are shorter than that promise's."""
WIDTH = 118
"""Columns of the table, where it goes into a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How well and how fast one variant reads."""

    name: str
    figure: str
    """The piece's own figure."""
    f1: Mapping[str, Mapping[str, float]]
    """F1 from 0 to 1, by half and figure."""
    milliseconds: float
    """CPU time a document."""

    def as_json(self, whole: Row) -> dict[str, Any]:
        """Return the two figures of each half, those of the whole beside them, and the time."""
        return {
            "name": self.name,
            "figure": self.figure,
            "halves": {
                half: {
                    name: {"f1": round(f1[name], 4), "whole": round(whole.f1[half][name], 4)}
                    for name in dict.fromkeys(("claims", self.figure))
                }
                for half, f1 in self.f1.items()
            },
            "milliseconds": round(self.milliseconds, 3),
            "whole_milliseconds": round(whole.milliseconds, 3),
        }


def pays(row: Row, whole: Row) -> bool:
    """Return whether an addition brings a point of the claims' F1 on each half in time."""
    gains = (round(f1["claims"] - whole.f1[half]["claims"], 4) for half, f1 in row.f1.items())
    return all(gain >= POINT for gain in gains) and row.milliseconds <= ALLOWED


def measure(variants: Sequence[Variant], halves: Halves, rounds: int) -> list[Row]:
    """Return a row a variant: figures of a first round, the least times of more."""
    pipelines = [variant.build() for variant in variants]
    figures = [
        _figures(variant, nlp, halves) for variant, nlp in zip(variants, pipelines, strict=True)
    ]
    every = [held.document for half in halves.values() for held in half]
    times = _milliseconds([*zip(variants, pipelines, strict=True)], every, rounds)
    return [
        Row(name=variant.name, figure=variant.figure, f1=f1, milliseconds=milliseconds)
        for variant, f1, milliseconds in zip(variants, figures, times, strict=True)
    ]


def _figures(variant: Variant, nlp: Language, halves: Halves) -> dict[str, dict[str, float]]:
    return {name: _f1(held, _readings(variant, nlp, held)) for name, held in halves.items()}


def _readings(variant: Variant, nlp: Language, held: Sequence[GoldDocument]) -> list[Reading]:
    with variant.in_place():
        return read(nlp, [wanted.document for wanted in held])


def _f1(wanted: Sequence[GoldDocument], found: Sequence[Reading]) -> dict[str, float]:
    tallies = scoring.tally(zip(wanted, found, strict=True))
    return {name: tally.f1 for name, tally in tallies.items()}


def _milliseconds(
    variants: Sequence[tuple[Variant, Language]], documents: Sequence[Readable], rounds: int
) -> list[float]:
    """Return each variant's CPU time a document, of each document the least of its times.

    All variants read a document before any reads the next, since what else the machine does at
    that time slows them alike; each time another is the first, who finds caches cold.
    """
    least = [[math.inf] * len(documents) for _ in variants]
    for rounded in range(rounds):
        for number, document in enumerate(documents):
            for place in range(len(variants)):
                turn = (place + number + rounded) % len(variants)
                spent = _seconds(*variants[turn], document)
                least[turn][number] = min(least[turn][number], spent)
    return [statistics.fmean(spent) * 1000 for spent in least]


def _seconds(variant: Variant, nlp: Language, document: Readable) -> float:
    with variant.in_place():
        start = time.process_time()
        read(nlp, [document])
        return time.process_time() - start


def table(whole: Row, groups: Mapping[str, Sequence[Row]]) -> Table:
    """Return the rows for ``rich`` to print, in groups, each figure with what it is more or less.

    ``groups``: rows by what was done to the whole.
    """
    halves = [*whole.f1]
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    shown.add_column("per cent F1", no_wrap=True)
    for half in halves:
        shown.add_column(f"claims,\n{half}", justify="right", no_wrap=True)
    shown.add_column("its own figure", no_wrap=True)
    for half in halves:
        shown.add_column(f"that,\n{half}", justify="right", no_wrap=True)
    shown.add_column("ms a\ndocument", justify="right", no_wrap=True)
    claims = [f"{whole.f1[half]['claims'] * 100:.1f}" for half in halves]
    shown.add_row(whole.name, *claims, "", *("" for _ in halves), f"{whole.milliseconds:.2f}")
    for title, rows in groups.items():
        shown.add_section()
        shown.add_row(title, style="bold")
        for row in rows:
            shown.add_row(f"  {row.name}", *_cells(row, whole, halves))
    return shown


def _cells(row: Row, whole: Row, halves: Sequence[str]) -> Iterable[str]:
    for half in halves:
        yield _changed(row.f1[half]["claims"] * 100, whole.f1[half]["claims"] * 100, 1)
    own = row.figure != "claims"
    yield row.figure if own else ""
    for half in halves:
        now, then = row.f1[half][row.figure], whole.f1[half][row.figure]
        yield _changed(now * 100, then * 100, 1) if own else ""
    yield _changed(row.milliseconds, whole.milliseconds, 2)


def _changed(now: float, then: float, places: int) -> str:
    return f"{now:.{places}f} {now - then:+5.{places}f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, default=Path("tests/gold"), help="(tests/gold)")
    parser.add_argument("--rounds", type=int, default=3, help="how many are timed (3)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    halves = gold.halves(options.gold)
    whole, *without = measure((WHOLE, *LEFT_OUT), halves, options.rounds)
    with_model = measure(ADDED, halves, options.rounds)  # Apart: a model empties others' caches.
    sizes = [len(held.document.text) for half in halves.values() for held in half]
    paying = [row.name for row in with_model if pays(row, whole)]
    if options.json:
        found = {
            "documents": len(sizes),
            "digests": {half: gold.digest(options.gold / half) for half in halves},
            "whole": whole.as_json(whole),
            "without": [row.as_json(whole) for row in without],
            "with_model": [row.as_json(whole) for row in with_model],
            "paying": paying,
        }
        print(json.dumps(found, indent=2))  # noqa: T201 - what was asked for
        return
    console = Console()
    console.width = max(console.width, WIDTH)
    console.print(f"{len(sizes)} gold documents of {statistics.mean(sizes):,.0f} characters")
    console.print(table(whole, {"without": without, "with the model's": with_model}))
    console.print(f"Of the model pay: {', '.join(paying) or 'none of its uses'}.")


if __name__ == "__main__":
    main()
