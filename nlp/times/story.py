"""The time that a story has reached: what an undated time in it is dated by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from nlp.times.timexes import Expression
from nlp.times.zoning import Zoned, home_zone

_BYLINE = re.compile(r"[^\n]*(?:[,:|–—-]|\b(?:published|updated|posted)(?: (?:on|at))?)[ ]|", re.I)
_TOP = 600
_SENTENCE_END = re.compile(r"\n|(?<!\.m)[.!?]\s")
_SHORT = 80
"""How near the top of a text a byline stands, and how many characters it has before its date."""

_STILL_THEN = re.compile(r"\s{1,4}(?:back then|at the time|on that day|then)\b", re.I)
"""How a line begins that goes on with what the one before it recalled."""

_WRAPPED = 24
_WRAP = re.compile(
    r"(?:^|\n)[ \t#*>\[(•-]{0,6}(?:update\b[ ]?#?\d{0,2}[ ,:(\[-]{0,3})?\Z", re.IGNORECASE
)

SOON = timedelta(hours=6)
"""A first date farther ahead of the writing than this is that of an announcement."""
FAR = timedelta(days=31)
"""A date farther from the writing than this recalls another story: it dates its own line only."""


class Told(NamedTuple):
    """The latest time that a story has told of."""

    moment: datetime
    """Aware, UTC."""
    place: Zoned
    """The zone in which it was told."""
    local: datetime | None = None
    """As written, where no clock was told ("on 12 June"): that day, whosever clock comes next."""
    ends: datetime | None = None
    """As written, where a part of a day was told, until when it lasts."""
    whole_day: bool = False
    """Whether a day was told, not a part of one."""
    end: bool = False
    """Whether it was told as an end, so that another end need not follow it."""

    def on(self, zoned: Zoned) -> datetime:
        """Return the moment (aware, UTC) for who goes on in a zone of their own."""
        return zoned.reading.utc(self.local) if self.local else self.moment

    def day(self, zoned: Zoned) -> date:
        """Return the day on a zone's calendar."""
        return (self.local or zoned.reading.local(self.moment)).date()


@dataclass(slots=True)
class Story:
    """Where a story stands while its times are read in order."""

    written: datetime | None
    """The moment of writing, aware; ``None`` where only its day, or nothing, is known."""
    day: date | None
    """The day of writing, where the publisher is."""
    home: Zoned
    reached: Told | None = None
    stamped: datetime | None = None
    """The moment of the update that is being read, where updates are stamped."""
    entered: datetime | None = None
    """The moment of the last line that a clock time opened."""
    told: tuple[int, datetime] | None = None
    """The date told last, however coarse ("in 1991"): where its line ends, and its beginning."""
    latest: Told | None = None
    """What was told last, also of a story that was only recalled: what "that day" means."""
    announces: bool = False
    """Whether the first that it told of is to come: so is what it then tells of."""
    _aside: tuple[int, Told | None] | None = field(default=None)
    """Where the line of a recalled story ends, and what the present one had reached."""

    def today(self, zoned: Zoned) -> date | None:
        """Return the day of writing on a zone's calendar."""
        return zoned.reading.local(self.written).date() if self.written else self.day

    def now(self, zoned: Zoned) -> datetime | None:
        """Return the moment of writing on a zone's clocks, or ``None`` where it is not known."""
        return zoned.reading.local(self.written) if self.written else None

    def stamp(self, moment: datetime) -> None:
        """Begin anew at the stamp of an update: it was written then."""
        self.written, self.stamped = moment, moment
        self.reached = self.latest = self._aside = None

    def mention(self, text: str, end: int, told: Told) -> None:
        """Move to a moment for the rest of its sentence: the story is not of it."""
        if self._aside is None and self.reached:
            stop = _SENTENCE_END.search(text, end)
            self._aside = (stop.start() if stop else len(text), self.reached)
        self.reached = self.latest = told

    def reach(self, text: str, end: int, told: Told, *, aside: bool) -> None:
        """Move to a moment; one of long ago, or ``aside``, counts only until its line ends.

        ``aside``: it is yet to come. A story may begin with that.
        """
        ahead = self.written is not None and told.moment > self.written + SOON
        if self.reached is None and (aside or ahead):
            self.announces, aside = True, False
        origin = self.written or (
            datetime.combine(self.day, time(), tzinfo=UTC) if self.day else None
        )
        recalled = aside or (origin and abs(told.moment - origin) > FAR)
        if recalled and self._aside is None:
            line = text.find("\n", end)
            self._aside = (len(text) if line < 0 else line, self.reached)
        self.reached = self.latest = told

    def tell(self, text: str, end: int, date: datetime) -> None:
        """Remember a date that was told, however coarse, for the rest of its line."""
        line = self.told[0] if self.told else -1
        if end > line:
            line = text.find("\n", end)
            line = len(text) if line < 0 else line
        self.told = (line, date)

    def pass_by(self, text: str, offset: int) -> None:
        """Leave a recalled story behind once its line has ended, and the next is not of it too."""
        if not self._aside or offset <= self._aside[0]:
            return
        end, present = self._aside
        if _STILL_THEN.match(text, end, offset):
            line = text.find("\n", offset)
            self._aside = (len(text) if line < 0 else line, present)
        else:
            self.reached, self._aside = present, None


def is_byline(text: str, item: Expression) -> bool:
    """Whether a full moment ends a short paragraph near the top: ``By Ann Lee, 4 May 2025, 9:15``.

    Such a line tells when the text was written.
    """
    clock, calendar = item.meaning.clock, item.meaning.calendar
    if not clock or not calendar or not calendar.day or item.start > _TOP:
        return False
    opening = text.rfind("\n\n", 0, item.start)
    line = text[opening + 2 if opening >= 0 else 0 : item.start]
    ends = text[item.end : item.end + 2] == "\n\n"
    return ends and len(line) < _SHORT and bool(_BYLINE.fullmatch(line))


def is_stamp(text: str, item: Expression) -> bool:
    """Whether a full moment opens a line, as the updates of a status page do."""
    meaning = item.meaning
    dated = meaning.clock and meaning.calendar and meaning.calendar.day
    return bool(dated) and opens_line(text, item.start)


def opens_line(text: str, start: int) -> bool:
    """Whether a line begins at an offset, but for what wraps a stamp: ``[07:25]``, ``Update (``."""
    return start == 0 or _WRAP.search(text, max(0, start - _WRAPPED), start) is not None


def begin(published: datetime | None, zone: str | None) -> Story:
    """Return a story at its start. A publication at midnight is a day, not a moment."""
    home = home_zone(zone)
    if published is None:
        return Story(None, None, home)
    moment = published.astimezone(UTC)
    at_home = home.reading.local(moment)
    for local in (moment.replace(tzinfo=None), at_home):
        if local.time() == time():
            return Story(None, local.date(), home)
    return Story(moment, at_home.date(), home)
