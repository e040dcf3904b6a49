"""A publisher's words for when it published → a moment in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil import parser

from scraper.zones import HOURS

AHEAD = timedelta(days=2)
"""How far ahead of its receipt a publication may be dated: zones and clocks go wrong by hours."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_LONGEST = 60
_HOURS = {**HOURS, "UT": 0, "Z": 0}  # as in RFC 822
_ZONES = {
    "ET": "America/New_York", "CT": "America/Chicago",
    "MT": "America/Denver", "PT": "America/Los_Angeles",
}  # fmt: skip
_DATE = re.compile(r"\d{4}|\d{1,2}[^\d:]")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")
_NAME = re.compile(r"(?<![A-Za-z])([A-Z]{1,5})\s*$")


def moment(words: str, *, zone: str | None = None) -> datetime | None:
    """Return the moment, aware and in UTC, that a machine-written date names, or ``None``.

    RFC 822, RFC 3339 and what else publishers put into feeds and meta tags. ``zone`` (IANA) is
    the publisher's: it reads an abbreviation that is its own, as IST in Asia/Kolkata, and
    anything that names no zone; without it that is UTC.

    >>> moment("Wed, 04 Feb 2026 01:50:00 IST", zone="Asia/Kolkata").isoformat()
    '2026-02-03T20:20:00+00:00'
    >>> moment("2026-02-03T12:32:00-08:00").isoformat()
    '2026-02-03T20:32:00+00:00'
    >>> moment("last Tuesday")
    """
    words = words.strip()
    if len(words) > _LONGEST or not _DATE.search(words):
        return None
    try:
        read = _read(words, zone)
    except (ValueError, OverflowError):
        return None
    if read is None:
        return None
    try:
        aware = read if read.tzinfo else _placed(read, words, zone)
        utc = aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return utc if utc >= _EARLIEST else None


def published(
    words: str, received: datetime, *, zone: str | None = None
) -> tuple[datetime | None, str | None]:
    """Return the moment of publication and a problem: a moment in the future is not believed.

    Where there is a problem the document stays, without the moment but with the words.
    """
    if not words.strip():
        return None, None
    when = moment(words, zone=zone)
    if when is None:
        return None, f"the date {words.strip()[:_LONGEST]!r} cannot be read"
    if when > received + AHEAD:
        return None, f"the date {words.strip()!r} lies in the future; it is not believed"
    return when, None


def _read(words: str, zone: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        pass
    numbers = _NUMBERS.match(words)
    if numbers and zone is None and max(int(numbers[1]), int(numbers[2])) <= 12:
        return None
    day_first = bool(numbers and zone and not zone.startswith("America/"))
    name = _NAME.search(words)
    plain = words[: name.start()] if name and name[1] not in ("AM", "PM") else words
    # dateutil fills what is missing from a default: two of them show what was missing.
    low, high = (
        parser.parse(plain, default=datetime(year, month, day), dayfirst=day_first, tzinfos=_offset)  # noqa: DTZ001  # a filler, not a moment
        for year, month, day in ((2000, 1, 1), (2004, 2, 2))
    )
    return low if low == high else None


def _offset(name: str | None, seconds: int | None) -> int | None:
    if name is None or seconds is not None:
        return seconds
    if name not in _HOURS:
        raise ValueError(f"no zone is called {name}")
    return _HOURS[name] * 3600


def _names(home: ZoneInfo, year: int) -> set[str | None]:
    """Return what a zone is called in winter and in summer: feeds write EST all year round."""
    return {datetime(year, month, 1, tzinfo=home).tzname() for month in (1, 7)}


def _placed(read: datetime, words: str, zone: str | None) -> datetime:
    name = _NAME.search(words)
    home = ZoneInfo(zone) if zone else None
    if home and (name is None or name[1] in _names(home, read.year)):
        return read.replace(tzinfo=home)
    if name and name[1] in _ZONES:
        return read.replace(tzinfo=ZoneInfo(_ZONES[name[1]]))
    if name and name[1] in _HOURS:
        return read.replace(tzinfo=UTC) - timedelta(hours=_HOURS[name[1]])
    if name and name[1] not in ("AM", "PM"):
        raise ValueError(f"no zone is called {name[1]}")
    return read.replace(tzinfo=home or UTC)
