"""Official status platforms: payload bytes in, one Document an incident out; no network.

Each platform is one small module with ``parse(body, source, fetched_at) -> Parsed``; all make
:class:`~scraper.statuspages.render.Report` values, and one module renders those into text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from scraper import payload
from scraper.items import Parsed
from scraper.sources import Source
from scraper.statuspages import (
    aws,
    aws_feed,
    azure,
    google_cloud,
    history_atom,
    statuspage,
)

Parser = Callable[[bytes, Source, datetime], Parsed]

_HEAD = 4096
_MARKS: tuple[tuple[bytes, Parser], ...] = (
    (b"status.aws.amazon.com", aws_feed.parse),
    (b"/history</id>", history_atom.parse),
    (b"incident-history-item", azure.parse),
    (b"(Tracking ID", azure.parse),
)


def recognise(content: object) -> Parser | None:
    """Return the parser of the status platform that a payload is from; ``None`` for any other.

    ``content`` is the payload's bytes, or the JSON value in them where that is at hand.
    """
    if isinstance(content, bytes):
        for mark, parser in _MARKS:
            if mark in content[:_HEAD] and content.lstrip()[:1] == b"<":
                return parser
        try:
            content = payload.load(content, "JSON")
        except payload.PayloadError:
            return None
    return _by_shape(content)


def _by_shape(value: object) -> Parser | None:
    if isinstance(value, dict):
        if isinstance(value.get("incidents"), list) and "page" in value:
            return statuspage.parse
        return aws.parse if isinstance(value.get("archive"), list) else None
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return None
    first = value[0]
    if "external_desc" in first and "begin" in first:
        return google_cloud.parse
    return aws.parse if "service_name" in first and "summary" in first else None
