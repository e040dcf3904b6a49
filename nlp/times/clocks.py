"""Times of day: ``12:32 PM PST``, ``4.30pm``, ``0930 GMT``, noon, half past nine."""

from __future__ import annotations

import re
from typing import cast

from nlp.times import zones
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Calendar, Clock, Half, Meaning

_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):?(\d\d)?:?(\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?", re.ASCII
)


def _clock(
    found: Tokens, hour: int, minute: int | None, second: int | None = None
) -> Meaning | None:
    half = of_kind(found, "meridiem")
    named = [str(token.value) for token in found if token.kind == "zone"]
    if half and not 1 <= hour <= 12:  # "14:30 pm": the figures say more than the letters
        half = None
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 60 or (hour == 24 and minute):
        return None
    clock = Clock(
        hour=hour % 24,
        minute=minute,
        second=min(second, 59) if second is not None else None,
        half=cast("Half", half.value) if half else None,
        zone=named[0] if named else None,
        explained=named[-1] if len(named) > 1 else None,
    )
    return Meaning(type="TIME", clock=clock)


def _figures(found: Tokens) -> Meaning | None:
    token = of_kind(found, "clock", "dotclock")
    figures = [int(figure) for figure in re.split(r"[:.]", str(token.value))[:3]] if token else []
    made = _clock(found, *figures) if figures else None
    return made if token is None or str(token.value)[0] == "0" else _loose(made)


def _loose(made: Meaning | None) -> Meaning | None:
    """Return a clock time that may be of either half of the day, unless it says which, or where."""
    clock = made and made.clock
    if made is None or clock is None or clock.half or not 1 <= clock.hour <= 12:
        return made
    if clock.zone and clock.zone.lower().removesuffix(" time") not in zones.OF_HALVES:
        return made
    return made._replace(clock=clock._replace(loose=True))


def _spoken_of(made: Meaning | None) -> Meaning | None:
    """Return a clock time that is told as people tell it; it may be of either half of the day."""
    clock = made and made.clock
    if made is None or clock is None or clock.half:
        return made
    return made._replace(clock=clock._replace(spoken=True))


def _hour(found: Tokens) -> Meaning | None:
    hour = number_of(found, "num", "numword", "ish_hour")
    made = None if hour is None or hour > 24 else _clock(found, hour, None)
    return _spoken_of(made) if of_kind(found, "oclock", "ish", "ish_hour") else made


