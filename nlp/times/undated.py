"""The day of a clock time that states none: by the story so far, else by the writing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from nlp.times.dating import REVISED
from nlp.times.links import hour_of
from nlp.times.story import Story, Told
from nlp.times.tense import points, tells_an_end, tells_of_now
from nlp.times.timexes import Clock, Expression
from nlp.times.zoning import Zoned

_DAY = timedelta(days=1)
_ROLLS_OVER = timedelta(hours=12)
"""A time this much before the story's last belongs to the day after;
half of it, after an evening."""
_PAST_MIDNIGHT = timedelta(hours=18)
_SLACK = timedelta(minutes=10)
"""How much the clocks of writer and publisher may differ."""


class Hand(NamedTuple):
    """A clock time in its zone, on whatever day."""

    clock: Clock
    zoned: Zoned

    def on(self, day: date) -> datetime:
        """Return its moment (aware, UTC) on a day of its zone's calendar."""
        clock = self.clock
        local = datetime.combine(day, time(hour_of(clock), clock.minute or 0, clock.second or 0))
        return self.zoned.reading.utc(local)

    def day_of(self, moment: datetime) -> date:
        """Return the day of an aware moment on its zone's calendar."""
        return self.zoned.reading.local(moment).date()

    def nearest(self, moment: datetime) -> date:
        """Return the day that puts it nearest to a moment."""
        day = self.day_of(moment)
        return min((day, day - _DAY, day + _DAY), key=lambda day: abs(self.on(day) - moment))

    def beside(self, moment: datetime) -> date:
        """Return the day of a moment, or the one next to it where midnight lies between them."""
        day = self.day_of(moment)
        return day if abs(self.on(day) - moment) < _PAST_MIDNIGHT else self.nearest(moment)

    def first_after(self, moment: datetime) -> date:
        """Return the first day on which it is not before a moment."""
        day = self.day_of(moment)
        return day + _DAY if self.on(day) < moment else day

    def last_before(self, moment: datetime) -> date:
        """Return the last day on which it is not after a moment."""
        day = self.day_of(moment)
        return day - _DAY if self.on(day) > moment else day


class Undated(NamedTuple):
    """A clock time without a date, at its place in a text."""

    hand: Hand
    until: Hand | None
    """The end of the range that it begins, if that has no date either."""
    ahead: bool
    """Whether the words before it speak of what is to come."""
    end: bool
    """Whether they speak of an end."""
    behind: bool
    """Whether they speak of what has been."""
    now: bool
    """Whether they speak of what is so that day."""

    def day(self, story: Story) -> date | None:
        """Return its day, or ``None`` where nothing dates the story."""
        if story.reached and story.announces and not self.behind:
            return self._replace(ahead=True)._along(story, story.reached)
        if story.reached:
            return self._along(story, story.reached)
        return self._by_writing(story)

    def _along(self, story: Story, told: Told) -> date | None:
        """Return the day that the story has reached, or the next past midnight.

        A day that was just stated is the day, even if the text is stamped before that time.
        """
        day = told.day(self.hand.zoned)
        if told.whole_day and not self.ahead:
            ahead = story.written is not None and told.moment > story.written
            may_be = ahead or self._may_be(story, day, REVISED)
            return day if may_be else self._by_writing(story)
        found = self.hand.on(day)
        behind = told.on(self.hand.zoned) - found
        ends = behind > timedelta() and self.end and not told.end
        rolls = _ROLLS_OVER / 2 if told.local else _ROLLS_OVER
        if (behind > rolls or ends) and self._may_be(story, day + _DAY, _SLACK):
            return day + _DAY
        goes_on = behind <= timedelta() and (told.local is not None or not self.until)
        if self._may_be(story, day, REVISED if goes_on else _SLACK):
            return day
        return self._by_writing(story)

    def _by_writing(self, story: Story) -> date | None:
        """Return the latest day not after the writing, or the next if it lies ahead."""
        day = story.today(self.hand.zoned)
        if day is None or story.written is None:
            return day
        if self.ahead:
            return day + _DAY if self.hand.on(day) < story.written else day
        return day if self.now or self._may_be(story, day, _SLACK) else day - _DAY

    def _may_be(self, story: Story, day: date, slack: timedelta) -> bool:
        """Whether it can have been told of: not after it was written."""
        if self.ahead:
            return True
        moment = self.hand.on(day)
        if self.until:
            moment = self.until.on(self.until.first_after(moment))
        if story.written:
            return moment <= story.written + slack
        return story.day is None or story.home.reading.local(moment).date() <= story.day


def undated(text: str, start: int, end: int, hand: Hand, until: Hand | None) -> Undated:
    """Return the clock time at ``start``, with what the words before it say.

    ``end``: where what opens a sentence with it ends, behind which its verb follows.
    """
    tense = points(text, start, end)
    ends = tells_an_end(text, start) or text[max(0, start - 6) : start].lower() == "as of "
    return Undated(hand, until, tense > 0, ends, tense < 0, tells_of_now(text, start))


def is_last_midnight(item: Expression) -> bool:
    """Whether a time is the midnight at which a day ends: "until midnight"."""
    clock = item.meaning.clock
    return (
        item.bound == "by" and item.rule == "times:noon" and clock is not None and clock.hour == 0
    )
