"""A plain text file → a Document."""

from __future__ import annotations

import re
from datetime import datetime

from bs4.dammit import UnicodeDammit

from scraper import dates
from scraper.items import Parsed
from scraper.making import make
from scraper.markup import tidy
from scraper.sources import Source

_DATE_LINE = re.compile(
    r"(?:date|dated|published)?[:\s]{0,3}"
    r"(?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d))?)?)"
    r"(?:\s+(?P<title>\S.*))?",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parse(
    body: bytes, source: Source, fetched_at: datetime, *, url: str = "", published_text: str = ""
) -> Parsed:
    """Return a text file as one document.

    A first line such as ``date 2026-02-04 The headline`` gives the date (unless
    ``published_text`` is given) and the title; else a first line by itself is the title.
    """
    text = decode(body)
    if text is None:
        return Parsed(problems=("it is a binary file; allowed: text",))
    found, title, rest = split(tidy(text))
    if not (title or rest):
        return Parsed(problems=("it holds no text",))
    words = published_text or found
    when, problem = dates.published(words, fetched_at, zone=source.zone)
    made = make(
        source,
        fetched_at,
        title=title,
        body=rest,
        url=url,
        published_at=when,
        published_text=words,
    )
    return Parsed(documents=(made,), problems=(problem,) if problem else ())


def decode(body: bytes) -> str | None:
    """Return bytes as text, in whatever encoding they are, or ``None`` for a binary file."""
    if b"\0" in body and not body.startswith(_UTF_16):
        return None
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = UnicodeDammit(body).unicode_markup or ""
    if not text.strip():
        return None if body.strip() else ""
    return None if len(_CONTROL.findall(text)) > len(text) // 100 else _CONTROL.sub(" ", text)


def split(text: str) -> tuple[str, str, str]:
    r"""Return the date's words, the title and the rest of a text; each may be empty.

    >>> split("date 2026-02-04 Mast fails\n\nCalls drop.")
    ('2026-02-04', 'Mast fails', 'Calls drop.')
    >>> split("Mast fails\n\nCalls drop.")
    ('', 'Mast fails', 'Calls drop.')
    >>> split("Calls drop.\nThey come back.")
    ('', '', 'Calls drop.\nThey come back.')
    """
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if len(first) > _LONGEST_TITLE:
        return "", "", text.strip()
    dated = _DATE_LINE.fullmatch(first)
    if dated:
        title = dated["title"] or ""
        return dated["date"], *((title, rest.strip()) if title else split(rest)[1:])
    if rest.startswith("\n"):
        return "", first, rest.strip()
    return "", "", text.strip()
