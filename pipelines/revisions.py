"""When a text is a new revision of a document, and when it is only another copy of what is held."""

from __future__ import annotations

from collections.abc import Sequence

EXCERPT = 0.5
"""A text with fewer than this share of the words held is an excerpt, as a feed's summary is."""


def is_new(text: str, held: Sequence[str]) -> bool:
    """Return whether a text is a new revision beside the ones held, oldest first.

    It is not where it differs from one of them in white space alone (two feeds that carry two
    forms of an article would else take turns for ever), nor where it is a part of the latest or
    much shorter: a summary must not hide the article.

    >>> is_new("Zoom is down. Calls fail.", ["Zoom is down."])
    True
    >>> is_new("Zoom is  down.", ["Zoom is down. Calls fail."])
    False
    """
    if not held:
        return True
    words = text.split()
    if any(words == other.split() for other in held):
        return False
    latest = held[-1].split()
    return len(words) >= EXCERPT * len(latest) and " ".join(words) not in " ".join(latest)
