"""A status platform's feed as feedparser sees it, and what is wrong with it."""

from __future__ import annotations

import io
from typing import Any

import feedparser

from scraper.payload import PayloadError

_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
_ENDS = (b"</feed>", b"</rss>")


def read(body: bytes, expected: str) -> tuple[Any, list[Any], list[PayloadError]]:
    """Return a feed's own facts, its entries, and its damages.

    Of a feed that is cut off the last entry is left out: it may lack its oldest posts, and would
    then lie about when it began. Raises :class:`~scraper.payload.PayloadError` for what is no feed.
    """
    # A stream, never the bytes: feedparser opens bytes that look like a file's name.
    feed = feedparser.parse(io.BytesIO(body), resolve_relative_uris=False)
    entries = list(feed.entries)
    if not entries and (feed.bozo or not feed.get("version")):
        raise PayloadError(f"this is no feed with an entry; expected {expected}")
    if not feed.bozo or isinstance(feed.bozo_exception, _HARMLESS):
        return feed.feed, entries, []
    if body.rstrip().endswith(_ENDS):
        said = " ".join(str(feed.bozo_exception).split())
        return feed.feed, entries, [PayloadError(f"the feed is damaged: {said}")]
    lost = PayloadError("the feed is cut off; its last entry is left out")
    return feed.feed, entries[:-1], [lost]
