"""The spiders of platforms, on answers made here: what they ask for, yield, and turn to."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from scrapy.http import Request, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectionRefusedError
from twisted.python.failure import Failure

from scraper.items import Document, Fetch
from scraper.sources import Source, SourcesError
from scraper.spiders.aws import AwsSpider
from scraper.spiders.base import SourceSpider
from scraper.spiders.google_cloud import GoogleCloudSpider
from scraper.spiders.hackernews import HackerNewsSpider
from scraper.spiders.statuspage import StatuspageSpider

GOLDEN = Path(__file__).parent / "statuspages" / "golden"
HOME = "https://status.mill.example"


def source(spider: str, url: str = HOME, **more: Any) -> Source:
    kind: Any = "forum" if spider == "hackernews" else "official"
    plain: Any = {"id": "mill", "name": "Mill", "publisher": "Mill", "spider": spider}
    return Source(**plain, url=url, kind=kind, **more)


def started(spider: SourceSpider) -> list[Request]:
    async def collect() -> list[Request]:
        return [request async for request in spider.start()]

    return asyncio.run(collect())


def answer(request: Request, body: bytes, status: int = 200) -> TextResponse:
    return TextResponse(request.url, body=body, status=status, request=request)


def failure(request: Request, error: Exception) -> Failure:
    failed = Failure(error)
    failed.request = request  # type: ignore[attr-defined]  # as Scrapy sets it
    return failed


def kinds(results: list[Any]) -> list[str]:
    return [
        item.outcome if isinstance(item, Fetch) else type(item).__name__.lower() for item in results
    ]


@pytest.mark.parametrize(
    ("spider", "payload", "count"),
    [
        (GoogleCloudSpider, "google_cloud.json", 2),
        (AwsSpider, "aws_data.json", 3),
        (AwsSpider, "aws_current.json", 1),
        (AwsSpider, "aws_feed.rss", 4),
        (StatuspageSpider, "statuspage.json", 3),
    ],
)
def test_an_answer_becomes_documents_and_then_its_fetch(
    spider: type[SourceSpider], payload: str, count: int
) -> None:
    crawler = spider(source=source(spider.name))
    (request,) = started(crawler)
    results = list(crawler.parse(answer(request, (GOLDEN / payload).read_bytes())))
    assert kinds(results) == ["document"] * count + ["ok"]
    assert {item.source for item in results} == {"mill"}


def test_a_statuspage_is_asked_for_its_json() -> None:
    (request,) = started(StatuspageSpider(source=source("statuspage", HOME + "/")))
    assert request.url == f"{HOME}/api/v2/incidents.json"


@pytest.mark.parametrize("body", [b"<html><body>Our new status page</body></html>", b"{}"])
def test_json_that_cannot_be_read_turns_to_the_feed(body: bytes) -> None:
    spider = StatuspageSpider(source=source("statuspage"))
    (request,) = started(spider)
    results = list(spider.parse(answer(request, body)))
    assert kinds(results) == ["broken", "request"]
    assert results[-1].url == f"{HOME}/history.atom"


def test_json_that_is_not_found_turns_to_the_feed() -> None:
    spider = StatuspageSpider(source=source("statuspage"))
    (request,) = started(spider)
    assert request.errback is not None
    gone = HttpError(answer(request, b"Not here", 404))
    results = list(request.errback(failure(request, gone)))
    assert kinds(results)[-1] == "request"
    feed = results[-1]
    assert feed.url == f"{HOME}/history.atom"
    found = list(feed.callback(answer(feed, (GOLDEN / "history.atom").read_bytes())))
    assert kinds(found) == ["document", "document", "ok"]


def test_a_host_that_does_not_answer_is_not_asked_for_its_feed() -> None:
    spider = StatuspageSpider(source=source("statuspage"))
    (request,) = started(spider)
    assert request.errback is not None
    assert kinds(list(request.errback(failure(request, ConnectionRefusedError())))) == ["failed"]


def test_a_page_without_incidents_is_read_and_not_broken() -> None:
    spider = StatuspageSpider(source=source("statuspage", floor=0))
    (request,) = started(spider)
    assert kinds(list(spider.parse(answer(request, b'{"page": {}, "incidents": []}')))) == ["ok"]


HN = "https://hn.example/api/v1/search_by_date"


def hackernews(**arguments: Any) -> HackerNewsSpider:
    return HackerNewsSpider(
        source=source("hackernews", HN, queries=("outage", "is down")), **arguments
    )


def test_each_query_is_asked_since_then() -> None:
    first, second = started(hackernews(since="2026-02-03"))
    assert parse_qs(urlsplit(first.url).query)["query"] == ["outage"]
    assert parse_qs(urlsplit(second.url).query)["query"] == ["is down"]
    since = int(datetime(2026, 2, 3, tzinfo=UTC).timestamp())
    assert parse_qs(urlsplit(first.url).query)["numericFilters"] == [f"created_at_i>{since}"]


@pytest.mark.parametrize(("there", "limit", "asked"), [(1, 5, 1), (3, 5, 3), (9, 5, 5), (9, 1, 1)])
def test_pages_are_asked_for_up_to_the_limit(there: int, limit: int, asked: int) -> None:
    spider = hackernews(pages=limit)
    pending = started(spider)[:1]
    hit = {"objectID": "1", "created_at_i": 1, "title": "Mill is down"}
    body = json.dumps({"hits": [hit], "nbPages": there}).encode()
    seen = []
    while pending:
        request = pending.pop()
        seen.append(parse_qs(urlsplit(request.url).query)["page"])
        results = list(spider.parse(answer(request, body), **request.cb_kwargs))
        assert [type(item) for item in results[:2]] == [Document, Fetch]
        pending += results[2:]
    assert seen == [[str(page)] for page in range(asked)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"since": "lately"}, "since: got 'lately'"), ({"pages": "all"}, "pages: got 'all'")],
)
def test_wrong_arguments_are_named(arguments: dict[str, str], said: str) -> None:
    with pytest.raises(SourcesError, match=said):
        hackernews(**arguments)
