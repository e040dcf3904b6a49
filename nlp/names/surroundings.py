"""What a component may know of a document beside its words; absent parts are simply unknown."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import gazetteers, publishers
from nlp.names.matching import Surface
from nlp.readable import Readable
from nlp.text.texts import text_of

_SURFACE, _CONTEXT = "downwire.surface", "downwire.context"
_SERVICE_LINE = re.compile(r"^Service: ", re.MULTILINE)


def surface(doc: Doc) -> Surface:
    """Return the document's text made ready for matching; made once for all finders."""
    if _SURFACE not in doc.user_data:
        doc.user_data[_SURFACE] = Surface.of(text_of(doc))
    found: Surface = doc.user_data[_SURFACE]
    return found


def context(doc: Doc) -> Readable | None:
    """Return the document that the text is from, where the pipeline was given one.

    Kept beside the text: an extension attribute costs as much as a search, and all ask for it.
    """
    if _CONTEXT not in doc.user_data:
        doc.user_data[_CONTEXT] = doc._.context if Doc.has_extension("context") else None
    known: Readable | None = doc.user_data[_CONTEXT]
    return known


def services(doc: Doc) -> list[Mention]:
    """Return the services found so far."""
    return (doc._.services or []) if Doc.has_extension("services") else []


def features(doc: Doc) -> list[Mention]:
    """Return the features found so far."""
    return (doc._.features or []) if Doc.has_extension("features") else []


def causes(doc: Doc) -> list[Mention]:
    """Return the causes found so far."""
    return (doc._.causes or []) if Doc.has_extension("causes") else []


def title_end(doc: Doc, text: str) -> int:
    """Return the offset after the title with which the text begins; 0 without one."""
    known = context(doc)
    title = known.title.strip() if known else ""
    return len(title) if title and text.startswith(title) else 0


def own_service(doc: Doc) -> str | None:
    """Return the key of the service that the publisher speaks for, if it is in the catalogue.

    Where an operator's report came without one, it is the service on its ``Service:`` line, else
    the publisher's.
    """
    known = context(doc)
    key = known.service if known else None
    if known and key is None and is_official(doc):
        key = _on_its_line(doc) or _of_publisher(known)
    return key if key in gazetteers.services() else None


def _on_its_line(doc: Doc) -> str | None:
    line = _SERVICE_LINE.search(text_of(doc))
    if not line:
        return None
    return next((known.key for known in services(doc) if known.start == line.end()), None)


def _of_publisher(known: Readable) -> str | None:
    service = publishers.service(known.publisher)
    return service.key if service else None


def is_post(doc: Doc) -> bool:
    """Say whether somebody posts in a forum or a network."""
    known = context(doc)
    return bool(known and known.kind in ("forum", "social"))


def is_official(doc: Doc) -> bool:
    """Say whether the operator itself speaks."""
    known = context(doc)
    return bool(known and known.kind == "official")
