"""Incidents as a table in the terminal."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from rich import box
from rich.markup import escape
from rich.table import Table

from nlp.values import EXACT
from pipelines.store import looking

_INCIDENTS = """
SELECT incidents.id, coalesce(services.name, incidents.service, 'unknown') AS service,
       incidents.began_at, incidents.began_precision, incidents.ended_at,
       incidents.ended_precision, incidents.peak_reports,
       (SELECT group_concat(name, ', ') FROM (
           SELECT name FROM incident_regions
           WHERE incident = incidents.id AND affected ORDER BY name)) AS regions,
       incidents.documents, incidents.origins,
       (SELECT count(*) FROM conflicts WHERE incident = incidents.id) AS conflicts
FROM incidents LEFT JOIN services ON services.key = incidents.service
ORDER BY incidents.began_at DESC, incidents.id
LIMIT ?
"""
COLUMNS = (
    *("service", "began (UTC)", "ended (UTC)", "peak reports"),
    *("regions", "sources", "conflicts", "incident"),
)
NUMBERS = frozenset({"peak reports", "sources", "conflicts"})
MOST_REGIONS = 3


def incidents_table(database: Path, *, limit: int = 50) -> Table:
    """Return the newest incidents of a database, for ``rich`` to print."""
    with looking(database) as connection:
        rows = connection.execute(_INCIDENTS, (limit,)).fetchall()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in COLUMNS:
        table.add_column(column, justify="right" if column in NUMBERS else "left")
    for row in rows:
        table.add_row(*(escape(cell) for cell in _cells(row)))
    return table


def _cells(row: sqlite3.Row) -> tuple[str, ...]:
    peak = row["peak_reports"]
    return (
        row["service"],
        clock(row["began_at"], row["began_precision"]),
        clock(row["ended_at"], row["ended_precision"]),
        "" if peak is None else f"{peak:,}",
        _few(row["regions"]),
        str(row["documents"]),
        str(row["conflicts"] or ""),
        row["id"],
    )


def clock(moment: str | None, precision: str | None) -> str:
    """Return a stored time for people: to the minute, or the day where only that is known.

    The day is that of the zone it was stated in: half a day after its first instant in UTC.

    >>> clock("2026-02-03T20:32:00Z", "minute"), clock("2026-02-02T18:30:00Z", "day")
    ('2026-02-03 20:32', '2026-02-03')
    """
    if moment is None:
        return ""
    if precision in (None, *EXACT):
        return moment[:16].replace("T", " ")
    return (datetime.fromisoformat(moment) + timedelta(hours=12)).date().isoformat()


def _few(regions: str | None) -> str:
    names = (regions or "").split(", ") if regions else []
    more = len(names) - MOST_REGIONS
    return ", ".join(names[:MOST_REGIONS]) + (f" and {more} more" if more > 0 else "")
