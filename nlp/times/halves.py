"""Which half of the day a clock time is of that does not say: by the story, else by the writing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from nlp.times.links import hour_of
from nlp.times.story import Story, Told
from nlp.times.timexes import Clock
from nlp.times.undated import Hand
from nlp.times.zoning import Zoned

_HALVES: tuple[Literal["am", "pm"], ...] = ("am", "pm")
_DAY = timedelta(days=1)
_OF_ALL = ("UTC", "GMT", "Z")
"""Zones in which time is told by 24 hours whatever the writer's own clock."""
_AFTERNOON = range(1, 6)


def told_apart(
    clock: Clock, zoned: Zoned, story: Story, *, writes_halves: bool, ahead: bool, faces: bool
) -> Clock:
    """Return a clock time with its half of the day, where it is known.

    Of a part of a day ("on Monday evening … at seven") it is the half in that part; behind another
    clock time the nearer one ("fell at 6:20 p.m., said a banner at 6:41"), in a text that
    ``writes_halves``; else, as people say it ("since 9"), the one last before the writing.
    ``faces``: whether the text tells no time as a clock of 24 hours does.
    """
    told = story.reached
    if clock.half or not 1 <= clock.hour <= 12:
        return clock
    if told and told.local is not None:
        return _within(clock, told) if told.ends else clock
    if told:
        may = clock.spoken or (clock.loose and (clock.hour <= 9 or writes_halves))
        may = may and (faces or not clock.zone)
        return _nearest(clock, zoned, told.moment) if may else clock
    if (clock.spoken or (clock.loose and faces)) and story.written and not ahead:
        return _latest(clock, zoned, story.written)
    return clock


def of_a_face(clock: Clock | None) -> bool:
    """Whether a clock time may be read off a clock with hands."""
    if clock is None or clock.half or clock.loose or clock.spoken or clock.bare:
        return True
    return clock.zone in _OF_ALL


def by_daylight(clock: Clock, *, faces: bool) -> Clock:
    """Return an hour that people would rather keep in the afternoon than in the night: ``at 3``.

    Only a guess of what is to come: it does not tell a bare hour. ``faces``: whether the text tells
    no time as a clock of 24 hours does.
    """
    may = clock.spoken or (clock.loose and faces)
    if clock.half or not may or clock.hour not in _AFTERNOON:
        return clock
    return clock._replace(half="pm")


def later(clock: Clock, begin: Clock) -> Clock:
    """Return the end of a range in the half of the day that puts it next behind its beginning."""
    if clock.half or not (clock.loose or clock.spoken):
        return clock
    after = [one for one in _HALVES if hour_of(clock._replace(half=one)) >= hour_of(begin)]
    return clock._replace(half=after[0] if after else "am")


def choices(clock: Clock) -> list[Clock]:
    """Return a clock time in the morning, and in the evening."""
    return [clock._replace(half=half, bare=False) for half in _HALVES]


def _within(clock: Clock, told: Told) -> Clock:
    """Return the half in which it lies in the part of a day that was told."""
    found = [one for one in choices(clock) if _is_within(hour_of(one), told)]
    return found[0] if len(found) == 1 and (clock.spoken or clock.loose) else clock


def _is_within(hour: int, told: Told) -> bool:
    if told.local is None or told.ends is None:
        return False
    at = told.local.replace(hour=hour)
    return told.local <= at < told.ends or told.local <= at + _DAY < told.ends


def _nearest(clock: Clock, zoned: Zoned, moment: datetime) -> Clock:
    def apart(one: Clock) -> timedelta:
        hand = Hand(one, zoned)
        return abs(hand.on(hand.nearest(moment)) - moment)

    return min(choices(clock), key=apart)


def _latest(clock: Clock, zoned: Zoned, written: datetime) -> Clock:
    def ago(one: Clock) -> timedelta:
        hand = Hand(one, zoned)
        return written - hand.on(hand.last_before(written))

    return min(choices(clock), key=ago)
