"""A site on loopback that misbehaves in every way, and Scrapy run against it as a process."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

STORY = (
    "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>Callers in the north could "
    "not reach anybody for most of the morning, the operator of the mast said on Wednesday.</p>"
    "<p>It came back at noon, after a part was changed. Nobody has said why.</p></article></body>"
)
PATHS = ("story", "moved", "challenge", "error", "missing", "slow", "private/notes", "bomb",
         "large", "loop", "inward", "empty")  # fmt: skip


class Site(ThreadingHTTPServer):
    """Counts what it is asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up: that is what they are tested for."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        self.server.agents.add(self.headers["User-Agent"])
        name = self.path.strip("/").replace("/", "_").replace(".", "_")
        answer = getattr(self, f"get_{name}", None)
        if answer:
            answer()
        else:
            self.reply(404, b"<html><title>404 Not Found</title></html>")

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", headers.get("Length", str(len(body))))
        self.end_headers()
        self.wfile.write(body)

    def get_robots_txt(self) -> None:
        self.reply(200, b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")

    def get_feed_xml(self) -> None:
        if self.headers["If-None-Match"] == '"one"':
            self.reply(304, ETag='"one"')
            return
        links = [f"{self.server.url}/{path}" for path in PATHS]
        links.append(f"http://10.0.0.1:{self.server.server_port}/x")
        items = "".join(
            f"<item><title>Entry {n}</title><link>{link}</link>"
            f"<description>Of {link}.</description>"
            "<pubDate>Wed, 04 Feb 2026 09:00:00 GMT</pubDate></item>"
            for n, link in enumerate(links)
        )
        body = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
        self.reply(200, body, ETag='"one"', Content_Type="application/rss+xml")

    def get_cut_xml(self) -> None:
        self.reply(200, b'<rss version="2.0"><channel><item><title>A</title></item><item><title>B')

    def get_html_xml(self) -> None:
        self.reply(200, STORY.format("Not a feed").encode(), Content_Type="application/xml")

    def get_story(self) -> None:
        self.reply(200, STORY.format("Mast fails").encode(), Content_Type="text/html")

    def get_moved(self) -> None:
        self.reply(302, Location="/elsewhere")

    def get_elsewhere(self) -> None:
        self.reply(200, STORY.format("Mill stops").encode(), Content_Type="text/html")

    def get_challenge(self) -> None:
        self.reply(403, b"<html><title>Just a moment...</title></html>", cf_mitigated="challenge")

    def get_error(self) -> None:
        self.reply(500, b"oops")

    def get_slow(self) -> None:
        time.sleep(4)
        self.reply(200, b"late")

    def get_private_notes(self) -> None:
        self.reply(200, STORY.format("Secret").encode())

    def get_bomb(self) -> None:
        bomb = gzip.compress(bytes(20_000_000))
        self.reply(200, bomb, Content_Encoding="gzip", Content_Type="text/html")

    def get_large(self) -> None:
        self.reply(200, b"<html>", Length="900000000", Content_Type="text/html")

    def get_loop(self) -> None:
        self.reply(302, Location="/loop")

    def get_inward(self) -> None:
        self.reply(302, Location=f"http://127.0.0.2:{self.server.server_port}/story")

    def get_empty(self) -> None:
        self.reply(200, b"<html><body></body></html>", Content_Type="text/html")

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output clean."""


@contextmanager
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def crawl(sources: Path, *ids: str, **settings: object) -> list[dict[str, Any]]:
    """Return the items of a crawl, each with its class's name as ``item``."""
    done = subprocess.run(  # noqa: S603  # our own interpreter on our own file
        [sys.executable, __file__, str(sources), json.dumps(settings), *ids],
        capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _main(sources: str, settings: str, *ids: str) -> None:
    import dataclasses

    from scrapy import signals
    from scrapy.crawler import CrawlerProcess
    from scrapy.settings import Settings

    from scraper import pages
    from scraper.sources import load

    pages.read(STORY.format("Warm up").encode())  # the first time takes long
    chosen = Settings()
    chosen.setmodule("scraper.settings", priority="project")
    chosen.setdict(json.loads(settings), priority="cmdline")
    process = CrawlerProcess(chosen)
    items: list[dict[str, Any]] = []

    def keep(item: Any) -> None:
        items.append({"item": type(item).__name__, **dataclasses.asdict(item)})

    for id_ in ids:
        source = load(Path(sources))[id_]
        crawler = process.create_crawler(source.spider)
        crawler.signals.connect(keep, signals.item_scraped)
        process.crawl(crawler, source=source)
    process.start()
    for item in items:
        print(json.dumps(item, default=str))  # noqa: T201  # it is what the test reads


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    _main(*sys.argv[1:])
