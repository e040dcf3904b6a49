"""The demo newsroom: its outages come out, one each and whole, and nothing else does."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest

from tests.acceptance.wire import Wire
from tests.conftest import DemoRun

EXPECTED = tomllib.loads((files("data") / "demo" / "expected.toml").read_text(encoding="utf-8"))
INCIDENTS = {item["title"]: item for item in EXPECTED["incident"]}
DISAGREEMENTS = [
    (title, conflict) for title, item in INCIDENTS.items() for conflict in item.get("conflict", ())
]


@pytest.fixture
def wire(demo_run: DemoRun) -> Wire:
    return Wire(demo_run.database)


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def incident(wire: Wire, expected: dict[str, Any]) -> dict[str, Any]:
    (row,) = wire.rows("SELECT * FROM incidents WHERE service = ?", expected["service"])
    return row


def test_as_many_incidents_as_outages(wire: Wire) -> None:
    services = [row["service"] for row in wire.rows("SELECT service FROM incidents")]
    assert sorted(services) == sorted(item["service"] for item in INCIDENTS.values())
    assert len(services) >= 8


def test_at_least_forty_documents(wire: Wire) -> None:
    assert wire.rows("SELECT count(*) AS n FROM documents")[0]["n"] >= 40


@pytest.mark.parametrize("title", INCIDENTS)
def test_when(wire: Wire, title: str) -> None:
    expected = INCIDENTS[title]
    row = incident(wire, expected)
    assert row["began_at"] in {iso(moment) for moment in expected["told_began"]}
    assert row["ended_at"] in {iso(moment) for moment in expected["told_ended"]}


@pytest.mark.parametrize("title", INCIDENTS)
def test_the_pieces_are_together(wire: Wire, title: str) -> None:
    expected = INCIDENTS[title]
    told = wire.rows(
        "SELECT DISTINCT canonical_url FROM documents JOIN claims ON claims.document = documents.id"
        " WHERE incident = ?",
        incident(wire, expected)["id"],
    )
    assert {row["canonical_url"] for row in told} == set(expected["documents"])


@pytest.mark.parametrize("title", [t for t, item in INCIDENTS.items() if "peak_reports" in item])
def test_how_many(wire: Wire, title: str) -> None:
    expected = INCIDENTS[title]
    row = incident(wire, expected)
    told = {
        claim["value"]["min"] or claim["value"]["max"]
        for claim in wire.claims(row["id"], "peak_reports")
    }
    assert expected["peak_reports"] in told
    assert row["peak_reports"] in told


@pytest.mark.parametrize("title", [t for t, item in INCIDENTS.items() if "regions" in item])
def test_where(wire: Wire, title: str) -> None:
    expected = INCIDENTS[title]
    rows = wire.rows(
        "SELECT key FROM incident_regions WHERE incident = ? AND affected",
        incident(wire, expected)["id"],
    )
    assert {row["key"] for row in rows} >= set(expected["regions"])


@pytest.mark.parametrize(
    ("title", "expected"), DISAGREEMENTS, ids=[f"{t}: {c['why']}" for t, c in DISAGREEMENTS]
)
def test_who_disagrees(wire: Wire, title: str, expected: dict[str, Any]) -> None:
    rows = wire.rows(
        "SELECT explanation, a.value AS a, b.value AS b FROM conflicts "
        "JOIN claims AS a ON a.id = claim_a JOIN claims AS b ON b.id = claim_b "
        "WHERE conflicts.incident = ? AND conflicts.field = ?",
        incident(wire, INCIDENTS[title])["id"],
        expected["field"],
    )
    words = [
        iso(value) if isinstance(value, datetime) else f": {value}," for value in expected["values"]
    ]
    assert [row for row in rows if all(word in row["a"] + row["b"] for word in words)], rows


@pytest.mark.parametrize("quiet", EXPECTED["quiet"], ids=lambda quiet: quiet["why"])
def test_what_is_no_outage(wire: Wire, quiet: dict[str, str]) -> None:
    rows = wire.rows("SELECT id FROM documents WHERE canonical_url = ?", quiet["url"])
    assert len(rows) == 1, "it was not crawled"
    claims = wire.rows(
        "SELECT field, value_text FROM claims WHERE document = ? AND incident IS NOT NULL",
        rows[0]["id"],
    )
    assert claims == []


@pytest.mark.parametrize("unread", EXPECTED["unread"], ids=lambda unread: unread["why"])
def test_what_may_not_be_read(wire: Wire, unread: dict[str, str]) -> None:
    pattern = f"%{unread['words']}%"
    assert wire.rows("SELECT document FROM revisions WHERE text LIKE ?", pattern) == []
    outcomes = wire.rows("SELECT outcome FROM fetches WHERE url = ?", unread["url"])
    assert {row["outcome"] for row in outcomes} == {"blocked"}
