"""Google Cloud's incidents."""

from __future__ import annotations

from scrapy.http import Response

from scraper.items import Parsed
from scraper.spiders.base import SourceSpider
from scraper.statuspages import google_cloud


class GoogleCloudSpider(SourceSpider):
    """Fetches ``incidents.json``."""

    name = "google_cloud"

    def read(self, response: Response) -> Parsed:
        """Return one Document an incident."""
        return google_cloud.parse(response.body, self.source, self.received(response))
