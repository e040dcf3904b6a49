"""When a text is a new revision of a document, and when it is only another copy of what is held."""

from __future__ import annotations

from collections.abc import Sequence

EXCERPT = 0.5
"""A text with fewer than this share of the words held is an excerpt, as a feed's summary is."""
CUT_OFF = ("…", "...", "[…]", "[...]", "(…)", "(...)")
"""How a text ends that somebody cut short to make readers follow its link."""


def is_new(text: str, held: Sequence[str]) -> bool:
    """Return whether a text is a new revision beside the ones held.

    It is not where it differs from one of them in white space alone (two feeds that carry two
    forms of an article would else take turns for ever), nor where it is an excerpt of one: much
    shorter, or cut off with dots. A summary must not hide the article; a text that its publisher
    shortened, as one who takes something back does, must show. What is once not new never is.

    >>> is_new("Zoom is down. Calls fail.", ["Zoom is down."])
    True
    >>> is_new("Zoom  is down.", ["Zoom is down."])
    False
    >>> article = "Zoom is down. Calls fail since noon. Zoom blames a storm."
    >>> is_new("Zoom is down. Calls fail since noon.", [article])
    True
    >>> is_new("Zoom is down. Calls fail since …", [article])
    False
    """
    words = text.split()
    return not any(_is_copy(words, other.split()) for other in held)


def _is_copy(words: list[str], held: list[str]) -> bool:
    """Tell whether one text says no more than another because it is the same, or an excerpt."""
    line, whole = " ".join(words), " ".join(held)
    if line == whole or len(words) < EXCERPT * len(held):
        return True
    ending = next((dots for dots in CUT_OFF if line.endswith(dots)), None)
    return ending is not None and line.removesuffix(ending).rstrip() in whole
