"""GitHub's history feed: an incident an entry, with its times, phases and components."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.acceptance.wire import Wire

ATOM = "{http://www.w3.org/2005/Atom}"
UPDATE = re.compile(
    r"<small>(\w{3}) <var data-var='date'>\s*(\d+)</var>, "
    r"<var data-var='time'>(\d\d:\d\d)</var> UTC</small>\s*<br ?/?>\s*<strong>([\w ]+)</strong>"
)
PHASES = {
    "Investigating": "investigating",
    "Monitoring": "monitoring",
    "Resolved": "resolved",
    "Update": "ongoing",
}

COMPONENTS = {
    "s65j9gslmfm8": "actions",
    "vv9vvksmj4s9": "github-copilot copilot-ai-model-providers",
    "pz7g535gbs6p": "actions",
    "fmmsrcg5x638": "api-requests",
    "75g5xmzptjqb": "actions api-requests api",  # Its REST API, and "API availability".
    "dsrfymph7my0": "github-copilot copilot-ai-model-providers",
    "9tpgqq1h4bs7": "github-copilot copilot-ai-model-providers",
    "kk183dslzdzd": "github-copilot copilot-ai-model-providers",
    "sj1tzyrx599x": "github-copilot copilot-ai-model-providers",
    "7s119p1yxttr": "github-copilot",
    "9wzhl5jr80jt": "github-copilot copilot-cloud-agent",
    "1xqvzyv99skw": "pages deployments",
    "qcvjkzcs7j74": "actions api-requests api pages webhooks github-copilot copilot-cloud-agent "
    "copilot-code-review migrations",
    "s19bth7wzkf7": "fine-grained-tokens",
    "1t7x65n7kvt1": "github-copilot",
    "vm1w8zq95wkt": "api-requests",
    "76t89hbfb09h": "pull-requests issues search",
    "lsvy8xsf0gxv": "login releases",
    "24t8gsgqx2qb": "github-copilot copilot-ai-model-providers",
    "k8vbzwqjkxzn": "webhooks pull-requests issues git-operations packages",
    "pf25whpq58hh": "team-sync",
    "zkxwbgr0cnmx": "api-requests api actions webhooks pull-requests issues pages git-operations "
    "github-copilot archive-downloads authentication identity-management team-sync",
    "bmpybhnrky3x": "actions api",
    "gx7js8bd0jpz": "actions api",
    "bhbcjn4n3jzp": "github-copilot copilot-cloud-agent",
}
"""What each entry names as affected, read by hand: its keys."""


def entries(capture: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each entry's code and its updates, oldest first: time and phase.

    The capture is read here without the project's parsers.
    """
    for entry in ET.parse(capture).iter(f"{ATOM}entry"):  # noqa: S314  # our own file
        year = int((entry.findtext(f"{ATOM}published") or "")[:4])
        updates = [
            (
                datetime.strptime(f"{year} {month} {day} {time} +0000", "%Y %b %d %H:%M %z")
                .isoformat()
                .replace("+00:00", "Z"),
                PHASES[status],
            )
            for month, day, time, status in UPDATE.findall(entry.findtext(f"{ATOM}content") or "")
        ]
        link = entry.find(f"{ATOM}link")
        assert link is not None
        yield link.attrib["href"].rpartition("/")[2], updates[::-1]


@pytest.fixture(scope="module")
def updates(captures: list[Path]) -> dict[str, list[tuple[str, str]]]:
    (capture,) = (path for path in captures if path.suffix == ".atom")
    return dict(entries(capture))


@pytest.fixture(scope="module")
def incidents(official: Wire) -> dict[str, str]:
    """Each entry's code and its incident's id."""
    rows = official.rows("SELECT id, official_id FROM incidents WHERE official_id LIKE 'github:%'")
    assert len(rows) == len({row["official_id"] for row in rows})
    return {row["official_id"].partition(":")[2]: row["id"] for row in rows}


def test_an_incident_an_entry(
    incidents: dict[str, str], updates: dict[str, list[tuple[str, str]]]
) -> None:
    assert incidents.keys() == updates.keys() == COMPONENTS.keys()
    assert len(incidents) == 25


@pytest.mark.parametrize("code", COMPONENTS)
def test_it_begins_and_ends_with_its_own_updates(
    official: Wire,
    incidents: dict[str, str],
    updates: dict[str, list[tuple[str, str]]],
    code: str,
) -> None:
    (row,) = official.rows("SELECT * FROM incidents WHERE id = ?", incidents[code])
    (first, _), *_, (last, phase) = updates[code]
    assert phase == "resolved"
    assert (row["service"], row["began_at"], row["ended_at"]) == ("github", first, last)
    assert row["id"].split("-")[1] == first[:10].replace("-", "")


@pytest.mark.parametrize("code", COMPONENTS)
def test_each_update_is_a_phase_at_its_time(
    official: Wire,
    incidents: dict[str, str],
    updates: dict[str, list[tuple[str, str]]],
    code: str,
) -> None:
    told = [
        (claim["value"]["at"], claim["value"]["key"])
        for claim in official.claims(incidents[code], "phase")
        if "at" in claim["value"]
    ]
    assert sorted(told) == sorted(set(updates[code]))


@pytest.mark.parametrize("code", COMPONENTS)
def test_its_features_are_the_components_that_it_names(
    official: Wire, incidents: dict[str, str], code: str
) -> None:
    rows = official.rows(
        "SELECT key, affected FROM incident_features WHERE incident = ?", incidents[code]
    )
    affected = {row["key"] for row in rows if row["affected"]}
    assert affected == set(COMPONENTS[code].split())
    assert affected.isdisjoint(row["key"] for row in rows if not row["affected"])
