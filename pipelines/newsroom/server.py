"""The demo newsroom: a small web of our own, served on loopback as an HTTP proxy would.

A proxy, so that the addresses of its documents (``http://ledger.example/…``) stay the same
whatever the port. What it answers is :mod:`pipelines.newsroom.site`'s to say.
"""

from __future__ import annotations

import gzip
import logging
import threading
import time
from collections.abc import Callable, Mapping
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from pipelines.newsroom.site import SOURCES, Answer, Page, Site, unchanged

__all__ = ["SOURCES", "Newsroom", "serve"]

_WORTH_ZIPPING = 512
_log = logging.getLogger(__name__)


class _Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for a :class:`Site`: the site decides, this writes."""

    protocol_version = "HTTP/1.1"
    server_version = "DemoNewsroom"
    timeout = 10
    site: Site
    pace: float

    def do_GET(self) -> None:
        """Answer with the page."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the page's headers."""
        self._respond(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Send the access log to logging, not to standard error."""
        _log.debug(format, *args)

    def _respond(self, *, with_body: bool) -> None:
        answer = self._answer()
        time.sleep(answer.delay * self.pace)
        if answer.status == HTTPStatus.OK and self._has_it(answer.page):
            self._head(HTTPStatus.NOT_MODIFIED, answer.page, {})
            return
        body, extra = answer.page.body, {"Content-Type": answer.page.type}
        if len(body) > _WORTH_ZIPPING and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            extra["Content-Encoding"] = "gzip"
        if answer.location:
            extra["Location"] = answer.location
        extra["Content-Length"] = str(len(body))
        self._head(answer.status, answer.page, extra)
        if with_body:
            self.wfile.write(body)

    def _answer(self) -> Answer:
        if self.path.startswith("http://"):
            return self.site.answer(self.path)
        if urlsplit(self.path).path == "/":
            return self.site.index()
        return self.site.answer("http://" + self.path.lstrip("/"))

    def _has_it(self, page: Page) -> bool:
        asked = self.headers.get
        return unchanged(page, asked("If-None-Match"), asked("If-Modified-Since"))

    def _head(self, status: int, page: Page, extra: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("ETag", page.etag)
        self.send_header("Last-Modified", format_datetime(page.modified, usegmt=True))
        self.send_header("Cache-Control", "max-age=0, must-revalidate")
        self.send_header("Vary", "Accept-Encoding")
        for name, value in extra.items():
            self.send_header(name, value)
        self.end_headers()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Log what the base class would print: most often a client that did not wait."""
        _log.info("demo newsroom: a request was not finished", exc_info=True)


class Newsroom:
    """The demo newsroom while it runs, on a port of 127.0.0.1; a context manager.

    >>> with Newsroom() as newsroom:
    ...     newsroom.proxy.startswith("http://127.0.0.1:")
    True
    """

    def __init__(self, *, port: int = 0, pace: float = 1.0, site: Site | None = None) -> None:
        """Bind a port (0: any that is free); ``pace`` multiplies the delays of slow pages.

        Raises ``OSError`` where the port is taken, :class:`pipelines.newsroom.site.SiteError` where
        the demo's files are wrong.
        """
        handler = type("Handler", (_Handler,), {"site": site or Site.load(), "pace": pace})
        self._server = _Server(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def proxy(self) -> str:
        """Return its address: a proxy to crawlers (``DOWNWIRE_PROXY``), an index to people."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait(self) -> None:
        """Block for as long as it serves."""
        self._thread.join()


def serve(port: int, ready: Callable[[str], object]) -> None:
    """Serve the demo newsroom until Ctrl-C; ``ready`` is told its address first."""
    with Newsroom(port=port) as newsroom:
        ready(newsroom.proxy)
        try:
            newsroom.wait()
        except KeyboardInterrupt:
            return
