"""What the world's status pages really served, where the captures are at hand."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scraper.items import Document
from scraper.sources import Source
from scraper.statuspages import azure, recognise

REAL = Path(__file__).resolve().parents[4] / "shared" / "real"
COUNTS = {
    "github_history.atom": 25,
    "google_cloud_incidents.json": 157,
    "aws_status_data.json": 86,
}
HEADER = re.compile(r"^(Began|Ended): (\S+)$", re.M)
UPDATE = re.compile(r"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([A-Z][a-z]+(?: progress)?) - ", re.M)

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason=f"the captures of real pages are not here: no folder {REAL}"
)


def documents(name: str, source: Source, received: datetime) -> tuple[Document, ...]:
    body = (REAL / "status" / name).read_bytes()
    parser = recognise(body)
    assert parser is not None
    parsed = parser(body, source, received)
    assert parsed.problems == ()
    return parsed.documents


@pytest.mark.parametrize("name", COUNTS)
def test_every_incident_is_read_once(name: str, imported: Source, received: datetime) -> None:
    found = documents(name, imported, received)
    assert len(found) == COUNTS[name]
    assert len({document.id for document in found}) == COUNTS[name]
    assert len({document.official_id for document in found}) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_update_is_dated_in_order(name: str, imported: Source, received: datetime) -> None:
    for document in documents(name, imported, received):
        times = [datetime.fromisoformat(at) for at, _ in UPDATE.findall(document.text)]
        assert times
        assert times == sorted(times)
        assert times[0] == document.published_at
        assert times[-1] - times[0] < timedelta(days=60)


def test_github_says_when_each_began_and_ended(imported: Source, received: datetime) -> None:
    for document in documents("github_history.atom", imported, received):
        told = dict(HEADER.findall(document.text))
        posts = UPDATE.findall(document.text)
        assert posts[0] == (told["Began"], "Investigating")
        assert posts[-1] == (told["Ended"], "Resolved")
        assert (document.official_id or "").startswith("github:")


def test_google_cloud_keeps_what_google_states(imported: Source, received: datetime) -> None:
    stated = json.loads((REAL / "status" / "google_cloud_incidents.json").read_bytes())
    for document, incident in zip(
        documents("google_cloud_incidents.json", imported, received), stated, strict=True
    ):
        told = dict(HEADER.findall(document.text))
        assert datetime.fromisoformat(told["Began"]) == datetime.fromisoformat(incident["begin"])
        assert datetime.fromisoformat(told["Ended"]) == datetime.fromisoformat(incident["end"])
        assert [status for _, status in UPDATE.findall(document.text)].count("Resolved") <= 1
        for location in incident["previously_affected_locations"]:
            assert location["title"] in document.text


def test_aws_begins_when_its_own_clock_says(imported: Source, received: datetime) -> None:
    data = json.loads((REAL / "status" / "aws_status_data.json").read_bytes())
    for document, event in zip(
        documents("aws_status_data.json", imported, received), data["archive"], strict=True
    ):
        assert document.published_at is not None
        assert abs(document.published_at.timestamp() - int(event["date"])) < 60
        posts = UPDATE.findall(document.text)
        assert len(posts) == event["description"].count("yellowfg")
        assert [status for _, status in posts] == ["Update"] * (len(posts) - 1) + ["Resolved"]


def test_azure_history_is_read(imported: Source, received: datetime) -> None:
    with (REAL / "incident_reports" / "azure.csv").open(encoding="utf-8", newline="") as rows:
        pages = [row["description"] for row in csv.DictReader(rows)]
    for page in pages:
        parsed = azure.parse(page.encode(), imported, received)
        assert parsed.problems == ()
        assert len(parsed.documents) == 1
        assert "<" not in parsed.documents[0].title
