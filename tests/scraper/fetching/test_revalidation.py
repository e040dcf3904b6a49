from __future__ import annotations

import pytest
from scrapy.http import Request, Response
from scrapy.settings import Settings

from scraper.fetching.revalidation import RevalidationPolicy

URL = "http://mill.example/feed.xml"


@pytest.fixture
def policy() -> RevalidationPolicy:
    return RevalidationPolicy(Settings())


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": '"a"', "Cache-Control": "max-age=86400"},
        {"ETag": '"a"', "Last-Modified": "Mon, 01 Jan 2018 00:00:00 GMT"},
        {"ETag": '"a"', "Expires": "Mon, 01 Jan 2085 00:00:00 GMT"},
    ],
)
def test_a_cached_answer_is_always_asked_about(
    policy: RevalidationPolicy, headers: dict[str, str]
) -> None:
    request = Request(URL)
    assert not policy.is_cached_response_fresh(Response(URL, headers=headers, body=b"x"), request)
    assert request.headers["If-None-Match"] == b'"a"'
    assert request.headers.get("If-Modified-Since") == (
        headers["Last-Modified"].encode() if "Last-Modified" in headers else None
    )


@pytest.mark.parametrize(
    ("status", "valid"), [(304, True), (200, False), (500, False), (503, False)]
)
def test_only_304_says_that_it_holds(policy: RevalidationPolicy, status: int, valid: bool) -> None:
    cached, now = Response(URL), Response(URL, status=status)
    assert policy.is_cached_response_valid(cached, now, Request(URL)) is valid


@pytest.mark.parametrize(
    ("status", "headers", "kept"),
    [
        (200, {"ETag": '"a"'}, True),
        (200, {"Last-Modified": "Mon, 01 Jan 2018 00:00:00 GMT"}, True),
        (200, {}, False),
        (200, {"ETag": '"a"', "Cache-Control": "no-store"}, False),
        (301, {"ETag": '"a"'}, False),
        (503, {"ETag": '"a"', "Cache-Control": "max-age=60"}, False),
    ],
)
def test_what_is_kept(
    policy: RevalidationPolicy, status: int, headers: dict[str, str], kept: bool
) -> None:
    response = Response(URL, status=status, headers=headers)
    assert policy.should_cache_response(response, Request(URL)) is kept
