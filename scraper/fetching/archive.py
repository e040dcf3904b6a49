"""Every response, as it came, into WARC (ISO 28500, https://iipc.github.io/warc-specifications/).

One file a run, only ever appended to: a record is made whole in memory, compressed by itself and
written at once, so that a crash costs at most the record that it interrupts.
"""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Request, Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_STARTED = datetime.now(UTC)
_OF_THE_CONNECTION = {"transfer-encoding", "content-length", "connection", "keep-alive"}


class Archive:
    """Downloader middleware next to the network: keeps every response in ``DOWNWIRE_ARCHIVE``."""

    def __init__(self, directory: Path, user_agent: str) -> None:
        self.path = directory / f"downwire-{_STARTED:%Y%m%dT%H%M%SZ}-{os.getpid()}.warc.gz"
        self.user_agent = user_agent

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Archive:
        """Return the archive of this process's run; all its crawlers write into one file."""
        directory = crawler.settings.get("DOWNWIRE_ARCHIVE")
        if not directory:
            raise NotConfigured
        Path(directory).mkdir(parents=True, exist_ok=True)
        return cls(Path(directory), crawler.settings.get("USER_AGENT"))

    def process_response(self, request: Request, response: Response) -> Response:
        """Write a response down and hand it on."""
        if not self.path.exists():
            append(self.path, info(self.user_agent))
        append(self.path, record(request.url, response, datetime.now(UTC)))
        return response


def append(path: Path, data: bytes) -> None:
    """Write bytes to the end of a file in one go."""
    with path.open("ab", buffering=0) as file:
        file.write(data)


def info(user_agent: str) -> bytes:
    """Return the record that begins an archive."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    fields = {"software": user_agent, "format": "WARC File Format 1.0", "robots": "obey"}
    writer.write_record(writer.create_warcinfo_record(None, fields))
    return buffer.getvalue()


def record(url: str, response: Response, received: datetime) -> bytes:
    """Return one response as a gzipped WARC record, its body as it came over the wire."""
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
        if name.decode("latin-1").lower() not in _OF_THE_CONNECTION
    ]
    headers.append(("Content-Length", str(len(response.body))))
    status = f"{response.status} {_phrase(response.status)}".strip()
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            urldefrag(url).url,
            "response",
            payload=io.BytesIO(response.body),
            length=len(response.body),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": f"{received:%Y-%m-%dT%H:%M:%SZ}"},
        )
    )
    return buffer.getvalue()


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
