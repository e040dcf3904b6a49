"""Which field of an outage a count fills: a peak, a total, a baseline, people affected."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.wordings import Wording
from nlp.claims import CountField
from nlp.mentions import Mention

_CUES: dict[str, str] = {
    "falling": r"(?:f[ae]ll(?:en|ing|s)?|dropp(?:ed|ing)|declin(?:ed|ing)|eas(?:ed|ing)"
    r"|decreas(?:ed|ing)|tapered|came|come|gone|down)\s+(?:\w+\s+)?to|dwindl\w+|subsid\w+|fewer\s+than",
    "rise_from": r"(?:rose|risen|rising|spik\w+|surg\w+|jump\w*|soar\w*|leap\w*|up|climb\w*"
    r"|increas\w+)\s+from",
    "fall_from": r"(?:f[ae]ll(?:en|ing)?|dropp\w+|declin\w+|down)\s+from",
    "baseline_reports": r"baseline|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|average|regular\s+day",
    "cumulative_reports": r"total(?:l?ed|l?ing|s)?|in\s+all|altogether|so\s+far|cumulative(?:ly)?"
    r"|overall|over\s+the\s+course|(?:throughout|across|during|over)\s+the\s+day|combined"
    r"|took\s+in|through\s+the\s+day|since\s+the\s+(?:start|outage|problems?)|(?:past|last)\s+(?:\w+\s+)?(?:hours?|day)",
    "logged": r"had\s+(?:already\s+)?(?:counted|logged|registered|received|taken|recorded|flagged"
    r"|collected)",
    "peak_reports": r"peak\w*|spik\w+|surg\w+|as\s+many\s+as|high(?:\s+of)?|height|climb\w*|jump\w*"
    r"|reach\w*|topp\w+|exceed\w*|soar\w*|rose|risen|shot\s+up|at\s+one\s+point|maximum",
}
_CUE = Wording(
    r"(?:" + "|".join(f"(?P<{field}>{words})" for field, words in _CUES.items()) + r")\b"
)
_REACH = 60
"""How many characters from a count a word may stand to be about it."""
_FIRST_OF_TWO = {"rise_from": "baseline_reports", "fall_from": "peak_reports"}
_SECOND_OF_TWO = {
    "rise_from": "peak_reports",
    "baseline_reports": "peak_reports",
    "fall_from": "falling",
}
_TO = re.compile(r"\s*(?:\w+\s+)?to\s+(?:just\s+|about\s+|around\s+|only\s+)?", re.IGNORECASE)
_REPORT_UNITS = ("reports", "complaints")
_PEOPLE_UNITS = ("users", "customers", "people", "subscribers", "accounts")
_ORGANISATIONS = re.compile(
    r"\b(?:businesses|companies|organi[sz]ations|firms|merchants|enterprises|banks|retailers|hospitals"
    r"|schools|airlines|agencies|institutions|tenants)$",
    re.IGNORECASE,
)
"""Customers who are no people: no report is one of them."""
_REPORTING = re.compile(
    r"^(?:\s+[\w'’-]+){0,6}?\s+(?:(?:had\s+|have\s+)?(?:report|complain|flag|log|submit)\w*"
    r"|(?:with|citing)\s+(?:complaints|reports))\b",
    re.IGNORECASE,
)
_SUFFERING = re.compile(
    r"\b(?:affect|impact|without|unable|lost|los(?:e|ing)|hit|lock|cut\s+off|left|leav|disrupt"
    r"|strand|experienc|fac|down\s+for|offline|deprived)\w*",
    re.IGNORECASE,
)
_DOWN_FOR = re.compile(
    r"\b(?:down|out|offline|unavailable|inaccessible)\s+for\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""Before people of whom it is said that it is down for them, whoever says so."""
