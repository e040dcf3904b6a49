"""A fragment of HTML → plain text, a paragraph a block."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
from parsel import Selector

_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "tr",
    "table", "hr", "blockquote", "section", "article", "header", "footer", "figure", "pre", "main",
})  # fmt: skip
_NOT_SAID = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "svg", "figcaption",
})  # fmt: skip
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
    root = Selector(text=f"<body>{fragment}", type="html").root
    return tidy("".join(_pieces(root)))


def _pieces(root: Any) -> Iterator[str]:
    """Yield an element's strings and, where a block begins or ends, an empty line.

    One pass over the tree, however wide or deep: what is read here is anybody's.
    """
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        unsaid = element.tag in _NOT_SAID
        if element.tag in _BLOCKS:
            yield "\n\n"
        if event == "start":
            hidden += unsaid
        elif event == "end":
            hidden -= unsaid
        words = element.text if event == "start" else element.tail
        if words and not hidden:
            yield words if words.isspace() else " ".join(words.splitlines())


def line(fragment: str) -> str:
    """Return the text that a fragment of HTML shows, all in one line.

    >>> line(" Calls <b>fail</b> &amp; drop\\n")
    'Calls fail & drop'
    """
    return " ".join(plain(fragment).split())


def tidy(text: str) -> str:
    """Return text with single spaces, no space at a line's ends and one blank line at most.

    >>> tidy(" Calls  fail. \\n \\n\\n\\nSince noon.")
    'Calls fail.\\n\\nSince noon.'
    """
    lines = [_SPACE.sub(" ", line).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
