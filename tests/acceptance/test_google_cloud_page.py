"""Google Cloud's incidents: begin, end and locations as its JSON has them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.wire import Wire

PROMISE = re.compile(r"\b(?:will|to) (?:provide|share|give) (?:an|another|more) |\bETA\b", re.I)


@pytest.fixture(scope="module")
def stated(captures: list[Path]) -> dict[str, dict[str, Any]]:
    (capture,) = (path for path in captures if path.name.startswith("google"))
    return {item["id"]: item for item in json.loads(capture.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def incidents(official: Wire) -> dict[str, dict[str, Any]]:
    rows = official.rows("SELECT * FROM incidents WHERE official_id LIKE 'google-cloud:%'")
    assert len(rows) == len({row["official_id"] for row in rows})
    return {row["official_id"].partition(":")[2]: row for row in rows}


def utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_an_incident_each_begun_and_ended_as_stated(
    incidents: dict[str, dict[str, Any]], stated: dict[str, dict[str, Any]]
) -> None:
    assert len(incidents) == 157
    assert {name: (row["began_at"], row["ended_at"]) for name, row in incidents.items()} == {
        name: (utc(item["begin"]), utc(item["end"])) for name, item in stated.items()
    }


def test_its_locations_are_regions_of_the_cloud(
    official: Wire, incidents: dict[str, dict[str, Any]], stated: dict[str, dict[str, Any]]
) -> None:
    query = "SELECT key FROM incident_regions WHERE incident = ? AND affected"
    for name, item in stated.items():
        updates = [place for update in item["updates"] for place in update["affected_locations"]]
        places = (
            item["currently_affected_locations"] + item["previously_affected_locations"] + updates
        )
        keys = {row["key"] for row in official.rows(query, incidents[name]["id"])}
        assert {f"gcp:{place['id']}" for place in places} <= keys, name
        assert not [key for key in keys if key.startswith(("aws:", "azure:"))], name


def test_nothing_is_claimed_of_what_is_only_promised(official: Wire) -> None:
    rows = official.rows(
        'SELECT claims.*, substr(text, start + 1, "end" - start) AS passage FROM claims '
        "JOIN revisions USING (document) WHERE field LIKE '%\\_at' ESCAPE '\\' "
        "AND modality = 'asserted'"
    )
    promised = [row for row in rows if PROMISE.search(row["passage"])]
    assert [row["value_text"] for row in promised if not row["value_text"].endswith("Z")] == []
