"""Plain text out of what status pages put into their payloads: HTML, and Markdown with some."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from scraper.markup import plain

_TAG = re.compile(
    r"</?(?:a|b|i|p|br|em|strong|ul|ol|li|code|pre|div|span|h[1-6])\b[^<>]{0,500}>", re.I
)
_BOLD = re.compile(r"\*\*([^*\n]{1,500})\*\*")
_HEADING = re.compile(r"^#{1,6} +", re.M)


def lines(text: str) -> str:
    """Return text with each line trimmed, runs of spaces made one, and empty lines left out."""
    trimmed = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in trimmed if line)


def from_html(html: str | Tag) -> str:
    """Return the text that a browser would show of a fragment or element, a block a line."""
    return lines(plain(f"<div>{html}</div>"))


def from_markdown(text: str) -> str:
    """Return text without Markdown's bold marks and heading marks, and without HTML tags.

    Line ends are kept: in these texts, HTML is seasoning and a line end is a line end.

    >>> from_markdown("# Report\\n**Start:** noon, see <a href='/x'>here</a>, 1 < 2")
    'Report\\nStart: noon, see here, 1 < 2'
    """
    if _TAG.search(text):
        text = from_html(text.replace("\n", "<br>"))
    return lines(_HEADING.sub("", _BOLD.sub(r"\1", text)))


def tree(html: str) -> BeautifulSoup:
    """Return HTML parsed; wrapped, so that BeautifulSoup does not take it for a name or for XML."""
    return BeautifulSoup(f"<div>{html}</div>", "lxml")
