"""Nouns to rows of the database and back: pure, one function a table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.names.gazetteers import Service
from nlp.values import iso
from pipelines.assembly.evidence import Affected, Conflict, Evidence, Incident, value_of
from scraper.items import Document, Fetch
from scraper.sources import Source

if TYPE_CHECKING:  # it loads spaCy, which rows do not need
    from nlp.reading import Reading

Row = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")


_SERVICE = ("key", "name", "owner", "parent", "kind", "homepage", "status_page")
_SOURCE = ("id", "name", "spider", "kind", "publisher", "country", "service", "url")
_DOCUMENT = (
    *("id", "source", "url", "canonical_url", "publisher", "kind", "title", "language"),
    *("published_text", "zone", "service", "official_id"),
)
_INCIDENT = (
    *("id", "service", "title", "state", "peak_reports", "official_id", "documents", "origins"),
    *("began_precision", "ended_precision"),
)
_CONFLICT = ("id", "incident", "field", "claim_a", "claim_b", "explanation")


def storable(document: Document) -> Document:
    r"""Return the document without halves of surrogate pairs, which JSON allows and SQLite refuses.

    Each becomes U+FFFD; everything that is read and every offset is of the text after that.
    """
    words = {name: getattr(document, name) for name in (*_DOCUMENT, "text")}
    broken: Row = {
        name: _whole(text) for name, text in words.items() if text and not _is_whole(text)
    }
    return replace(document, **broken) if broken else document


def _is_whole(text: str) -> bool:
    return text.isascii() or not _SURROGATE.search(text)


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def of_service(service: Service) -> Row:
    """Return the row of ``services``."""
    return _columns(service, _SERVICE)


def of_source(source: Source) -> Row:
    """Return the row of ``sources``."""
    return _columns(source, _SOURCE)


def of_document(document: Document) -> Row:
    """Return the row of ``documents``, unread."""
    return {
        **_columns(document, _DOCUMENT),
        "published_at": document.published_at and iso(document.published_at),
        "fetched_at": iso(document.fetched_at),
        "relevant": None,
        "unread": None,
        "reader": None,
    }


def of_fetch(fetch: Fetch, run: int) -> Row:
    """Return the row of ``fetches``, without its number."""
    columns = ("source", "url", "status", "bytes", "outcome", "detail")
    words = {"url": _whole(fetch.url), "detail": _whole(fetch.detail)}
    return {"run": run, **_columns(fetch, columns), **words, "fetched_at": iso(fetch.fetched_at)}


def of_mentions(reading: Reading, revision: int) -> Iterator[Row]:
    """Yield the rows of ``mentions`` of a reading of a document's revision."""
    columns = ("label", "start", "end", "text", "key", "name", "rule")
    for position, mention in enumerate(reading.mentions):
        yield {
            "id": mention_id(reading.id, revision, position),
            "document": reading.id,
            "revision": revision,
            **_columns(mention, columns),
            "timex_type": mention.timex and mention.timex.type,
            "timex_value": mention.timex and mention.timex.value,
            "value": _mention_value(mention),
        }


def _mention_value(mention: Mention) -> str | None:
    value: Row = mention.value.as_json() if mention.value else {}
    extras = {"unit": mention.unit, "category": mention.category}
    value.update({name: extra for name, extra in extras.items() if extra})
    return _json(value) if value else None


def of_claims(reading: Reading, revision: int) -> Iterator[Row]:
    """Yield the rows of ``claims`` of a reading of a document's revision, not yet assembled."""
    columns = ("service", "field", "value_text", "modality", "attributed_to", "start", "end")
    for position, claim in enumerate(reading.claims):
        yield {
            "id": claim_id(reading.id, revision, position),
            "document": reading.id,
            "revision": revision,
            **_columns(claim, columns),
            "value": _json(claim.value.as_json()),
            "occasion": claim.occasion,
            "correction": claim.correction,
            "incident": None,
        }


def of_claim_mentions(reading: Reading, revision: int) -> Iterator[Row]:
    """Yield the rows of ``claim_mentions`` of a reading of a document's revision."""
    for position, claim in enumerate(reading.claims):
        for mention in dict.fromkeys(claim.mentions):
            yield {
                "claim": claim_id(reading.id, revision, position),
                "mention": mention_id(reading.id, revision, mention),
            }


def of_incident(incident: Incident) -> Row:
    """Return the row of ``incidents``."""
    return {
        **_columns(incident, _INCIDENT),
        "began_at": incident.began_at and iso(incident.began_at),
        "ended_at": incident.ended_at and iso(incident.ended_at),
    }


def of_affected(incident: str, affected: Affected) -> Row:
    """Return the row of ``incident_features`` or ``incident_regions``."""
    columns = ("key", "name", "affected", "extent", "claim")
    return {"incident": incident, **_columns(affected, columns)}


def of_conflict(conflict: Conflict) -> Row:
    """Return the row of ``conflicts``."""
    return _columns(conflict, _CONFLICT)


def to_document(row: Mapping[str, Any]) -> Document:
    """Return the document of a row of ``documents`` with its latest ``text``."""
    return Document(
        **{name: row[name] for name in _DOCUMENT},
        text=row["text"],
        published_at=_moment(row["published_at"]),
        fetched_at=datetime.fromisoformat(row["fetched_at"]),
    )


def to_evidence(row: Mapping[str, Any]) -> Evidence:
    """Return the evidence of a row of ``claims`` joined with that of its document."""
    plain = ("document", "url", "canonical_url", "publisher", "kind", "source", "title")
    claim = ("service", "field", "value_text", "modality", "attributed_to", "start", "end")
    return Evidence(
        id=row["id"],
        place=int(row["id"].rpartition(".c")[2]),
        claim=Claim(
            **{name: row[name] for name in claim},
            value=value_of(row["field"], json.loads(row["value"])),
            occasion=row["occasion"],
        ),
        **{name: row[name] for name in plain},
        published_at=_moment(row["published_at"]),
        official_id=row["official_id"],
    )


def claim_id(document: str, revision: int, position: int) -> str:
    """Return the id of a claim by its place in the reading.

    >>> claim_id("f3c1", 2, 0)
    'f3c1.2.c0'
    """
    return f"{document}.{revision}.c{position}"


def mention_id(document: str, revision: int, position: int) -> str:
    """Return the id of a mention by its place in the reading.

    >>> mention_id("f3c1", 2, 14)
    'f3c1.2.m14'
    """
    return f"{document}.{revision}.m{position}"


def _columns(noun: object, names: tuple[str, ...]) -> Row:
    return {name: getattr(noun, name) for name in names}


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
