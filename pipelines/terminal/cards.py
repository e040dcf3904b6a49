"""One incident in the terminal: each figure with the sentence behind it."""

from __future__ import annotations

import sqlite3
import textwrap
from collections.abc import Iterator
from pathlib import Path

from pipelines.store import looking
from pipelines.terminal.plain import plain
from pipelines.terminal.summaries import counted
from pipelines.terminal.tables import clock

WIDTH = 96
LABEL = 11
LONGEST = 400
"""Characters of a passage that are shown; few sentences are longer."""
_FIGURES = (
    ("began", "began_at", "began_at", "$.from"),
    ("ended", "ended_at", "resolved_at", "$.from"),
    ("peak", "peak_reports", "peak_reports", "$.min"),
)
_SAID = """
SELECT claims.value_text, claims.attributed_to, claims.correction,
       documents.publisher, documents.url,
       substr(revisions.text, claims.start + 1, claims."end" - claims.start) AS passage
FROM claims
JOIN documents ON documents.id = claims.document
JOIN revisions ON revisions.document = claims.document AND revisions.number = claims.revision
WHERE claims.incident = :incident AND claims.field = :field AND claims.modality = 'asserted'
  AND json_extract(claims.value, :path) = :value
ORDER BY documents.kind != 'official', claims.attributed_to IS NULL, documents.published_at,
         claims.document, claims.start
LIMIT 1
"""
_AFFECTED = """
SELECT name, affected, extent FROM incident_{what}
WHERE incident = ? ORDER BY affected DESC, name
"""


class NoIncidentError(LookupError):
    """There is no incident of this id; the message says how to list them."""


def incident_card(database: Path, incident: str) -> str:
    """Return the facts of an incident as lines of text. Raises :class:`NoIncidentError`."""
    with looking(database) as connection:
        row = connection.execute("SELECT * FROM incidents WHERE id = ?", (incident,)).fetchone()
        if row is None:
            raise NoIncidentError(f"{incident}: no such incident; type: downwire incidents")
        return "\n".join(_lines(connection, row))


def _lines(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[str]:
    yield plain(f"{row['title']}  [{row['id']}]")
    heard = f"{counted(row['documents'], 'document')}, {counted(row['origins'], 'publisher')}"
    yield _labelled("state", f"{row['state']}, {heard}")
    for label, column, field, path in _FIGURES:
        if row[column] is not None:
            yield from _figure(connection, row, label, column, field, path)
    for what in ("features", "regions"):
        told = _affected(connection, row["id"], what)
        if told:
            yield _labelled(what, told)
    disagreements = connection.execute(
        "SELECT explanation FROM conflicts WHERE incident = ? ORDER BY id", (row["id"],)
    )
    for (explanation,) in disagreements:
        yield _labelled("conflict", explanation)


def _figure(
    connection: sqlite3.Connection, row: sqlite3.Row, label: str, column: str, field: str, path: str
) -> Iterator[str]:
    """Yield the figure, then who said it and in which words."""
    value = row[column]
    shown = f"{value:,} reports" if isinstance(value, int) else _when(row, column)
    given = {"incident": row["id"], "field": field, "path": path, "value": value}
    said = connection.execute(_SAID, given).fetchone()
    if said is None:
        yield _labelled(label, shown)
        return
    who = said["publisher"]
    if said["attributed_to"]:
        who += f", citing {said['attributed_to']}"
    put_right = f"; corrected: {said['correction']}" if said["correction"] else ""
    passage = textwrap.shorten(said["passage"], LONGEST)
    yield _labelled(label, f"{shown}, by {who}: “{passage}”{put_right}")


def _affected(connection: sqlite3.Connection, incident: str, what: str) -> str:
    rows = connection.execute(_AFFECTED.format(what=what), (incident,)).fetchall()
    hit = [_extent(row) for row in rows if row["affected"]]
    spared = [_extent(row) for row in rows if not row["affected"]]
    return ", ".join(hit) + (f"; not {', '.join(spared)}" if spared else "")


def _extent(row: sqlite3.Row) -> str:
    extent = row["extent"]
    return f"{row['name']} ({extent})" if extent and extent != "none" else str(row["name"])


def _when(row: sqlite3.Row, column: str) -> str:
    precision = row[column.replace("_at", "_precision")]
    shown = clock(row[column], precision)
    return f"{shown} UTC" if " " in shown else shown


def _labelled(label: str, text: str) -> str:
    return textwrap.fill(
        plain(text),
        WIDTH,
        initial_indent=f"  {label:<{LABEL - 2}}",
        subsequent_indent=" " * LABEL,
        break_long_words=False,
    )
