"""Moments as status pages write them: ISO 8601, or a month, a day and a clock without a year."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

from scraper.zones import HOURS

# What means several zones is read as the one whose companies use these platforms; the offset is
# what the page's host applies.
_HOURS = {**HOURS, "IST": 5.5, "CST": -6}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STAMP = re.compile(
    r"^(?:(?P<month>[A-Za-z]{3})[a-z]{0,6}\.? +(?P<day>\d{1,2})(?:, +(?P<year>\d{4}))?,? +)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?: *(?P<half>[AaPp])[Mm])?"
    r"(?: +(?P<zone>[A-Z]{3,5}|[+-]\d{2}:?\d{2}))?$"
)


class StampError(ValueError):
    """A stamp that cannot be read; the message names it and what was allowed."""


def utc(moment: datetime) -> datetime:
    """Return an aware datetime in UTC; ValueError where that leaves the calendar."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("the year must be between 1 and 9999") from error


Moment = Annotated[AwareDatetime, AfterValidator(utc)]
"""For pydantic models: an ISO 8601 time with a zone, or an epoch in seconds; becomes UTC."""


def iso(moment: datetime) -> str:
    """Return an aware datetime as ISO 8601 in UTC, to the second, ending in Z.

    >>> iso(datetime(2026, 8, 20, 16, 43, tzinfo=timezone(timedelta(hours=2))))
    '2026-08-20T14:43:00Z'
    """
    return utc(moment).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def near(stamp: str, reference: datetime) -> datetime:
    """Return the moment in UTC that a stamp like ``Aug 20, 14:43 UTC`` means.

    Without a year it is the one nearest to the reference, an aware datetime; without a month and
    a day, the first such time of the clock at or after the reference, to the minute. Without a
    zone it is UTC. Raises :class:`StampError`.

    >>> iso(near("Dec 31, 23:10 UTC", datetime(2026, 1, 1, tzinfo=UTC)))
    '2025-12-31T23:10:00Z'
    >>> iso(near("12:15 AM PDT", datetime(2026, 8, 6, 6, 30, tzinfo=UTC)))
    '2026-08-06T07:15:00Z'
    """
    found = _STAMP.match(" ".join(stamp.split()))
    if not found:
        raise StampError(
            f"the time {stamp[:60]!r} is not like 'Aug 20, 14:43 UTC' or '2:43 PM PDT'"
        )
    parts = found.groupdict()
    try:
        if parts["month"]:
            return _on_date(parts, reference)
        return _on_clock(parts, reference)
    except (ValueError, OverflowError) as error:
        raise StampError(f"the time {stamp[:60]!r} is not one of the calendar: {error}") from error


def _on_date(parts: dict[str, str | None], reference: datetime) -> datetime:
    month = _month(parts["month"] or "")
    day = int(parts["day"] or 0)
    base = reference.astimezone(_zone(parts["zone"]))
    years = [int(parts["year"])] if parts["year"] else range(base.year - 1, base.year + 2)
    moments = []
    for year in years:
        if (month, day) == (2, 29) and not _leap(year):
            continue
        moments.append(datetime(year, month, day, *_clock(parts), tzinfo=base.tzinfo))
    if not moments:
        raise ValueError("no year near it has a 29 February")
    return min(moments, key=lambda moment: abs(moment - reference)).astimezone(UTC)


def _on_clock(parts: dict[str, str | None], reference: datetime) -> datetime:
    base = reference.astimezone(_zone(parts["zone"])).replace(second=0, microsecond=0)
    hour, minute = _clock(parts)
    moment = base.replace(hour=hour, minute=minute)
    return (moment if moment >= base else moment + timedelta(days=1)).astimezone(UTC)


def _clock(parts: dict[str, str | None]) -> tuple[int, int]:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"] in "Pp" else 0)
    return hour, minute


def _month(word: str) -> int:
    if word.lower() not in _MONTHS:
        raise ValueError(f"no month begins with {word!r}")
    return _MONTHS.index(word.lower()) + 1


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _zone(name: str | None) -> timezone:
    if name is None:
        return UTC
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        sign = -1 if name[0] == "-" else 1
        return timezone(sign * timedelta(hours=hours, minutes=minutes))
    if name not in _HOURS:
        raise ValueError(f"the zone {name} is none of {', '.join(_HOURS)}")
    return timezone(timedelta(hours=_HOURS[name]))
