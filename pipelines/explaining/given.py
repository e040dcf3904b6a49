"""The documents that somebody asks about: of a file, of standard input, of an address."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines import store
from pipelines.terminal.progress import Progress
from scraper import files
from scraper.items import Parsed
from scraper.sources import Source


def documents(
    place: str,
    defaults: files.Defaults,
    progress: Progress,
    settings: Mapping[str, Any] | None = None,
) -> Parsed:
    """Return the documents at a place, and a sentence for each thing that could not be read.

    ``place`` is a file, ``-`` for standard input, or an address, which is fetched once, as a crawl
    would; ``settings`` are Scrapy's, for that.
    """
    if place.startswith(("http://", "https://")):
        return _fetched(place, defaults, progress, settings)
    if place == "-":
        return files.parse(
            "standard input", sys.stdin.buffer.read(files.LIMIT + 1), defaults=defaults
        )
    try:
        with Path(place).open("rb") as opened:
            return files.parse(place, opened.read(files.LIMIT + 1), defaults=defaults)
    except OSError as error:
        return Parsed(problems=(f"{place}: cannot be read: {error.strerror}",))


def _fetched(
    url: str, defaults: files.Defaults, progress: Progress, settings: Mapping[str, Any] | None
) -> Parsed:
    """Return the article at an address, by the spider that crawls articles."""
    from pipelines.crawl import crawl  # Scrapy and Twisted, which a file does not need

    asked = Source(
        id="asked",
        name="asked for",
        spider="articles",
        kind=defaults.kind,
        publisher=defaults.publisher or url,
        url=url,
        zone=defaults.zone,
        service=defaults.service,
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "asked.db"
        summary = crawl(
            [asked], database=database, progress=progress, settings=dict(settings or {})
        )
        with store.open(database) as kept:
            found = [document for document, _ in kept.latest(kept.unread(""))]
    return Parsed(
        documents=tuple(replace(document, source="asked") for document in found),
        problems=tuple(summary.problems),
    )
