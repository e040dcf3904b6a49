"""What is predicted of a report: the product's claims in the benchmark's vocabulary."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from bench import incident_reports
from bench.incident_report import understood
from tests.bench.rows import Row, aws, azure, google


def predicted(row: Row) -> dict[str, str]:
    report = understood(row)
    assert report is not None
    return incident_reports.prediction(report)


AWS = aws(
    "[RESOLVED] Elevated Error Rates",
    "9:38 AM PDT|We are investigating elevated error rates in the US-WEST-2 Region.",
    "10:42 AM PDT|Between 8:59 AM and 10:05 AM PDT, customers experienced elevated error rates and"
    " latencies in the US-WEST-2 Region. Existing bots were not affected. The issue has been"
    " resolved and the service is operating normally.",
    service="Amazon Route 53 (Oregon)",
)
AZURE = azure(
    "RCA - Azure Cosmos DB - East US",
    "<strong>Summary of impact:</strong> Between 02:00 UTC and 03:30 UTC on 5 May 2021, customers"
    " using Azure Cosmos DB in East US may have experienced connectivity issues.",
    "<strong>Root Cause:</strong> The outage was caused by a configuration change.",
)
GOOGLE = google(
    "Reads are slow",
    "We are experiencing an issue with Cloud Bigtable beginning at Saturday, 2021-05-01 02:40"
    " US/Pacific.\nDiagnosis: Customers may see increased latency.\nWorkaround: None.",
    "The issue with Cloud Bigtable has been resolved for all affected users as of Saturday,"
    " 2021-05-01 03:55 US/Pacific.",
)
SAID = {
    "aws": (
        AWS,
        {
            "service_name": "Amazon Route 53",
            "location": "Oregon",
            "start_time": "2019-07-02 08:59:00-07:00",
            "end_time": "2019-07-02 10:05:00-07:00",
            "timezone": "PDT",
            "service_category": "network",
            "user_symptom_category": "DELAY, ERROR",
            "root_cause_category": "UNKNOWN",
        },
    ),
    "azure": (
        AZURE,
        {
            "service_name": "Azure Cosmos DB",
            "location": "East US",
            "start_time": "2021-05-05 02:00",
            "end_time": "2021-05-05 03:30",
            "timezone": "UTC",
            "service_category": "database",
            "user_symptom_category": "UNAVIL",
            "root_cause_category": "CONFIG",
        },
    ),
    "google": (
        GOOGLE,
        {
            "service_name": "Cloud Bigtable",
            "start_time": "2021-05-01 02:40:00-07:00",
            "end_time": "2021-05-01 03:55:00-07:00",
            "timezone": "PDT",
            "service_category": "database",
            "user_symptom_category": "DELAY",
            "root_cause_category": "UNKNOWN",
        },
    ),
}


@pytest.mark.parametrize(("row", "fields"), SAID.values(), ids=SAID.keys())
def test_a_report_in_the_benchmarks_words(row: Row, fields: dict[str, str]) -> None:
    found = predicted(row)
    assert {field: found[field] for field in fields} == fields


def field(row: Row, name: str) -> str:
    return predicted(row)[name]


SUMMED_UP = "<strong>Summary of Impact:</strong> Between 02:00 UTC and 03:30 UTC on 5 May 2021, "
NAMED = {
    "an issue after it": ("RCA - Azure Maps - Slow tiles", "Azure Maps"),
    "its short name": (
        "Azure Content Delivery Network (CDN)",
        "Azure Content Delivery Network (CDN)",
    ),
    "two": ("Azure Maps and Azure Bastion - Mitigated", "Azure Maps and Azure Bastion"),
    "three": ("Azure Maps, Azure Bastion and Azure Firewall", "Multiple Services"),
    "none but in the text": ("PIR - Cooling event - East US 2", "Multiple Services"),
    "what is named after the cloud": ("Azure Connectivity - France", "Azure Connectivity"),
}


@pytest.mark.parametrize(("title", "name"), NAMED.values(), ids=NAMED.keys())
def test_the_service_that_an_azure_title_names(title: str, name: str) -> None:
    said = SUMMED_UP + "users of Azure Maps may have seen errors."
    assert field(azure(title, said), "service_name") == name


def test_a_report_that_names_no_service_is_of_an_unknown_one() -> None:
    row = azure("PIR - Fibre cut", SUMMED_UP + "users may have seen errors.")
    assert field(row, "service_name") == "UNKNOWN"
    assert field(row, "service_category") == "UNKNOWN"


PLACED = {
    "title": ("Azure Maps - Japan East", "users saw errors in West US.", "Japan East"),
    "text": ("Azure Maps", "users in Japan East and West US saw errors.", "Japan East and West US"),
    "more": ("Azure Maps", "users in France, Spain and Italy saw errors.", "Multiple Regions"),
    "all": ("Azure Maps", "users saw errors in multiple regions.", "Multiple Regions"),
    "none": ("Azure Maps", "users saw errors.", "UNKNOWN"),
}


@pytest.mark.parametrize(("title", "said", "place"), PLACED.values(), ids=PLACED.keys())
def test_where_an_azure_report_places_it(title: str, said: str, place: str) -> None:
    assert field(azure(title, SUMMED_UP + said), "location") == place


ON_GOOGLE = {
    "ids by area": (
        "Reads fail in us-east4, asia-east1 and us-west1",
        "Reads fail.",
        "Asia (asia-east1), US (us-east4, us-west1)",
    ),
    "an area": ("Reads fail", "Reads fail in South America.", "South America"),
    "the world": ("Reads fail worldwide", "Reads fail.", "UNKNOWN"),
    "told elsewhere": (
        "Reads fail in us-east4",
        "We found this to be linked to a single Google incident.",
        "UNKNOWN",
    ),
}


@pytest.mark.parametrize(("title", "said", "place"), ON_GOOGLE.values(), ids=ON_GOOGLE.keys())
def test_where_a_google_report_places_it(title: str, said: str, place: str) -> None:
    assert field(google(title, said), "location") == place


NOTICED = {
    "sentences in a row": ("users saw errors. Alarms were delayed.", "DELAY, ERROR"),
    "up to one that names none": ("users saw errors. We know why. Alarms were delayed.", "ERROR"),
    "no symptom of a cause": ("users saw errors due to a loss of power.", "ERROR"),
    "none": ("users met an issue.", "OTHERS"),
    "errors of a kind": ("users saw connection errors.", "ERROR, UNAVIL"),
}


@pytest.mark.parametrize(("said", "categories"), NOTICED.values(), ids=NOTICED.keys())
def test_what_users_noticed(said: str, categories: str) -> None:
    row = azure("Azure Maps", SUMMED_UP + said)
    assert field(row, "user_symptom_category") == categories


def test_a_report_that_points_to_another_says_no_symptom() -> None:
    row = google("An issue", "Engineers have found this to be linked to a single Google incident.")
    assert field(row, "user_symptom_category") == "UNKNOWN"


BLAMED = {
    "its passage": (
        [
            "What went wrong, and why?",
            "A configuration change had been made.",
            "How did we respond?",
        ],
        "CONFIG",
    ),
    "a cause of no category": (["<b>Root cause:</b> The moon stood wrong."], "OTHERS"),
    "not yet": (["<b>Root cause:</b> Engineers continue to investigate."], "UNKNOWN"),
    "anywhere": (["It was caused by a fibre cut."], "EXTERNAL"),
    "nowhere": ([], "UNKNOWN"),
}


@pytest.mark.parametrize(("said", "category"), BLAMED.values(), ids=BLAMED.keys())
def test_why_it_happened(said: list[str], category: str) -> None:
    row = azure("Azure Maps", SUMMED_UP + "users saw errors.", *said)
    assert field(row, "root_cause_category") == category


def test_each_row_is_a_line_with_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, [*AWS, "label_location"])
        writer.writeheader()
        writer.writerow({**AWS, "label_location": "The Moon"})
    monkeypatch.setattr("sys.argv", ["incident_reports", str(file)])
    incident_reports.main()
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {"row": "1", **predicted(AWS)}
