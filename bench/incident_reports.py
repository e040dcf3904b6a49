"""Predictions for the incident report benchmark: ``python -m bench.incident_reports LABELS.csv``.

Each row goes through the product: its platform's parser, the reader, the assembler. What is
special to the benchmark is its vocabulary, and which of a report's claims its labels ask for.
Prints one JSON object a row; the labels in the file are not read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from bench import incident_impact, incident_naming, incident_rows
from bench.incident_report import UNKNOWN, Report, understood
from nlp.claims import Claim
from nlp.values import TimeValue

_ABBREVIATED = frozenset({"PST", "PDT"})
"""Zones of the pages that write out which half of the year theirs is in."""


def predictions(path: Path) -> Iterator[dict[str, str]]:
    """Yield what the benchmark asks of each row that can be read."""
    for row in incident_rows.rows(path):
        report = understood(row)
        if report:
            yield {"row": row["row"], **prediction(report)}


def prediction(report: Report) -> dict[str, str]:
    """Return what the benchmark asks of a report."""
    began, ended = report.claimed("began_at"), report.claimed("resolved_at")
    return {
        "service_name": incident_naming.service(report),
        "location": incident_naming.location(report),
        "start_time": _local(report, began),
        "end_time": _local(report, ended),
        "timezone": _zone(report, began or ended),
        "service_category": incident_naming.category(report),
        "user_symptom_category": incident_impact.symptoms(report),
        "root_cause_category": incident_impact.cause(report),
    }


def _local(report: Report, claim: Claim | None) -> str:
    """Return a claimed time on the report's own clocks: the page's, else those that it names."""
    if claim is None or not isinstance(claim.value, TimeValue):
        return UNKNOWN
    page = _page_zone(report)
    if page:
        return claim.value.start.astimezone(page).isoformat(" ")
    timexes = (report.reading.mentions[place].timex for place in claim.mentions)
    return next((timex.value.replace("T", " ") for timex in timexes if timex), UNKNOWN)


def _zone(report: Report, claim: Claim | None) -> str:
    """Return the zone of those clocks, abbreviated."""
    if claim is None or not isinstance(claim.value, TimeValue):
        return UNKNOWN
    page = _page_zone(report)
    if page and not (claim.value.zone_from == "stated" and claim.value.zone in _ABBREVIATED):
        return claim.value.start.astimezone(page).tzname() or ""
    return claim.value.zone


def _page_zone(report: Report) -> tzinfo | None:
    return ZoneInfo(report.document.zone) if report.document.zone else None


def main() -> None:
    """Print the predictions of the file that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("labels", type=Path)
    for found in predictions(parser.parse_args().labels):
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
