"""TIMEX3 values of dates and times of day, made into UTC intervals."""

from __future__ import annotations

from datetime import timedelta

from nlp.times import calendars
from nlp.times.timexes import Expression
from nlp.times.zoning import Zoned
from nlp.values import TimeValue


def interval(item: Expression, value: str, place: Zoned) -> TimeValue | None:
    """Return what a TIMEX3 value names in a place, in UTC; ``None`` beyond the calendar."""
    found = calendars.span(value)
    if found is None or not 1 < found.start.year <= found.end.year < 9999:
        return None
    start, end, precision = found.start, found.end, found.precision
    shift = item.meaning.shift
    hours = shift and shift.unit == "TH"
    if hours or (item.meaning.clock and item.meaning.clock.minute is None and not item.bound):
        end, precision = start + timedelta(hours=1), "hour"
    return TimeValue(
        start=place.reading.utc(start),
        end=place.reading.utc(end),
        precision=precision,
        zone=place.name,
        zone_from=place.origin,
        bound=item.bound,
        approximate=item.approximate,
    )
