"""JSON Lines → Documents: one object a line, as ``downwire read --jsonl`` and ``import`` take.

``id`` and ``text`` are needed; ``title``, ``url``, ``publisher``, ``published`` (ISO 8601, a date
or a date and time), ``kind``, ``language``, ``zone``, ``service`` and ``official_id`` are optional;
other keys are ignored.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from scraper import dates, languages
from scraper.items import LARGEST, Document, Kind, compose
from scraper.urls import canonical
from scraper.zones import is_zone


class BadInput(ValueError):  # noqa: N818  # the input is bad; nothing of ours went wrong
    """A line that is no document; the message names the line and what was allowed."""


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("holds a NUL character; allowed: text without it")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("holds half of a surrogate pair; allowed: whole characters") from error
    return text


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; allowed: some words")
    return text


def _zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError(f"is {name!r}; allowed: an IANA time zone, as in Europe/London")
    return name


_Text = Annotated[str, AfterValidator(_storable)]
_Words = Annotated[_Text, AfterValidator(_not_empty)]


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: _Words
    text: _Words
    title: _Text | None = None
    url: _Text | None = None
    publisher: _Text | None = None
    published: _Text | None = None
    kind: Kind = "news"
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    service: _Text | None = None
    official_id: _Text | None = None


def parse_line(line: str | bytes, number: int, fetched_at: datetime) -> Document:
    """Return the document on a line, with the id that the line gives it.

    ``number`` is the line's, for messages. Raises :class:`BadInput`; also for a date more than
    two days after ``fetched_at``, which whoever wrote the line can put right.
    """
    try:
        return _document(_Line.model_validate(_object(line)), fetched_at)
    except ValidationError as error:
        raise BadInput(f"line {number}: {_first(error)}") from error
    except ValueError as error:
        raise BadInput(f"line {number}: {error}") from error


def _object(line: str | bytes) -> dict[str, Any]:
    if len(line) > LARGEST:
        raise ValueError(f"has {len(line):,} bytes; at most {LARGEST:,} are read")
    try:
        data = json.loads(line if isinstance(line, str) else line.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} (column {error.colno})") from error
    if not isinstance(data, dict):
        raise ValueError("is not a JSON object; allowed: one object with id and text a line")
    return data


def _document(line: _Line, fetched_at: datetime) -> Document:
    words = line.published or ""
    when, problem = dates.published(words, fetched_at, zone=line.zone)
    if problem:
        raise ValueError(f"published: {problem}; allowed: ISO 8601, as in 2026-02-04T09:30:00Z")
    title, url = line.title or "", line.url or ""
    return Document(
        id=line.id,
        source="import",
        url=url,
        canonical_url=canonical(url),
        publisher=line.publisher or "",
        kind=line.kind,
        title=title.strip(),
        text=compose(title, line.text),
        published_at=when,
        published_text=words,
        fetched_at=fetched_at,
        language=line.language or languages.spoken(line.text, None, line.kind),
        zone=line.zone,
        service=line.service,
        official_id=line.official_id,
    )


def _first(error: ValidationError) -> str:
    problem = error.errors()[0]
    key = str(problem["loc"][0]) if problem["loc"] else "the line"
    if problem["type"] == "missing":
        return f"{key}: is missing; needed: id and text"
    if problem["type"] == "value_error":
        return f"{key}: {problem['ctx']['error']}"
    return f"{key}: {problem['msg'][:1].lower()}{problem['msg'][1:]}"
