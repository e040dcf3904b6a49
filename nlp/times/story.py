"""The time that a story has reached: what an undated time in it is dated by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from nlp.times.zoning import Zoned, home_zone

_AHEAD = re.compile(
    r"\b(?:will|shall|next update|expect(?:s|ed)?|scheduled|planned|upcoming|going to"
    r"|provide an update|eta|due (?:to|at|by)|no later than)\b[^.\n]*\Z",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:resolved?|restored?|recover(?:ed|y)|fixed|ended|over|back|operational|mitigated|until"
    r"|completed?|lasted|normal)\b[^.\n]*\Z",
    re.IGNORECASE,
)
_WINDOW = 70
"""How many characters before a time are asked where it points."""

FAR = timedelta(days=31)
"""A date farther from the writing than this recalls another story: it dates its own line only."""


def points_ahead(text: str, start: int) -> bool:
    """Whether the words before a time speak of what is to come."""
    return bool(_AHEAD.search(text, max(0, start - _WINDOW), start))


def tells_an_end(text: str, start: int) -> bool:
    """Whether the words before a time speak of an end, which follows what the story began with."""
    return bool(_ENDING.search(text, max(0, start - _WINDOW), start))


@dataclass(slots=True)
class Story:
    """Where a story stands while its times are read in order."""

    written: datetime | None
    """The moment of writing, aware; ``None`` where only its day, or nothing, is known."""
    day: date | None
    """The day of writing, where the publisher is."""
    home: Zoned
    reached: datetime | None = None
    """The latest moment that the story has told of, aware, UTC."""
    place: Zoned | None = None
    """The zone in which it was told."""
    _aside: tuple[int, datetime | None, Zoned | None] | None = field(default=None)

    def today(self, zoned: Zoned) -> date | None:
        """Return the day of writing on a zone's calendar."""
        return zoned.reading.local(self.written).date() if self.written else self.day

    def now(self) -> datetime | None:
        """Return the moment of writing as local time, or ``None`` where only the day is known."""
        return self.home.reading.local(self.written) if self.written else None

    def day_reached(self, zoned: Zoned | None = None) -> date | None:
        """Return the day that the story has reached, on a zone's calendar or its own."""
        place = zoned or self.place
        return place.reading.local(self.reached).date() if self.reached and place else None

    def stamp(self, moment: datetime) -> None:
        """Begin anew at the stamp of an update: it was written then."""
        self.written, self.reached, self.place, self._aside = moment, None, None, None

    def reach(self, text: str, end: int, moment: datetime, zoned: Zoned, *, aside: bool) -> None:
        """Move to a moment; one of long ago, or ``aside``, counts only until its line ends."""
        origin = self.written or (
            datetime.combine(self.day, time(), tzinfo=UTC) if self.day else None
        )
        if aside or (origin and abs(moment - origin) > FAR):
            line = text.find("\n", end)
            if self._aside is None:
                kept = (self.reached, self.place)
                self._aside = (len(text) if line < 0 else line, *kept)
        self.reached, self.place = moment, zoned

    def pass_by(self, offset: int) -> None:
        """Leave a recalled story behind once its line has ended."""
        if self._aside and offset > self._aside[0]:
            _, self.reached, self.place = self._aside
            self._aside = None


def begin(published: datetime | None, zone: str | None) -> Story:
    """Return a story at its start. A publication at midnight is a day, not a moment."""
    home = home_zone(zone)
    if published is None:
        return Story(None, None, home)
    moment = published.astimezone(UTC)
    for local in (moment.replace(tzinfo=None), home.reading.local(moment)):
        if local.time() == time():
            return Story(None, local.date(), home)
    return Story(moment, home.reading.local(moment).date(), home)
