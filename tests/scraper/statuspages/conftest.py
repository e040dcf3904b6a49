from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scraper.items import Document, Parsed
from scraper.sources import Source

GOLDEN = Path(__file__).parent / "golden"
RECEIVED = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
IMPORTED = Source(
    id="import", name="A file", spider="statuspage", kind="official", publisher="Mill", url=""
)


def shown(parsed: Parsed) -> str:
    """Return all that a parser made, as the golden files have it."""
    return "\n".join([*map(_document, parsed.documents), *parsed.problems, ""])


def _document(document: Document) -> str:
    facts = {
        "official_id": document.official_id,
        "title": document.title,
        "url": document.url,
        "published": f"{document.published_at} ({document.published_text})",
        "zone": document.zone,
    }
    header = "\n".join(f"@{name} {value}" for name, value in facts.items())
    return f"{header}\n{document.text}\n"


@pytest.fixture
def imported() -> Source:
    return IMPORTED


@pytest.fixture
def received() -> datetime:
    return RECEIVED
