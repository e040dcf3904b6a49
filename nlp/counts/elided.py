"""What a bare number counts that goes on from another: 900 reports about Zoom and 200 about Slack.

Or that says how many there usually are; or, as "thousands", for how many it is down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.counts.numbers import Amount
from nlp.entries import load
from nlp.words.lexicons import Counts

VAGUE = ("dozens", "hundreds", "thousands", "millions")
_REPORTLIKE = ("reports", "complaints")
_BACK = 60
_SPOKEN = 400
"""How far behind reports a number may stand that is said to be their usual one."""
_HIT = re.compile(
    r"\b(?:for|hits?|hitting|affect\w*|leav\w+|left|impact\w*|strand\w*|outage for)"
    r"(?:\s(?:many|several))?\s$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![ap]\.m)[.!?]\s|\n")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s(?:about|for|from|on|at)\s(?:the\s)?[A-Z]")
_USUAL = re.compile(
    r"\b(?:usual|usually|normal|normally|typical|typically|average|baseline|ordinarily)\b"
    r"(?![^.]*\brange\b)[^.;\n]*$",
    re.IGNORECASE,
)


def unit(text: str, first: int, amount: Amount, told: Sequence[tuple[int, str]]) -> str | None:
    """Return what a number counts whose words begin at ``first``, or none.

    ``told``: where the last numbers before it end that count something, and what they count.
    """
    before = text[max(0, first - _BACK) : first]
    if text[amount.start : amount.end].lower().endswith(VAGUE) and _HIT.search(before):
        return _people()
    goes_on = _ANOTHER.search(before) or _OF_ANOTHER.match(text, amount.end)
    if goes_on and told and not _STOP.search(text, told[-1][0], first):
        return told[-1][1]
    reports = next((one for one in reversed(told) if one[1] in _REPORTLIKE), None)
    if reports and first - reports[0] <= _SPOKEN and _USUAL.search(before):
        return reports[1]
    return None


@cache
def _people() -> str:
    return load("counts", Counts).people[0]
