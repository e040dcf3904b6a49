"""Plain text out of the HTML and Markdown that status pages put into their payloads."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

_BLOCKS = ["p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]
_UNSEEN = ["script", "style", "svg", "head", "template"]
_TAG = re.compile(
    r"</?(?:a|b|i|p|br|em|strong|ul|ol|li|code|pre|div|span|h[1-6])\b[^<>]{0,500}>", re.I
)
_SPACE = re.compile(r"\s+")
_BOLD = re.compile(r"\*\*([^*\n]{1,500})\*\*")
_HEADING = re.compile(r"^#{1,6} +", re.M)


def lines(text: str) -> str:
    """Return text with each line trimmed, runs of spaces made one, and empty lines left out."""
    trimmed = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in trimmed if line)


def from_html(html: str) -> str:
    """Return the text that a browser would show of an HTML fragment, a block a line."""
    return lines(visible(tree(html)))


def tree(html: str) -> BeautifulSoup:
    """Return HTML parsed; wrapped, so that BeautifulSoup does not take it for a name or for XML."""
    return BeautifulSoup(f"<div>{html}</div>", "lxml")


def visible(element: Tag) -> str:
    """Return the text of a parsed element, blocks and line breaks as new lines.

    The element is changed: what is never shown is taken out of it.
    """
    for unseen in element(_UNSEEN):
        unseen.decompose()
    for text in element.find_all(string=True):
        text.replace_with(_SPACE.sub(" ", text))
    for line_break in element("br"):
        line_break.replace_with("\n")
    for block in element(_BLOCKS):
        block.insert_before("\n")
        block.append("\n")
    return element.get_text()


def from_markdown(text: str) -> str:
    """Return text without Markdown's bold marks and heading marks, and without HTML tags.

    Line ends are kept: in these texts, HTML is seasoning and a line end is a line end.
    """
    if _TAG.search(text):
        text = from_html(text.replace("\n", "<br>"))
    return lines(_HEADING.sub("", _BOLD.sub(r"\1", text)))
