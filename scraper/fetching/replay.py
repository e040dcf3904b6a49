"""The spiders' requests answered from WARC files instead of the web.

A search for what is new is answered by the same search of the crawl that was archived.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urldefrag

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Headers, Request, Response
from scrapy.responsetypes import responsetypes
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from scraper import dates
from scraper.forums import hackernews
from scraper.items import LARGEST

_log = logging.getLogger(__name__)

_CHUNK = 65_536


class ReplayError(ValueError):
    """The archive cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file a record stands."""

    path: Path
    offset: int


class Replay:
    """Downloader middleware next to the network, in its place: answers from ``DOWNWIRE_REPLAY``."""

    def __init__(self, places: dict[str, Place]) -> None:
        self.places = places

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Replay:
        """Return the replay of a WARC file, or of all those in a directory."""
        path = crawler.settings.get("DOWNWIRE_REPLAY")
        if not path:
            raise NotConfigured
        return cls(index(Path(path)))

    def process_request(self, request: Request) -> Response:
        """Return the archived response; what the archive does not hold is refused."""
        place = self.places.get(_asked(request.url))
        if place is None:
            raise IgnoreRequest("the archive holds no answer to this")
        response, received = answer(place, request.url)
        request.meta["received"] = received
        return response


@cache
def index(path: Path) -> dict[str, Place]:
    """Return where the latest answer to each address stands in a WARC file, or in a directory's.

    An answer of 304 says nothing by itself: the one before it counts. A record that a crash cut
    off ends its file. Raises :class:`ReplayError`.
    """
    files = sorted(path.glob("*.warc*")) if path.is_dir() else [path]
    if not files:
        raise ReplayError(f"{path}: holds no WARC file; allowed: a .warc or .warc.gz, or a folder")
    places = {url: place for file in files for url, place in _places(file)}
    if not places:
        raise ReplayError(f"{path}: holds no archived response; allowed: a WARC file of a crawl")
    return places


def _places(path: Path) -> Iterator[tuple[str, Place]]:
    try:
        with path.open("rb") as file:
            for record, offset in _records(file, path):
                if _is_answer(record) and _is_whole(record):
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    yield _asked(url), Place(path, offset)
    except OSError as error:
        raise ReplayError(f"{path}: cannot be read: {error.strerror}") from error


def _asked(url: str) -> str:
    """Return what an address asks for, whenever it asks."""
    return hackernews.question(urldefrag(url).url)


def _records(file: BinaryIO, path: Path) -> Iterator[tuple[ArcWarcRecord, int]]:
    records = ArchiveIterator(file)
    try:
        for record in records:
            yield record, records.get_record_offset()
    except (ArchiveLoadFailed, AttributeError) as error:
        # An AttributeError is what warcio makes of a record cut off within its headers.
        _log.warning("%s: nothing is read after a broken record: %s", path, error)


def _is_answer(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    return bool(record.http_headers.get_statuscode() not in ("", "304"))


def _is_whole(record: ArcWarcRecord) -> bool:
    while record.raw_stream.read(_CHUNK):
        pass
    return bool(record.raw_stream.limit == 0)


def answer(place: Place, url: str) -> tuple[Response, datetime]:
    """Return the response that is archived at a place, decoded, and when it was received.

    Raises :class:`~scrapy.exceptions.IgnoreRequest` for one that unfolds beyond all measure.
    """
    with place.path.open("rb") as file:
        file.seek(place.offset)
        record = next(iter(ArchiveIterator(file)))
        body = record.content_stream().read(LARGEST + 1)
        if len(body) > LARGEST:
            raise IgnoreRequest(f"the archived body unfolds to more than {LARGEST:,} bytes")
        status = int(record.http_headers.get_statuscode())
        headers = Headers()
        for name, value in record.http_headers.headers:
            if name.lower() not in ("content-encoding", "transfer-encoding"):
                headers.appendlist(name, value)
        received = dates.moment(record.rec_headers.get_header("WARC-Date"))
    kind = responsetypes.from_args(headers=headers, url=url, body=body)
    response = kind(url=url, status=status, headers=headers, body=body)
    return response, received or datetime.now(UTC)
