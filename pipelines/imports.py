"""Files given by hand, made into documents by the same parsers as the web."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines import store
from pipelines.terminal.progress import Progress
from scraper import files


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import brought."""

    new: int
    changed: int
    known: int
    problems: tuple[str, ...]
    """A sentence for each thing that was not read, naming its file."""


def import_paths(
    database: Path, paths: Iterable[str], defaults: files.Defaults, progress: Progress
) -> ImportSummary:
    """Keep what the files hold, one transaction a file; what cannot be read costs only itself.

    A directory stands for the files in and under it, hidden ones left out; ``-`` for standard
    input.
    """
    arrivals: Counter[str] = Counter()
    problems: list[str] = []
    with store.open(database) as kept:
        for name, body in _bodies(paths, problems):
            parsed = files.parse(name, body, defaults=defaults)
            problems += parsed.problems
            with kept.atomic():
                arrivals.update(kept.put_document(document) for document in parsed.documents)
            progress.now(f"import: documents {arrivals.total()}, refused {len(problems)}")
    return ImportSummary(
        new=arrivals["new"],
        changed=arrivals["revision"],
        known=arrivals["known"],
        problems=tuple(problems),
    )


def _bodies(paths: Iterable[str], problems: list[str]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        if path == "-":
            yield "standard input", sys.stdin.buffer.read(files.LIMIT + 1)
            continue
        for file in _files(Path(path)):
            try:
                with file.open("rb") as opened:
                    yield str(file), opened.read(files.LIMIT + 1)
            except OSError as error:
                problems.append(f"{file}: cannot be read: {error.strerror}")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file())
    return sorted(f for f in found if not any(p.startswith(".") for p in f.relative_to(path).parts))
