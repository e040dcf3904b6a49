"""What is read in the benchmarks: the demo newsroom's articles, written for the project."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import as_file, files
from itertools import accumulate, groupby
from pathlib import Path

from scraper import pages
from scraper.items import Document
from scraper.sources import Source

SIZE = 2_400
"""Characters of a news article of usual length; of the newsroom's, most are shorter."""
SEED = Path(__file__).parent.parent.parent / "shared" / "real" / "seed"
"""Where a real article of that size is, if it is there."""
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


def long_articles() -> list[Document]:
    """Return articles of about :data:`SIZE` characters, each made of several of the newsroom's."""
    told = articles()
    ends = accumulate(len(document.text) for document in told)
    groups = groupby(zip(told, ends, strict=True), key=lambda pair: (pair[1] - 1) // SIZE)
    joined = [[document for document, _ in pairs] for _, pairs in groups]
    return [
        replace(group[0], text="\n\n".join(document.text for document in group)) for group in joined
    ]


def seed() -> list[Document]:
    """Return the real article, if it is there."""
    first = articles()[0]
    return [
        replace(first, title="", text=file.read_text(encoding="utf-8"))
        for file in sorted(SEED.glob("*.txt"))
    ]


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
