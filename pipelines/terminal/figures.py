"""How well the reader reads, as a table in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.table import Table

from pipelines.evaluation.measuring import Measured
from pipelines.evaluation.scoring import FIGURES, Tally


def figures_table(measured: Mapping[str, Measured]) -> Table:
    """Return precision, recall and F1 of each figure, each half beside the other.

    The last column of a half is how many the labels have; a figure of which none has any is left
    out.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("per cent")
    for name in measured:
        for column in (f"{name}: P", "R", "F1", "of"):
            table.add_column(column, justify="right")
    for figure in FIGURES:
        tallies = [half.tallies[figure] for half in measured.values()]
        if any(tally.there or tally.said for tally in tallies):
            table.add_row(figure, *(cell for tally in tallies for cell in _cells(tally)))
    return table


def _cells(tally: Tally) -> tuple[str, ...]:
    rates = (tally.precision, tally.recall, tally.f1)
    return (*(f"{100 * rate:.1f}" for rate in rates), f"{tally.there:,}")
