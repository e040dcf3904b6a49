"""One row of the incident report benchmark as the product understands it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bench import incident_rows
from bench.incident_rows import Row
from nlp.claims import Claim, Field
from nlp.mentions import Label, Mention
from nlp.names import gazetteers
from nlp.reading import Reading, read
from nlp.values import TimeValue
from pipelines.assembly.evidence import Evidence, Incident
from pipelines.assembly.incidents import assemble
from scraper.items import Document

UNKNOWN = "UNKNOWN"
"""What the benchmark says where the report does not."""

Span = tuple[int, int]
"""A stretch of a report's text: ``text[start:end]``."""


@dataclass(frozen=True)
class Report:
    """A report: what was imported, what the reader says of it, what the assembler makes of that."""

    document: Document
    reading: Reading
    incident: Incident | None
    """``None`` where its claims make none."""

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims of what happened; what operators say that users "may have" met is one."""
        return tuple(c for c in self.reading.claims if c.modality in ("asserted", "hypothetical"))

    @property
    def title(self) -> Span:
        """Where its title stands: its first line."""
        return 0, self.document.text.find("\n") % (len(self.document.text) + 1)

    def of(self, field: Field) -> list[Claim]:
        """Return its claims of a field, in order."""
        return [claim for claim in self.claims if claim.field == field]

    def mentions(self, label: Label, span: Span) -> list[Mention]:
        """Return the mentions with a label that begin in a stretch, in order."""
        return [
            m for m in self.reading.mentions if m.label == label and span[0] <= m.start < span[1]
        ]

    def header(self, name: str) -> Span | None:
        """Return where the words of a header line stand; ``None`` where it has no such line."""
        found = re.search(rf"^{name}: (.*)$", self.document.text, re.MULTILINE)
        return found.span(1) if found else None

    def claimed(self, field: Field) -> Claim | None:
        """Return the claim that the assembler took the incident's start or end from."""
        if self.incident is None:
            return None
        chosen = self.incident.began_at if field == "began_at" else self.incident.ended_at
        return next((claim for claim in self.of(field) if _starts(claim) == chosen), None)


def understood(row: Row) -> Report | None:
    """Return a row as the product understands it; ``None`` where it cannot be imported."""
    document = incident_rows.document(row)
    if document is None:
        return None
    reading = next(read([document]))
    return Report(document, reading, _incident(document, reading))


def _starts(claim: Claim) -> object:
    return claim.value.start if isinstance(claim.value, TimeValue) else None


def _incident(document: Document, reading: Reading) -> Incident | None:
    """Return the incident that most of a report's claims make, of those that they make alone."""
    evidence = [
        Evidence(
            id=f"{document.id}.c{place:06}",
            place=place,
            claim=claim,
            document=document.id,
            url=document.url,
            canonical_url=document.canonical_url,
            publisher=document.publisher,
            kind=document.kind,
            source=document.source,
            published_at=document.published_at,
            title=document.title,
            official_id=document.official_id,
        )
        for place, claim in enumerate(reading.claims)
    ]
    incidents = assemble(evidence, gazetteers.services()).incidents
    return max(incidents, key=lambda incident: len(incident.claims), default=None)
