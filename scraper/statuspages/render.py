"""One official incident as the text that is read: every structured fact gets its own line.

The parsers of this package differ only in how they come to a :class:`Report`; this module
alone decides how a report reads, so that the reader learns one form for all platforms::

    Intermittent failures creating agent tasks

    Service: GitHub
    Components: Copilot, Actions
    Regions: Taiwan (asia-east1)
    Severity: minor
    Began: 2026-08-20T14:43:00Z
    Ended: 2026-08-21T00:37:00Z

    2026-08-20T14:43:00Z Investigating - We are looking into it.

    2026-08-21T00:37:00Z Resolved - It works again.

A header line stands only where the platform states it. Updates are oldest first, each one
paragraph: a blank line never stands inside an update.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scraper.items import Document, compose, identity
from scraper.prose import lines
from scraper.sources import Source
from scraper.stamps import iso
from scraper.urls import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One post of an operator about an incident."""

    at: datetime
    """When it was posted: aware, UTC."""
    status: str
    """The platform's status word, capitalised: ``Investigating``, ``Resolved`` …"""
    body: str
    """What it says, as plain text."""
    stamp: str
    """The platform's own words for ``at``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One incident as its operator's status page states it."""

    official_id: str
    """The operator's own name for it, as ``platform-or-source:id``."""
    title: str
    url: str
    """The incident's own page; empty where it has none."""
    updates: tuple[Update, ...]
    """In any order; :func:`render` puts the oldest first."""
    service: str = ""
    """The product's name as the platform writes it."""
    components: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    severity: str = ""
    """The platform's own word for it."""
    began: datetime | None = None
    """Aware, UTC; only where the platform's structured data says so."""
    ended: datetime | None = None
    """Aware, UTC; only where the platform's structured data says so."""
    prose: str = ""
    """What it says outside of dated updates."""
    published_at: datetime | None = None
    """Aware, UTC; ``None`` means when its first update was posted, or else when it began."""
    published_text: str = ""
    """The platform's own words for ``published_at``."""
    zone: str | None = None
    """IANA zone of the page, for times in its texts that name none."""


def document(report: Report, source: Source, fetched_at: datetime) -> Document:
    """Return the report as an official Document of the source."""
    text = render(report)
    first = min(report.updates, key=lambda update: update.at, default=None)
    url = canonical(report.url) if report.url else ""
    return Document(
        id=identity(
            canonical_url=url,
            publisher=source.publisher,
            text=text,
            official_id=report.official_id,
        ),
        source=source.id,
        url=report.url,
        canonical_url=url,
        publisher=source.publisher,
        kind="official",
        title=_one_line(report.title),
        text=text,
        published_at=report.published_at or (first.at if first else report.began),
        published_text=report.published_text or (first.stamp if first else ""),
        fetched_at=fetched_at,
        language=source.language,
        zone=source.zone or report.zone,
        service=source.service,
        official_id=report.official_id,
    )


def render(report: Report) -> str:
    """Return the text of a report in the form that this module's docstring shows."""
    updates = sorted(report.updates, key=lambda update: update.at)
    paragraphs = [_header(report), lines(report.prose), *(_paragraph(update) for update in updates)]
    return compose(_one_line(report.title), "\n\n".join(filter(None, paragraphs)))


def _header(report: Report) -> str:
    facts = {
        "Service": report.service,
        "Components": ", ".join(map(_one_line, report.components)),
        "Regions": ", ".join(map(_one_line, report.regions)),
        "Severity": report.severity,
        "Began": iso(report.began) if report.began else "",
        "Ended": iso(report.ended) if report.ended else "",
    }
    return "\n".join(
        f"{name}: {_one_line(value)}" for name, value in facts.items() if value.strip()
    )


def _paragraph(update: Update) -> str:
    return f"{iso(update.at)} {update.status} - {lines(update.body)}".rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())
