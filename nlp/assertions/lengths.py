"""How long a time is that a text speaks of: a moment, a day, a week."""

from __future__ import annotations

from nlp.mentions import Mention

_VAST = ("week", "month", "year")
_LONG = ("day", "part_of_day")


def is_vast(mention: Mention) -> bool:
    """Whether a time is a week or longer."""
    return vastness(mention) > 0


def vastness(mention: Mention) -> int:
    """Return 1 for a week, 2 for a month, 3 for a year, 0 for what is shorter."""
    precision = getattr(mention.value, "precision", None)
    return _VAST.index(precision) + 1 if precision in _VAST else 0


def is_day(mention: Mention) -> bool:
    """Whether a time is a day."""
    return getattr(mention.value, "precision", None) == "day"


def is_long(mention: Mention) -> bool:
    """Whether a time is a day or a part of one: the day of the clock times beside it."""
    return getattr(mention.value, "precision", None) in _LONG


def is_stretch(mention: Mention) -> bool:
    """Whether it is how long something has lasted by now, whose value is its beginning."""
    return mention.timex is not None and mention.timex.type == "DURATION"
