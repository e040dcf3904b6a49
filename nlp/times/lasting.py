"""Stretches from when something began up to now, or from now on: "down for two hours now"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from nlp.times.story import Story
from nlp.times.tense import points_ahead
from nlp.times.timexes import Expression
from nlp.values import TimeValue

_REACH = 120
_FOR = re.compile(
    r"\bfor\s+(?:(?:about|around|like|roughly|maybe|a\s+good|the\s+(?:last|past))\s+){0,2}$",
    re.IGNORECASE,
)
_UNTIL_NOW = re.compile(r"\s+(?:now|already|and\s+counting|so\s+far|straight)\b", re.IGNORECASE)
_LATELY = re.compile(r"\b(?:last|past)\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?<!\bhad )(?<!['’]d )\bbeen\b[^.;!?\n]*$"
    r"|(?:^|[.!?\n]\s?)(?:still|been|down|out|offline|dead)\b[^.;!?\n]{0,40}$",
    re.IGNORECASE,
)
_NO_MOMENT = re.compile(
    r"\b(?:more|over|nearly|almost|least|up|under|less|most|several|few)\b", re.I
)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|\w+est|worst|most|only|once|twice"
    r"|times)\b[^.;!?\n]*$",
    re.IGNORECASE,
)
"""Before a stretch within which something is one of several: the third failure in two weeks."""
_IN = re.compile(r"\bin\s\Z", re.IGNORECASE)
_AHEAD = re.compile(r"P(?P<clock>T?)(?P<number>\d{1,3})(?P<unit>[DWHM])")
_UNITS = {"M": timedelta(minutes=1), "H": timedelta(hours=1)}
_DAYS = {"D": timedelta(days=1), "W": timedelta(weeks=1)}
_LENGTH = re.compile(r"P(?:(?P<days>\d)D|T(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+)M)?)")


def other_end(text: str, item: Expression, story: Story) -> TimeValue | None:
    """Return the end of a stretch that is not now: of one up to now, or of one from now on."""
    return _begin(text, item, story) or _end(text, item, story)


def _begin(text: str, item: Expression, story: Story) -> TimeValue | None:
    """Return when a stretch of hours or days began that lasts at the moment of writing."""
    length = _LENGTH.fullmatch(item.meaning.value or "")
    if length is None or story.written is None or not _lasts(text, item):
        return None
    if length["days"]:
        day = story.home.reading.local(story.written).date() - timedelta(days=int(length["days"]))
        start = story.home.reading.utc(datetime.combine(day, time()))
        return _value(story, start, timedelta(days=1))
    ago = timedelta(hours=float(length["hours"] or 0), minutes=float(length["minutes"] or 0))
    start = (story.written - ago).astimezone(UTC).replace(second=0, microsecond=0)
    return _value(story, start, timedelta(minutes=1))


def _end(text: str, item: Expression, story: Story) -> TimeValue | None:
    """Return the moment that lies so far ahead: ``back in half an hour``."""
    length = _AHEAD.fullmatch(item.meaning.value or "")
    if length is None or story.written is None or not _is_in(text, item):
        return None
    said = text[item.start : item.end]
    counted = _COUNTED.search(text, max(0, item.start - _REACH), item.start)
    if counted or _NO_MOMENT.search(said) or not points_ahead(text, item.start):
        return None
    unit = (_UNITS if length["clock"] else _DAYS).get(length["unit"])
    if unit is None:
        return None
    moment = story.written + int(length["number"]) * unit
    if length["clock"]:
        start = moment.astimezone(UTC).replace(second=0, microsecond=0)
        return _value(story, start, timedelta(minutes=1))
    day = story.home.reading.local(moment).date()
    start = story.home.reading.utc(datetime.combine(day, time()))
    return _value(story, start, timedelta(days=1))


def _is_in(text: str, item: Expression) -> bool:
    return _IN.search(text, max(0, item.start - len(" in ")), item.start) is not None


def _lasts(text: str, item: Expression) -> bool:
    said = text[item.start : item.end]
    before = text[max(0, item.start - _REACH) : item.start]
    if _NO_MOMENT.search(said) or not _FOR.search(before):
        return False
    if _UNTIL_NOW.match(text, item.end) or _LATELY.search(said) or _LATELY.search(before[-10:]):
        return True
    return _GOES_ON.search(before) is not None


def _value(story: Story, start: datetime, length: timedelta) -> TimeValue:
    return TimeValue(
        start=start,
        end=start + length,
        precision="day" if length.days else "minute",
        zone=story.home.name,
        zone_from=story.home.origin,
        approximate=True,
    )
