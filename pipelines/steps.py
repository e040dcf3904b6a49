"""The steps of a run, one after the other; each is also a command of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.names import gazetteers
from pipelines import store
from pipelines.assembly.evidence import Assembly, Evidence
from pipelines.assembly.incidents import assemble
from pipelines.crawl import CrawlSummary, crawl
from pipelines.read import ReadSummary, read_stored
from pipelines.terminal.progress import Progress
from scraper.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembleSummary:
    """What a step of assembling made."""

    claims: int
    """How many claims it looked at."""
    incidents: int
    conflicts: int
    undated: int
    """Documents that give no date at all: their claims are of no known time, and no incident's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a whole run did."""

    crawled: CrawlSummary
    read: ReadSummary
    assembled: AssembleSummary


def prepare(database: Path, sources: Sequence[Source] = ()) -> None:
    """Bring the database's shape, services and sources up to date."""
    with store.open(database) as kept, kept.atomic():
        kept.put_services(gazetteers.services().values())
        kept.put_sources(sources)


def read_step(database: Path, progress: Progress, *, workers: int = 1) -> ReadSummary:
    """Read what is stored and unread, with so many processes."""
    with store.open(database) as kept:
        return read_stored(kept, progress, workers=workers)


def assemble_step(database: Path, progress: Progress) -> AssembleSummary:
    """Make all incidents and conflicts anew from all claims."""
    with store.open(database) as kept:
        evidence = list(kept.evidence())
        progress.now(f"assemble: claims {len(evidence)}")
        assembly = assemble(evidence, gazetteers.services())
        kept.put_assembly(assembly)
    return AssembleSummary(
        claims=len(evidence),
        incidents=len(assembly.incidents),
        conflicts=len(assembly.conflicts),
        undated=_undated(evidence, assembly),
    )


def _undated(evidence: Sequence[Evidence], assembly: Assembly) -> int:
    placed = {claim for incident in assembly.incidents for claim in incident.claims}
    of_incidents = {item.document for item in evidence if item.id in placed}
    return len({item.document for item in evidence if not item.published_at} - of_incidents)


def run(
    database: Path,
    sources: Sequence[Source],
    progress: Progress,
    settings: dict[str, Any] | None = None,
) -> RunSummary:
    """Crawl these sources, read what came, assemble everything.

    Does what a run that was killed left undone, too. ``settings`` are Scrapy's.
    """
    prepare(database, sources)
    crawled = crawl(sources, database=database, progress=progress, settings=settings)
    read = read_step(database, progress)
    assembled = assemble_step(database, progress)
    return RunSummary(crawled=crawled, read=read, assembled=assembled)
