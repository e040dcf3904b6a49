"""A file given by hand → documents: what it is, its content decides and not its name."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from scraper import blocks, dates, feeds, jsonl, pages, statuspages, texts
from scraper.items import LARGEST, Document, Kind, Parsed
from scraper.sources import Source
from scraper.urls import absolute
from scraper.zones import is_zone

LIMIT = 100_000_000
"""A file of more bytes is refused, whatever it holds; one that is not JSON Lines, of
:data:`~scraper.items.LARGEST`, which bounds each line of those."""

_BINARY = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive", b"\x89PNG": "a picture", b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture", b"SQLite format 3": "a database", b"\x7fELF": "a program",
    b"MZ": "a program", b"\x1f\x8b": "compressed more than once", b"BZh": "compressed with bzip2",
    b"\xfd7zXZ": "compressed with xz", b"\x28\xb5\x2f\xfd": "compressed with zstandard",
}  # fmt: skip
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEAD = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What whoever gives a file says of it; it goes over what the file says itself.

    JSON Lines say themselves what each document is: there it fills what a line leaves out.
    """

    publisher: str = ""
    published: str = ""
    """ISO 8601; empty for what the file says."""
    kind: Kind = "news"
    url: str = ""
    """Where it is from, if it is one document; the base of relative addresses, if a feed."""
    zone: str | None = None
    """IANA zone of the publisher."""
    service: str | None = None
    """Key of the service that it speaks for."""

    def __post_init__(self) -> None:
        if self.zone is not None and not is_zone(self.zone):
            raise ValueError(
                f"zone: got {self.zone!r}; allowed: an IANA time zone, as in Europe/London"
            )
        if self.service is not None and not _KEY.fullmatch(self.service):
            raise ValueError(
                f"service: got {self.service!r}; allowed: a key of data/services, as in github"
            )
        if self.published and dates.moment(self.published, zone=self.zone) is None:
            raise ValueError(
                f"published: got {self.published!r}; allowed: ISO 8601, as in 2026-02-04T09:30Z"
            )
        if self.url and not absolute(self.url, ""):
            raise ValueError(
                f"url: got {self.url!r}; allowed: an http:// or https:// address with a host"
            )


_NONE = Defaults()
_FEED_NAMES = (".xml", ".rss", ".atom", ".rdf")


def parse(
    name: str, body: bytes, *, defaults: Defaults = _NONE, fetched_at: datetime | None = None
) -> Parsed:
    """Return the documents in a file; every problem names it.

    Read are plain text, HTML, feeds, JSON and feeds of the platforms in
    :mod:`scraper.statuspages`, and JSON Lines of documents; each of them gzipped or not.
    """
    received = fetched_at or datetime.now(UTC)
    try:
        unfolded = _unfolded(body)
        parsed = _parse(unfolded, defaults, received)
        if name.casefold().endswith(_FEED_NAMES) and blocks.is_html(unfolded):
            odd = "it has the name of a feed and holds an HTML page; it was read as a page"
            parsed = replace(parsed, problems=(odd, *parsed.problems))
    except _RefusedError as error:
        parsed = Parsed(problems=(str(error),))
    return Parsed(
        documents=parsed.documents,
        problems=tuple(f"{name}: {problem}" for problem in parsed.problems),
    )


class _RefusedError(Exception):
    """The file is not read at all; the message says why."""


def _unfolded(body: bytes) -> bytes:
    if body.startswith(b"\x1f\x8b"):
        body = _gunzipped(body)
    if not body.strip():
        raise _RefusedError("the file is empty")
    if len(body) > LIMIT:
        raise _RefusedError(f"the file is too large; at most {LIMIT:,} bytes are read")
    for magic, what in _BINARY.items():
        if body.startswith(magic):
            raise _RefusedError(f"this is {what}; allowed: text, HTML, a feed, JSON, JSON Lines")
    return body


def _gunzipped(body: bytes) -> bytes:
    unfolding = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unfolded = unfolding.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise _RefusedError("this is gzip that cannot be unfolded") from error
    if len(unfolded) > LARGEST:
        raise _RefusedError(f"this is gzip that unfolds to more than {LARGEST:,} bytes")
    if not unfolding.eof:
        raise _RefusedError("this is gzip that is cut off")
    return unfolded


def _parse(body: bytes, defaults: Defaults, received: datetime) -> Parsed:
    source = _source(defaults)
    if _is_jsonl(body):
        return _lines(body, defaults, received)
    if len(body) > LARGEST:
        raise _RefusedError(f"the file has {len(body):,} bytes; at most {LARGEST:,} are read")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    recognised = statuspages.recognise(body) if _is_markup_or_json(start) else None
    if recognised:
        return recognised(body, source, received)
    if start[:1] in (b"{", b"[") and (b"jsonfeed.org" in body[:_HEAD] or _is_json(body)):
        return _json(body, source, received)
    if _FEED.search(body[:_HEAD]) and not blocks.is_html(body):
        return feeds.documents(body, source, received)
    return _page_or_text(start, body)(
        body, source, received, url=defaults.url, published_text=defaults.published
    )


def _page_or_text(start: bytes, body: bytes) -> Callable[..., Parsed]:
    if blocks.is_html(body) or (start[:1] == b"<" and re.search(rb"<p[\s>]", body[:100_000])):
        return pages.parse
    if start[:5] == b"<?xml":
        raise _RefusedError("this is XML of no kind that is read; allowed: RSS, Atom")
    return texts.parse


def _is_markup_or_json(start: bytes) -> bool:
    return start[:1] in (b"<", b"{", b"[") or start[:2] in (b"\xff\xfe", b"\xfe\xff")


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except RecursionError as error:
        raise _RefusedError("this is JSON that is nested too deeply") from error
    except ValueError as error:
        if body.lstrip()[:2] in (b'{"', b"[{", b"{\n", b"[\n", b"[["):
            raise _RefusedError(f"this is JSON that cannot be read: {error}") from error
        return False
    return True


def _json(body: bytes, source: Source, received: datetime) -> Parsed:
    if b"jsonfeed.org" in body[:_HEAD]:
        return feeds.documents(body, source, received)
    raise _RefusedError(
        "this is JSON of no platform that is known; allowed: incidents.json of Statuspage or of "
        "Google Cloud, data.json of AWS, JSON Feed, or objects with id and text, one a line"
    )


def _is_jsonl(body: bytes) -> bool:
    """Return whether the first line is an object by itself, with one of JSON Lines' two keys."""
    first = body.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{") or not (b'"id"' in first or b'"text"' in first):
        return False
    try:
        data = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and ("text" in data or "id" in data) and "version" not in data


def _lines(body: bytes, defaults: Defaults, received: datetime) -> Parsed:
    documents: list[Document] = []
    problems: list[str] = []
    for number, line in enumerate(body.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            documents.append(_filled(jsonl.parse_line(line, number, received), defaults))
        except jsonl.BadInput as error:
            problems.append(str(error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def _filled(document: Document, defaults: Defaults) -> Document:
    return replace(
        document,
        publisher=document.publisher or defaults.publisher,
        zone=document.zone or defaults.zone,
        service=document.service or defaults.service,
    )


def _source(defaults: Defaults) -> Source:
    return Source(
        id="import",
        name="Files given by hand",
        spider="articles",
        kind=defaults.kind,
        publisher=defaults.publisher,
        url=defaults.url,
        language="",  # not declared
        zone=defaults.zone,
        service=defaults.service,
    )
