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
