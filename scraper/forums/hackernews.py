"""Hacker News: the answers of Algolia's ``search_by_date``.

The API is described at https://hn.algolia.com/api. A hit is a story or a comment; a comment's
own words are its text, and the story's title, which others wrote, is not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel, ValidationError

from scraper import payload
from scraper.items import Document, Parsed
from scraper.making import make
from scraper.prose import from_html
from scraper.sources import Source
from scraper.stamps import Moment

EXPECTED = "Algolia's answer for Hacker News: an object with a list 'hits'"
SEARCHES = {"hn.algolia.com": "https://news.ycombinator.com"}
"""Hosts that search for another site; any other forum with this API searches its own."""
PER_PAGE = 100

_SINCE = re.compile(r"(?<=created_at_i%3E)\d+")


class _Hit(BaseModel):
    objectID: str  # noqa: N815 -- Algolia's name
    created_at_i: Moment
    created_at: str = ""
    title: str | None = None
    story_text: str | None = None
    comment_text: str | None = None


def search(url: str, query: str, since: datetime, page: int = 0) -> str:
    """Return the address of a page of the posts since a moment that hold the words of a query.

    ``url`` is the endpoint, as ``https://hn.algolia.com/api/v1/search_by_date``.
    """
    parameters = {
        "query": query,
        "tags": "(story,comment)",
        "numericFilters": f"created_at_i>{math.floor(since.timestamp())}",
        "hitsPerPage": PER_PAGE,
        "page": page,
    }
    return f"{url}?{urlencode(parameters)}"


def question(url: str) -> str:
    """Return an address without the moment since when it asks, which is another at every crawl.

    >>> question("https://forum.example/api?query=down&numericFilters=created_at_i%3E1770163200")
    'https://forum.example/api?query=down&numericFilters=created_at_i%3E'
    """
    return _SINCE.sub("", url)


def pages(body: bytes) -> int:
    """Return how many pages an answer says that there are; 0 where it does not say."""
    try:
        value = payload.load(body, EXPECTED)
    except payload.PayloadError:
        return 0
    count = value.get("nbPages") if isinstance(value, dict) else None
    return count if isinstance(count, int) else 0


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one forum Document a story or comment; a hit without words has none.

    A hit that cannot be read costs only itself and becomes a problem.
    """
    try:
        hits = payload.entries(payload.load(body, EXPECTED), "hits", EXPECTED)
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    documents: list[Document] = []
    problems: list[str] = []
    for number, entry in enumerate(hits, start=1):
        try:
            documents += _documents(entry, source, fetched_at)
        except ValidationError as error:
            problems.append(payload.problem(_label(entry, number), error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def _documents(entry: Any, source: Source, fetched_at: datetime) -> Iterable[Document]:
    hit = _Hit.model_validate(entry)
    title = " ".join((hit.title or "").split())
    body = from_html(hit.story_text or hit.comment_text or "")
    if title or body:
        yield make(
            source,
            fetched_at,
            title=title,
            body=body,
            url=_item(source.url, hit.objectID),
            published_at=hit.created_at_i,
            published_text=hit.created_at or str(entry["created_at_i"]),
        )


def _item(endpoint: str, number: str) -> str:
    place = urlsplit(endpoint)
    site = SEARCHES.get(place.netloc, f"{place.scheme}://{place.netloc}")
    return f"{site}/item?{urlencode({'id': number})}"


def _label(entry: object, number: int) -> str:
    found = entry.get("objectID") if isinstance(entry, dict) else None
    return f"hit {str(found)[:60]!r}" if found else f"hit number {number}"
