"""Parts of years and what is longer: quarters, halves, seasons, decades, holidays, weekends."""

from __future__ import annotations

import re

from nlp.times.rules import Rule, Tokens, number_of, of_kind
from nlp.times.timexes import Calendar, Meaning

_NEWEST = 34
"""Two figures up to this are of this century."""
DIRECTIONS = ("last", "previous", "past", "next", "coming", "this", "same")


def years_of(found: Tokens) -> int | None:
    """Return how many years from the year of writing a phrase says: ``of last year`` is -1."""
    unit = of_kind(found, "unit")
    if unit is None or unit.value != "Y":
        return None
    return number_of(found, *DIRECTIONS) or 0


def short_year(figures: int) -> int:
    """Return the year that its last two figures mean behind an apostrophe: '08, '68."""
    return figures + (2000 if figures <= _NEWEST else 1900)


def _date(calendar: Calendar) -> Meaning:
    return Meaning(type="DATE", calendar=calendar)


def number(found: Tokens) -> int:
    """Return the number of the first ordinal, in figures or words; 0 for none, -1 for the last."""
    token = of_kind(found, "ordnum", "ordword", "second", "final")
    if token is None or token.kind != "ordnum":
        return int(token.value) if token else 0
    return int(re.sub(r"\D", "", str(token.value)))


def _quarter(found: Tokens) -> Meaning | None:
    year, years = number_of(found, "year"), years_of(found)
    if of_kind(found, "quote"):  # "Q4 '19"
        year = short_year(int(found[-1].value))
    return _date(Calendar(year=year, years=years, quarter=number_of(found, "quarter")))


def ordinal(found: Tokens, which: int = 0) -> Meaning | None:
    """``the third quarter of 2025``, ``the 21st century``; not ``the first hour``."""
    unit, which = of_kind(found, "unit"), which or number(found)
    if unit and unit.value == "C" and 1 <= which <= 22:
        return Meaning(type="DATE", value=f"{which - 1:02d}")
    which = 4 if which < 0 else which
    if unit and unit.value == "Q" and 1 <= which <= 4:
        year, years = number_of(found, "year"), years_of(found[found.index(unit) + 1 :])
        return _date(Calendar(year=year, years=years, quarter=which))
    return None


def _half(found: Tokens) -> Meaning | None:
    token = of_kind(found, "half_year")
    half = str(token.value) if token else f"H{number(found)}"
    if half not in ("H1", "H2"):
        return None
    return _date(Calendar(year=number_of(found, "year"), years=years_of(found), season=half))


def _season(found: Tokens) -> Meaning | None:
    token = of_kind(found, "season", "season_or_word")
    years = years_of(found)
    return _date(
        Calendar(
            year=number_of(found, "year"),
            years=years,
            season=str(token.value) if token else None,
            direction=None if years is not None else number_of(found, *DIRECTIONS),
        )
    )


def _season_of_short_year(found: Tokens) -> Meaning | None:
    """``the summer of '69``."""
    made, year = _season(found[:-2]), int(found[-1].value)
    if made is None or made.calendar is None:
        return None
    return _date(made.calendar._replace(year=short_year(year)))


def _seasons_ago(found: Tokens) -> Meaning | None:
    """``two summers ago``."""
    season, years = of_kind(found, "seasons"), number_of(found, "numword", "num")
    if season is None or not years:
        return None
    return _date(Calendar(years=-years, season=str(season.value)))


def _decade(found: Tokens) -> Meaning | None:
    word = of_kind(found, "decade_word")
    if word:
        return Meaning(type="DATE", value=str(word.value))
    token = of_kind(found, "decade")
    figures = re.sub(r"\D", "", str(token.value)) if token else ""
    if figures.endswith("00") and figures < "2000":
        return Meaning(type="DATE", value=figures[:2])
    if len(figures) == 2:
        if not of_kind(found, "the", "quote", "early"):
            return None  # "a man in his 40s"
        figures = ("20" if figures < "20" else "19") + figures
    return Meaning(type="DATE", value=figures[:3]) if figures else None


