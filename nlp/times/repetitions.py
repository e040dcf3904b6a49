"""What comes again and again: ``every Monday``, ``twice a week``, ``daily``."""

from __future__ import annotations

import re

from nlp.times.periods import number
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.spans import amount_of, duration, unit_of
from nlp.times.timexes import Meaning

_WEEKENDS = "XXXX-WXX-WE"


def _every(found: Tokens) -> Meaning | None:
    every = of_kind(found, "every")
    part = found[-1] if found[-1].kind in ("part", "night") and len(found) > 2 else None
    noun = found[-2 if part else -1]
    if noun.kind == "second" and len(found) == 2:
        return None
    if noun.kind in ("weekday", "weekday_or_word"):
        again = f"XXXX-WXX-{noun.value}"
        return Meaning(type="SET", value=f"{again}T{part.value}" if part else again)
    if noun.kind in ("month", "month_or_word"):
        return Meaning(type="SET", value=f"XXXX-{int(noun.value):02d}")
    if noun.kind in ("season", "season_or_word"):
        return Meaning(type="SET", value=f"XXXX-{noun.value}")
    if every and every.value == 2 and noun.kind in ("part", "night"):
        return Meaning(type="SET", value="P2D")
    if part or noun.kind in ("part", "night"):
        noun = part or noun
        return Meaning(type="SET", value=f"XXXX-XX-XXT{noun.value}")
    if unit_of(noun) == "WE":
        return Meaning(type="SET", value=_WEEKENDS)
    amount = number(found) or amount_of(found[1:-1]) or (float(every.value) if every else 1)
    return Meaning(type="SET", value=duration(amount, unit_of(noun)))


def _often_every(found: Tokens) -> Meaning | None:
    """``once every two weeks``."""
    return _every(found[1:])


def _every_weekdays(found: Tokens) -> Meaning | None:
    """``alternate Wednesdays``."""
    day = found[-1].value
    return Meaning(type="SET", value=f"XXXX-WXX-{day}") if day else None


def _every_few(found: Tokens) -> Meaning | None:
    """``every couple of weeks``."""
    return Meaning(type="SET", value=duration(amount_of(found), unit_of(found[-1])))


def _every_date(found: Tokens) -> Meaning | None:
    """``every June 8th``, ``every Christmas``."""
    month, day = number_of(found, "month", "month_or_word"), number(found)
    if found[-1].kind == "holiday":
        fixed = re.fullmatch(r"(\d\d)-(\d\d)", str(found[-1].value))
        month, day = (int(fixed[1]), int(fixed[2])) if fixed else (0, 0)
    day = day or number_of(found, "num") or 0
    if not month or not 1 <= day <= 31:
        return None
    return Meaning(type="SET", value=f"XXXX-{month:02d}-{day:02d}")


def _every_day_of(found: Tokens) -> Meaning | None:
    """``every 1st of the month``."""
    day = number(found)
    if unit_of(found[-1]) != "M" or not 1 <= day <= 31:
        return None
    return Meaning(type="SET", value=f"XXXX-XX-{day:02d}")


def _also(found: Tokens) -> Meaning | None:
    """``every Monday and Wednesday``."""
    return Meaning(type="SET", value=f"XXXX-WXX-{found[0].value}")


def _parts(found: Tokens) -> Meaning | None:
    """``mornings``."""
    return Meaning(type="SET", value=f"XXXX-XX-XXT{found[-1].value}")


def _weekends(found: Tokens) -> Meaning | None:
    return Meaning(type="SET", value=_WEEKENDS) if unit_of(found[0]) == "WE" else None


def _often(found: Tokens) -> Meaning | None:
    return Meaning(type="SET", value=duration(1, unit_of(found[-1])))


def _adjective(found: Tokens) -> Meaning | None:
    return Meaning(type="SET", value=str(found[-1].value))


RULES = (
    Rule("set", "every (WEEKDAY|unit) PART", _every),
    Rule("set", "every half dash? a? unit", _every),
    Rule("set", "every ORDINAL of the unit", _every_day_of),
    Rule("set", "every weekdays", _every_weekdays),
    Rule("set", "every few of? UNIT", _every_few),
    Rule("set", "every MONTH (num|ordnum)", _every_date),
    Rule("set", "every holiday", _every_date),
    Rule("set", "every ORDINAL (unit|WEEKDAY)", _every),
    Rule("set", "(?<=every weekday (and|comma)) weekday", _also),
    Rule("set", "every FIGURE? (UNIT|WEEKDAY|PART|month|month_or_word|SEASON)", _every),
    Rule("set", "(often|FIGURE times|few times) dash? (a|per|every) dash? UNIT", _often),
    Rule("set", "often every FIGURE UNIT", _often_every),
    Rule("set", "(often|FIGURE times) unit_adjective", _adjective),
    Rule("set", "(?<=on) units", _weekends),
    Rule("set", "the? parts", _parts),
)
ADJECTIVES = (Rule("adjective", "unit_adjective", _adjective),)
