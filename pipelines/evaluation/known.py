"""Claims that are known to be missed: ``known_misses.toml``, of the halves that may be looked at.

Each is a strict expected failure of the tests: whoever mends one takes its line out, or types
``downwire evaluate --raise-floors``, which writes the file anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from nlp import entries
from nlp.entries import Strict
from pipelines.evaluation.scoring import FIELDS, Miss

FILE = "known_misses.toml"
_HEAD = """\
# Claims of the labelled texts that the reader is known to miss, by document. Strict expected
# failures of tests/gold; written anew by `downwire evaluate --raise-floors`.

"""


class _Known(Strict):
    missed: dict[str, list[str]]


def load(folder: Path) -> dict[str, list[str]]:
    """Return the lines of missed claims by document. Raises :class:`nlp.entries.EntryError`."""
    file = folder / FILE
    if not file.exists():
        return {}
    return entries.load_file(file, _Known, str(file)).missed


def written(misses: Iterable[Miss]) -> str:
    """Return ``known_misses.toml`` of these misses: the claims among them, in order."""
    lines: dict[str, list[str]] = {}
    for miss in misses:
        if miss.figure in FIELDS and not miss.found:
            lines.setdefault(miss.document, []).append(miss.words)
    told = "".join(
        f"{document} = [\n{''.join(f'  {json.dumps(line)},{chr(10)}' for line in claims)}]\n"
        for document, claims in lines.items()
    )
    return f"{_HEAD}[missed]\n{told}"
