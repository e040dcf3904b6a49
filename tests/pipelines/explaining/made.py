"""A text and how it is read, for the tests of explaining."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from nlp.reading import Reading, read
from scraper.items import Document

TEXT = """Zoom down for thousands

Zoom was down from 9 am ET on Tuesday, and users could not log in. Zyntra has been down since 10 am.

The <b>cause</b> is said to be heavy traffic. It happened in spring."""


def document(text: str = TEXT, **over: Any) -> Document:
    fields: dict[str, Any] = {
        "id": "one",
        "source": "import",
        "url": "",
        "canonical_url": "",
        "publisher": "The Ledger",
        "kind": "news",
        "title": "Zoom down for thousands",
        "published_at": datetime(2026, 2, 4, 12, tzinfo=UTC),
        "fetched_at": datetime(2026, 2, 4, 13, tzinfo=UTC),
        "language": "en",
    }
    return Document(text=text, **(fields | over))


def reading(of: Document) -> Reading:
    (only,) = read([of], thorough=True)
    return only
