from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from scraper.fetching import guard
from scraper.fetching.guard import Guard, GuardedResolver, PrivateAddressError, Refused, refusal


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "the scheme file is not fetched"),
        ("ftp://mill.example/x", "the scheme ftp is not fetched"),
        ("data:text/html,hello", "the scheme data is not fetched"),
        ("//mill.example/", "the scheme (none) is not fetched"),
        ("http:///path", "the address names no host"),
        ("http://[::1/", "the address cannot be read"),
        ("http://mill.example:99999/", "the address cannot be read"),
        ("http://desk:word@mill.example/", "with a user name or password"),
        ("http://127.0.0.1/", "127.0.0.1 is not on the public internet; DOWNWIRE_ALLOW=127.0.0.1"),
        ("http://127.1/", "not on the public internet"),
        ("http://0177.0.0.1/", "not on the public internet"),
        ("http://2130706433/", "not on the public internet"),
        ("http://0x7f000001/", "not on the public internet"),
        ("http://169.254.169.254/latest/meta-data", "not on the public internet"),
        ("http://192.168.1.1/", "not on the public internet"),
        ("http://100.64.0.1/", "not on the public internet"),
        ("http://0.0.0.0/", "not on the public internet"),
        ("http://224.0.0.1/", "not on the public internet"),
        ("http://[::1]/", "not on the public internet"),
        ("http://[fe80::1%25eth0]/", "not on the public internet"),
        ("http://[::ffff:10.0.0.1]/", "not on the public internet"),
        ("http://[2002:7f00:1::]/", "not on the public internet"),
        ("http://[fd00::1]/", "not on the public internet"),
        ("http://localhost:8001/", "not on the public internet"),
        ("http://printer.localhost./", "not on the public internet"),
    ],
)
def test_what_may_not_be_fetched(url: str, said: str) -> None:
    assert said in str(refusal(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://mill.example/feed.xml",
        "http://8.8.8.8/",
        "http://[2606:4700::1]:8080/",
        "http://1a/",
    ],
)
def test_what_may(url: str) -> None:
    assert refusal(url) is None


def test_what_is_allowed_by_name() -> None:
    assert refusal("http://127.0.0.1:8001/", frozenset({"127.0.0.1"})) is None
    assert refusal("http://127.0.0.2:8001/", frozenset({"127.0.0.1"})) is not None


@given(st.text() | st.from_regex(r"https?://[0-9a-fx.:\[\]%]{1,20}/?", fullmatch=True))
def test_any_address_is_judged(url: str) -> None:
    said = refusal(url)
    assert said is None or said


def test_the_middleware_refuses_and_sends_the_rest_through_the_proxy() -> None:
    crawler = get_crawler(settings_dict={"DOWNWIRE_PROXY": "http://127.0.0.1:9/"})
    middleware = Guard.from_crawler(crawler)
    with pytest.raises(Refused, match="not on the public internet"):
        middleware.process_request(Request("http://127.0.0.1:9/"))
    request = Request("http://mill.example/")
    middleware.process_request(request)
    assert request.meta["proxy"] == "http://127.0.0.1:9/"


@pytest.mark.parametrize(
    ("name", "address", "allow", "refused"),
    [
        ("mill.example", "93.184.216.34", "", False),
        ("mill.example", "10.0.0.1", "", True),
        ("mill.example", "10.0.0.1", "mill.example,other.example", False),
        ("mill.example", "10.0.0.1", "10.0.0.1", False),
    ],
)
def test_a_name_is_judged_by_its_address(
    name: str, address: str, allow: str, refused: bool
) -> None:
    resolver = GuardedResolver.__new__(GuardedResolver)
    resolver.allowed = guard.allowed_hosts(Settings({"DOWNWIRE_ALLOW": allow}))
    if not refused:
        assert resolver.checked(address, name) == address
        return
    with pytest.raises(PrivateAddressError):
        resolver.checked(address, name)


def test_a_name_refused_is_no_mere_failure() -> None:
    resolver = GuardedResolver.__new__(GuardedResolver)
    with pytest.raises(PrivateAddressError):
        resolver.checked("10.0.0.1", "inner.example")
    middleware, error = Guard.from_crawler(get_crawler()), CannotResolveHostError("no results")
    with pytest.raises(Refused, match=r"inner\.example resolves to 10\.0\.0\.1, which is not"):
        middleware.process_exception(Request("http://inner.example/"), error)
    middleware.process_exception(Request("http://outer.example/"), error)
    middleware.process_exception(Request("http://inner.example/"), TimeoutError())
