"""Feed bytes → entries → documents: RSS and Atom through feedparser, and JSON Feed; no network.

`JSON Feed <https://www.jsonfeed.org/version/1.1/>`_ is read here, as feedparser 6 does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scraper import blocks, dates, languages, xmlfeeds
from scraper.items import LARGEST, Document, Parsed
from scraper.making import make
from scraper.markup import line, plain, tidy
from scraper.sources import Source
from scraper.urls import absolute

MOST_TAGS = 200_000
"""A feed of more tags is refused: it costs seconds and says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, as published."""

    url: str
    """Its page, in full; empty where it has none."""
    title: str
    """Plain text."""
    body: str
    """Plain text of its content, or else of its summary."""
    published_text: str
    """The feed's words for when it was published, else for when it was updated."""
    publisher: str = ""
    """Whom an aggregator's feed names as the entry's origin."""
    language: str | None = None
    """ISO 639-1 code that the feed declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What could be read of a feed, and what could not."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()


def read(body: bytes, *, url: str, content_type: str | None = None) -> Feed:
    """Return the entries of a feed fetched from ``url``.

    Of a feed that is cut off all but the last entry is kept, which would end in mid-sentence.
    """
    if not body.strip():
        return Feed(problems=("the feed is empty",))
    if len(body) > LARGEST:
        size = f"the feed has {len(body):,} bytes; at most {LARGEST:,} are read"
        return Feed(problems=(size,))
    tags = body.count(b"<") + body.count(b"&lt;")
    if tags > MOST_TAGS:
        return Feed(problems=(f"the feed has {tags:,} tags; at most {MOST_TAGS:,} are read",))
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _json_feed(body, url)
    if blocks.is_html(body):
        return Feed(problems=("this is an HTML page, not a feed",))
    return _xml_feed(body, url, content_type)


def documents(
    body: bytes, source: Source, fetched_at: datetime, *, content_type: str | None = None
) -> Parsed:
    """Return a feed's entries as documents, each of its title and its content or summary."""
    feed = read(body, url=source.url, content_type=content_type)
    made = [document(entry, source, fetched_at) for entry in feed.entries]
    problems = [problem for _, problem in made if problem]
    return Parsed(
        documents=tuple(document for document, _ in made if document),
        problems=(*feed.problems, *problems),
    )


def document(
    entry: Entry, source: Source, fetched_at: datetime
) -> tuple[Document | None, str | None]:
    """Return one entry as a document, or ``None`` if it says nothing; and a problem, if any."""
    if not (entry.title or entry.body):
        return None, f"the entry {entry.url or '(without an address)'} has no text"
    when, problem = dates.published(entry.published_text, fetched_at, zone=source.zone)
    made = make(
        source,
        fetched_at,
        title=entry.title,
        body=entry.body,
        url=entry.url,
        publisher=entry.publisher,
        published_at=when,
        published_text=entry.published_text,
        language=entry.language,
    )
    return made, f"the entry {entry.title[:60]!r}: {problem}" if problem else None


def _xml_feed(body: bytes, url: str, content_type: str | None) -> Feed:
    try:
        feed = xmlfeeds.read(body, url=url, content_type=content_type)
    except xmlfeeds.NoFeedError as error:
        return Feed(problems=(str(error),))
    language = languages.declared(feed.about.get("language"))
    entries = tuple(_xml_entry(item, url, language) for item in feed.entries)
    return Feed(entries=entries, problems=feed.problems)


def _xml_entry(item: Mapping[str, Any], url: str, language: str | None) -> Entry:
    contents = [content.get("value", "") for content in item.get("content", [])]
    longest = max([*contents, item.get("summary", "")], key=len)
    return Entry(
        url=absolute(item.get("link") or item.get("id") or "", url),
        title=line(item.get("title", "")),
        body=plain(longest),
        published_text=tidy(item.get("published") or item.get("updated") or ""),
        publisher=line((item.get("source") or {}).get("title", "")),
        language=language,
    )


def _json_feed(body: bytes, url: str) -> Feed:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return Feed(problems=("this is not a feed: its JSON cannot be read",))
    version = feed.get("version") if isinstance(feed, dict) else None
    if not str(version).startswith("https://jsonfeed.org/version/"):
        return Feed(problems=("this is not a feed: its JSON is no JSON Feed",))
    items = feed.get("items")
    if not isinstance(items, list):
        return Feed(problems=("the JSON Feed has no list of items",))
    language = languages.declared(feed.get("language"))
    entries = tuple(_json_entry(item, url, language) for item in items if isinstance(item, dict))
    missed = len(items) - len(entries)
    problems = (f"{missed} of the JSON Feed's items are no objects",) if missed else ()
    return Feed(entries=entries, problems=problems)


def _json_entry(item: Mapping[str, Any], url: str, language: str | None) -> Entry:
    def words(*keys: str) -> str:
        return next((item[key] for key in keys if item.get(key) and type(item[key]) is str), "")

    text = words("content_text")
    return Entry(
        url=absolute(words("url", "external_url", "id"), url),
        title=line(words("title")),
        body=tidy(text) if text else plain(words("content_html", "summary")),
        published_text=tidy(words("date_published", "date_modified")),
        language=languages.declared(item.get("language")) or language,
    )
