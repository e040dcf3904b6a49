"""What is read in the benchmarks: the demo newsroom's articles, written for the project."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import as_file, files

from scraper import pages
from scraper.items import Document
from scraper.sources import Source

READ_AT = datetime(2026, 3, 1, tzinfo=UTC)
IRRELEVANT = (
    "The museum opens its new wing on Saturday with paintings from four centuries. Visitors may "
    "walk through the rooms free of charge until the end of the month, the director told us, and "
    "the garden behind the house, closed since the spring, can be seen again from the terrace. "
) * 7


def articles() -> list[Document]:
    """Return the newsroom's articles in a fixed order; their outages are real, their words ours."""
    with as_file(files("data") / "demo" / "sites") as sites:
        found = [
            document
            for path in sorted(sites.rglob("*.html"))
            for document in pages.parse(
                path.read_bytes(),
                _source(path.relative_to(sites).parts[0]),
                READ_AT,
                url=f"http://{path.relative_to(sites).as_posix()}",
            ).documents
        ]
    return sorted(found, key=lambda document: document.url)


def irrelevant(count: int) -> list[Document]:
    """Return texts of an article's length that have nothing to do with outages."""
    first = articles()[0]
    return [
        replace(first, id=f"{number:016x}", title="", text=f"{number}. {IRRELEVANT}")
        for number in range(count)
    ]


def _source(host: str) -> Source:
    return Source(
        id=host.split(".")[0],
        name=host,
        spider="articles",
        kind="news",
        publisher=host,
        url=f"http://{host}/",
    )
