"""A Document out of what a parser found and what its source says of itself."""

from __future__ import annotations

from datetime import datetime

from scraper import languages
from scraper.items import Document, compose, identity
from scraper.sources import Source
from scraper.urls import canonical


def make(
    source: Source,
    received: datetime,
    *,
    title: str,
    body: str,
    url: str = "",
    same_as: str = "",
    publisher: str = "",
    published_at: datetime | None = None,
    published_text: str = "",
    language: str | None = None,
) -> Document:
    """Return the document; ``same_as`` is the address that a page gives as its canonical one.

    What is left out is the source's: its publisher, language, zone and service.
    """
    text = compose(title, body)
    address = canonical(same_as or url)
    publisher = publisher or source.publisher
    return Document(
        id=identity(canonical_url=address, publisher=publisher, text=text, official_id=None),
        source=source.id,
        url=url,
        canonical_url=address,
        publisher=publisher,
        kind=source.kind,
        title=title.strip(),
        text=text,
        published_at=published_at,
        published_text=published_text,
        fetched_at=received,
        language=languages.spoken(text, language or source.language or None, source.kind),
        zone=source.zone,
        service=source.service,
        official_id=None,
    )