_OWNED = re.compile(
    r"\b(?:weekly|monthly|daily|active|registered|paying|total\s+users|serves?|boasts?|has\s+(?:over|more"
    r"|about|around|some|nearly))\b[^.]{0,20}$",
    re.IGNORECASE,
)
_OWNED_AFTER = re.compile(r"\s+(?:weekly|monthly|daily|active|worldwide\s+use)\b", re.IGNORECASE)


class CountRole(NamedTuple):
    """A count and the field that it fills."""

    mark: Mark
    field: CountField


def counts(sentence: Sentence, crowd: set[int]) -> list[CountRole]:
    """Return the counts of a sentence about an outage that fill a field of it.

    ``crowd``: positions of the counts that a monitor of users' reports is quoted for; its users
    are reports.
    """
    marks = sentence.of("COUNT")
    if not marks:
        return []
    cues = list(_CUE.finditer(sentence))
    found: list[CountRole] = []
    last: str | None = None
    for number, mark in enumerate(marks):
        before = marks[number - 1].mention if number else None
        behind = marks[number + 1].mention if number + 1 < len(marks) else None
        cue = _cue_of(sentence, mark.mention, before, behind, cues)
        if before and _TO.fullmatch(sentence.after(before, mark.mention.start)):
            cue = _SECOND_OF_TWO.get(last or "", cue)
        last = cue
        field = _field_of(sentence, mark.mention, cue, mark.position in crowd)
        if field:
            found.append(CountRole(mark, cast("CountField", field)))
    return found


def _cue_of(
    sentence: Sentence,
    mention: Mention,
    before: Mention | None,
    behind: Mention | None,
    cues: list[re.Match[str]],
) -> str | None:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    low = max(before.end - sentence.start if before else 0, start - _REACH)
    next_start = behind.start - sentence.start if behind else len(sentence.text) + _REACH

    def closes(cue: re.Match[str], former: int, latter: int) -> bool:
        """Whether a cue between two counts is of the former: the only comma stands behind it."""
        text = sentence.text
        return "," not in text[former : cue.start()] and "," in text[cue.end() : latter]

    inside = [cue.lastgroup for cue in cues if start <= cue.start() < end]
    left = [
        cue.lastgroup
        for cue in cues
        if low <= cue.start() and cue.end() <= start and not (before and closes(cue, low, start))
    ]
    right = [
        cue.lastgroup
        for cue in cues
        if 0 <= cue.start() - end < _REACH
        and cue.end() <= next_start
        and (cue.start() - end < next_start - cue.end() or closes(cue, end, next_start))
    ]
    told = (left or inside)[-1:] or right[:1]
    if told == ["logged"]:  # So far, unless it is said to be the height.
        return "peak_reports" if "peak_reports" in right else "cumulative_reports"
    return told[0] if told else None


def _field_of(sentence: Sentence, mention: Mention, cue: str | None, of_crowd: bool) -> str | None:
    if mention.value is None or cue == "falling":
        return None
    field = _FIRST_OF_TWO.get(cue or "", cue) or _at_an_instant(mention)
    if mention.unit in _REPORT_UNITS:
        return field
    if mention.unit not in _PEOPLE_UNITS or _owned(sentence, mention):
        return None
    if _DOWN_FOR.search(sentence.before(mention)):
        return "users_affected"
    of_crowd = of_crowd and not _ORGANISATIONS.search(mention.text)
    if of_crowd or _REPORTING.match(sentence.after(mention)):
        return field
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return "users_affected" if _SUFFERING.search(clause.text) else None


def _at_an_instant(mention: Mention) -> str | None:
    """A figure of which nothing is said is one that was seen; "thousands" is no figure."""
    return "peak_reports" if any(char.isdigit() for char in mention.text) else None


def _owned(sentence: Sentence, mention: Mention) -> bool:
    """Whether the people counted are those that a service has, not those that it lost."""
    return bool(
        _OWNED.search(sentence.before(mention)) or _OWNED_AFTER.match(sentence.after(mention))
    )
