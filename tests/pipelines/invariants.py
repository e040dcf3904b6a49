"""What must hold of every database, whatever was put into it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

from nlp.claims import Field, Modality
from nlp.mentions import Label
from nlp.values import CountValue, TimeValue, iso
from pipelines.assembly.evidence import value_of

_FIELDS = {field for group in get_args(Field) for field in get_args(group)}
_SPANS = """
    SELECT t.id, t."start", t."end", t.{words} AS words, r.text,
        (SELECT max(number) FROM revisions WHERE document = t.document) <> t.revision AS old
    FROM {table} t LEFT JOIN revisions r ON r.document = t.document AND r.number = t.revision
"""

Check = Callable[[sqlite3.Connection], Iterator[str]]


def violations(database: Path) -> list[str]:
    """Return a sentence for each thing that should not be; none is as it must be."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        return [sentence for check in CHECKS for sentence in check(connection)]


def whole(connection: sqlite3.Connection) -> Iterator[str]:
    """The file is sound, and every foreign key leads somewhere."""
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"the file: {row[0]}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"{row['table']} row {row['rowid']} names a row of {row['parent']} that is not there"


def spans(connection: sqlite3.Connection) -> Iterator[str]:
    """Every mention is its words, and every claim a passage with its value's words, of a text."""
    for row in connection.execute(_SPANS.format(table="mentions", words="text")):
        if row["text"] is None or row["text"][row["start"] : row["end"]] != row["words"]:
            yield f"mention {row['id']} is not where it says"
        if row["old"]:
            yield f"mention {row['id']} is of a text that is no longer the latest"
    for row in connection.execute(_SPANS.format(table="claims", words="value_text")):
        passage = (row["text"] or "")[row["start"] : row["end"]]
        if not passage.strip():
            yield f"claim {row['id']} has no passage"
        elif row["words"] not in passage:
            yield f"claim {row['id']}: {row['words']!r} is not in its passage {passage!r}"
        if row["old"]:
            yield f"claim {row['id']} is of a text that is no longer the latest"


def values(connection: sqlite3.Connection) -> Iterator[str]:
    """Labels, fields and modalities are of the contract, and every value comes back."""
    for row in connection.execute("SELECT id, label FROM mentions"):
        if row["label"] not in get_args(Label):
            yield f"mention {row['id']} has the label {row['label']}"
    for row in connection.execute("SELECT * FROM claims"):
        if row["field"] not in _FIELDS:
            yield f"claim {row['id']} has the field {row['field']}"
        if row["modality"] not in get_args(Modality):
            yield f"claim {row['id']} has the modality {row['modality']}"
        stored = json.loads(row["value"])
        if value_of(row["field"], stored).as_json() != stored:
            yield f"claim {row['id']} does not come back as it was stored: {row['value']}"


def addresses(connection: sqlite3.Connection) -> Iterator[str]:
    """Every document that was fetched has an address; every document has a text."""
    for row in connection.execute("SELECT id FROM documents WHERE source <> 'import' AND url = ''"):
        yield f"document {row['id']} has no address"
    query = "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM revisions)"
    for row in connection.execute(query):
        yield f"document {row['id']} has no text"


def figures(connection: sqlite3.Connection) -> Iterator[str]:
    """Every figure of an incident is one that a claim of it states."""
    for incident in connection.execute("SELECT * FROM incidents"):
        claims = connection.execute(
            "SELECT * FROM claims WHERE incident = ?", [incident["id"]]
        ).fetchall()
        stated = [value_of(claim["field"], json.loads(claim["value"])) for claim in claims]
        times = {iso(v.start) for v in stated if isinstance(v, TimeValue)}
        counts = {n for v in stated if isinstance(v, CountValue) for n in (v.min, v.max)}
        for name, known in (("began_at", times), ("ended_at", times), ("peak_reports", counts)):
            if incident[name] is not None and incident[name] not in known:
                yield f"incident {incident['id']}: no claim states its {name} {incident[name]}"
        if incident["documents"] != len({claim["document"] for claim in claims}):
            yield f"incident {incident['id']} miscounts its documents"
        if not claims:
            yield f"incident {incident['id']} has no claim"


def evidence(connection: sqlite3.Connection) -> Iterator[str]:
    """What hangs on an incident names claims of that incident."""
    for table, columns in {
        "incident_features": ("claim",),
        "incident_regions": ("claim",),
        "conflicts": ("claim_a", "claim_b"),
    }.items():
        for column in columns:
            query = f"""
                SELECT t.incident, t.{column} AS claim FROM {table} t
                JOIN claims c ON c.id = t.{column} WHERE c.incident IS NOT t.incident
            """  # noqa: S608 - our names
            for row in connection.execute(query):
                yield f"{table} of {row['incident']} names {row['claim']} of another incident"


CHECKS: tuple[Check, ...] = (whole, spans, values, addresses, figures, evidence)
