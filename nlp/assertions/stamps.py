"""The stamped updates of an operator's report: when each was posted, and with which status word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nlp.assertions.passages import Sentence
from nlp.mentions import Mention
from nlp.values import TimeValue

PHASES = {
    "Investigating": "investigating",
    "Identified": "identified",
    "Monitoring": "monitoring",
    "Update": "ongoing",
    "Resolved": "resolved",
    "Postmortem": "postmortem",
    "Scheduled": "scheduled",
    "In progress": "ongoing",
    "Verifying": "monitoring",
    "Completed": "resolved",
    "Closed": "resolved",
}
"""The status words of platforms and the phases that they mean."""
_WORDS = "|".join(PHASES)
_STATUS = re.compile(
    rf"^(?P<stamp>[^\n]{{4,48}}?)[ \t]+(?P<status>{_WORDS})[ \t]+[-–—](?:\s|$)", re.MULTILINE
)
_STATUS_ALONE = re.compile(
    rf"^(?P<status>{_WORDS})(?:\s{{1,3}}[-–—]\s|:[ ]|[ \t]{{0,3}}\n(?=\S))", re.MULTILINE
)
_STATUS_HEAD = re.compile(
    rf"^[ \t#*>\[(]{{0,6}}(?P<status>(?i:{_WORDS}))\b[\])*]{{0,3}}[ \t]{{0,2}}"
    r"(?:[-–—:(@]|at\b|on\b)?[ \t]{0,2}",
    re.MULTILINE,
)
_STATUS_BEHIND = re.compile(
    rf"[\])*]{{0,3}}[ \t]{{0,2}}[-–—:|.]?[ \t]{{0,2}}\n?\**(?P<status>(?i:{_WORDS}))\b\**"
    r"[ \t]{0,2}(?:[-–—:.|]|$)",
    re.MULTILINE,
)
_HEAD = re.compile(
    r"(?:^|\n)([ \t#*>\[(•-]{0,6}(?:update\b[ ]?#?\d{0,2}[ ,:(]{0,3})?)\Z", re.IGNORECASE
)
"""What may stand before a stamp at the head of a line."""
_WORDED = re.compile(r"[\])*]{0,3}[ \t]{0,2}[-–—:|.][ \t]{1,2}(?=[A-Z“\"])")
"""What stands between a stamp and an update without a status."""
_TAIL = re.compile(r"[\])*]{0,3}[ \t]{0,2}[-–—:]?[ \t]{0,2}")
_LONGEST = 4_000
"""Characters of an update within which its stamp is looked for behind it."""


@dataclass(frozen=True, slots=True)
class Update:
    """One stamped update: where it stands and what its first words say."""

    start: int
    """Offset of the stamp, or of the status where the stamp stands behind it."""
    prose: int
    """Offset of what follows the status."""
    stamp: str
    at: TimeValue
    status: str
    """As the page writes it: a key of :data:`PHASES`, or empty where its words alone say it."""


def find(text: str, sentences: Sequence[Sentence]) -> list[Update]:
    """Return the updates of a text, oldest first.

    A stamp opens an update ("Aug 20, 14:43 UTC Resolved - …") or, as a status page's history
    shows it, stands on the line behind it or at the end of its own; or a heading is made of both,
    in either order ("Resolved (14:43 UTC)", "14:43 UTC: Resolved").
    """
    times = {
        mark.mention.start: mark.mention for sentence in sentences for mark in sentence.of("TIME")
    }
    found = list(_opened(text, times)) or list(_closed(text, times)) or list(_headed(text, times))
    return sorted(found, key=lambda update: update.at.start)


def _opened(text: str, times: Mapping[int, Mention]) -> Iterator[Update]:
    for match in _STATUS.finditer(text):
        mention = times.get(match.start())
        at = moment(match["stamp"]) or (mention.value if mention else None)
        if isinstance(at, TimeValue):
            yield Update(match.start(), match.end(), match["stamp"], at, match["status"])


def _closed(text: str, times: Mapping[int, Mention]) -> Iterator[Update]:
    end = len(text.rstrip())
    last = {mention.end: mention for mention in times.values() if _is_full(mention)}
    for match in _STATUS_ALONE.finditer(text):
        stop = text.find("\n\n", match.end(), match.end() + _LONGEST)
        stop = stop if stop > 0 else end
        line = text.rfind("\n", match.end(), stop) + 1
        mention = times.get(line) if line else None
        if mention and mention.end + 2 >= stop:
            yield from _update(match, match.start(), match.end(), mention)
            continue
        stop = text.find("\n", match.end(), stop)
        mention = last.get(stop if stop > 0 else end)
        if mention and mention.start >= match.end():
            prose = mention.end if mention.start == match.end() else match.end()
            yield from _update(match, match.start(), prose, mention)


def _is_full(mention: Mention) -> bool:
    """Whether a time says day and hour, as a stamp at the end of a line does."""
    return isinstance(mention.value, TimeValue) and mention.value.is_exact and "," in mention.text


def _headed(text: str, times: Mapping[int, Mention]) -> Iterator[Update]:
    for match in _STATUS_HEAD.finditer(text):
        if mention := times.get(match.end()):
            tail = _TAIL.match(text, mention.end)
            yield from _update(match, match.start(), tail.end() if tail else mention.end, mention)
    headed = [
        (head, mention)
        for mention in times.values()
        if (head := _HEAD.search(text, max(0, mention.start - 20), mention.start))
    ]
    behind = [_STATUS_BEHIND.match(text, mention.end) for _, mention in headed]
    for (head, mention), status in zip(headed, behind, strict=True):
        if status:
            yield from _update(status, head.start(1), status.end(), mention)
        elif any(behind) and (worded := _WORDED.match(text, mention.end)):
            yield from _unworded(head.start(1), worded.end(), mention)


def _update(status: re.Match[str], start: int, prose: int, stamp: Mention) -> Iterator[Update]:
    if isinstance(stamp.value, TimeValue):
        yield Update(start, prose, stamp.text, stamp.value, status["status"].capitalize())


def _unworded(start: int, prose: int, stamp: Mention) -> Iterator[Update]:
    """Yield an update that stands among others and says its status in its words alone."""
    if isinstance(stamp.value, TimeValue) and stamp.value.is_exact:
        yield Update(start, prose, stamp.text, stamp.value, "")


def moment(stamp: str) -> TimeValue | None:
    """Return an ISO 8601 stamp with its zone as a time; nothing for other words.

    >>> moment("2026-08-20T14:43:00Z").precision
    'minute'
    """
    try:
        at = datetime.fromisoformat(stamp)
        if at.tzinfo is None or len(stamp) < len("2026-08-20T14:43Z"):
            return None
        at = at.astimezone(UTC)
        return TimeValue(
            start=at.replace(microsecond=0),
            end=at.replace(microsecond=0) + timedelta(seconds=1 if at.second else 60),
            precision="second" if at.second else "minute",
            zone="UTC",
            zone_from="stated",
        )
    except (ValueError, OverflowError):
        return None
