"""The site: a database in Datasette, on this machine only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette

from pipelines.publish.metadata import metadata

SETTINGS: dict[str, Any] = {
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 500,
    "max_csv_mb": 0,
    "default_page_size": 50,
    "force_https_urls": False,
}


def site(database: Path) -> Datasette:
    """Return the Datasette application of a database file. Nothing in it writes."""
    return Datasette([str(database)], metadata=metadata(database.stem), settings=SETTINGS)


def serve(database: Path, port: int) -> None:
    """Serve a database on 127.0.0.1 until interrupted."""
    uvicorn.run(site(database).app(), host="127.0.0.1", port=port, log_level="warning")
