"""Amazon Web Services' status: the RSS feed of all services, or the dashboard's JSON."""

from __future__ import annotations

from scrapy.http import Response

from scraper.items import Parsed
from scraper.spiders.base import SourceSpider
from scraper.statuspages import aws, aws_feed


class AwsSpider(SourceSpider):
    """Fetches the source's address and reads whichever of AWS's formats came."""

    name = "aws"

    def read(self, response: Response) -> Parsed:
        """Return one Document an incident."""
        parse = aws_feed.parse if response.body.lstrip()[:1] == b"<" else aws.parse
        return parse(response.body, self.source, self.received(response))
