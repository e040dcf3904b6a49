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


def turned_to_the_feed(body: bytes, status: int) -> Request:
    """Return the request that follows when the one for the JSON was answered so."""
    spider = StatuspageSpider(source=source("statuspage"))
    (request,) = started(spider)
    response = answer(request, body, status)
    assert request.errback is not None
    results = (
        spider.parse(response)
        if status == 200
        else request.errback(failure(request, HttpError(response)))
    )
    (feed,) = results
    assert feed.url == f"{HOME}/history.atom"
    assert isinstance(feed, Request)
    return feed


NO_JSON = [
    (b"<html><body>Our new status page</body></html>", 200),
    (b"{}", 200),
    (b"Not here", 404),
]


@pytest.mark.parametrize(("body", "status"), NO_JSON)
def test_a_page_without_json_is_read_by_its_feed(body: bytes, status: int) -> None:
    feed = turned_to_the_feed(body, status)
    assert feed.callback is not None
    found = list(feed.callback(answer(feed, (GOLDEN / "history.atom").read_bytes())))
    assert kinds(found) == ["ok", "document", "document", "ok"]
    assert found[0].status == status
    assert found[0].detail.endswith("/history.atom was read instead")


@pytest.mark.parametrize(("body", "status"), NO_JSON)
def test_a_page_without_either_says_what_came_of_both(body: bytes, status: int) -> None:
    feed = turned_to_the_feed(body, status)
    assert feed.callback is not None
    assert feed.errback is not None
    expected = "failed" if status == 404 else "broken"
    gone = failure(feed, HttpError(answer(feed, b"Not here", 404)))
    assert kinds(list(feed.errback(gone))) == [expected, "failed"]
    assert kinds(list(feed.callback(answer(feed, b"{}")))) == [expected, "broken"]


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
