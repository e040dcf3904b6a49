"""A reading in the terminal: the text in colours, then tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from nlp.claims import Claim
from nlp.reading import Reading
from pipelines.explaining import account
from pipelines.terminal.plain import plain
from scraper.items import Document

COLOURS = {
    "SERVICE": "bold blue",
    "FEATURE": "cyan",
    "REGION": "green",
    "TIME": "magenta",
    "COUNT": "yellow",
    "SYMPTOM": "red",
    "CAUSE": "bright_red",
    "PHASE": "bright_green",
}


def explanation(document: Document, reading: Reading) -> Iterator[RenderableType]:
    """Yield what ``rich`` prints of a reading, from the text to what was left unresolved."""
    yield Text(f"{document.id}  {plain(account.verdict(document, reading))}", style="bold")
    yield coloured(reading)
    if reading.mentions:
        yield _mentions(reading)
    for service, claims in account.claims_by_service(reading.claims).items():
        yield _claims(reading, service, claims)
    left = list(account.unresolved(reading))
    if left:
        yield _unresolved(left)


def coloured(reading: Reading) -> Text:
    """Return the text with each mention in its label's colour; a shorter one lies on a longer."""
    shown = Text(plain(reading.text, keep="\n"))
    for mention in sorted(reading.mentions, key=lambda found: found.start - found.end):
        shown.stylize(COLOURS[mention.label], mention.start, mention.end)
    return shown


def _mentions(reading: Reading) -> Table:
    table = _table("label", "words", "means", "rule")
    for mention in reading.mentions:
        table.add_row(
            Text(mention.label, style=COLOURS[mention.label]),
            Text(plain(mention.text)),
            Text(plain(account.meaning(mention))),
            Text(mention.rule, style="dim"),
        )
    return table


def _claims(reading: Reading, service: str, claims: list[Claim]) -> Table:
    table = _table("field", "value", "modality", "who says so", "passage", title=service)
    for claim in claims:
        table.add_row(
            claim.field,
            Text(plain(account.said(claim.value))),
            Text(plain(account.corrected(claim))),
            Text(plain(claim.attributed_to or "")),
            Text(plain(reading.text[claim.start : claim.end]), style="dim"),
        )
    return table


def _unresolved(left: list[account.Unresolved]) -> Table:
    table = _table("label", "words", "why", title="left unresolved")
    for found in left:
        table.add_row(found.mention.label, Text(plain(found.mention.text)), found.why)
    return table


def _table(*columns: str, title: str = "") -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, title=plain(title) or None, title_justify="left"
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
