"""What Datasette is told of the database: names, descriptions, facets and canned queries.

https://docs.datasette.io/en/stable/metadata.html
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from pipelines.publish.dictionary import Table, tables

LABELS = {
    "sources": "name",
    "services": "name",
    "documents": "title",
    "mentions": "text",
    "claims": "value_text",
    "incidents": "title",
}
"""The column that stands for a row wherever another row points to it."""
FACETS = {
    "sources": ["spider", "kind", "country"],
    "services": ["kind", "owner"],
    "documents": ["kind", "publisher", "source", "relevant"],
    "mentions": ["label", "key"],
    "claims": ["field", "modality", "service", "attributed_to"],
    "incidents": ["service", "state"],
    "incident_features": ["name", "affected", "extent"],
    "incident_regions": ["name", "affected", "extent"],
    "conflicts": ["field"],
    "fetches": ["outcome", "source", "status"],
}
SEARCH = {"documents": "documents_fts", "incidents": "incidents_fts"}
NEWEST_FIRST = {"documents": "published_at", "incidents": "began_at", "runs": "id", "fetches": "id"}


def metadata(database: str) -> dict[str, Any]:
    """Return Datasette's metadata for a database of this name (the file's stem)."""
    return {
        "title": "Downwire",
        "description": "An open wire of outages: every figure leads to the sentence that said it, "
        "and every disagreement is shown.",
        "license": "Facts as their publishers stated them; cite the publisher of each claim",
        "databases": {
            database: {
                "description": "Documents, what they claim, and the incidents that follow.",
                "tables": {name: _table(table) for name, table in tables().items()}
                | {"latest_texts": {"hidden": True}},
                "queries": queries(),
            }
        },
    }


def queries() -> dict[str, dict[str, str]]:
    """Return the canned queries by name: title, description and SQL."""
    text = files("pipelines.publish").joinpath("queries.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _table(table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": table.description,
        "columns": {name: column.description for name, column in table.columns.items()},
        "facets": FACETS.get(table.name, []),
    }
    if table.name in LABELS:
        told["label_column"] = LABELS[table.name]
    if table.name in NEWEST_FIRST:
        told["sort_desc"] = NEWEST_FIRST[table.name]
    if table.name in SEARCH:
        told |= {"fts_table": SEARCH[table.name], "fts_pk": "rowid"}
    return told
