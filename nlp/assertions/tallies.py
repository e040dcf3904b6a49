"""Which field of an outage a count fills: a peak, a total, a baseline, people affected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from nlp.assertions import affected
from nlp.assertions.passages import Mark, Sentence
from nlp.claims import CountField
from nlp.entries import load
from nlp.mentions import Mention
from nlp.words.lexicons import Tallies, Tally
from nlp.words.phrases import TOGETHER, Hit, Phrases

_REACH = 60
"""How many characters from a count a word may stand to be about it."""
_FIRST_OF_TWO: dict[Tally | None, Tally] = {
    "rise_from": "baseline_reports",
    "fall_from": "peak_reports",
    "falling": "peak_reports",
}
_SECOND_OF_TWO: dict[Tally | None, Tally] = {
    "rise_from": "peak_reports",
    "baseline_reports": "peak_reports",
    "fall_from": "falling",
}
_TO = re.compile(r"\s*(?:\w+\s+)?to\s+(?:just\s+|about\s+|around\s+|only\s+)?", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|those|these)$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:[^.;]|\.(?=[m,\d]))*?(?:\band|[,;(])\s+(?:(?:another|a further|an additional|some"
    r"|about|around|nearly|(?:just |well )?(?:over|under)|more than|fewer than)\s+)?",
    re.IGNORECASE,
)
"""What stands between two figures of a kind: "900 about Zoom by 9, and 40 about Slack"."""
_SPAN = re.compile(
    r"[^,;]{0,40}?\b(?:between|from)\s+(?:about\s+|around\s+)?(?:\d|noon|midday|midnight)[^,;]{0,24}?"
    r"\s(?:and|to|until|till)\s+(?:\d|noon|midday|midnight)"
)
"""Behind a total: when it was counted ("from 6 to 9")."""
_BY_THEN = re.compile(r"\bby\s[^,;]{2,30}?,?\s(?:[\w'’-]+\s){1,3}had\s(?:\w+\s){0,2}$")
"""Before what there had been so far: "by noon it had"."""
_BY_CLOCK = re.compile(r"[^,;.]{0,24}?\bby\s+(?:about\s+)?(?:\d|noon|midday|midnight)")
"""Behind what there had been so far: "1,900 complaints by 10.15 am"."""
_LOGS = re.compile(r"\b(?:record|logg|receiv|collect|gather|tall|field)\w{0,5}\s+(?:\w+\s+){0,3}$")
_BEFORE_THEN = re.compile(r"\bby\s[^,;]{2,20}?,?\s$")
_HAD = re.compile(r"\s+had\b")
"""Around people who had complained by then: "by 10am more than 4,600 Australians had"."""
_ONWARD = ("falling", "rise_from", "fall_from")
"""What is said of the figure that follows."""
_REPORT_UNITS = ("reports", "complaints")
_PEOPLE_UNITS = ("users", "customers", "people", "subscribers", "accounts")
_ORGANISATIONS = re.compile(
    r"\b(?:businesses|companies|organi[sz]ations|firms|merchants|enterprises|banks|retailers|hospitals"
    r"|schools|airlines|agencies|institutions|tenants)$",
    re.IGNORECASE,
)
"""Customers who are no people: no report is one of them."""
_REPORTING = re.compile(
    r"^(?:\s+(?!(?:not|never|unable|cannot|\w{2,6}n['’]t)\b)[\w'’-]+){0,6}?\s+(?:(?:had\s+|have\s+)?(?:(?:report|complain|flag|submit)\w*|log(?:s|ged|ging)?(?!\s+(?:in|on|into|out|back|off)))"
    r"|(?:with|citing)\s+(?:complaints|reports))\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:several|few|couple|dozen|hundred|thousand)\b", re.IGNORECASE)


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
    cues = list(_cues().within(sentence.document, sentence.start, sentence.end))
    found: list[CountRole] = []
    last: Tally | None = None
    for number, mark in enumerate(marks):
        place = _Place(
            sentence,
            mark.mention,
            marks[number - 1].mention if number else None,
            marks[number + 1].mention if number + 1 < len(marks) else None,
        )
        cue = _cue_of(place, cues, last)
        if cue != "baseline_reports":
            last = cue
        field = _field_of(sentence, mark.mention, cue, mark.position in crowd)
        if field:
            found.append(CountRole(mark, cast("CountField", field)))
        last = "baseline_reports" if place.begins_pair(cue) else last
    return found


class _Place(NamedTuple):
    """A count, and the counts before and behind it in its sentence."""

    sentence: Sentence
    mention: Mention
    before: Mention | None
    behind: Mention | None

    @property
    def start(self) -> int:
        """Where it starts in its sentence."""
        return self.mention.start - self.sentence.start

    @property
    def end(self) -> int:
        """Where it ends in its sentence."""
        return self.mention.end - self.sentence.start

    @property
    def low(self) -> int:
        """From where on words may be about it."""
        last = self.before.end - self.sentence.start if self.before else 0
        return max(last, self.start - _REACH)

    @property
    def high(self) -> int:
        """Up to where words may be about it."""
        last = self.behind.start - self.sentence.start if self.behind else len(self.sentence.text)
        return min(last, self.end + _REACH)

    def begins_pair(self, cue: Tally | None) -> bool:
        """Whether the height of two figures follows: "from 12 to 900"."""
        return cue == "rise_from" or (cue == "baseline_reports" and self.behind is not None)

    def follows_to(self) -> bool:
        """Whether it is the second of two figures: "from 12 to 900"."""
        if not self.before:
            return False
        return bool(_TO.fullmatch(self.sentence.after(self.before, self.mention.start)))

    def goes_on(self) -> bool:
        """Whether it is one more figure of the kind before it: "and 40 about Slack"."""
        if not self.before or self.before.unit != self.mention.unit:
            return False
        if _OF_THEM.search(self.mention.text):
            return True
        return bool(_GOES_ON.fullmatch(self.sentence.after(self.before, self.mention.start)))


def _cue_of(place: _Place, cues: Sequence[Hit[Tally]], last: Tally | None) -> Tally | None:
    """Return what the words around a count say that it is.

    ``last``: what the figure before it was.
    """
    left, right = _left(place, cues), _right(place, cues)
    if place.follows_to() and last in _SECOND_OF_TWO:
        return _SECOND_OF_TWO[last]
    if not left and place.goes_on() and right[:1] in ([], ["baseline_reports"]):
        return last if last in ("cumulative_reports", "peak_reports") else None
    inside = [cue.item for cue in cues if place.start <= cue.start < place.end]
    if not (left and left[-1] == "peak_reports") and _is_of_span(place):
        return "cumulative_reports"
    told = (left or inside)[-1:] or right[:1]
    if not told and _is_by_then(place):
        return "cumulative_reports"
    if told == ["logged"]:
        return "peak_reports" if "peak_reports" in right else "cumulative_reports"
    return told[0] if told else None


def _left(place: _Place, cues: Sequence[Hit[Tally]]) -> list[Tally]:
    text = place.sentence.text

    def is_formers(cue: Hit[Tally]) -> bool:
        return place.before is not None and _closes(text, place.low, cue, place.start)

    return [
        cue.item
        for cue in cues
        if place.low <= cue.start and cue.end <= place.start and not is_formers(cue)
    ]


def _right(place: _Place, cues: Sequence[Hit[Tally]]) -> list[Tally]:
    text, found = place.sentence.text, []
    for cue in cues:
        if not (place.end <= cue.start and cue.end <= place.high) or cue.item in _ONWARD:
            continue
        if ";" in text[place.end : cue.start]:
            break
        closed = place.behind is None or _closes(text, place.end, cue, place.high)
        near = cue.start - place.end < place.high - cue.end
        if closed or (near and cue.item != "baseline_reports"):
            found.append(cue.item)
    return found


def _closes(text: str, former: int, cue: Hit[Tally], latter: int) -> bool:
    """Whether words between two counts are of the former: the only comma stands behind them."""
    ahead, behind = text[former : cue.start], text[cue.end : latter]
    if ";" in behind:
        return True
    return "," not in ahead and ";" not in ahead and "," in behind


def _is_by_then(place: _Place) -> bool:
    """Whether a figure is said to have come together by some hour."""
    text = place.sentence.lower
    if _BY_THEN.search(text, place.low, place.start):
        return True
    if _LOGS.search(text, place.low, place.start) and _BY_CLOCK.match(text, place.end, place.high):
        return True
    had = _HAD.match(text, place.end, place.high)
    return had is not None and _BEFORE_THEN.search(text, place.low, place.start) is not None


def _is_of_span(place: _Place) -> bool:
    return _SPAN.match(place.sentence.lower, place.end, place.high) is not None


def _field_of(
    sentence: Sentence, mention: Mention, cue: Tally | None, of_crowd: bool
) -> str | None:
    if mention.value is None:
        return None
    told = None if cue == "other" else cue
    field = (_FIRST_OF_TWO.get(told, told) if told else None) or _at_an_instant(mention)
    if mention.unit in _REPORT_UNITS:
        return field
    if mention.unit == "sites":
        return "users_affected" if affected.are_shops(sentence, mention) else None
    if mention.unit not in _PEOPLE_UNITS or affected.are_owned(sentence, mention):
        return None
    if affected.is_down_for(sentence, mention):
        return "users_affected"
    of_crowd = of_crowd and not _ORGANISATIONS.search(mention.text)
    if of_crowd or _REPORTING.match(sentence.after(mention)):
        return field
    return "users_affected" if affected.suffer(sentence, mention) else None


def _at_an_instant(mention: Mention) -> Tally | None:
    """A figure of which nothing is said is one that was seen; "thousands" is no figure."""
    is_figure = any(char.isdigit() for char in mention.text) or _SOME.search(mention.text)
    return "peak_reports" if is_figure else None


@cache
def _cues() -> Phrases[Tally]:
    entries = load("tallies", Tallies).cue
    told = ((phrase, entry.key) for entry in entries for phrase in entry.phrases)
    return Phrases(told, TOGETHER)
