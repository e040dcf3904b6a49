"""What hostile texts cost: how much longer eight times the text takes, whatever it repeats.

``python -m bench.hostile`` prints a table, the steepest first: a reader that is linear in the
length of a text shows about 8; one that is quadratic, 64.
"""

from __future__ import annotations

import time
from dataclasses import replace

from rich import box
from rich.console import Console
from rich.table import Table

from bench.corpus import articles
from nlp.reading import read
from scraper.items import Document

SHORT, LONG = 10_000, 80_000
PIECES = (
    *("(", "A", "a.b.", "...", "-", ",", "\n", "\n - ", "1,", "1.", "1:00 ", "1,2,3,4.5", "\u200b"),
    *(
        "down ",
        "said ",
        "the ",
        "San ",
        "us-east-1 ",
        "New York, ",
        "Slack ",
        "www.",
        "Aa's ",
        "#a",
    ),
    *("due to a bug ", "led to ", "more than 1,000 to ", "a hundred and ", "unable to not "),
    *("reports fell from 3 to ", "not yet ", "every ", "twenty-", "may 1 ", "9 to ", "\u202e"),
    *("at 9 am IST in ", "9 am local time ", "12:30 PST / ", "On 4 June 2024 it fell. "),
    *("Zoom, Slack and ", "ChatGPT is down at 9:00 ", "Zoom was down on 3 March 2020. "),
    *("[", "((((", '"', "“", "’", "1,1,", "9", "a\u0440\u4e2d\u05d0", "\u200f", "\u200b ", "\n\n"),
    *("not ", "not not ", "at at at ", "10:00 ", "at 9:05 a.m. ET ", "Zoom ", "India, ", "due to "),
    *("Zoom: down. Slack: up. ", "“It is down,” she said. ", "Zyntra is down. ", "API and login "),
    *("\nService: Zoom", "\nRegions: a", "\n2026-02-03T09:00:00Z Resolved - x", "2026-08-20 ["),
)


def seconds(first: Document, piece: str, size: int) -> float:
    """Return the CPU seconds of reading a text of about ``size`` characters."""
    text = "Zoom is down. " + piece * (size // len(piece))
    start = time.process_time()
    list(read([replace(first, text=text)]))
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("repeated", "kind", "seconds", "times for 8 times the text"):
        shown.add_column(column, justify="left" if column in ("repeated", "kind") else "right")
    first = articles()[0]
    rows = []
    for kind in ("news", "official"):
        document = replace(first, kind=kind, service="zoom")
        for piece in PIECES:
            short, long = seconds(document, piece, SHORT), seconds(document, piece, LONG)
            rows.append((long / short, repr(piece), kind, long))
    for ratio, piece, kind, long in sorted(rows, reverse=True):
        shown.add_row(piece, kind, f"{long:.2f}", f"{ratio:.1f}")
    Console().print(shown)


if __name__ == "__main__":
    main()
