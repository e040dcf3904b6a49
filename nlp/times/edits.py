"""What was added to a post after it was written: "Edit: back at 9.40"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlp.times.halves import choices
from nlp.times.story import Story
from nlp.times.timexes import Clock
from nlp.times.undated import Hand
from nlp.times.zoning import Zoned

_EDIT = re.compile(
    r"(?:^|\n|[.!?)] )\W{0,4}(?:edit(?:ed)?|eta)\s?\d?\b[^\n]{0,100}$", re.IGNORECASE
)
_REACH = 110
_JUST = timedelta(hours=1)
"""How long before its publication an edit may have been made: it may be published edited."""
_SOON = timedelta(hours=10)
"""How long after a post its edits tell of what happened since."""


def is_in(text: str, start: int) -> bool:
    """Whether an offset lies in the line of an edit.

    >>> is_in("Steam is down\\n\\nEdit: it came back at 9.40", 38)
    True
    """
    return _EDIT.search(text, max(0, start - _REACH), start) is not None


def face(clock: Clock, zoned: Zoned, story: Story) -> Clock:
    """Return a clock time with the half of the day that comes first after the writing."""
    written = story.written
    if clock.half or written is None or not 1 <= clock.hour <= 12:
        return clock
    hands = [Hand(one, zoned) for one in choices(clock)]
    since = written - _JUST
    return min(hands, key=lambda hand: hand.on(hand.first_after(since))).clock


def day(hand: Hand, story: Story) -> date | None:
    """Return the day on which a clock time came soon after the writing, if it did."""
    if story.written is None:
        return None
    first = hand.first_after(story.written - _JUST)
    return first if hand.on(first) - story.written <= _SOON else None
