"""What a bare number counts: its noun was said before, or is left out.

"900 reports about Zoom and 200 about Slack", "113 flights were cancelled and 276 late", "it showed
4,000 at noon, against a usual 20", "1.4 million left without signal", "downloaded 3 million times".
The words are in ``data/lexicons/counts.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from nlp.counts.numbers import Amount
from nlp.counts.units import Told
from nlp.entries import load
from nlp.words.lexicons import Counts
from nlp.words.notation import alternation

VAGUE = ("dozens", "hundreds", "thousands", "millions", "lakhs", "crores")
_REPORTLIKE = ("reports", "complaints")
_BACK = 60
_SPOKEN = 400
"""How far behind reports a number may stand that is said to be their usual one."""
_LIVE = 240
"""How far behind a figure of reports, or the name of who counts them, another may stand."""
_MANY = 100
_FEW = 25
_SEVERAL = 13
_LATEST_HOUR = 24.6
_STOP = re.compile(r"(?<![ap]\.m)[.!?]\s|\n")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s(?:about|for|from|on|at)\s(?:the\s)?[A-Z]")
_JOINED = re.compile(
    r"(?:[,;]|\b(?:and|but|while|with|plus))\s(?:(?:a further|another|an additional|the other)\s)?"
    r"(?:\w{3,20}ed\s)?$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\s(?:more|others|late|(?:have|had|has|were|are|was|is)\b|\w{3,20}ed\b)|[,;.)]|$",
    re.IGNORECASE,
)
"""Behind a number: what became of those that it counts, or the end of what is said."""
_REPORTS = re.compile(r"\b(?P<unit>reports|complaints)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|[\s,;(])(?:[A-Z][\w’'.&-]{1,20}\s){1,3}$")
"""A name right before a number, as in a list: "Argentina 8,900, South Africa 4,000"."""
_TIMES = re.compile(r"\s(?:times|installs)\b", re.IGNORECASE)


def unit(text: str, first: int, amount: Amount, told: Told) -> str | None:
    """Return what a number counts whose words begin at ``first``, or none."""
    before = text[max(0, first - _BACK) : first]
    people = _people(text, before, amount)
    if people:
        return people
    if told and first - told[-1][0] <= _SPOKEN and not _STOP.search(text, told[-1][0], first):
        if _ANOTHER.search(before) or _OF_ANOTHER.match(text, amount.end):
            return told[-1][1]
        if _JOINED.search(before) and _DONE.match(text, amount.end):
            return told[-1][1]
    reports = next((one for one in reversed(told) if one[1] in _REPORTLIKE), None)
    if reports and first - reports[0] <= _SPOKEN and _usual().search(before):
        return reports[1]
    near = bool(told) and not _STOP.search(text, max(told[-1][0], first - _BACK), first)
    if _is_figure(amount, bounded=first < amount.start, few=near) and _leads(before):
        return spoken_of(text, first, reports)
    return None


def spoken_of(text: str, start: int, reports: tuple[int, str] | None) -> str | None:
    """Return the unit of the reports, if any, that a text is speaking of at an offset.

    ``reports``: where the last number of some ends before it, and its unit.
    """
    if reports and start - reports[0] <= _LIVE and "\n\n" not in text[reports[0] : start]:
        return reports[1]
    sentence = _STOP.split(text[max(0, start - _LIVE) : start])[-1]
    named = _REPORTS.search(sentence)
    if named:
        return named["unit"].lower()
    return _REPORTLIKE[0] if _trackers().search(sentence) else None


def acts(text: str, first: int, amount: Amount) -> tuple[str, int] | None:
    """Return what was done a number of times ("downloaded 3 million times"), and where it ends."""
    times = _TIMES.match(text, amount.end)
    if not times:
        return None
    before = text[max(0, first - _BACK) : first]
    found = next((name for name, verb in _acts() if verb.search(before)), None)
    return (found, times.end()) if found else None


def _people(text: str, before: str, amount: Amount) -> str | None:
    """Return the unit of people who are told of by what befell them or what they did."""
    vague = text[amount.start : amount.end].lower().endswith(VAGUE)
    if vague and _hit().search(before):
        return _lexicon().people[0]
    if not vague and (amount.low < _MANY or not _is_figure(amount)):
        return None
    if _reporting().match(text, amount.end):
        return _REPORTLIKE[0]
    if _suffering().match(text, amount.end) or (not vague and _struck().search(before)):
        return _lexicon().people[0]
    return None


def _is_figure(amount: Amount, *, bounded: bool = False, few: bool = False) -> bool:
    """Whether a number is hardly an hour, a year or a number of things not said."""
    whole = amount.low == int(amount.low)
    if amount.scale == 1 and not whole:
        return amount.low > _LATEST_HOUR
    if bounded or not amount.plain:
        return True
    return amount.low >= (_SEVERAL if few else _FEW) and not 1900 <= amount.low <= 2100


def _leads(before: str) -> bool:
    return bool(_leading().search(before) or _PLACE.search(before))


def _lexicon() -> Counts:
    return load("counts", Counts)


@cache
def _usual() -> re.Pattern[str]:
    words = alternation(_lexicon().usual)
    return re.compile(rf"\b(?:{words})\b(?![^.]*\brange\b)[^.;\n]*$", re.IGNORECASE)


@cache
def _hit() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:for|{alternation(_lexicon().strikes)})(?:\s(?:many|several))?\s$", re.IGNORECASE
    )


@cache
def _struck() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().strikes)})\s$", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    words = alternation(_lexicon().leads)
    return re.compile(rf"(?:\b(?:{words})|[(:,–—])\s?$", re.IGNORECASE)


@cache
def _reporting() -> re.Pattern[str]:
    words = alternation(_lexicon().reporting)
    return re.compile(rf"\s(?:(?:have|had|has)\s)?(?:{words})\b", re.IGNORECASE)


@cache
def _suffering() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternation(_lexicon().suffering)})\b", re.IGNORECASE)


@cache
def _trackers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(_lexicon().trackers)})\b", re.IGNORECASE)


@cache
def _acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (act.unit, re.compile(rf"\b(?:{alternation(act.verbs)})\s(?:\w+\s){{0,2}}$", re.IGNORECASE))
        for act in _lexicon().act
    )
