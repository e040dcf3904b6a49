"""What a reading says, put into words: for the terminal and for the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import TypeVar

from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.reading import Reading
from nlp.values import CountValue, TimeValue, Value
from pipelines.terminal.summaries import counted
from scraper.items import Document

Spanned = TypeVar("Spanned", Mention, Claim)

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_CLAIMED = ("COUNT", "SYMPTOM", "CAUSE", "PHASE")
"""Labels of which one that no claim carries is worth a look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of the text between empty lines, with what was found in it."""

    start: int
    """Offset of its first character in the text that was read."""
    text: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A mention that led nowhere, and why."""

    mention: Mention
    why: str


def verdict(document: Document, reading: Reading) -> str:
    """Return in a line how a text was taken."""
    language = document.language or "language not told"
    published = (
        f"{document.published_at:%Y-%m-%d %H:%M} UTC" if document.published_at else "undated"
    )
    if reading.unread:
        return f"{language}, not read: {reading.unread} has no reader"
    kind = "speaks of an outage" if reading.relevant else "speaks of no outage"
    claims = counted(len(reading.claims), "claim")
    return f"{language}, {document.kind}, {published}; {kind}: {claims}"


def paragraphs(reading: Reading) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text in order; a claim stands where its passage begins."""
    mentions = sorted(reading.mentions, key=_start)
    claims = sorted(reading.claims, key=_start)
    for match in _PARAGRAPH.finditer(reading.text):
        yield Paragraph(
            start=match.start(),
            text=match[0],
            mentions=tuple(_within(mentions, *match.span())),
            claims=tuple(_within(claims, *match.span())),
        )


def unresolved(reading: Reading) -> Iterator[Unresolved]:
    """Yield the mentions without a key or value, and those of an outage that no claim carries."""
    carried = {position for claim in reading.claims for position in claim.mentions}
    for position, mention in enumerate(reading.mentions):
        why = _why(mention, carried=position in carried)
        if why:
            yield Unresolved(mention=mention, why=why)


def meaning(mention: Mention) -> str:
    """Return what a mention resolves to: a key, a time, a count; empty where to nothing."""
    if mention.value:
        count = f" {mention.unit}" if mention.unit else ""
        return f"{said(mention.value)}{count}"
    if mention.timex:
        return mention.timex.value
    return mention.key or ""


def said(value: Value) -> str:
    """Return a value in words: times in UTC, open bounds as such.

    >>> said(CountValue(min=13000, max=None)), said(CountValue(min=None, max=5000))
    ('at least 13,000', 'at most 5,000')
    """
    if isinstance(value, TimeValue):
        return _time(value)
    if isinstance(value, CountValue):
        return _count(value)
    extent = f", {value.extent} affected" if value.extent else ""
    return f"{value.name}{extent}" if value.key else f"“{value.name}” (not in the lexicon){extent}"


def _start(found: Mention | Claim) -> int:
    return found.start


def _within(found: list[Spanned], start: int, end: int) -> list[Spanned]:
    """Return those that begin in a stretch; ``found`` is in order."""
    return found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]


def _time(value: TimeValue) -> str:
    exact = f"{value.start.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    clock = exact if value.is_exact else f"{value.middle:%Y-%m-%d}"
    bound = f"{value.bound} " if value.bound else ""
    about = "about " if value.approximate else ""
    return f"{bound}{about}{clock} (to the {value.precision}; {value.zone}, {value.zone_from})"


def _count(value: CountValue) -> str:
    if value.min is None:
        return f"at most {value.max:,}"
    if value.max is None:
        return f"at least {value.min:,}"
    return f"{value.min:,}" if value.min == value.max else f"{value.min:,} to {value.max:,}"


def _why(mention: Mention, *, carried: bool) -> str:
    if mention.label == "TIME":
        return _why_no_moment(mention)
    if mention.label in ("SERVICE", "FEATURE", "REGION", "CAUSE") and mention.key is None:
        return "seen, but not in the catalogue" if mention.label == "SERVICE" else "not known"
    if mention.label in _CLAIMED and not carried:
        return "no claim carries it"
    return ""


def _why_no_moment(mention: Mention) -> str:
    timex = mention.timex
    if mention.unresolved:
        return mention.unresolved
    if mention.value or (timex and timex.type in ("DURATION", "SET")):
        return ""
    if timex is None or "X" in timex.value or timex.value.endswith("_REF"):
        return "names no particular moment"
    return "no date to count it from"


def corrected(claim: Claim) -> str:
    """Return the modality of a claim, and what an editor put right in it."""
    return (
        f"{claim.modality}; corrected: {claim.correction}" if claim.correction else claim.modality
    )


def claims_by_service(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the claims by the service that they are of, in order of appearance."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.service or "a service that is not in the catalogue", []).append(
            claim
        )
    return found
