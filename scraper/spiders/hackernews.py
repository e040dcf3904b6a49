"""Hacker News, searched through Algolia."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

from scrapy.http import Request, Response

from scraper.forums import hackernews
from scraper.items import Parsed
from scraper.sources import SourcesError
from scraper.spiders.base import Results, SourceSpider

_DAYS = 2
_PAGES = 5


class HackerNewsSpider(SourceSpider):
    """Asks for the newest stories and comments of each of the source's queries.

    ``-a since=2026-02-03`` (ISO 8601, UTC where it names no zone) instead of the last two days;
    ``-a pages=N`` instead of at most five pages a query.
    """

    name = "hackernews"

    def __init__(
        self, *args: Any, since: str | None = None, pages: str | int = _PAGES, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.since = _moment(since) if since else _lately()
        self.pages = _count(pages)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first page of each query."""
        for query in self.source.queries:
            yield self._page(query, 0)

    def parse(self, response: Response, query: str = "", page: int = 0, **kwargs: Any) -> Results:
        """Yield a page's documents and its Fetch, and ask for the next page."""
        yield from super().parse(response)
        if page + 1 < min(hackernews.pages(response.body), self.pages):
            yield self._page(query, page + 1)

    def read(self, response: Response) -> Parsed:
        """Return one Document a story or comment."""
        return hackernews.parse(response.body, self.source, self.received(response))

    def _page(self, query: str, page: int) -> Request:
        url = hackernews.search(self.source.url, query, self.since, page)
        return self.ask(url, cb_kwargs={"query": query, "page": page})


def _lately() -> datetime:
    """Return this hour, two days ago: within the hour the address to ask stays the same."""
    hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return hour - timedelta(days=_DAYS)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SourcesError(f"since: got {text!r}; allowed: a date such as 2026-02-03") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _count(text: str | int) -> int:
    if not str(text).isdecimal() or int(text) < 1:
        raise SourcesError(f"pages: got {text!r}; allowed: a whole number, one or more")
    return int(text)
