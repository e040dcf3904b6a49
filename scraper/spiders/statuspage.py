"""Atlassian Statuspage: the JSON of incidents, or else the history feed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Any

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper.items import Fetch, Parsed
from scraper.spiders.base import Results, SourceSpider
from scraper.statuspages import history_atom, statuspage

_JSON = "/api/v2/incidents.json"
_ATOM = "/history.atom"


class StatuspageSpider(SourceSpider):
    """Fetches ``incidents.json`` of the page at the source's address.

    Where that is not found or is not what Statuspage serves, it fetches ``history.atom``. If the
    feed answers, the first request only asked which of the two there is: its Fetch is ``ok`` and
    says what came. If it does not, both Fetches say what went wrong.
    """

    name = "statuspage"

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the JSON."""
        yield self.ask(self._home + _JSON, errback=self.missing)

    def parse(self, response: Response, **kwargs: Any) -> Results:
        """Yield the JSON's documents, or turn to the feed where it holds none that can be read."""
        turned_away = self.turned_away(response)
        parsed = self.read(response)
        if not turned_away and (parsed.documents or not parsed.problems):
            yield from self.answered(response, parsed, floor=self.source.floor)
            return
        yield self._feed(turned_away or self.fetch(response, parsed.problems, found=0))

    def missing(self, failure: Failure) -> Results:
        """Yield what came of a JSON that was not served, or turn to the feed if a server spoke."""
        asked = self.failed(failure)
        yield self._feed(asked) if isinstance(failure.value, HttpError) else asked

    def read(self, response: Response) -> Parsed:
        """Return one Document an incident of the JSON."""
        return statuspage.parse(response.body, self.source, self.received(response))

    def read_feed(self, response: Response, asked: Fetch) -> Results:
        """Yield one Document an entry of the feed, and the Fetches of both requests."""
        turned_away = self.turned_away(response)
        if turned_away:
            yield asked
            yield turned_away
            return
        parsed = history_atom.parse(response.body, self.source, self.received(response))
        served = parsed.documents or not parsed.problems
        detail = f"{asked.detail}; {_ATOM} was read instead"
        yield replace(asked, outcome="ok", detail=detail) if served else asked
        yield from self.answered(response, parsed, floor=self.source.floor)

    def no_feed(self, failure: Failure, asked: Fetch) -> Results:
        """Yield the Fetches of both requests: neither brought anything."""
        yield asked
        yield self.failed(failure)

    def _feed(self, asked: Fetch) -> Any:
        """Return a request for the feed; ``asked`` is what came of asking for the JSON."""
        return self.ask(
            self._home + _ATOM,
            callback=partial(self.read_feed, asked=asked),
            errback=partial(self.no_feed, asked=asked),
        )

    @property
    def _home(self) -> str:
        return self.source.url.rstrip("/")
