"""What the command line shows: sentences and tables of what a step did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:  # they load Scrapy and spaCy, which what is shown does not need
    from pipelines.crawl import CrawlSummary, SourceReport
    from pipelines.imports import ImportSummary
    from pipelines.read import ReadSummary
    from pipelines.steps import AssembleSummary
    from scraper.sources import Source


def crawled(summary: CrawlSummary) -> str:
    """Return what a crawl brought, in a sentence."""
    reading = [report for report in summary.sources if report.documents]
    return (
        f"{counted(summary.new_documents, 'new document')}, "
        f"{summary.new_revisions} changed, "
        f"from {len(reading)} of {counted(len(summary.sources), 'source')}"
    )


def read(summary: ReadSummary) -> str:
    """Return what was read, in a sentence."""
    skipped = sum(summary.unread.values())
    told = (
        f"{counted(summary.documents - skipped, 'document')} read, {summary.relevant} of them "
        f"about outages: {counted(summary.claims, 'claim')}"
    )
    if not skipped:
        return told
    reasons = ", ".join(f"{number} {reason}" for reason, number in summary.unread.items())
    return f"{told}; {counted(skipped, 'document')} kept unread: {reasons}"


def assembled(summary: AssembleSummary) -> str:
    """Return what was assembled, in a sentence."""
    told = (
        f"{counted(summary.incidents, 'incident')} with "
        f"{counted(summary.conflicts, 'conflict')}, from {counted(summary.claims, 'claim')}"
    )
    if not summary.undated:
        return told
    return f"{told}; {counted(summary.undated, 'document')} without any date made none"


def imported(summary: ImportSummary) -> str:
    """Return what was imported, in a sentence."""
    return (
        f"{counted(summary.new, 'new document')}, {summary.changed} changed, "
        f"{summary.known} known already"
    )


def sources_table(sources: Iterable[Source]) -> Table:
    """Return the sources that are watched, one a row."""
    table = Table(box=None, header_style="bold")
    for column in ("source", "publisher", "country", "kind", "service", "spider", "url"):
        table.add_column(column, overflow="fold")
    for source in sources:
        table.add_row(
            *(source.id, source.publisher, source.country or "", source.kind),
            *(source.service or "", source.spider, source.url),
        )
    return table


def reports_table(reports: Iterable[SourceReport]) -> Table:
    """Return what each source gave, one a row."""
    table = Table(box=None, header_style="bold")
    table.add_column("source")
    table.add_column("documents", justify="right")
    table.add_column("requests")
    table.add_column("what went wrong", overflow="fold")
    for report in reports:
        outcomes = ", ".join(f"{n} {name}" for name, n in sorted(report.fetches.items()))
        table.add_row(
            report.source, str(report.documents), outcomes or "none", "\n".join(report.problems)
        )
    return table


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
