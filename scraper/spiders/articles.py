"""A single article's page: the source's address, or the one that ``-a url=`` gives."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy.http import Response

from scraper import pages
from scraper.items import Parsed
from scraper.spiders.base import SourceSpider, content_type


class ArticlesSpider(SourceSpider):
    """Fetches one page and reads the article on it.

    ``-a url=ADDRESS`` reads a page of a source that has feeds, as its own feed would lead there.
    """

    name = "articles"
    spiders = ("articles", "feeds")

    def __init__(self, *args: Any, url: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.url = url or self.source.url
        self.floor = 1

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the page."""
        yield self.ask(self.url)

    def read(self, response: Response) -> Parsed:
        """Return the article."""
        return pages.parse(
            response.body,
            self.source,
            self.received(response),
            url=self.url,
            content_type=content_type(response),
        )
