"""A fragment of HTML → plain text, a paragraph a block."""

from __future__ import annotations

import html
import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString

_BLOCKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "hr",
           "blockquote", "section", "article", "table", "figure", "pre")  # fmt: skip
_NOT_SAID = ("script", "style", "template", "noscript", "iframe", "svg", "figcaption")
_TAG = re.compile(r"<[a-zA-Z/!]")
_SPACE = re.compile(r"[^\S\n]+")


def plain(fragment: str) -> str:
    """Return the text that a fragment of HTML shows; text without markup stays as it is.

    >>> plain("<p>Calls fail &amp; drop.</p><ul><li>North</li><li>South</li></ul>")
    'Calls fail & drop.\\n\\nNorth\\n\\nSouth'
    >>> plain("Fewer than 5 < 10 calls")
    'Fewer than 5 < 10 calls'
    """
    if not _TAG.search(fragment):
        return tidy(html.unescape(fragment))
    soup = BeautifulSoup(fragment, "lxml")
    for element in soup.find_all(_NOT_SAID):
        element.decompose()
    for element in soup.find_all(_BLOCKS):
        element.insert_before("\n\n")
        element.insert_after("\n\n")
    strings = soup.find_all(string=True)
    return tidy(
        "".join(
            " ".join(string.splitlines()) if string.strip() else string
            for string in strings
            if isinstance(string, NavigableString) and not isinstance(string, PreformattedString)
        )
    )


def tidy(text: str) -> str:
    """Return text with single spaces, no space at a line's ends and one blank line at most.

    >>> tidy(" Calls  fail. \\n \\n\\n\\nSince noon.")
    'Calls fail.\\n\\nSince noon.'
    """
    lines = [_SPACE.sub(" ", line).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
