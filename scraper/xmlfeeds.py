"""The bytes of an RSS or Atom feed → what feedparser makes of them, whatever was sent."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import feedparser

_CLOSED = re.compile(rb"</(?:rss|feed|rdf:rdf|channel)\s*>\s*(?:<!--[^>]*-->\s*)*$", re.IGNORECASE)
_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)


class NoFeedError(ValueError):
    """The bytes are no feed that is read; the message says what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlFeed:
    """A feed under feedparser's names: https://feedparser.readthedocs.io/en/latest/reference.html"""

    about: Mapping[str, Any]
    """What it says of itself."""
    entries: tuple[Mapping[str, Any], ...]
    problems: tuple[str, ...]
    """What is wrong with it, in sentences."""


def read(body: bytes, *, url: str = "", content_type: str | None = None) -> XmlFeed:
    """Return a feed; raise :class:`NoFeedError`.

    Of a feed that is cut off all but the last entry is kept: that may lack anything. Entities of
    its own are left out, since they may unfold to any size.
    """
    body, problems = _without_entities(body)
    headers = {"content-type": content_type or "application/xml", "content-location": url}
    try:
        # A stream, never the bytes: feedparser opens bytes that look like a file's name.
        parsed = feedparser.parse(
            io.BytesIO(body),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except ValueError as error:  # of an encoding that it declares and that is none
        raise NoFeedError("this is not a feed: its XML declaration cannot be read") from error
    if not parsed.get("version") and not parsed.entries:
        raise NoFeedError("this is not a feed: neither RSS, Atom nor JSON Feed")
    entries = tuple(parsed.entries)
    if parsed.bozo and not isinstance(parsed.bozo_exception, _HARMLESS):
        if _CLOSED.search(body[-1_000:]):
            said = " ".join(str(parsed.bozo_exception).split())[:200]
            problems.append(f"the feed is not well-formed: {said}")
        else:
            problems.append("the feed is cut off; its last entry is left out")
            entries = entries[:-1]
    return XmlFeed(about=parsed.feed, entries=entries, problems=tuple(problems))


def _without_entities(body: bytes) -> tuple[bytes, list[str]]:
    if b"<!ENTITY" not in body.replace(b"\0", b"").upper():
        return body, []
    if b"<!ENTITY" not in body:
        raise NoFeedError("the feed declares entities in a form that is not read")
    before, *declared = body.split(b"<!ENTITY")
    body = before + b"".join(entity.partition(b">")[2] for entity in declared)
    return body, ["the feed declares entities of its own; they are left out"]
