"""Stretches of time: ``three hours``, ``half a day``, ``the past week``."""

from __future__ import annotations

from nlp.times.figures import Token
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Meaning

_UNITS = ("unit", "units", "night", "second", "unit_or_word")

_LETTERS = {"E": "DE", "C": "CE"}
"""How TIMEX3 writes units in durations where it writes them otherwise in dates."""
_SMALLER = {"TH": "30M", "TM": "30S"}
_QUARTERS = {"TH": ("PT", 15, "M"), "D": ("PT", 6, "H"), "Y": ("P", 3, "M"), "C": ("P", 25, "Y")}
_HALVES = {"D": "PT12H", "Y": "P6M", "E": "P5Y", "C": "P50Y"}
"""Halves that have a unit of their own."""


def unit_of(token: Token) -> str:
    """Return the TIMEX3 unit of a token: ``TH``, ``D``, ``W`` …"""
    return {"night": "D", "second": "TS"}.get(token.kind, str(token.value))


def amount_of(found: Tokens) -> float | None:
    """Return how many a phrase says (``two and a half`` is 2.5), or ``None`` for "a few"."""
    few = of_kind(found, "few")
    if few:
        return float(few.value) or None
    half = 0.5 if of_kind(found, "half") else 0.0
    figure = of_kind(found, "num", "int", "decimal", "year")
    if figure:
        return float(figure.value) + half
    total = 0.0
    for token in found:
        if token.kind == "bignum":
            total = max(total, 1) * float(token.value)
        elif token.kind == "numword":
            total += float(token.value)
    if total or any(token.kind == "numword" for token in found):
        return total + half
    return half or (1.0 if of_kind(found, "a", "another") else None)


