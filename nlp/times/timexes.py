"""What a time expression says, before anybody knows which day it was said on.

An :class:`Expression` is text that was recognised and taken apart: figures of a clock, figures of a
calendar, a shift from some other time, or a TIMEX3 value that needs no calendar at all. Values are
those of ISO-TimeML (ISO 24617-1) as the TimeML annotation guidelines spell them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Half = Literal["am", "pm"]


class Clock(NamedTuple):
    """A time of day as written."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half: Half | None = None
    """am or pm, where written."""
    bare: bool = False
    """Whether it is an hour alone, as in "since 9", that may be of the morning or the evening."""
    zone: str | None = None
    """The zone as written."""
    loose: bool = False
    """Whether its hour is written as on a clock's face: of either half of a day."""
    spoken: bool = False
    """Whether it is told as people tell it, never on a clock of 24 hours: ``nine o'clock``."""
    explained: str | None = None
    """The zone in brackets behind it, which says which of its name is meant: ``CST (UTC+8)``."""


class Nth(NamedTuple):
    """``the first Friday of``, ``the last week of``, ``the week of``."""

    unit: str
    """TIMEX3 unit, W, WE or D; W# by its number; or a weekday, 1 for Monday."""
    which: int
    """1 is the first, -1 the last; 0 is the one that a day falls in."""


class Calendar(NamedTuple):
    """A date as written: what is not written is ``None``."""

    year: int | None = None
    years: int | None = None
    """How many years from the year of writing: -1 for "of last year"."""
    months: int | None = None
    """How many months from the month of writing: 1 for "of next month"."""
    quarter: int | None = None
    season: str | None = None
    """TIMEX3 part of the year: SP, SU, FA, WI, H1, H2."""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday."""
    numbers: tuple[int, int] | None = None
    """Two figures of which one is the month and one the day; the country decides."""
    holiday: str | None = None
    """The rule of a day that moves: ``11-4-4`` is November's fourth Thursday."""
    weekend: bool = False
    nth: Nth | None = None
    """Which week, day or weekday of the rest it is."""
    direction: int | None = None
    """-1 for last, 0 for this, 1 for next."""


class Shift(NamedTuple):
    """A distance from another time."""

    unit: str
    """TIMEX3 unit: TS, TM, TH, D, W, WE, M, Q, Y, E (decade) or C (century)."""
    amount: float
    origin: Literal["writing", "story"] = "writing"
    """From the time of writing ("an hour ago"), or from the time that the story has reached."""
    named: str = ""
    """The unit of what it ends on, if it is not its own: D in "four years ago today"."""


class Meaning(NamedTuple):
    """What one rule makes of the tokens that it matched."""

    type: TimexType
    value: str | None = None
    """The TIMEX3 value, where it needs no anchor."""
    calendar: Calendar | None = None
    shift: Shift | None = None
    clock: Clock | None = None
    part: str | None = None
    """TIMEX3 part of the day: MO, MI, AF, EV, NI, DT."""

    @property
    def dated(self) -> bool:
        """Whether it says which day, month or year."""
        return self.calendar is not None or self.shift is not None


class Expression(NamedTuple):
    """A stretch of text that speaks of time: ``text[start:end]``."""

    start: int
    end: int
    first: int
    """Position of its first token."""
    last: int
    """Position after its last token."""
    rule: str
    meaning: Meaning
    approximate: bool = False
    bound: Literal["by", "after"] | None = None
    instant: bool = False
    """Whether it is a machine's stamp, which says nothing of the zone that the text speaks in."""