def _military(found: Tokens) -> Meaning | None:
    figures = number_of(found, "hhmm", "year", "int")
    return None if figures is None else _clock(found, figures // 100, figures % 100)


def _continental(found: Tokens) -> Meaning | None:
    """``16h30``; with a unit behind it, it would be a stretch."""
    hour, minute = int(found[0].value), int(found[2].value)
    if found[0].end != found[1].start or found[2].end - found[1].end != 2:
        return None
    return _clock(found, hour, minute) if found[1].value == "TH" else None


def _hours(found: Tokens) -> Meaning | None:
    """``20h``, ``0900 hours``, ``9:00 hrs``: behind "at", no stretch of time."""
    if found[-1].value != "TH":
        return None
    if found[0].kind in ("clock", "dotclock"):
        return _figures(found)
    hour = number_of(found, "num")
    return _military(found) if hour is None else _clock(found, hour, None)


def _noon(found: Tokens) -> Meaning | None:
    token = of_kind(found, "noonish")
    made = _clock(found, int(token.value), 0) if token else None
    if made is None or made.clock is None:
        return None
    clock = made.clock
    return made._replace(clock=clock._replace(half="pm" if clock.hour else "am"))


def _past(found: Tokens) -> Meaning | None:
    minutes = number_of(found, "quarter_hour") or 0
    hour = number_of(found, "num", "numword")
    if hour is None or not 1 <= hour <= 12:
        return None
    return _spoken_of(_clock(found, hour if minutes > 0 else hour - 1 or 12, minutes % 60))


def _minutes_past(found: Tokens) -> Meaning | None:
    """``ten past nine``, ``20 minutes to five``."""
    turn = next(at for at, token in enumerate(found) if token.kind in ("past", "to"))
    minutes, hour = _small(found[:turn]), _small(found[turn + 1 :])
    if not 1 <= minutes <= 59 or not 1 <= hour <= 12:
        return None
    if minutes % 5 and not of_kind(found, "unit", "units"):
        return None  # "from eight to ten"
    if found[turn].kind == "past":
        return _spoken_of(_clock(found, hour, minutes))
    return _spoken_of(_clock(found, hour - 1 or 12, 60 - minutes))


def _spoken(found: Tokens) -> Meaning | None:
    """``seven thirty``."""
    figures = [int(token.value) for token in found if token.kind == "numword"]
    minutes = sum(figures[1:])
    if figures[0] > 12 or not 10 <= minutes < 60:
        return None
    return _spoken_of(_clock(found, figures[0], minutes))


def _half_to_come(found: Tokens) -> Meaning | None:
    """``half seven``: half past it, as the British say."""
    hour = number_of(found, "num", "numword")
    if hour is None or not 1 <= hour <= 12:
        return None
    return _spoken_of(_clock(found, hour, 30))


def _small(found: Tokens) -> int:
    """Return a number below a hundred in figures or words: ``twenty-five``; 0 for none."""
    return sum(int(token.value) for token in found if token.kind in ("num", "numword"))


def _bare(found: Tokens) -> Meaning | None:
    hour = number_of(found, "num", "numword", "ish_hour")
    if hour is None or not 1 <= hour <= 12:
        return None
    return Meaning(type="TIME", clock=Clock(hour=hour, bare=True, spoken=True))


def _instant(found: Tokens) -> Meaning | None:
    match = _ISO.fullmatch(str(found[0].value))
    if not match:
        return None
    year, month, day, hour, minute, second = (
        int(part) if part else None for part in match.groups()[:6]
    )
    zone = of_kind(found, "zone")
    stated = str(zone.value) if zone else match[7]
    made = _clock(found, hour or 0, minute, second)
    if made is None or made.clock is None:
        return None
    clock = Clock(
        hour=made.clock.hour, minute=made.clock.minute, second=made.clock.second, zone=stated
    )
    return Meaning(type="TIME", clock=clock, calendar=Calendar(year=year, month=month, day=day))


_MINUTES = "(num|numword) (dash? numword)? (unit|units)?"
_MERIDIEM = "((oclock|meridiem) (ZONE)?)?"
_BEFORE_AN_HOUR = "at|by|since|before|after|to|dash|between|slash"
_BEFORE_A_RANGE = "between|since|at|approx|edge|for|dash|WORD|stop|comma|WEEKDAY|day_word|part"
_BEFORE_A_CLOCK = "(ZONE)? (dash|to|and|by) APPROX? (num|clock|dotclock) meridiem"
_PART_BEHIND = "(this PART|in the PART|tonight|(day_word|WEEKDAY) PART)"
_AFTER_A_BARE_HOUR = (
    "(stop|gap|lpar|and (WORD|clock)|dash|comma (and|WORD|the|gap)|on? (WEEKDAY|day_word|tonight)"
    "|WHICH PART|every|(in the)? PART|sharp|on ((num|ordnum)? MONTH|weekdays))"
)

RULES = (
    Rule("instant", "iso_datetime (ZONE)?", _instant),
    Rule("noon", "APPROX? (num|clock)? noonish (ZONE)?", _noon),
    Rule(
        "clock", "APPROX? clock (dash? ish)? meridiem? (comma? ZONE (lpar zone rpar)?)?", _figures
    ),
    Rule("clock", "APPROX? dotclock (meridiem (ZONE)?|ZONE)", _figures),
    Rule("clock", f"APPROX? dotclock (?= {_BEFORE_A_CLOCK})", _figures),
    Rule(
        "clock",
        f"(?<=(at|since|by|before|after|approx|edge)) dotclock (?= {_PART_BEHIND})",
        _figures,
    ),
    Rule(
        "clock",
        "(?<=(at|since|by)) APPROX? dotclock "
        "(?=stop|comma|rpar|gap|and WORD|dash|lpar|on? (WEEKDAY|day_word|tonight)|PART)",
        _figures,
    ),
    Rule("hour", "APPROX? (num|numword) meridiem (comma? ZONE)?", _hour),
    Rule("past", "APPROX? numword dash? numword (dash? numword)? meridiem (ZONE)?", _spoken),
    Rule("past", "(?<=at) numword dash? numword (?=stop|comma|gap|on|in the PART)", _spoken),
    Rule(
        "past", f"(?<!bignum) numword dash? numword (dash? numword)? (?= {_PART_BEHIND})", _spoken
    ),
    Rule("hour", "APPROX? (num|numword) oclock (ZONE)?", _hour),
    Rule("hour", f"APPROX num zone|((?<=({_BEFORE_AN_HOUR})) num zone)", _hour),
    Rule(
        "hour",
        f"(?<=({_BEFORE_A_RANGE})) num (?= {_BEFORE_A_CLOCK})",
        _hour,
    ),
    Rule("military", "APPROX? (hhmm|int|year) meridiem (ZONE)?", _military),
    Rule("military", "APPROX? (hhmm|(?<!clock|meridiem) year) (ZONE)", _military),
    Rule("military", "(hhmm|year) (?=(to|dash|and) (hhmm|year) ZONE)", _military),
    Rule("hour", "(?<=at) ((clock|hhmm|year) (unit|units)|num unit_or_word (?!num))", _hours),
    Rule("hour", "(?<=(by|since|before|after|approx|edge|for|to)) hhmm (unit|units)", _hours),
    Rule("military", "(?<=(at|by|since|before|after|approx|edge)) hhmm", _military),
    Rule("military", "(?<=for) hhmm (?=stop|comma|gap|on|to|dash)", _military),
    Rule(
        "hour", "(?<=(at|by|since|before|after|between|to|dash)) num unit_or_word num", _continental
    ),
    Rule("past", "APPROX? a? quarter_hour (num|numword) (oclock|meridiem)? (ZONE)?", _past),
    Rule("past", f"APPROX? {_MINUTES} past (num|numword) {_MERIDIEM}", _minutes_past),
    Rule(
        "past",
        f"(?<=(at|by|before|after|approx|edge)) {_MINUTES} to (num|numword) {_MERIDIEM}",
        _minutes_past,
    ),
    Rule(
        "past",
        "(?<=for) numword (dash? numword)? to numword (?=stop|gap|comma|in the PART|PART|tonight)",
        _minutes_past,
    ),
    Rule(
        "past",  # "from 9 to 5" is a working day, "since ten to five" is not
        f"(?<=since) (numword (dash? numword)?|num (unit|units)) to (num|numword) {_MERIDIEM}",
        _minutes_past,
    ),
    Rule(
        "bare",
        f"(?<=(at|since|by|before|after)) APPROX? num (?= {_AFTER_A_BARE_HOUR})",
        _bare,
    ),
    Rule("bare", f"(?<=at) numword (?= {_AFTER_A_BARE_HOUR})", _bare),
    Rule("bare", f"numword (?= {_PART_BEHIND})", _bare),
    Rule("bare", f"approx num (?= {_PART_BEHIND})", _bare),
    Rule("past", f"APPROX? half (num|numword) (?= {_PART_BEHIND})", _half_to_come),
    Rule(
        "past",
        "(?<=(at|since|by|before|after|approx|edge|to)) half (num|numword) "
        f"(?= {_AFTER_A_BARE_HOUR})",
        _half_to_come,
    ),
    Rule("bare", f"((?<=since) APPROX?|edge) numword (?= {_AFTER_A_BARE_HOUR})", _bare),
    Rule("bare", f"(?<=(at|by|after|before)) approx numword (?= {_AFTER_A_BARE_HOUR})", _bare),
    Rule("bare", "approx num (?= last night|tonight|day_word PART)", _bare),
    Rule("bare", f"(?<=(part|night|tonight)) approx num (?= {_AFTER_A_BARE_HOUR})", _bare),
    Rule("hour", "APPROX? ((num|numword) dash? ish|ish_hour) (meridiem|ZONE)", _hour),
    Rule("bare", "APPROX? ((num|numword) dash? ish|ish_hour)", _bare),
    Rule("bare", "edge num (?!dash|slash|and|to|comma num|UNIT|unit_or_word|zone)", _bare),
    Rule("bare", f"(?<=(between|since)) num (?= (and|to|dash) (num|clock) {_PART_BEHIND})", _bare),
    Rule("bare", f"(?<=(and|to|dash)) num (?= {_PART_BEHIND})", _bare),
)
