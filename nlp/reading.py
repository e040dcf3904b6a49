"""The one public function of the reader: documents in, readings out, in order, streaming."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import nlp.frame  # noqa: F401 - spaCy's first import, before any other module has it
from nlp import collecting, languages
from nlp.assertions.passages import mentions
from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.names import gazetteers
from nlp.readable import LIMIT, Readable
from nlp.workers import in_order

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["LIMIT", "Readable", "Reading", "read", "reader_version"]

_READ_FROM = ("services", "lexicons", "gazetteer")
WORDS = 20_000
"""Words that a pipeline may have met: enough for speed, few enough that memory stays flat."""
CLAIMS = ("claims",)
"""The pipe that a text without a word of outages is spared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says."""

    id: str
    relevant: bool
    """Whether the text speaks of an outage: it claims something of one."""
    text: str
    """The exact string that was read; every offset is into it."""
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: str | None = None
    """Why it was not read: ``language de``; ``None`` where it was."""

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract; what does not hold is left out."""
        value = {
            "id": self.id,
            "relevant": self.relevant,
            "text": self.text,
            "mentions": [mention.as_json() for mention in self.mentions],
            "claims": [claim.as_json() for claim in self.claims],
        }
        if self.unread:
            value["unread"] = self.unread
        return value


def read(
    documents: Iterable[Readable], *, thorough: bool = False, workers: int = 1
) -> Iterator[Reading]:
    """Yield one reading a document, in order, as they come.

    A text in a language that no module reads is not read, and says so. One without a word of
    outages is not taken apart, unless it is an operator's report of an
    incident, however it is worded. ``thorough`` has the mentions of such a text found as well; it
    claims nothing. Of a text beyond :data:`LIMIT` characters the rest is not read, and not in the
    reading. More than one of ``workers`` are processes of their own, for which documents must
    pickle; some are then asked for before the first reading comes.
    """
    one = partial(_reading, thorough=thorough)
    if workers == 1:
        return map(one, documents)
    return in_order(partial(_readings, one), documents, workers)


def _readings(one: Callable[[Readable], Reading], documents: list[Readable]) -> list[Reading]:
    return [one(document) for document in documents]


def _reading(document: Readable, *, thorough: bool) -> Reading:
    """Read one text; the first of which mentions are found loads all lexicons."""
    if _pipeline.cache_info().currsize:
        return _read(document, thorough=thorough)
    with collecting.at_rest():
        reading = _read(document, thorough=thorough)
        if _pipeline.cache_info().currsize:
            collecting.keep()  # Before it goes on, and looks through all of them once more.
    return reading


def _read(document: Readable, *, thorough: bool) -> Reading:
    text = document.text[:LIMIT]
    language = languages.code(document.language)
    reader = languages.reader(language)
    if not reader:
        return Reading(id=document.id, relevant=False, text=text, unread=f"language {language}")
    outage = document.kind == "official" or reader.is_relevant(text)
    if outage or thorough:
        return _taken_apart(document, text, outage=outage)
    return Reading(id=document.id, relevant=False, text=text)


@cache
def reader_version() -> str:
    """Return a digest of all that decides how a text is read: code, lexicons, libraries.

    Twelve hexadecimal digits; a document read under another should be read again.
    """
    digest = hashlib.sha256()
    for library in ("spacy", "pycountry", "tzdata"):
        digest.update(f"{library} {version(library)}\n".encode())
    for folder in (files("nlp"), *(files("data") / name for name in _READ_FROM)):
        for name, file in sorted(_sources(folder, folder.name), key=lambda found: found[0]):
            digest.update(f"{name}\n".encode() + file.read_bytes())
    own = gazetteers.own_file()
    digest.update(own.read_bytes() if own else b"")
    return digest.hexdigest()[:12]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the code and lexicons of a folder and of those in it, by their paths."""
    for file in folder.iterdir():
        name = f"{path}/{file.name}"
        if file.is_dir():
            yield from _sources(file, name)
        elif file.name.endswith((".py", ".toml", ".tsv")):
            yield name, file


@cache
def _pipeline(language: str) -> Language:
    """Return the pipeline that reads a language now."""
    reader = languages.reader(language)
    if not reader:
        raise ValueError(f"no module reads {language!r}; allowed: {', '.join(languages.MODULES)}")
    return reader.build()


def _taken_apart(document: Readable, text: str, *, outage: bool) -> Reading:
    """Return what one text says.

    A pipeline keeps every word that it meets. One that has met too many is let go, and a new one
    begins: that costs some milliseconds once in thousands of texts. (spaCy's memory zones would
    cost each text as much as tokenising it.)
    """
    nlp = _pipeline(languages.code(document.language))
    doc = nlp.make_doc(text)
    doc._.context = document
    for name, pipe in nlp.pipeline:  # As nlp(doc) does, which looks up what each is told besides.
        if outage or name not in CLAIMS:
            doc = pipe(doc)
    if len(nlp.vocab.strings) > WORDS:
        _pipeline.cache_clear()
    return Reading(
        id=document.id,
        relevant=bool(doc._.claims),
        text=text,
        mentions=mentions(doc),
        claims=tuple(doc._.claims),
    )
