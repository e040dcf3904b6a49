"""Times told by how far off they are: ``two hours ago``, ``a year earlier``."""

from __future__ import annotations

from nlp.times.figures import Token
from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.spans import amount_of, pieces_of, unit_of
from nlp.times.timexes import Calendar, Meaning, Nth, Shift, TimexType

_PARTS = {"Y": ("M", 12), "W": ("D", 7), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}
"""What units are counted in that are not whole."""
_BESIDE = 3
_IN_DAYS = {"D": 1, "W": 7, "2W": 14}
_IN_A_YEAR = {"Y": 1, "Q": 4, "M": 12, "W": 52}


def _shift(found: Tokens) -> Meaning | None:
    direction = of_kind(found, "ago", "earlier", "later", "hence", "before", "after")
    pieces = pieces_of(found)
    if direction is None or not pieces:
        return None
    amount, unit = _folded(pieces)
    sign = -1 if direction.kind in ("ago", "earlier", "before") else 1
    if amount is None:
        return Meaning(type="DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if amount % 1 and unit in _PARTS:
        unit, amount = _PARTS[unit][0], amount * _PARTS[unit][1]
    kind: TimexType = "TIME" if unit.startswith("T") else "DATE"
    writing = direction.kind in ("ago", "hence")
    today = direction.kind == "hence" and direction.value == "D"  # "two weeks from today"
    shift = Shift(
        unit=unit,
        amount=sign * amount,
        origin="writing" if writing else "story",
        named="D" if today else "",
    )
    return Meaning(type=kind, shift=shift)


def _folded(pieces: list[tuple[float | None, str]]) -> tuple[float | None, str]:
    """Return one amount of the last unit: ``3 weeks and 2 days`` is 23 of days."""
    total, unit = pieces[0]
    for amount, smaller in pieces[1:]:
        while unit != smaller and unit in _PARTS:
            unit, total = _PARTS[unit][0], (total or 0) * _PARTS[unit][1]
        total = None if amount is None or total is None or unit != smaller else total + amount
    return total, unit


def _anniversary(found: Tokens) -> Meaning | None:
    """``four years ago today``, ``ten years ago this week``, ``a week ago yesterday``."""
    at = next(index for index, token in enumerate(found) if token.kind == "ago")
    meaning, named = _shift(found[: at + 1]), found[-1]
    if meaning is None or meaning.shift is None:
        return None
    if number_of(found, "day_word"):
        return _days_ago(meaning.shift, int(named.value))
    if named.kind not in ("day_word", "unit"):
        return _years_ago(named, meaning.shift)
    unit = "D" if named.kind == "day_word" else unit_of(named)
    return Meaning(type="DATE", shift=meaning.shift._replace(named=unit))


def _days_ago(shift: Shift, day: int) -> Meaning | None:
    """Return the day so many days or weeks before yesterday or tomorrow."""
    days = _IN_DAYS.get(shift.unit)
    if days is None:
        return None
    return Meaning(type="DATE", shift=Shift("D", days * shift.amount + day))


def _years_ago(named: Token, shift: Shift) -> Meaning | None:
    """Return the month or season of so many years ago."""
    if shift.unit != "Y":
        return None
    calendar = Calendar(years=int(shift.amount))
    if named.kind.startswith("season"):
        return Meaning(type="DATE", calendar=calendar._replace(season=str(named.value)))
    return Meaning(type="DATE", calendar=calendar._replace(month=int(named.value)))


def _back(found: Tokens) -> Meaning | None:
    """``the year-ago period``, ``the year-earlier quarter``."""
    dash = next(index for index, token in enumerate(found) if token.kind == "dash")
    unit = unit_of(found[dash - 1])
    if unit.startswith("T"):
        return None
    if found[-1].kind == "unit" and unit == "Y":
        return _year_before(unit_of(found[-1]))
    return Meaning(type="DATE", shift=Shift(unit=unit, amount=-1))


def _same_unit(found: Tokens) -> Meaning | None:
    """``the same month last year``, ``the same period a year earlier``."""
    same = next(index for index, token in enumerate(found) if token.kind == "same") + 1
    of = [token for token in found[same + 1 :] if token.kind == "unit"]
    if [unit_of(token) for token in of] != ["Y"]:
        return None
    return _year_before("Y" if found[same].kind == "period" else unit_of(found[same]))


def _year_before(unit: str) -> Meaning | None:
    """Return the day, week, month or quarter that a story tells of, a year before."""
    amount = _IN_A_YEAR.get(unit)
    if amount is None:
        return None
    return Meaning(type="DATE", shift=Shift(unit=unit, amount=-amount, origin="story"))


def _weeks_from(found: Tokens) -> Meaning | None:
    """``a week from Friday``, ``two weeks from this Monday``."""
    weekday, weeks = number_of(found, "weekday", "weekday_or_word"), amount_of(found[:1])
    days = _IN_DAYS.get(unit_of(found[1]), 0)
    if not _from(found) or days < _IN_DAYS["W"] or not weeks:
        return None
    which = int(weeks * days / _IN_DAYS["W"]) + 1
    calendar = Calendar(weekday=weekday, nth=Nth("W", which))
    return Meaning(type="DATE", calendar=calendar)


def _days_from(found: Tokens) -> Meaning | None:
    """``a week from tomorrow``, ``two days from today``, ``a week tomorrow``."""
    days, amount = _IN_DAYS.get(unit_of(found[1])), amount_of(found[:1])
    counted = _from(found) or (
        len(found) == _BESIDE and days in (7, 14) and found[-1].value in (0, 1)
    )
    if not counted or not days or not amount:
        return None
    return Meaning(type="DATE", shift=Shift("D", days * amount + int(found[-1].value)))


def _from(found: Tokens) -> list[Token]:
    """Return the words that count from a day on: "from", not "since"."""
    return [token for token in found if token.value == "from"]


_NOW = "day_word|(this (unit|month|month_or_word|SEASON))"
_WHICH = "last|previous|past|NEXT"
_SPAN = "COUNT dash? UNIT"
_HALVED = "FIGURE dash? and dash? a dash? half dash? UNIT"
_MORE_SPANS = "(comma? and? FIGURE (unit|units)){1,2}"

RULES = (
    Rule("weekday", "(a|numword|num) (unit|units) since this? WEEKDAY", _weeks_from),
    Rule("relative", "(a|numword|num) (unit|units) since day_word", _days_from),
    Rule(
        "relative",
        "(?<=(other|by|on)) (a|numword|num) (unit|units) day_word (?=stop|gap|comma)",
        _days_from,
    ),
    Rule("shift", f"approx? {_SPAN} {_MORE_SPANS} (ago|hence|earlier|later)", _shift),
    Rule("anniversary", f"{_SPAN} ago ({_NOW})", _anniversary),
    Rule("yearago", f"the same (unit|period) (of|in)? ({_WHICH}) unit", _same_unit),
    Rule("yearago", "the same (unit|period) (a|the) unit (ago|earlier|before)", _same_unit),
    Rule(
        "shift",
        f"approx? ({_SPAN} (and (a half|half a))?|{_HALVED}) (ago|hence|earlier|later)",
        _shift,
    ),
    Rule("shift", f"approx? {_SPAN} (before|after) (?=stop|comma|gap|rpar)", _shift),
    Rule("yearago", "the? unit dash (ago|earlier) (period|unit)?", _back),
)
