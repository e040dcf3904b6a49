"""When a text is a new revision of a document, and when it is only another copy of what is held."""

from __future__ import annotations

from collections.abc import Sequence

EXCERPT = 0.5
"""A text with fewer than this share of the words held is an excerpt, as a feed's summary is."""


def is_new(text: str, held: Sequence[str]) -> bool:
    """Return whether a text is a new revision beside the ones held.

    It is not where it differs from one of them in white space alone (two feeds that carry two
    forms of an article would else take turns for ever), nor where it is a part of one or much
    shorter: a summary must not hide the article. What is once not new never is.

    >>> is_new("Zoom is down. Calls fail.", ["Zoom is down."])
    True
    >>> is_new("Zoom is  down.", ["Zoom is down. Calls fail."])
    False
    """
    words = text.split()
    line = " ".join(words)
    return all(
        len(words) >= EXCERPT * len(other) and line not in " ".join(other)
        for other in map(str.split, held)
    )
