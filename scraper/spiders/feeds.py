"""RSS, Atom and JSON feeds; where the source says so, the pages that they lead to."""

from __future__ import annotations

from typing import Any

from scrapy.http import Response
from twisted.python.failure import Failure

from scraper import feeds, pages
from scraper.feeds import Entry
from scraper.items import Parsed
from scraper.spiders.base import Results, SourceSpider, content_type
from scraper.urls import canonical

_MOST_PAGES = 50


class FeedsSpider(SourceSpider):
    """Fetches a feed; each entry is a document of its own words.

    With ``follow`` in the source, an entry's page is fetched (of the first fifty) and is the
    document. A page that cannot be had leaves the entry's words, which are the publisher's too.
    """

    name = "feeds"

    def parse(self, response: Response, **kwargs: Any) -> Results:
        """Yield the entries' documents, or ask for their pages; and the feed's Fetch."""
        if not self.source.follow:
            yield from super().parse(response)
            return
        turned_away = self.turned_away(response)
        if turned_away:
            yield turned_away
            return
        feed = feeds.read(response.body, url=response.url, content_type=content_type(response))
        asked: set[str] = set()
        for entry in feed.entries:
            if canonical(entry.url) in asked:
                continue
            if entry.url and len(asked) < _MOST_PAGES:
                asked.add(canonical(entry.url))
                yield self.ask(
                    entry.url,
                    callback=self.parse_page,
                    errback=self.page_failed,
                    cb_kwargs={"entry": entry},
                )
            else:
                yield from self._entry(entry, response).documents
        found = len(feed.entries)
        yield self.fetch(response, feed.problems, found=found, floor=self.floor)

    def read(self, response: Response) -> Parsed:
        """Return one document an entry."""
        return feeds.documents(
            response.body, self.source, self.received(response), content_type=content_type(response)
        )

    def parse_page(self, response: Response, entry: Entry) -> Results:
        """Yield the article that an entry leads to, or else the entry; and the page's Fetch."""
        turned_away = self.turned_away(response)
        if turned_away:
            yield from self._entry(entry, response).documents
            yield turned_away
            return
        page = pages.parse(
            response.body,
            self.source,
            self.received(response),
            url=entry.url,
            content_type=content_type(response),
            published_text=entry.published_text,
            publisher=entry.publisher,
        )
        documents = page.documents or self._entry(entry, response).documents
        yield from self.answered(response, Parsed(documents=documents, problems=page.problems))

    def page_failed(self, failure: Failure) -> Results:
        """Yield the entry whose page could not be had, and the page's Fetch."""
        entry: Entry = failure.request.cb_kwargs["entry"]  # type: ignore[attr-defined]  # by Scrapy
        yield from self._entry(entry, None).documents
        yield self.failed(failure)

    def _entry(self, entry: Entry, response: Response | None) -> Parsed:
        document, problem = feeds.document(entry, self.source, self.received(response))
        return Parsed(
            documents=(document,) if document else (), problems=(problem,) if problem else ()
        )
