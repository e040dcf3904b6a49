"""The article that the project began with: what the issue says of it, in the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.wire import ABSENT, REAL, Wire

SEED = REAL / "seed" / "chatgpt_outage_2026-02-04.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason=ABSENT)


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Wire:
    wire = Wire(tmp_path_factory.mktemp("seed") / "wire.db")
    wire.run("import", SEED, "--published", "2026-02-04", "--kind", "news", "--publisher", "Seed")
    return wire


@pytest.fixture(scope="module")
def chatgpt(wire: Wire) -> dict[str, Any]:
    (row,) = wire.rows("SELECT * FROM incidents WHERE service = 'chatgpt'")
    return row


def moments(wire: Wire, incident: str, field: str) -> set[str]:
    return {claim["value"]["from"][5:16] for claim in wire.claims(incident, field)}


def keys(wire: Wire, incident: str, field: str) -> dict[str, str]:
    return {claim["value"]["key"]: claim["modality"] for claim in wire.claims(incident, field)}


def test_two_incidents_and_none_of_canva(wire: Wire) -> None:
    rows = wire.rows("SELECT service, substr(began_at, 1, 10) AS day FROM incidents ORDER BY 1")
    assert [(row["service"], row["day"]) for row in rows] == [
        ("chatgpt", "2026-02-03"),
        ("claude", "2026-02-03"),
    ]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("began_at", {"02-03T20:32", "02-03T20:20"}),
        ("identified_at", {"02-03T21:21"}),
        ("resolved_at", {"02-03T22:14", "02-03T23:30"}),
    ],
)
def test_times(wire: Wire, chatgpt: dict[str, Any], field: str, expected: set[str]) -> None:
    assert moments(wire, chatgpt["id"], field) == expected


def test_operational_by_is_a_bound(wire: Wire, chatgpt: dict[str, Any]) -> None:
    bounds = {
        c["value"]["from"][11:16]: c["value"].get("bound")
        for c in wire.claims(chatgpt["id"], "resolved_at")
    }
    assert bounds == {"22:14": None, "23:30": "by"}
    assert chatgpt["ended_at"] == "2026-02-03T22:14:00Z"


def test_counts_and_who_says_them(wire: Wire, chatgpt: dict[str, Any]) -> None:
    peaks = {
        c["value"]["min"]: c["attributed_to"] for c in wire.claims(chatgpt["id"], "peak_reports")
    }
    assert set(peaks) == {13000, 20000}
    assert peaks[13000] == "Downdetector"
    assert peaks[20000] != "Downdetector"
    (baseline,) = wire.claims(chatgpt["id"], "baseline_reports")
    assert (baseline["value"], baseline["attributed_to"]) == (
        {"min": 19, "max": 19},
        "Downdetector",
    )
    assert chatgpt["peak_reports"] == 13000


def test_no_downloads_are_reports(wire: Wire) -> None:
    query = "SELECT value FROM claims WHERE field LIKE '%reports' OR field = 'users_affected'"
    assert not [row for row in wire.rows(query) if "200000" in row["value"]]


def test_features(wire: Wire, chatgpt: dict[str, Any]) -> None:
    names = {
        row["name"].casefold()
        for row in wire.rows(
            "SELECT name FROM incident_features WHERE incident = ? AND affected", chatgpt["id"]
        )
    }
    for feature in ("conversations", "search", "image generation", "codex", "atlas", "fine-tuning"):
        assert any(feature in name for name in names), (feature, names)


def test_regions(wire: Wire, chatgpt: dict[str, Any]) -> None:
    rows = wire.rows(
        "SELECT key, affected, extent FROM incident_regions WHERE incident = ? ORDER BY key",
        chatgpt["id"],
    )
    assert [(row["key"], row["affected"], row["extent"]) for row in rows] == [
        ("IN", 0, "minimal"),
        ("US", 1, "mostly"),
    ]


def test_symptoms_and_the_cause_that_is_only_supposed(wire: Wire, chatgpt: dict[str, Any]) -> None:
    words = {c["value_text"].casefold() for c in wire.claims(chatgpt["id"], "symptom")}
    for symptom in ("error messages", "stuck on loading", "elevated error rates"):
        assert any(symptom in word for word in words), (symptom, words)
    causes = list(wire.claims(chatgpt["id"], "cause"))
    assert causes
    assert {c["modality"] for c in causes} == {"hypothetical"}
    assert {c["value"]["category"] for c in causes} == {"OVERLOAD"}


def test_the_disagreements_are_shown(wire: Wire, chatgpt: dict[str, Any]) -> None:
    rows = wire.rows(
        "SELECT field, explanation FROM conflicts WHERE incident = ? ORDER BY field", chatgpt["id"]
    )
    assert [row["field"] for row in rows] == ["began_at", "peak_reports"]
    assert "12 minutes" in rows[0]["explanation"]
    assert "13,000" in rows[1]["explanation"]
    assert "20,000" in rows[1]["explanation"]


def test_claude_is_another_outage(wire: Wire) -> None:
    (claude,) = wire.rows("SELECT * FROM incidents WHERE service = 'claude'")
    assert "api" in keys(wire, claude["id"], "affected_feature")
    assert keys(wire, claude["id"], "symptom")


def test_importing_again_changes_nothing(wire: Wire) -> None:
    before = wire.rows("SELECT * FROM claims ORDER BY id")
    wire.run("import", SEED, "--published", "2026-02-04", "--kind", "news", "--publisher", "Seed")
    assert wire.rows("SELECT * FROM claims ORDER BY id") == before
    assert len(wire.rows("SELECT * FROM documents")) == 1


def test_a_person_can_read_it(wire: Wire, chatgpt: dict[str, Any], tmp_path: Path) -> None:
    card = wire.run("incident", chatgpt["id"]).stdout
    assert "2026-02-03 20:32 UTC" in card
    assert "citing Downdetector" in card
    wire.run("export", tmp_path / "release")
    assert (tmp_path / "release" / "conflicts.csv").read_text().count("\n") == 3
