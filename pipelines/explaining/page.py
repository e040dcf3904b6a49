"""A reading as one HTML page that needs nothing else: displaCy's spans, then tables.

Whatever comes from the text is escaped; a policy in the head forbids scripts and requests.
displaCy: https://spacy.io/usage/visualizers#span
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import Any

from spacy import displacy

from nlp.claims import Claim
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
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #222; background: #fff; overflow-wrap: break-word }
div.spans span span span { white-space: nowrap }
div.table { overflow-x: auto }
table { border-collapse: collapse; margin: .5rem 0 2rem; font-size: .875rem }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0;
  border-bottom: 1px solid #ddd }
th.passage { font-weight: normal; font-style: italic; padding-top: .8rem }
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
            yield _claims(reading, paragraph.claims)
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


def _claims(reading: Reading, claims: Iterable[Claim]) -> str:
    """Return what is claimed, under each passage that says it."""
    columns = ("service", "field", "value", "modality", "who says so", "in the words")
    rows = ""
    for (start, end), found in groupby(claims, key=lambda claim: (claim.start, claim.end)):
        passage = escape(reading.text[start:end])
        rows += f'<tr><th class="passage" colspan="{len(columns)}">{passage}</th></tr>\n'
        rows += "".join(_row(_claim(reading, claim)) for claim in found)
    return _framed(columns, rows)


def _claim(reading: Reading, claim: Claim) -> tuple[str, ...]:
    return (
        claim.service or "not in the catalogue",
        claim.field,
        account.said(claim.value),
        account.corrected(claim),
        claim.attributed_to or "",
        " … ".join(reading.mentions[position].text for position in claim.mentions),
    )


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
        "kb_id": escape(_brief(mention)),  # displaCy writes it as it is
        "kb_url": "#",
    }


def _brief(mention: Mention) -> str:
    """Return what a mention means, short enough to stand under its words."""
    if mention.timex:
        return mention.timex.value
    return account.said(mention.value) if mention.value else mention.key or ""


def _pieces(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the words of a paragraph, cut where a mention begins or ends."""
    found = paragraph.mentions
    edges = {mention.start for mention in found} | {mention.end for mention in found}
    cuts = sorted(edge - paragraph.start for edge in edges)
    for word in _WORD.finditer(paragraph.text):
        inside = cuts[bisect_right(cuts, word.start()) : bisect_left(cuts, word.end())]
        yield from pairwise((word.start(), *inside, word.end()))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return _framed(columns, "".join(map(_row, rows)))


def _row(cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>\n"


def _framed(columns: Sequence[str], rows: str) -> str:
    """Return a table that scrolls by itself where the window is narrower."""
    head = "".join(f"<th>{column}</th>" for column in columns)
    return f'<div class="table"><table>\n<tr>{head}</tr>\n{rows}</table></div>\n'
