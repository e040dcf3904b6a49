"""Docs whose mentions are set by hand, so that claims are tested apart from the finders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

import spacy
from spacy.tokens import Doc

from nlp import components
from nlp.assertions.passages import LAYERS, Sentence
from nlp.assertions.passages import sentences as passages
from nlp.claims import Claim
from nlp.mentions import Label, Mention
from nlp.text import sentences
from nlp.values import CountValue, TimeValue, Timex

assert components.PIPES  # Importing it registers ``doc._``.
_BLANK = spacy.blank("en")
_LABELS: dict[str, str] = {
    "SERVICE": "services",
    "FEATURE": "features",
    "REGION": "regions",
    "TIME": "times",
    "COUNT": "counts",
    "SYMPTOM": "symptoms",
    "CAUSE": "causes",
    "PHASE": "phases",
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """A document for the reader."""

    text: str
    id: str = "d"
    title: str = ""
    url: str = ""
    publisher: str = "The Ledger"
    kind: str = "news"
    published_at: datetime | None = datetime(2026, 2, 4, tzinfo=UTC)
    zone: str | None = None
    service: str | None = None
    language: str | None = None


def at(stamp: str, *, minutes: int = 1, precision: str = "minute") -> TimeValue:
    """Return a time from an ISO stamp in UTC."""
    start = datetime.fromisoformat(stamp).replace(tzinfo=UTC)
    end = start + timedelta(days=1) if precision == "day" else start + timedelta(minutes=minutes)
    return TimeValue(start=start, end=end, precision=precision, zone="UTC", zone_from="stated")  # type: ignore[arg-type]  # a test's literal


def mention(text: str, label: Label, words: str, value: object = None) -> Mention:
    """Return a mention of the first place of some words.

    ``value``: a key; of a TIME an ISO stamp or day; of a COUNT a number and unit ("19 reports").
    """
    start = text.index(words)
    common = {"label": label, "start": start, "end": start + len(words), "text": words}
    if label == "TIME":
        day = len(str(value)) == 10
        time = at(str(value), precision="day" if day else "minute")
        timex = Timex(type="DATE" if day else "TIME", value=str(value))
        return Mention(**common, key=None, name=None, rule="test", timex=timex, value=time)  # type: ignore[arg-type]  # one dict for all labels
    if label == "COUNT":
        number, unit = str(value).split()
        count = CountValue(min=int(number), max=int(number))
        return Mention(**common, key=None, name=None, rule="test", value=count, unit=unit)  # type: ignore[arg-type]  # one dict for all labels
    key = None if value is None else str(value)
    return Mention(**common, key=key, name=words, rule="test")  # type: ignore[arg-type]  # one dict for all labels


def doc(text: str, found: Iterable[tuple[str, str, object]], **page: object) -> Doc:
    """Return a doc with sentences, context and mentions, ready for claims."""
    made = sentences.mark(_BLANK.make_doc(text))
    made._.context = Page(text=text, **page)  # type: ignore[arg-type]  # a test's keywords
    layers: dict[str, list[Mention]] = {layer: [] for layer in LAYERS}
    for label, words, value in found:
        layers[_LABELS[label]].append(mention(text, cast("Label", label), words, value))
    for layer, mentions in layers.items():
        made._.set(layer, sorted(mentions, key=lambda item: item.start))
    return made


def sentence(text: str, found: Iterable[tuple[str, str, object]] = ()) -> Sentence:
    """Return the only sentence of a text."""
    (only,) = passages(doc(text, found))
    return only


def brief(claim: Claim) -> str:
    """Return a claim on one line: service, field, value, and modality unless asserted."""
    value = claim.value
    if isinstance(value, TimeValue):
        words = value.start.strftime("%d %H:%M")
    elif isinstance(value, CountValue):
        words = str(value.min)
    else:
        words = f"{value.key}" + (f" {value.extent}" if value.extent else "")
    how = "" if claim.modality == "asserted" else f" {claim.modality}"
    return f"{claim.service} {claim.field} {words}{how}"
