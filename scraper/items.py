"""The Document: what a publisher said, when and where; and what makes two of them the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["news", "forum", "social", "official"]
Outcome = Literal["ok", "unchanged", "blocked", "refused", "broken", "failed"]

LARGEST = 5_000_000
"""Bytes of the largest answer, file or line that is read; also after it is unfolded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text by one publisher at one address. Immutable: a changed text is a new revision."""

    id: str
    """Stable across fetches: see :func:`identity`."""
    source: str
    """The key of the source in ``data/sources.toml``, or ``import``."""
    url: str
    """Where it was fetched from, as the source gave it; empty for a file without an address."""
    canonical_url: str
    """The address without tracking, AMP and mobile variants: see :mod:`scraper.urls`."""
    publisher: str
    """Who says it, as a reader would cite it."""
    kind: Kind
    """News, forum, social, or official (the operator itself)."""
    title: str
    """The headline as published; empty where there is none."""
    text: str
    """What is read: the title, a blank line, the body: see :func:`compose`."""
    published_at: datetime | None = None
    """When it was first published: aware, UTC; ``None`` where it does not say."""
    published_text: str = ""
    """The publisher's own words for that time."""
    fetched_at: datetime
    """When we received it: aware, UTC."""
    language: str | None = None
    """ISO 639-1 code as the publisher declares it."""
    zone: str | None = None
    """The publisher's home zone (IANA), for times that name none."""
    service: str | None = None
    """The key of the service that it speaks for, where the source is that service's status page."""
    official_id: str | None = None
    """The operator's own name for the incident, as ``platform-or-source:id``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a parser made of some bytes: every part that could be read, and what could not."""

    documents: tuple[Document, ...] = ()
    problems: tuple[str, ...] = ()
    """A sentence for each thing that was not read, naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One request and what came of it. What could not be read is blind, not quiet."""

    source: str
    """Key of the source that it was made for."""
    url: str
    """What was asked for."""
    fetched_at: datetime
    """When the answer came, or was given up: aware, UTC."""
    status: int | None
    """HTTP status; ``None`` where no answer came."""
    bytes: int
    """Size of the body as received and decompressed."""
    outcome: Outcome
    """``ok``; ``unchanged`` (304); ``blocked`` (a block or challenge page, or robots.txt);
    ``refused`` (by us: see :mod:`scraper.fetching.guard`); ``broken`` (an answer that the parser
    could not read, whole or in part); ``failed`` (no answer, or an error page)."""
    detail: str = ""
    """What went wrong, in a sentence; empty where nothing did."""


def identity(*, canonical_url: str, publisher: str, text: str, official_id: str | None) -> str:
    """Return the id of a document: sixteen hexadecimal digits.

    An official incident is its operator's id; anything with an address is its canonical
    address; a text without one is its publisher and its words. Half a surrogate pair, which
    JSON allows, is as good as any other character here.
    """
    name = official_id or canonical_url or f"{publisher}\n{text}"
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:16]


def compose(title: str, body: str) -> str:
    """Return the text that is read: the title, a blank line, the body.

    >>> compose("Zoom is down", "Calls fail.")
    'Zoom is down\\n\\nCalls fail.'
    >>> compose("Zoom is down", "Zoom is down\\nCalls fail.")
    'Zoom is down\\nCalls fail.'
    >>> compose("Zoom", "Zoom calls fail.")
    'Zoom\\n\\nZoom calls fail.'
    """
    title, body = title.strip(), body.strip()
    if not title or body.partition("\n")[0].rstrip() == title:
        return body
    return f"{title}\n\n{body}" if body else title
