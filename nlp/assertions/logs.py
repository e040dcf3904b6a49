"""Live blogs, running logs and edited posts: the stamp of an entry dates what the entry reports.

An entry is opened by a clock time of its own: "18:20 BRT — Meta says that …", "[07:58 AM PST] We
have …", "11.20 BST" above a paragraph, "EDIT 11:35pm: we're back".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple, cast

from nlp.assertions.attribution import CROWDS
from nlp.assertions.passages import Mark, Sentence
from nlp.claims import Claim, TimeField
from nlp.values import KeyValue, TimeValue
from nlp.words.phases import OVER

_OPENS = re.compile(
    r"[ \t#*>\[(•-]{0,6}"
    r"(?:\**(?P<edit>(?:edit|update|eta|upd)\w{0,2}[ \t]?[#\d]{0,3})\**[ \t:,@(-]{0,3}"
    r"(?:at[ \t]|as of[ \t])?)?",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"[\])*]{0,3}[ \t]{0,2}(?:[-–—:|]|\n|$)|[\])*]{1,3}\s|[ \t]{1,2}(?=[A-Za-z“\"])"
)
_LEAST = 2
"""How many entries make a log; a single one is an edit that says so."""
_FOUND = re.compile(
    r"identif|pinpoint|found|isolat|determin|trac(?:ed|ked)|diagnos|cause", re.IGNORECASE
)
_STAGES: dict[str, TimeField] = {
    "investigating": "acknowledged_at",
    "ongoing": "acknowledged_at",
    "identified": "identified_at",
    "mitigated": "mitigated_at",
    "resolved": "resolved_at",
    "operational": "resolved_at",
}


class Entry(NamedTuple):
    """An entry of a log: where it begins, and its stamp."""

    start: int
    stamp: Mark
    value: TimeValue


def dated(
    claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], *, official: bool = False
) -> list[Claim]:
    """Return the claims of a text, each stage of an outage dated by the entry that reports it.

    A text that is no log is returned as it is. Of several entries that report a stage of a service
    the earliest counts. ``official``: whether the operator itself keeps the log.
    """
    entries = find(text, sentences)
    if not entries:
        return [*claims]
    stamps = {entry.stamp.position for entry in entries}
    kept = [claim for claim in claims if stamps.isdisjoint(claim.mentions)]
    headed = [claim for claim in claims if not stamps.isdisjoint(claim.mentions)]
    return [*kept, *_stages(kept, headed, entries, official=official)]


def find(text: str, sentences: Sequence[Sentence]) -> list[Entry]:
    """Return the entries of a log in the order of the text; none where a text is no log."""
    found: list[Entry] = []
    edits: list[Entry] = []
    for sentence in sentences:
        for mark in sentence.of("TIME")[:1]:
            opened = _opened(text, mark)
            value = mark.mention.value
            if opened and isinstance(value, TimeValue) and value.is_exact:
                entry = Entry(opened.start(), mark, value)
                found.append(entry)
                edits += [entry] if opened["edit"] else []
    return found if len(found) >= _LEAST else edits


def _opened(text: str, mark: Mark) -> re.Match[str] | None:
    """Return what stands on a line before the stamp that opens it, if one does."""
    line = text.rfind("\n", 0, mark.mention.start) + 1
    opened = _OPENS.fullmatch(text, line, mark.mention.start)
    if opened and opened["edit"]:
        return opened
    return opened if opened and _CLOSES.match(text, mark.mention.end) else None


def _stages(
    claims: Sequence[Claim], headed: Sequence[Claim], entries: Sequence[Entry], *, official: bool
) -> Iterator[Claim]:
    """Yield the stages of outages that entries report, each with the stamp of its entry.

    ``headed``: what the words behind a stamp say that it is the time of.
    """
    told = {(claim.service, claim.field) for claim in claims if claim.modality == "asserted"}
    found = [*_of_heads(claims, headed)]
    ill = {claim.service for claim in claims if _is_ill(claim)}
    found += [
        new
        for claim in claims
        if claim.service in ill or _key(claim) != "operational"
        for new in _reported(claim, entries, official=official)
        if (claim.service, new.field) not in told
    ]
    best: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(found, key=_moment):
        best.setdefault((claim.service, claim.field, claim.modality), claim)
    yield from best.values()


def _of_heads(claims: Sequence[Claim], headed: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what stamps are the times of by the words behind them.

    An entry that tells of what users noticed dates the beginning, where nothing else does; one
    of a part that works again, or of what never failed, is not the end.
    """
    begun = {claim.service for claim in claims if claim.field == "began_at" and _is_exact(claim)}
    noticed = {claim.start for claim in claims if claim.field == "symptom"}
    ill = {claim.service for claim in claims if _is_ill(claim)}
    partly = {claim.start for claim in claims if _key(claim) == "monitoring"}
    for claim in headed:
        if claim.field == "began_at":
            if claim.start in noticed and claim.service not in begun:
                yield claim
        elif claim.field != "resolved_at" or (claim.service in ill and claim.start not in partly):
            yield claim


def _reported(claim: Claim, entries: Sequence[Entry], *, official: bool) -> Iterator[Claim]:
    """Yield when a stage was reached that a claim reports: at the stamp of its entry."""
    at = bisect_right(entries, claim.start, key=attrgetter("start")) - 1
    field = _stage(claim, official=official)
    if at >= 0 and field:
        stamp = entries[at].stamp
        yield replace(
            claim,
            field=field,
            value=entries[at].value,
            value_text=stamp.mention.text,
            mentions=(stamp.position,),
        )


def _stage(claim: Claim, *, official: bool) -> TimeField | None:
    """Return the field that a claim's moment fills, where it reports a stage of an outage."""
    if claim.field != "phase" or claim.modality != "asserted":
        return None
    key = _key(claim)
    speaks = official or claim.attributed_to not in {None, *CROWDS}
    if key == "ongoing" and not speaks:
        return None
    if key == "identified" and not _FOUND.search(claim.value_text):
        return None
    return _STAGES.get(key or "")


def _is_ill(claim: Claim) -> bool:
    """Whether a claim says that something failed."""
    return claim.modality == "asserted" and _key(claim) not in OVER


def _key(claim: Claim) -> str | None:
    return claim.value.key if isinstance(claim.value, KeyValue) else None


def _is_exact(claim: Claim) -> bool:
    return isinstance(claim.value, TimeValue) and claim.value.is_exact


def _moment(claim: Claim) -> datetime:
    return cast("TimeValue", claim.value).start
