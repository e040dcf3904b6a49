"""A doc's text, once: spaCy joins it from the tokens anew each time that it is asked."""

from __future__ import annotations

import re
from itertools import accumulate, islice

from spacy.tokens import Doc

_KEY = "downwire.text"


def keep(doc: Doc, text: str) -> Doc:
    """Tell a doc the text that it was made of, and return it."""
    doc.user_data[_KEY] = text
    return doc


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, kept in the doc's user data: every finder asks for it."""
    text = doc.user_data.get(_KEY)
    if not isinstance(text, str):
        text = doc.text
        keep(doc, text)
    return text


def split_words(text: str, words: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    """Return the offset and the form of every word; ``words`` matches one, as its only group.

    >>> split_words("is it up", re.compile(r"(\\w+)"))
    ((0, 'is'), (3, 'it'), (6, 'up'))
    """
    pieces = words.split(text)  # In C, where a match for each word would be made in Python.
    starts = accumulate(map(len, pieces), initial=0)
    return tuple(islice(zip(starts, pieces, strict=False), 1, None, 2))
