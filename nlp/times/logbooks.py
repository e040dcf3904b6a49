"""Logs whose entries are stamped with clock times alone: the day of each."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from nlp.times.story import Story
from nlp.times.undated import Hand

GOES_ON = timedelta(days=3)
"""How long a log may go on after it was published."""
_ADDED = timedelta(hours=3)
"""How long after publication a first entry without a date was added to it."""


def day(text: str, start: int, hand: Hand, story: Story) -> date | None:
    """Return the day of the stamp of an entry: that of the one before, or that of the writing.

    What an entry tells of in between moves the story, not the log. The first entry below the
    opening of a text may have been added soon after publication.
    """
    if other := story.stamped or story.entered:
        return hand.beside(other)
    written, reached = story.written, story.reached
    if written is None or "\n" not in text[:start]:
        return None
    added = hand.first_after(written)
    of_today = reached is None or reached.day(hand.zoned) == story.today(hand.zoned)
    return added if of_today and hand.on(added) - written < _ADDED else None


def enter(story: Story, moment: datetime) -> None:
    """Go on to an entry of a log: one that follows another may be later than publication."""
    if story.entered and story.written and story.written < moment < story.written + GOES_ON:
        story.written = moment
    story.entered = moment