def duration(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; an open amount is X.

    >>> duration(1.5, "TH"), duration(2, "2W"), duration(None, "D"), duration(2, "E")
    ('PT1H30M', 'P4W', 'PXD', 'P2DE')
    """
    if amount is None:
        return _value_of("X", unit)
    if unit == "2W":
        return _value_of(f"{amount * 2:g}", "W")
    whole, rest = divmod(amount, 1)
    if rest == 0.5 and unit in _SMALLER:
        return (_value_of(f"{whole:g}", unit) if whole else "PT") + _SMALLER[unit]
    if amount == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    return _value_of(f"{amount:g}", unit)


def _value_of(figure: str, unit: str) -> str:
    clock = "T" if unit.startswith("T") else ""
    letter = unit.removeprefix("T").removeprefix("2")
    return f"P{clock}{figure}{_LETTERS.get(letter, letter)}"


def pieces_of(found: Tokens) -> list[tuple[float | None, str]]:
    """Return amount and unit of each part: ``1 hour and 30 minutes`` has two."""
    pieces: list[tuple[float | None, str]] = []
    begin = 0
    for index, token in enumerate(found):
        if token.kind in _UNITS and (index + 1 == len(found) or token.kind != "second" or index):
            pieces.append((amount_of(found[begin:index]), unit_of(token)))
            begin = index + 1
    tail = found[begin:]
    if pieces and of_kind(tail, "half"):  # "an hour and a half"
        amount, unit = pieces[-1]
        pieces[-1] = ((amount or 1) + 0.5, unit)
    return pieces


def _value(found: Tokens) -> str | None:
    pieces = pieces_of(found)
    if len(pieces) == 1:
        return duration(*pieces[0])
    parts = [duration(*piece)[1:] for piece in pieces]
    date = "".join(part for part in parts if part[0] != "T")
    time = "".join(part[1:] for part in parts if part[0] == "T")
    return f"P{date}{f'T{time}' if time else ''}" if parts else None


def _duration(found: Tokens) -> Meaning | None:
    if found[-1].kind == "second" and not of_kind(found, *_FIGURED):
        return None  # "a second", which is far oftener the next after the first
    value = _value(found)
    return Meaning(type="DURATION", value=value) if value else None


def _letters(found: Tokens) -> Meaning | None:
    """Figures with letters for units, which must touch: ``2h30m``, ``45min``."""
    letters = [index for index, token in enumerate(found) if token.kind == "unit_or_word"]
    if any(found[index - 1].end != found[index].start for index in letters):
        return None
    if len(letters) == 1 and found[letters[0]].value != "TH":  # 5m is as often five million
        return None
    return _duration(found)


def _open(found: Tokens) -> Meaning | None:
    unit = of_kind(found, "unit", "units", "night")
    return Meaning(type="DURATION", value=duration(None, unit_of(unit))) if unit else None


def _age(found: Tokens) -> Meaning | None:
    """``at the age of 35 years`` tells of somebody; a younger thing's age is a stretch of time."""
    return None if pieces_of(found)[0][1] == "Y" else _duration(found)


def _fraction(found: Tokens) -> Meaning | None:
    """``a quarter of its staff`` is no time, ``two weeks of rain`` is one."""
    return None if unit_of(found[-1]) == "Q" else _duration(found)


def _hour_and(found: Tokens) -> Meaning | None:
    """``1 hr 20``."""
    if unit_of(found[-2]) != "TH" or not 1 <= int(found[-1].value) <= 59:
        return None
    return Meaning(type="DURATION", value=f"{_value(found[:-1])}{found[-1].value}M")


def _long(found: Tokens) -> Meaning | None:
    """``a week-long strike``, ``a months-long siege``."""
    amount = 1.0 if found[0].kind == "unit" else None
    return Meaning(type="DURATION", value=duration(amount, unit_of(found[0])))


def _mixed(found: Tokens) -> Meaning | None:
    """``2 1/2 years``."""
    part = _FRACTIONS.get(str(found[-2 if found[-2].kind == "short_date" else -3].value))
    whole = number_of(found, "num")
    if part is None or whole is None:
        return None
    return Meaning(type="DURATION", value=duration(whole + part, unit_of(found[-1])))


def _ago(found: Tokens) -> Meaning | None:
    return Meaning(type="DATE", value="PAST_REF")


def _lasting(found: Tokens) -> Meaning | None:
    return Meaning(type="DURATION", value=str(found[0].value))


def _rate(found: Tokens) -> None:
    """``24 hours a day``: no day that is meant."""


def _quarters(found: Tokens) -> Meaning | None:
    """``three quarters of an hour``, ``a quarter-century``."""
    units = [token for token in found if token.kind == "unit" or token.kind == "units"]
    whole = _QUARTERS.get(unit_of(units[-1]))
    if unit_of(units[0]) != "Q" or whole is None:
        return None
    amount = amount_of(found[: found.index(units[0])]) or 1
    return Meaning(type="DURATION", value=f"{whole[0]}{amount * whole[1]:g}{whole[2]}")


def _and_quarters(found: Tokens) -> Meaning | None:
    """``an hour and a quarter``."""
    turn = next(index for index, token in enumerate(found) if token.kind == "and")
    if unit_of(found[-1]) != "Q":
        return _duration(found)
    hours, quarters = amount_of(found[: turn - 1]), amount_of(found[turn + 1 : -1])
    if unit_of(found[turn - 1]) != "TH" or not hours or not quarters:
        return None
    whole, minutes = divmod(int(hours * 60 + quarters * 15), 60)
    return Meaning(type="DURATION", value=f"PT{whole}H{minutes}M")


def _with_quarters(found: Tokens) -> Meaning | None:
    """``three and a quarter hours``."""
    turn = next(index for index, token in enumerate(found) if token.kind == "and")
    hours, quarters = amount_of(found[:turn]), amount_of(found[turn + 1 : -2])
    if unit_of(found[-2]) != "Q" or unit_of(found[-1]) != "TH" or not hours or not quarters:
        return None
    whole, minutes = divmod(int(hours * 60 + quarters * 15), 60)
    return Meaning(type="DURATION", value=f"PT{whole}H{minutes}M")


def _nights(found: Tokens) -> Meaning | None:
    """``three nights``."""
    if found[-1].value != "NI":
        return None
    return Meaning(type="DURATION", value=duration(amount_of(found), "D"))


def _relative(found: Tokens) -> Meaning | None:
    """``the past three days``: how long, beside now."""
    value = _value([token for token in found if token.kind not in _AROUND])
    return Meaning(type="DURATION", value=value) if value else None


def _whole(found: Tokens) -> Meaning | None:
    return Meaning(type="DURATION", value=duration(1, unit_of(found[-1])))


_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_AROUND = ("last", "previous", "past", "next", "coming", "this", "the")
_FIGURED = ("num", "int", "decimal", "numword", "bignum", "few", "half")
_WHICH = "last|previous|past|NEXT"
_SPAN = "COUNT dash? UNIT"

RULES = (
    Rule("quarters", "approx? (a|numword|num)? dash? (unit|units) (dash|of a) unit", _quarters),
    Rule("rate", "(?<=(units|numword|num|int)) a unit", _rate),
    Rule("age", f"(?<=aged) approx? {_SPAN}", _age),
    Rule("age", f"approx? {_SPAN} dash? old", _duration),
    Rule("vague", "units ago", _ago),
    Rule("vague", "units (later|earlier)", _open),
    Rule("vague", "units (before|after) (?=stop|comma|gap)", _open),
    Rule("vague", "units (?=before|after)", _open),
    Rule("offset", f"{_SPAN} (?=before|after)", _duration),
    Rule(
        "relative",
        f"the? ({_WHICH}|this) dash? (FIGURE|few of?) (and (a half|half a))? dash? UNIT "
        "(and FIGURE (unit|units))?",
        _relative,
    ),
    Rule("relative", f"the? ({_WHICH}) unit and a half", _relative),
    Rule("relative", f"the? ({_WHICH}) half dash? a? unit", _relative),
    Rule("relative", f"the? ({_WHICH}) units", _relative),
    Rule("quarters", f"the? ({_WHICH}) (unit|units) of a unit", _quarters),
    Rule("whole", "(a|the)? whole unit (?!of (month|month_or_word))", _whole),
    Rule("mixed", "approx? num dash? short_date dash? (unit|units)", _mixed),
    Rule("fraction", "approx? (a|numword) dash? (unit|units) (?=of)", _fraction),
    Rule(
        "duration",
        "approx? (another|a more)? (FIGURE|(a? few of?)) (more|whole) (unit|units)",
        _duration,
    ),
    Rule("duration", "a more FIGURE (unit|units)", _duration),
    Rule("duration", "another (FIGURE|few of?) UNIT", _duration),
    Rule("duration", "(?<=for|lasts) another unit", _duration),
    Rule(
        "quarters",
        f"approx? {_SPAN} and (a|numword) (unit|units) (?!of|comma FIGURE|and)",
        _and_quarters,
    ),
    Rule("quarters", "approx? FIGURE and (a|numword) unit (unit|units)", _with_quarters),
    Rule("nights", "approx? (another|more)? (FIGURE|(a? few of?)) more? parts", _nights),
    Rule("nights", f"the? ({_WHICH}) (FIGURE|few of?) parts", _nights),
    Rule("duration", f"approx? {_SPAN} (comma? and? FIGURE (unit|units)){{1,4}}", _duration),
    Rule("duration", "approx? FIGURE (unit|units) num (?=stop|gap)", _hour_and),
    Rule("duration", f"approx? {_SPAN} and (a half|half a)", _duration),
    Rule("duration", "approx? FIGURE dash? and dash? a dash? half dash? UNIT", _duration),
    Rule("duration", "(unit|units) dash (long|old)", _long),
    Rule("duration", f"approx? {_SPAN} (dash? long)?", _duration),
    Rule("duration", "half dash? UNIT", _duration),
    Rule("lasting", "lasting", _lasting),
    Rule("letters", "approx? (num|int) unit_or_word (num (unit_or_word|unit))?", _letters),
    Rule("whole", "(?<=(in|approx|for)) the next unit", _whole),
    Rule("duration", "(?<=for) unit (?!num|int)", _open),
    Rule("duration", "(?<=(for|in|approx|past|since|dash|by)) units", _open),
    Rule("duration", "units (?=of)", _open),
    Rule("duration", "(?<=lasts) units|(?<=units or) units", _open),
)
