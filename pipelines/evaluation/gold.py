"""Gold documents: texts labelled by hand, strictly read. The format: ``tests/gold/README.md``."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import get_args

from pydantic import model_validator

from nlp import entries
from nlp.claims import CountField, Field, Modality, TimeField
from nlp.entries import EntryError, Strict
from nlp.mentions import Label
from pipelines.evaluation.values import Key, Value, bounds, keys, when
from scraper.items import Document, Kind
from scraper.jsonl import BadInput, parse_line

_MENTION = re.compile(
    r"(?P<label>[A-Z]+) (?P<words>.+?)(?:#(?P<nth>\d+))? = (?P<key>.+)", re.DOTALL
)
_CLAIM = re.compile(r"(?P<service>\S+) (?P<field>[a-z_]+) (?P<value>.+?)(?: \[(?P<who>[^\]]+)\])?")
_MODALITIES = get_args(Modality)
_EXTENTS = ("none", "minimal", "mostly", "partly", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A labelled span."""

    label: Label
    start: int
    """Offset of the first character in the text."""
    end: int
    """Offset after the last character."""
    keys: frozenset[str | None]
    """The keys that are right; a city's name may be that of several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """What the text claims."""

    service: str | None
    field: Field
    value: Value
    modality: Modality
    extent: str | None
    """How much of a region or feature, where the label says so."""
    who: str | None
    """Who is quoted."""
    line: str
    """As the labeller wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A text with everything that a strict reader should find in it."""

    document: Document
    relevant: bool
    mentions: tuple[GoldMention, ...]
    claims: tuple[GoldClaim, ...]


class _Entry(Strict):
    id: str
    kind: Kind = "news"
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    service: str | None = None
    zone: str | None = None
    relevant: bool
    text: str
    mentions: list[str]
    claims: list[str]

    @model_validator(mode="after")
    def _says_something_only_if_relevant(self) -> _Entry:
        if not self.relevant and (self.mentions or self.claims):
            raise ValueError("a document that is not relevant has no mentions and no claims here")
        return self


class _Entries(Strict):
    document: list[_Entry]


def halves(folder: Path) -> dict[str, list[GoldDocument]]:
    """Return the gold documents of each folder in ``folder``, by its name.

    Raises :class:`EntryError` for a label that cannot be read, an id given twice, an empty folder.
    """
    found = {
        half.name: [document for file in sorted(half.glob("*.toml")) for document in load(file)]
        for half in sorted(folder.iterdir() if folder.is_dir() else ())
        if half.is_dir() and any(half.glob("*.toml"))
    }
    if not found:
        raise EntryError(f"{folder}: no folder with gold documents (*.toml) in it")
    ids = [gold.document.id for documents in found.values() for gold in documents]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise EntryError(
            f"{folder}: given twice: {', '.join(twice)}; an id belongs to one document"
        )
    return found


def digest(folder: Path) -> str:
    """Return twelve hexadecimal digits that change with any gold file of a folder."""
    found = hashlib.sha256()
    for file in sorted(folder.glob("*.toml")):
        found.update(f"{file.name}\n".encode() + file.read_bytes())
    return found.hexdigest()[:12]


def load(file: Path) -> list[GoldDocument]:
    """Return the documents of one file.

    Raises :class:`EntryError`, whose message has a line for each label that cannot be read.
    """
    problems: list[str] = []
    found = [
        _labelled(entry, f"{file}, document {entry.id}", problems)
        for entry in entries.load_file(file, _Entries, str(file)).document
    ]
    if problems:
        raise EntryError("\n".join(problems))
    return found


def _labelled(entry: _Entry, where: str, problems: list[str]) -> GoldDocument:
    """Return a document; add to ``problems`` what cannot be read of its labels."""
    document = _document(entry, where)
    mentions: list[GoldMention] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for line in sorted(entry.mentions, key=_length, reverse=True):
        try:
            mentions += _mentions(document.text, line, taken)
        except ValueError as error:
            problems.append(f"{where}, mention {line!r}: {error}")
    claims: list[GoldClaim] = []
    for line in entry.claims:
        try:
            claims.append(_claim(line))
        except ValueError as error:
            problems.append(f"{where}, claim {line!r}: {error}")
    return GoldDocument(
        document=document,
        relevant=entry.relevant,
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def _document(entry: _Entry, where: str) -> Document:
    """Return the text as `downwire read --jsonl` takes it."""
    line = entry.model_dump(exclude={"relevant", "mentions", "claims"}, exclude_none=True)
    try:
        return parse_line(json.dumps(line | {"text": entry.text.strip("\n")}), 1, datetime.now(UTC))
    except BadInput as error:
        raise EntryError(f"{where}: {str(error).removeprefix('line 1: ')}") from error


def _length(line: str) -> int:
    """Return how long the words of a mention are."""
    match = _MENTION.fullmatch(line)
    return len(match["words"]) if match else 0


def _mentions(
    text: str, line: str, taken: dict[str, list[tuple[int, int]]]
) -> Iterator[GoldMention]:
    """Yield a mention for each occurrence that a line stands for, but in a longer name."""
    match = _MENTION.fullmatch(line)
    if not match or match["label"] not in get_args(Label):
        raise ValueError(f"write LABEL words = key, with a label of {', '.join(get_args(Label))}")
    label: Label = match["label"]  # type: ignore[assignment]  # just looked up
    right = frozenset(keys(label, match["key"]))
    held = taken.setdefault(label, [])
    found = list(_occurrences(text, match["words"], match["nth"], held))
    if not found:
        raise ValueError(f"{match['words']!r} does not stand in the text")
    held.extend(found)
    for start, end in found:
        yield GoldMention(label=label, start=start, end=end, keys=right)


def _occurrences(
    text: str, words: str, nth: str | None, taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(words) + after)
    every = [match.span() for match in pattern.finditer(text)]
    if nth:
        every = every[int(nth) - 1 : int(nth)]
    for start, end in every:
        if not any(start < other_end and other < end for other, other_end in taken):
            yield start, end


def _claim(line: str) -> GoldClaim:
    match = _CLAIM.fullmatch(line)
    if not match or match["field"] not in _fields():
        allowed = ", ".join(sorted(_fields()))
        raise ValueError(f"write service field value [modality] [[who]]; fields: {allowed}")
    words = match["value"].split()
    modality: Modality = "asserted"
    if words[-1] in _MODALITIES:
        modality = words.pop()  # type: ignore[assignment]  # just looked up
    extent = words.pop() if words and words[-1] in _EXTENTS else None
    field: Field = match["field"]  # type: ignore[assignment]  # just looked up
    (service,) = keys("SERVICE", match["service"])
    return GoldClaim(
        service=service,
        field=field,
        value=_value(field, " ".join(words)),
        modality=modality,
        extent=extent,
        who=match["who"],
        line=line,
    )


_OF_FIELD: dict[str, Label] = {
    "affected_feature": "FEATURE",
    "affected_region": "REGION",
    "symptom": "SYMPTOM",
    "cause": "CAUSE",
    "phase": "PHASE",
}
_SEVERITIES = ("critical", "major", "partial", "minor", "low", "medium", "high")


@cache
def _fields() -> frozenset[str]:
    return frozenset({*get_args(TimeField), *get_args(CountField), *_OF_FIELD, "severity"})


def _value(field: Field, written: str) -> Value:
    if field in get_args(TimeField):
        return when(written)
    if field in get_args(CountField):
        return bounds(written)
    if field == "severity":
        if written not in _SEVERITIES:
            raise ValueError(f"{written!r} is no severity; allowed: {', '.join(_SEVERITIES)}")
        return Key(frozenset({written}))
    return Key(frozenset(keys(_OF_FIELD[field], written)))
