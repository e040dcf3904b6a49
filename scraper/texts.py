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
_ODD = bytes(range(0x80, 0x100))
_FEW = 0.1
"""The share of bytes beyond ASCII below which a text is one of Latin letters."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parse(
    body: bytes, source: Source, fetched_at: datetime, *, url: str = "", published_text: str = ""
) -> Parsed:
    """Return a text file as one document.

    A first line such as ``date 2026-02-04 The headline`` gives the date (unless
    ``published_text`` is given) and the title; else a first line by itself is the title.
    """
    text, guessed = decode(body)
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
    odd = f"it is not UTF-8; it was read as {guessed}" if guessed else None
    return Parsed(documents=(made,), problems=tuple(p for p in (odd, problem) if p))


def decode(body: bytes) -> tuple[str | None, str | None]:
    """Return bytes as text, or ``None`` for a binary file; and the encoding, where guessed.

    A guess needs many bytes to go by; few odd ones in plain letters are Western Europe's.

    >>> decode("Orléans".encode("cp1252") + b" is in France")
    ('Orléans is in France', 'windows-1252')
    """
    if b"\0" in body and not body.startswith(_UTF_16):
        return None, None
    text, guessed = _text(body)
    if not text.strip():
        return (None if body.strip() else ""), None
    if len(_CONTROL.findall(text)) > len(text) // 100:
        return None, None
    return _CONTROL.sub(" ", text), guessed


def _text(body: bytes) -> tuple[str, str | None]:
    try:
        return body.decode("utf-16" if body.startswith(_UTF_16) else "utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    if len(body) - len(body.translate(None, _ODD)) < _FEW * len(body):
        return body.decode("windows-1252", errors="replace"), "windows-1252"
    soup = UnicodeDammit(body)
    return soup.unicode_markup or "", soup.original_encoding


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
