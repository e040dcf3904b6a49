"""Rows of the incident report benchmark as documents: through the product's own parsers.

A row holds what a status page once said, in the shape in which it was collected. It is put back
into the platform's payload, and the platform's parser in :mod:`scraper.statuspages` does the rest.
What people labelled is never looked at.
"""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scraper import statuspages
from scraper.items import Document
from scraper.sources import Source
from scraper.statuspages import aws, azure, google_cloud

Row = Mapping[str, str]

_LARGEST = 10_000_000
_PUBLISHERS = {"AWS": "Amazon Web Services", "Azure": "Microsoft Azure", "GCP": "Google Cloud"}
_POSTED = re.compile(r">\s*([A-Z][a-z]{2}) +(\d{1,2}), +\d{1,2}:\d{2}")
_NAMED = re.compile(
    r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}) (\d{1,2})(?:st|nd|rd|th)?\b"
)
_NUMPY = re.compile(
    r"""(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|array\(|,\s*dtype=object\)"""
    r"|(?P<next>(?<=\})\s+(?=\{))"
)


def rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file of the benchmark without their labels."""
    csv.field_size_limit(_LARGEST)
    with path.open(newline="", encoding="utf-8") as file:
        return [
            {name: words for name, words in row.items() if not name.startswith("label_")}
            for row in csv.DictReader(file)
        ]


def document(row: Row) -> Document | None:
    """Return the report of a row as the product imports it; ``None`` where it cannot be read."""
    payload, parse = _PAYLOADS[row["vendor"]]
    publisher = _PUBLISHERS[row["vendor"]]
    source = Source(
        id="import", name=publisher, spider="articles", kind="official", publisher=publisher, url=""
    )
    parsed = parse(payload(row), source, datetime.now(UTC))
    return next(iter(parsed.documents), None)


def updates(words: str) -> list[dict[str, Any]]:
    """Return the updates in a column that holds what Python prints of an array of them.

    >>> updates("[{'text': 'It is slow.', 'where': array(['a'], dtype=object)}\\n {'text': 'b'}]")
    [{'text': 'It is slow.', 'where': ['a']}, {'text': 'b'}]
    """
    literal = _NUMPY.sub(lambda match: match["string"] or (", " if match["next"] else ""), words)
    found: list[dict[str, Any]] = ast.literal_eval(literal or "[]")
    return found


def _of_aws(row: Row) -> bytes:
    """Return a dashboard's JSON."""
    event = {
        "service": row["row"],
        "service_name": row["service"],
        "summary": row["status"],
        "date": str(int(_first_post(row).timestamp())),
        "description": row["description"],
    }
    return json.dumps({"archive": [event], "current": []}).encode()


def _first_post(row: Row) -> datetime:
    """Return about when the first post was made.

    Posts leave out the day on which they began: it is in the row's year the day before the first
    day that a post is stamped with, the first that one speaks of, or else any on which the clocks
    were as the posts say.
    """
    named = _POSTED.search(row["description"]) or _NAMED.search(row["description"])
    summer = "PDT" in row["description"]
    day = f"{named[1][:3]} {named[2]}" if named else f"{'Jul' if summer else 'Jan'} 2"
    return datetime.strptime(f"{row['year']} {day} 08 +0000", "%Y %b %d %H %z")


def _of_azure(row: Row) -> bytes:
    return row["description"].encode()


def _of_google(row: Row) -> bytes:
    incident = {
        "id": row["row"],
        "external_desc": row["external_description"],
        "service_name": row["service"],
        "updates": updates(row["description"]),
    }
    return json.dumps([incident]).encode()


_PAYLOADS: Mapping[str, tuple[Callable[[Row], bytes], statuspages.Parser]] = {
    "AWS": (_of_aws, aws.parse),
    "Azure": (_of_azure, azure.parse),
    "GCP": (_of_google, google_cloud.parse),
}