def _of_unit(found: Tokens) -> Meaning | None:
    """``Black Friday weekend``, ``a summer weekend``; of another unit the day or season counts."""
    unit = of_kind(found, "unit")
    named = [token for token in found if token is not unit]
    whole = _holiday(named) or _season(named)
    if unit is None or unit.value != "WE" or whole is None or whole.calendar is None:
        return whole
    if of_kind(found, "holiday"):
        return _date(whole.calendar._replace(weekend=True))
    return _date(Calendar(weekend=True))


def _holiday(found: Tokens) -> Meaning | None:
    token = of_kind(found, "holiday")
    if token is None:
        return None
    rule, year = str(token.value), number_of(found, "year")
    direction, years = number_of(found, *DIRECTIONS), years_of(found)
    if years is not None:
        direction = None
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", rule)
    if fixed:
        month, day = int(fixed[1]), int(fixed[2])
        return _date(Calendar(year=year, years=years, month=month, day=day, direction=direction))
    return _date(Calendar(year=year, years=years, holiday=rule, direction=direction))


_PARTS = {
    "quarter": _quarter,
    "unit": ordinal,
    "half": _half,
    "holiday": _holiday,
    "season": _season,
    "season_or_word": _season,
}
"""What makes the parts of a year, by the kind of their noun."""


def _of_years(found: Tokens) -> Meaning | None:
    """``last year's third quarter``, ``this year's Thanksgiving``."""
    years, named = years_of(found), found[_POSSESSIVE:]
    noun = next(token.kind for token in reversed(named) if token.kind in _PARTS)
    made = _PARTS[noun](named)
    if years is None or made is None or made.calendar is None:
        return None
    return _date(made.calendar._replace(years=years))


_POSSESSIVE = 4
"""How many tokens are in front: last, year, the apostrophe, s."""
_NO_MODIFIER = "(?! ORDINAL dash unit WORD)"
"""The article of what a time stands before is no part of it: "the third-quarter loss"."""
_OF_YEAR = "((comma|of|in)? fiscal? year|(of? the? (WHICH|same) unit)|(of the unit))"

RULES = (
    Rule("weekend", "(holiday|SEASON) unit ((comma|of|in)? year)?", _of_unit),
    Rule(
        "years",
        "(last|previous|NEXT|this) unit quote unit_or_word "
        "(MOD? quarter|(ORDINAL|final) dash? (unit|half)|MOD? SEASON|holiday)",
        _of_years,
    ),
    Rule("quarter", f"MOD? quarter (quote num|{_OF_YEAR}?)|year dash? quarter", _quarter),
    Rule("half", f"(the? MOD? ORDINAL dash? half {_OF_YEAR})|(MOD? half_year {_OF_YEAR}?)", _half),
    Rule(
        "ordinal",
        f"(the {_NO_MODIFIER})? (MOD dash?)? fiscal? (ORDINAL|final) dash? unit {_OF_YEAR}?",
        ordinal,
    ),
    Rule("seasons", "(numword|num) seasons ago", _seasons_ago),
    Rule("season", "the? MOD? SEASON of? quote num", _season_of_short_year),
    Rule("season", f"the? MOD? the? SEASON {_OF_YEAR}", _season),
    Rule("season", "MOD? (the? (last|previous|NEXT|this)|the) SEASON", _season),
    Rule("season", "MOD? season", _season),
    Rule("season", "(?<=in) season_or_word", _season),
    Rule("season", "(?<=(in|since|by|before|after|of|for)) MOD dash? season_or_word", _season),
    Rule("decade", "the? (MOD dash?)? quote? decade", _decade),
    Rule("decade", "the (MOD dash?)? decade_word", _decade),
    Rule("decade", "(?<=decade_word (and|to|comma)) (MOD dash?)? decade_word", _decade),
    Rule("holiday", f"(last|previous|NEXT|this)? holiday (comma? {_OF_YEAR})?", _holiday),
)
