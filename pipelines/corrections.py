"""An editor's corrections of claims: ``data/corrections.toml``, applied to each reading.

A corrected claim keeps its passage and says why it was corrected and on what evidence.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import Field as Limited
from pydantic import model_validator

from nlp import entries
from nlp.claims import Claim, CountField, Field, Modality
from nlp.entries import Strict
from nlp.reading import Reading
from nlp.values import Value
from pipelines.assembly.evidence import value_of
from scraper.items import Document

OWN_FILE = "DOWNWIRE_CORRECTIONS"
"""The environment variable that names a file of corrections beside ``data/corrections.toml``."""

_Words = Annotated[str, Limited(min_length=1)]


class Put(Strict):
    """What a claim says instead; what is not given stays."""

    service: str | None = None
    value: dict[str, Any] | None = None
    """As JSON in ``claims.value``."""
    modality: Modality | None = None
    attributed_to: str | None = None


class Correction(Strict):
    """One ``[[correction]]``."""

    document: _Words
    """Address, id or official id of the document."""
    service: str | None = None
    field: Field | None = None
    words: str | None = None
    """``value_text`` of the claim."""
    put: Put
    """Empty where the claim is to be taken out."""
    evidence: _Words
    reason: _Words
    date: date

    @model_validator(mode="after")
    def _says_which(self) -> Correction:
        if not (self.service or self.field or self.words):
            raise ValueError("say which claims: give service, field or words")
        if self.put.value is not None:
            if not self.field:
                raise ValueError("put.value needs the field whose value it is")
            self._check_value(self.field, self.put.value)
        return self

    @staticmethod
    def _check_value(field: Field, value: dict[str, Any]) -> None:
        try:
            _value(field, value)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ValueError(
                f"put.value is no value of {field}; write it as claims.value has it ({error!r})"
            ) from error

    @property
    def note(self) -> str:
        """What a corrected claim says of it."""
        return f"{self.reason} ({self.evidence}, {self.date})"

    def fits(self, claim: Claim) -> bool:
        """Return whether a claim is one of those meant."""
        wanted = ((self.service, claim.service), (self.field, claim.field))
        words = self.words is None or self.words == claim.value_text
        return words and all(given is None or given == has for given, has in wanted)

    def corrected(self, claim: Claim) -> Claim | None:
        """Return the claim as it should be; ``None`` where it is taken out."""
        over: dict[str, Any] = self.put.model_dump(exclude_none=True)
        if not over:
            return None
        if self.put.value is not None:
            over["value"] = _value(claim.field, self.put.value)
        return replace(claim, **over, correction=self.note)


class _Corrections(Strict):
    correction: list[Correction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A reading after its corrections."""

    reading: Reading
    idle: tuple[Correction, ...] = ()
    """Corrections of this document that match no claim of it."""


@cache
def corrections() -> tuple[Correction, ...]:
    """Return all corrections. Raises :class:`nlp.entries.EntryError`, naming file and entry."""
    found: list[Correction] = []
    for file, origin in _files():
        found += entries.load_file(file, _Corrections, origin).correction
    return tuple(found)


def version(reader: str) -> str:
    """Return the version of a reader together with the corrections, for what is to be read anew."""
    if not corrections():
        return reader
    told = repr(corrections()).encode()
    return f"{reader}+{hashlib.sha256(told).hexdigest()[:6]}"


def apply(
    document: Document, reading: Reading, given: Sequence[Correction] | None = None
) -> Corrected:
    """Return a document's reading with its corrections made, in the order of the file.

    ``given``: the corrections; those of the files where left out.
    """
    names = {document.id, document.url, document.canonical_url, document.official_id}
    mine = [one for one in (corrections() if given is None else given) if one.document in names]
    if not mine:
        return Corrected(reading=reading)
    claims: list[Claim] = list(reading.claims)
    idle = []
    for one in mine:
        if not any(map(one.fits, claims)):
            idle.append(one)
        changed = (one.corrected(claim) if one.fits(claim) else claim for claim in claims)
        claims = [claim for claim in changed if claim]
    return Corrected(reading=replace(reading, claims=tuple(claims)), idle=tuple(idle))


def warning(idle: Correction) -> str:
    """Return in a sentence that a correction matches nothing any more, and what to do."""
    which = ", ".join(filter(None, (idle.service, idle.field, idle.words)))
    return (
        f"a correction of {idle.date} matches no claim ({which}) of {idle.document}; "
        "look with downwire explain, then change or remove it"
    )


def _value(field: Field, given: dict[str, Any]) -> Value:
    """Return a value as an editor writes it: TOML has no null, so an open bound is left out."""
    if field not in get_args(CountField):
        return value_of(field, given)
    bounds = {"min": None, "max": None, **given}
    if not all(bound is None or type(bound) is int for bound in bounds.values()):
        raise ValueError("a bound is a whole number")
    return value_of(field, bounds)


def _files() -> Iterator[tuple[Any, str]]:
    yield files("data") / "corrections.toml", "data/corrections.toml"
    own = os.environ.get(OWN_FILE)
    if own:
        yield Path(own), own
