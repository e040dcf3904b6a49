"""A reading as one HTML page that needs nothing else: displaCy's spans, then tables.

Whatever comes from the text is escaped; a policy in the head forbids scripts and requests.
displaCy: https://spacy.io/usage/visualizers#span
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from spacy import displacy

from nlp.mentions import Mention
from nlp.reading import Reading
from pipelines.explaining import account
from pipelines.explaining.account import Paragraph
from scraper.items import Document

_COLOURS = {
    "SERVICE": "#9ecbff",
    "FEATURE": "#9fe8e4",
    "REGION": "#b7e3a1",
    "TIME": "#e3c1f2",
    "COUNT": "#fbe08a",
    "SYMPTOM": "#ffb3a7",
    "CAUSE": "#f59a9a",
    "PHASE": "#c3f0c8",
}
_WORD = re.compile(r"\S+")
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How it was read</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: .5rem 0 2rem; font-size: .875rem }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0;
  border-bottom: 1px solid #ddd; overflow-wrap: anywhere }
td.said { color: #555 }
h1 { font-size: 1.1rem } h2 { font-size: 1rem }
</style>
</head>
<body>
"""


def page(read: Iterable[tuple[Document, Reading]]) -> str:
    """Return the page for documents and their readings."""
    return _HEAD + "".join(part for one in read for part in _parts(*one)) + "</body>\n</html>\n"


def _parts(document: Document, reading: Reading) -> Iterator[str]:
    yield f"<h1>{escape(document.title or document.id)}</h1>\n"
    yield f"<p>{escape(account.verdict(document, reading))}</p>\n"
    for paragraph in account.paragraphs(reading):
        yield _spans(paragraph)
        if paragraph.claims:
            yield _table(
                ("service", "field", "value", "modality", "who says so", "passage"),
                (
                    (
                        claim.service or "not in the catalogue",
                        claim.field,
                        account.said(claim.value),
                        account.corrected(claim),
                        claim.attributed_to or "",
                        reading.text[claim.start : claim.end],
                    )
                    for claim in paragraph.claims
                ),
            )
    if reading.mentions:
        yield "<h2>Mentions</h2>\n"
        yield _table(
            ("label", "words", "means", "rule"),
            (
                (mention.label, mention.text, account.meaning(mention), mention.rule)
                for mention in reading.mentions
            ),
        )
    left = [
        (found.mention.label, found.mention.text, found.why)
        for found in account.unresolved(reading)
    ]
    if left:
        yield "<h2>Left unresolved</h2>\n" + _table(("label", "words", "why"), left)


def _spans(paragraph: Paragraph) -> str:
    """Return a paragraph as displaCy draws overlapping spans."""
    pieces = list(_pieces(paragraph))
    drawn: list[dict[str, Any]] = [
        {
            "tokens": [paragraph.text[start:end] for start, end in pieces],
            "spans": [_span(found, pieces, paragraph.start) for found in paragraph.mentions],
        }
    ]
    return displacy.render(
        drawn, style="span", manual=True, page=False, jupyter=False, options={"colors": _COLOURS}
    )


def _span(mention: Mention, pieces: Sequence[tuple[int, int]], offset: int) -> dict[str, Any]:
    """Return a mention by the first piece that it covers and the one after its last."""
    first = bisect_left(pieces, mention.start - offset, key=lambda piece: piece[0])
    return {
        "start_token": first,
        "end_token": bisect_left(pieces, mention.end - offset, key=lambda piece: piece[0]),
        "label": mention.label,
        "kb_id": escape(mention.key or ""),  # displaCy writes it as it is
        "kb_url": "#",
    }


def _pieces(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the words of a paragraph, cut where a mention begins or ends."""
    found = paragraph.mentions
    edges = {mention.start for mention in found} | {mention.end for mention in found}
    cuts = sorted(edge - paragraph.start for edge in edges)
    for word in _WORD.finditer(paragraph.text):
        inside = cuts[bisect_right(cuts, word.start()) : bisect_left(cuts, word.end())]
        yield from pairwise((word.start(), *inside, word.end()))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{column}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return f"<table>\n<tr>{head}</tr>\n{body}</table>\n"
