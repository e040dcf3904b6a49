"""Real captures of status pages: one incident for each entry, as the platform states it."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.acceptance.wire import ABSENT, REAL, Wire

STATUS = REAL / "status"
pytestmark = pytest.mark.skipif(not STATUS.exists(), reason=ABSENT)
ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(
    r"<small>(\w{3}) <var data-var='date'>\s*(\d+)</var>, "
    r"<var data-var='time'>(\d\d:\d\d)</var> UTC"
)


def imported(tmp_path_factory: pytest.TempPathFactory, *names: str) -> Wire:
    wire = Wire(tmp_path_factory.mktemp("status") / "wire.db")
    wire.run("import", *(STATUS / name for name in names))
    return wire


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Wire:
    names = ("github_history.atom", "google_cloud_incidents.json", "aws_status_data.json")
    return imported(tmp_path_factory, *names)


def utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entries() -> list[tuple[str, list[str]]]:
    """Return each entry's title and its update times, oldest first, read without the project."""
    found = []
    for entry in ET.parse(STATUS / "github_history.atom").iter(f"{ATOM}entry"):  # noqa: S314
        year = int((entry.findtext(f"{ATOM}published") or "")[:4])
        stamps = [
            datetime.strptime(f"{year} {m} {d} {t} +0000", "%Y %b %d %H:%M %z").strftime(
                "%Y-%m-%dT%H:%M:%SZ"
            )
            for m, d, t in STAMP.findall(entry.findtext(f"{ATOM}content") or "")
        ]
        found.append((entry.findtext(f"{ATOM}title") or "", stamps[::-1]))
    return found


def test_github_one_incident_an_entry_with_its_own_times(wire: Wire) -> None:
    rows = wire.rows(
        "SELECT * FROM incidents WHERE official_id LIKE 'github%' ORDER BY began_at, ended_at"
    )
    expected = sorted((stamps[0], stamps[-1]) for _, stamps in entries())
    assert len(expected) == 25
    assert sorted((row["began_at"], row["ended_at"]) for row in rows) == expected
    assert {row["service"] for row in rows} == {"github"}


def test_github_phases_are_those_of_the_updates(wire: Wire) -> None:
    phases = wire.rows(
        "SELECT count(*) AS n FROM claims JOIN incidents ON incidents.id = claims.incident "
        "WHERE field = 'phase' AND official_id LIKE 'github%' AND json_extract(value, '$.key') "
        "IN ('resolved', 'investigating')"
    )
    assert phases[0]["n"] >= 25


def google() -> list[dict[str, Any]]:
    return json.loads((STATUS / "google_cloud_incidents.json").read_text())  # type: ignore[no-any-return]


def test_google_cloud_one_incident_each_begin_and_end_as_stated(wire: Wire) -> None:
    rows = wire.rows("SELECT * FROM incidents WHERE official_id LIKE 'google-cloud%'")
    stated = {item["id"]: (utc(item["begin"]), utc(item["end"])) for item in google()}
    assert len(rows) == 157
    assert {
        row["official_id"].split(":")[1]: (row["began_at"], row["ended_at"]) for row in rows
    } == stated


def test_google_cloud_regions_are_the_clouds_own(wire: Wire) -> None:
    for item in google():
        ids = {
            place["id"]
            for place in item["currently_affected_locations"]
            + item["previously_affected_locations"]
            if place["id"] != "global"
        }
        keys = {
            row["key"]
            for row in wire.rows(
                "SELECT incident_regions.key FROM incident_regions JOIN incidents "
                "ON incidents.id = incident WHERE official_id = ? AND affected",
                f"google-cloud:{item['id']}",
            )
        }
        assert {f"gcp:{place}" for place in ids} <= keys, item["id"]


def test_aws_one_incident_each(wire: Wire) -> None:
    posts = json.loads((STATUS / "aws_status_data.json").read_text())["archive"]
    rows = wire.rows("SELECT * FROM incidents WHERE official_id LIKE 'aws%'")
    assert len(rows) == len(posts) == 86
    for row in rows:
        assert row["began_at"], row
        assert row["ended_at"] is None or row["began_at"] <= row["ended_at"], row


def test_aws_regions_are_the_clouds_own(wire: Wire) -> None:
    posts = json.loads((STATUS / "aws_status_data.json").read_text())["archive"]
    for post in posts:
        code = re.search(r"[a-z]{2}-(?:gov-)?[a-z]+-\d$", post["service"])
        if code is None:
            continue
        keys = wire.rows(
            "SELECT key FROM incident_regions JOIN incidents ON incidents.id = incident "
            "WHERE official_id = ? AND affected",
            f"aws:{post['service']}:{post['date']}",
        )
        assert f"aws:{code[0]}" in {row["key"] for row in keys}, post["service"]


def test_nothing_else_is_an_incident(wire: Wire) -> None:
    assert wire.rows("SELECT count(*) AS n FROM incidents")[0]["n"] == 25 + 157 + 86


def test_importing_them_apart_gives_the_same(
    wire: Wire, tmp_path_factory: pytest.TempPathFactory
) -> None:
    alone = imported(tmp_path_factory, "aws_status_data.json")
    query = "SELECT id, began_at, ended_at FROM incidents WHERE official_id LIKE 'aws%' ORDER BY id"
    assert alone.rows(query) == wire.rows(query)
