"""What a report says that users noticed, and why: in the benchmark's categories.

The benchmark labels the passage that sums the impact up, not all that a report tells over hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bench.incident_report import UNKNOWN, Report, Span
from nlp.values import KeyValue

_CATEGORIES = {"UNAVAIL": "UNAVIL"}
"""The benchmark's spelling."""
_HEADING = re.compile(
    r"^(?:\S+Z \w+ - )?(?:Customer Impact|Diagnosis|Symptoms|Summary of impact|Impact Statement"
    r"|What happened) ?[:?]\s*",
    re.MULTILINE | re.IGNORECASE,
)
_WEAK = frozenset({"causes:after", "causes:alone"})
"""Rules that tell less than the passage that they stand in."""
_UPDATE = re.compile(r"^\S+Z \w+ - ", re.MULTILINE)
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|\n|$)", re.DOTALL)
_PARAGRAPH = re.compile(r"\n\n|\n(?=[A-Z][\w /,]{2,40} ?[:?])")
"""Where a passage ends: at a blank line or a line that begins with a heading."""
_CAUSE = re.compile(
    r"^(?:(?:preliminary )?root cause ?:|(?:# )?root cause$|what went wrong\b[^\n]*)\s*",
    re.MULTILINE | re.IGNORECASE,
)
_SECTION = re.compile(r"\n(?=[A-Z][\w ,]{2,40}(?: ?:|\?$)|[A-Z ]+$)", re.MULTILINE)
_UNKNOWN = re.compile(r"[^\n.]{0,60}\b(?:(?:to|still|be) investigat|unknown)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:linked to|impacted by the same) [\w\s]{0,40}(?:incident|issue)")


def symptoms(report: Report) -> str:
    """Return the categories of what the passage about the impact says that users noticed."""
    for span in passages(report):
        found = _noticed(report, span)
        if found:
            return ", ".join(found)
    return UNKNOWN if is_told_elsewhere(report) else "OTHERS"


def is_told_elsewhere(report: Report) -> bool:
    """Whether the report says that another report tells what happened."""
    return bool(_ELSEWHERE.search(report.document.text))


def cause(report: Report) -> str:
    """Return the category of the cause: what the passage about it says, else what is said first."""
    text = report.document.text
    heading = _CAUSE.search(text)
    if heading:
        span = heading.end(), _section_end(text, heading.end())
        told = [m.category for m in report.mentions("CAUSE", span) if not _is_weak(m.rule)]
        unsaid = UNKNOWN if _UNKNOWN.match(text, *span) else "OTHERS"
        return next(filter(None, told), unsaid)
    found = [c.value.category for c in report.of("cause") if isinstance(c.value, KeyValue)]
    return next(filter(None, found), UNKNOWN)


def _is_weak(rule: str) -> bool:
    return rule in _WEAK or rule.endswith("-thing")


def passages(report: Report) -> Iterator[Span]:
    """Yield the passages that may tell of the impact, the likeliest first."""
    text = report.document.text
    for heading in reversed(list(_HEADING.finditer(text))):
        yield _passage(text, heading.end())
    began = report.claimed("began_at")
    if began and began.mentions:
        yield _passage(text, began.start)
    for update in _UPDATE.finditer(text):
        yield _passage(text, update.end())
    yield report.title


def _passage(text: str, start: int) -> Span:
    """Return the rest of the paragraph that an offset lies in."""
    end = _PARAGRAPH.search(text, start)
    return start, end.start() if end else len(text)


def _noticed(report: Report, span: Span) -> list[str]:
    """Return the categories of symptoms that the first sentences of a passage name in a row."""
    found: set[str] = set()
    for sentence in _SENTENCE.finditer(report.document.text, *span):
        named = set(_happened(report, sentence.span()))
        if found and not named:
            break
        found |= named
    return sorted(found - {"OTHERS"} or found)


def _happened(report: Report, span: Span) -> Iterator[str]:
    """Yield the categories of symptoms in a passage that the reader claims somewhere in it."""
    claimed = {c.value.key for c in report.of("symptom") if isinstance(c.value, KeyValue)}
    causes = [(cause.start, cause.end) for cause in report.mentions("CAUSE", span)]
    for mention in report.mentions("SYMPTOM", span):
        if any(start <= mention.start < end for start, end in causes):
            continue
        if mention.key in claimed and mention.category:
            yield _CATEGORIES.get(mention.category, mention.category)
            if "error" in mention.text.lower():
                yield "ERROR"


def _section_end(text: str, start: int) -> int:
    end = _SECTION.search(text, start)
    return end.start() if end else len(text)
