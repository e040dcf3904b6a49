"""TIMEX3 values of times of day, and of what nothing dates."""

from __future__ import annotations

from nlp.times.dating import calendar_value
from nlp.times.links import hour_of
from nlp.times.timexes import Clock, Meaning, TimexType


def clock_value(clock: Clock) -> str:
    """Return the TIMEX3 value of a time of day: ``14:05``."""
    value = f"{hour_of(clock):02d}:{clock.minute or 0:02d}"
    return f"{value}:{clock.second:02d}" if clock.second is not None else value


def type_of(meaning: Meaning, value: str) -> TimexType:
    """Return the TIMEX3 type of what has a value: a TIME only where the value has one."""
    return meaning.type if meaning.type != "TIME" or "T" in value else "DATE"


def unanchored(meaning: Meaning) -> str:
    """Return the TIMEX3 value of what nothing dates: X for what is not known."""
    if meaning.clock:
        return f"XXXX-XX-XXT{clock_value(meaning.clock)}"
    if meaning.part:
        return f"XXXX-XX-XXT{meaning.part}"
    calendar = meaning.calendar
    if calendar and calendar.month:
        return calendar_value(calendar, None) or "XXXX"
    if calendar and calendar.weekday:
        return f"XXXX-WXX-{calendar.weekday}"
    if meaning.shift:
        return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[_sign(meaning.shift.amount) + 1]
    return "XXXX-XX-XX"


def _sign(amount: float) -> int:
    return (amount > 0) - (amount < 0)
