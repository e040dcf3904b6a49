"""What all spiders share: one source, and a :class:`Fetch` for every request, whatever came of it.

A spider names itself and says how an answer is read::

    class GoogleCloudSpider(SourceSpider):
        name = "google_cloud"

        def read(self, response: Response) -> Parsed:
            return google_cloud.parse(response.body, self.source, self.received(response))

Documents are yielded before the Fetch that brought them, so that whoever stores both in order
never holds an ``ok`` without its documents.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper import blocks
from scraper.items import Document, Fetch, Outcome, Parsed
from scraper.sources import Source, SourcesError, load, pick

Results = Iterator[Document | Fetch | Request]


class SourceSpider(scrapy.Spider):
    """Fetches one source: ``-a source=ID``, and ``-a sources=PATH`` for another file of them."""

    spiders: tuple[str, ...] = ()
    """The values of a source's ``spider`` that it serves; its own name where empty."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider of a crawler; wrong arguments end ``scrapy crawl``, with status 2.

        Of any other exception here Scrapy makes a traceback through its own machinery.
        """
        try:
            return super().from_crawler(crawler, *args, **kwargs)
        except SourcesError as error:
            logging.getLogger(cls.name).critical("%s", error)
            sys.exit(2)

    def __init__(
        self, source: str | Source | None = None, sources: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.source = self._find(source, sources)
        self.floor = self.source.floor

    def _find(self, source: str | Source | None, sources: str | None) -> Source:
        if source is None:
            raise SourcesError(
                f"the spider {self.name} needs a source: type `scrapy crawl {self.name} "
                "-a source=ID`; `downwire sources` lists them"
            )
        if isinstance(source, str):
            (source,) = pick(load(Path(sources) if sources else None), [source])
        if source.spider not in (self.spiders or (self.name,)):
            raise SourcesError(
                f"source {source.id!r} is for the spider {source.spider}: type `scrapy crawl "
                f"{source.spider} -a source={source.id}`"
            )
        return source

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the source's address."""
        yield self.ask(self.source.url)

    def ask(self, url: str, callback: Callable[..., Any] | None = None, **kwargs: Any) -> Request:
        """Return a request whose failure becomes a Fetch; ``callback`` is ``parse`` by default."""
        kwargs.setdefault("dont_filter", True)
        kwargs.setdefault("errback", self.failed)
        return Request(url, callback=callback or self.parse, **kwargs)

    def read(self, response: Response) -> Parsed:
        """Return what an answer holds: a spider's own part."""
        raise NotImplementedError

    def parse(self, response: Response, **kwargs: Any) -> Results:
        """Yield an answer's documents and its Fetch."""
        turned_away = self.turned_away(response)
        if turned_away:
            yield turned_away
            return
        yield from self.answered(response, self.read(response), floor=self.floor)

    def answered(self, response: Response, parsed: Parsed, *, floor: int = 0) -> Results:
        """Yield what was read of an answer, then its Fetch; too few documents is a problem."""
        yield from parsed.documents
        yield self.fetch(response, parsed.problems, found=len(parsed.documents), floor=floor)

    def fetch(
        self, response: Response, problems: tuple[str, ...], *, found: int, floor: int = 0
    ) -> Fetch:
        """Return the Fetch of an answer that could be read, wholly or in part."""
        if found < floor:
            short = f"{found} found where the source's floor is {floor}"
            problems = (*problems, short)
        cached = "cached" in response.flags
        outcome: Outcome = "broken" if problems else "unchanged" if cached else "ok"
        return self._fetch(
            response.request or Request(response.url), outcome, _sentences(problems), response
        )

    def turned_away(self, response: Response) -> Fetch | None:
        """Return a Fetch if the answer is a block page, a challenge or the like, else ``None``."""
        headers = {
            name.decode("latin-1").lower(): (response.headers.get(name) or b"").decode("latin-1")
            for name in response.headers
        }
        reason = blocks.blocked(
            response.body, status=response.status, headers=headers, url=response.url
        )
        if reason is None:
            return None
        request = response.request or Request(response.url)
        detail = f"{reason} came instead of the content (HTTP {response.status})"
        outcome: Outcome = "blocked" if reason != blocks.ERROR_PAGE else "failed"
        return self._fetch(request, outcome, detail, response)

    def failed(self, failure: Failure) -> Fetch:
        """Return the Fetch of a request that brought nothing: every request's errback."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        error = failure.value
        if isinstance(error, HttpError):
            detail = f"the server answered HTTP {error.response.status}"
            return self.turned_away(error.response) or self._fetch(
                request, "failed", detail, error.response
            )
        said = " ".join(str(error).split()) or type(error).__name__
        if isinstance(error, IgnoreRequest) and "robots.txt" in said:
            return self._fetch(request, "blocked", "robots.txt asks not to fetch this", None)
        if isinstance(error, IgnoreRequest | DownloadCancelledError):
            return self._fetch(request, "refused", said, None)
        return self._fetch(request, "failed", f"{type(error).__name__}: {said}", None)

    def received(self, response: Response | None = None) -> datetime:
        """Return when an answer came: now, or when the archive says if it is replayed."""
        replayed = response.request.meta.get("received") if response and response.request else None
        return replayed if isinstance(replayed, datetime) else datetime.now(UTC)

    def _fetch(
        self, request: Request, outcome: Outcome, detail: str, response: Response | None
    ) -> Fetch:
        asked = request.meta.get("redirect_urls", [request.url])[0]
        fresh = response is not None and "cached" not in response.flags
        return Fetch(
            source=self.source.id,
            url=asked,
            fetched_at=self.received(response),
            status=response.status if response is not None else None,
            bytes=len(response.body) if response is not None and fresh else 0,
            outcome=outcome,
            detail=detail,
        )


def content_type(response: Response) -> str | None:
    """Return what an answer says that it is, or ``None`` where it does not."""
    value = response.headers.get("Content-Type")
    return value.decode("latin-1") if value else None


def _sentences(problems: tuple[str, ...], most: int = 5) -> str:
    shown = "; ".join(problems[:most])
    return f"{shown}; and {len(problems) - most} more" if len(problems) > most else shown
