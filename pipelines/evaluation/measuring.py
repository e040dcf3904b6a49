"""Read the gold documents and say how well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp import reading
from pipelines.evaluation import gold, scoring
from pipelines.evaluation.gold import GoldDocument
from pipelines.evaluation.scoring import Miss, Tally

BLIND = "evaluated"
"""The half whose misses are counted and never shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How well one half is read."""

    digest: str
    """Of its documents."""
    documents: int
    negatives: int
    """How many of them speak of no outage."""
    tallies: Mapping[str, Tally]
    """By figure, in the order of :data:`pipelines.evaluation.scoring.FIGURES`."""

    def as_json(self) -> dict[str, Any]:
        """Return the figures as a JSON object, rates to four places."""
        return {
            "digest": self.digest,
            "documents": self.documents,
            "negatives": self.negatives,
            "figures": {
                name: {
                    "precision": round(tally.precision, 4),
                    "recall": round(tally.recall, 4),
                    "f1": round(tally.f1, 4),
                    "right": tally.right,
                    "said": tally.said,
                    "there": tally.there,
                }
                for name, tally in self.tallies.items()
            },
        }


def measure(folder: Path) -> dict[str, Measured]:
    """Return how well each half in a folder of gold is read, by its name.

    Raises :class:`nlp.entries.EntryError` for labels that cannot be read.
    """
    return {name: _half(folder / name, found) for name, found in gold.halves(folder).items()}


def misses(folder: Path) -> Iterator[Miss]:
    """Yield what is missed or said too much in every half but the blind one."""
    for name, documents in gold.halves(folder).items():
        if name != BLIND:
            for wanted, found in _read(documents):
                yield from scoring.misses(wanted, found)


def _half(folder: Path, documents: list[GoldDocument]) -> Measured:
    return Measured(
        digest=gold.digest(folder),
        documents=len(documents),
        negatives=sum(not document.relevant for document in documents),
        tallies=scoring.tally(_read(documents)),
    )


def _read(documents: list[GoldDocument]) -> Iterator[tuple[GoldDocument, reading.Reading]]:
    return zip(documents, reading.read(wanted.document for wanted in documents), strict=True)
