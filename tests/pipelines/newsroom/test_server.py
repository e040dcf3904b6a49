"""The demo newsroom over real HTTP on loopback, asked as a crawler asks a proxy."""

from __future__ import annotations

import gzip
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from pipelines.newsroom.server import Newsroom, serve

FEED = "http://ledger.example/feed.xml"
SLOW = "http://northwire.example/2021/06/fastly-one-customer"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(pace=0.1) as running:
        yield running


class Reply:
    """A reply that has been read whole."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def ask(newsroom: Newsroom, target: str, method: str = "GET", **headers: str) -> Reply:
    """Send one request with that target; underscores in header names become hyphens."""
    connection = http.client.HTTPConnection(urlsplit(newsroom.proxy).netloc, timeout=5)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, headers=named)
        return Reply(connection.getresponse())
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (FEED, "application/rss+xml; charset=utf-8"),
        ("http://bharat-dispatch.example/feed.atom", "application/atom+xml; charset=utf-8"),
        ("http://northwire.example/feed.json", "application/json; charset=utf-8"),
        (
            "http://forum.example/api/v1/search_by_date?query=down",
            "application/json; charset=utf-8",
        ),
        ("http://ledger.example/robots.txt", "text/plain; charset=utf-8"),
        ("http://ledger.example/2021/06/08/fastly-hour-of-errors", "text/html; charset=utf-8"),
    ],
)
def test_a_page_comes_with_its_type(newsroom: Newsroom, url: str, kind: str) -> None:
    reply = ask(newsroom, url)
    assert (reply.status, reply.headers["Content-Type"]) == (200, kind)
    assert len(reply.body) == int(reply.headers["Content-Length"])


@pytest.mark.parametrize(
    "header", [("ETag", "If_None_Match"), ("Last-Modified", "If_Modified_Since")]
)
def test_what_one_has_is_not_sent_again(newsroom: Newsroom, header: tuple[str, str]) -> None:
    given, asked = header
    first = ask(newsroom, FEED)
    again = ask(newsroom, FEED, **{asked: first.headers[given]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_gzip_where_it_is_asked_for(newsroom: Newsroom) -> None:
    plain, zipped = ask(newsroom, FEED), ask(newsroom, FEED, Accept_Encoding="br, gzip")
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert len(zipped.body) < len(plain.body)


def test_head_has_the_headers_alone(newsroom: Newsroom) -> None:
    whole, head = ask(newsroom, FEED), ask(newsroom, FEED, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(whole.body))


def test_a_redirect_leads_to_the_page(newsroom: Newsroom) -> None:
    moved = ask(newsroom, "http://ledger.example/r/8812")
    assert moved.status == 301
    assert ask(newsroom, moved.headers["Location"]).status == 200


def test_the_slow_page_is_slow(newsroom: Newsroom) -> None:
    began = time.monotonic()
    assert ask(newsroom, SLOW).status == 200
    assert time.monotonic() - began >= 0.2  # two seconds, at a tenth of the pace


def test_others_do_not_wait_for_the_slow_page() -> None:
    with Newsroom(pace=0.4) as newsroom:
        slow = threading.Thread(target=ask, args=(newsroom, SLOW))
        slow.start()
        assert ask(newsroom, FEED).status == 200
        assert slow.is_alive()
        slow.join()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://ledger.example/nothing", 404),
        ("http://ledger.example/../../sources.toml", 404),
        ("http://elsewhere.example/", 502),
        ("/", 200),
        ("/ledger.example/feed.xml", 200),
        ("/../../../etc/passwd", 502),
        ("/%2e%2e/%2e%2e/sources.toml", 502),
        ("//etc/passwd", 502),
        ("/[", 400),
    ],
)
def test_a_target_answers(newsroom: Newsroom, target: str, status: int) -> None:
    assert ask(newsroom, target).status == status


def test_what_is_no_get_is_refused(newsroom: Newsroom) -> None:
    assert ask(newsroom, FEED, "POST").status == 501
    assert ask(newsroom, "ledger.example:443", "CONNECT").status == 501


def test_a_client_that_leaves_harms_nobody(newsroom: Newsroom) -> None:
    host, port = newsroom.proxy.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as hasty:
        hasty.sendall(f"GET {SLOW} HTTP/1.1\r\n\r\n".encode())
    with socket.create_connection((host, int(port))) as garbled:
        garbled.sendall(b"\x00\xff\r\n\r\n")
    assert ask(newsroom, FEED).status == 200


def test_it_listens_on_loopback_alone_and_stops() -> None:
    with Newsroom() as newsroom:
        parts = urlsplit(newsroom.proxy)
        assert parts.hostname == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", parts.port or 0), timeout=1)


def test_serving_tells_its_address_and_ends_when_interrupted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(self: Newsroom) -> None:
        raise KeyboardInterrupt

    seen: list[str] = []
    monkeypatch.setattr(Newsroom, "wait", interrupted)
    serve(0, seen.append)
    assert len(seen) == 1
    assert seen[0].startswith("http://127.0.0.1:")
