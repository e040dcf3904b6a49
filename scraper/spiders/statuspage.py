"""Atlassian Statuspage: the JSON of incidents, or else the history feed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scraper.items import Parsed
from scraper.spiders.base import Results, SourceSpider
from scraper.statuspages import history_atom, statuspage

_JSON = "/api/v2/incidents.json"
_ATOM = "/history.atom"


class StatuspageSpider(SourceSpider):
    """Fetches ``incidents.json`` of the page at the source's address.

    Where that is not found or is not what Statuspage serves, it fetches ``history.atom``: the
    Fetch of the first request says why, so nothing is lost unseen.
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
        yield turned_away or self.fetch(response, parsed.problems, found=0)
        yield self._feed()

    def missing(self, failure: Failure) -> Results:
        """Yield what came of a JSON that was not served, and turn to the feed if a server spoke."""
        yield self.failed(failure)
        if isinstance(failure.value, HttpError):
            yield self._feed()

    def read(self, response: Response) -> Parsed:
        """Return one Document an incident of the JSON."""
        return statuspage.parse(response.body, self.source, self.received(response))

    def read_feed(self, response: Response) -> Results:
        """Yield one Document an entry of the feed, and its Fetch."""
        turned_away = self.turned_away(response)
        if turned_away:
            yield turned_away
            return
        parsed = history_atom.parse(response.body, self.source, self.received(response))
        yield from self.answered(response, parsed, floor=self.source.floor)

    def _feed(self) -> Any:
        return self.ask(self._home + _ATOM, callback=self.read_feed)

    @property
    def _home(self) -> str:
        return self.source.url.rstrip("/")
