from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from nlp.assertions import extraction
from nlp.reading import read
from nlp.values import KeyValue
from tests.nlp.by_hand import Page, brief, doc

REPORT = """Calls fail to connect

Service: Zoom
Components: Phone, Meetings
Regions: Spain
Severity: major
Began: 2026-02-03T09:00:00Z
Ended: 2026-02-03T11:30:20Z

2026-02-03T09:05:00Z Investigating - We are looking into dropped calls.

2026-02-03T09:40:00Z Identified - A bad route is the cause.

2026-02-03T10:10:00Z Update - Calls connect again. Recordings were not affected.

2026-02-03T10:30:00Z Monitoring - We are watching.

2026-02-03T11:31:00Z Resolved - This is over.
"""
FOUND = [
    ("SERVICE", "Zoom", "zoom"),
    ("FEATURE", "Phone", "phone"),
    ("FEATURE", "Meetings", "meetings"),
    ("REGION", "Spain", "ES"),
    ("SYMPTOM", "dropped calls", "dropped-calls"),
    ("FEATURE", "Recordings", "recordings"),
]


def told(text: str, found: Sequence[tuple[str, str, object]]) -> list[str]:
    made = doc(text, found, kind="official", service="aws")
    return [brief(claim) for claim in extraction.find(made)]


def test_a_report_is_of_the_service_on_its_line_and_its_lines_come_first() -> None:
    assert told(REPORT, FOUND) == [
        "zoom affected_feature phone",
        "zoom affected_feature meetings",
        "zoom affected_region ES",
        "zoom severity major",
        "zoom began_at 03 09:00",
        "zoom resolved_at 03 11:30",
        "zoom acknowledged_at 03 09:05",
        "zoom phase investigating",
        "zoom identified_at 03 09:40",
        "zoom phase identified",
        "zoom phase ongoing",
        "zoom phase monitoring",
        "zoom resolved_at 03 11:31",
        "zoom phase resolved",
        "zoom symptom dropped-calls",
        "zoom affected_feature recordings none negated",
    ]


def test_a_report_of_a_service_that_nobody_knows_is_of_no_other() -> None:
    text = "Errors\n\nService: Mill\n\n2026-02-03T09:05:00Z Update - Zoom fails, so does Mill."
    made = doc(text, [("SERVICE", "Zoom", "zoom")], kind="official")
    assert {claim.service for claim in extraction.find(made)} == {None}


def test_what_recovers_in_a_report_was_hit() -> None:
    text = (
        "Calls\n\n2026-02-03T09:05:00Z Update - Calls fail.\n\n"
        "2026-02-03T10:05:00Z Update - Calls are operating normally. Chats were not affected."
    )
    found: list[tuple[str, str, object]] = [
        ("FEATURE", "Calls fail", "calls"),
        ("FEATURE", "Calls are", "calls"),
        ("FEATURE", "Chats", "chats"),
        ("SYMPTOM", "fail", "failing"),
    ]
    assert [line for line in told(text, found) if "feature" in line] == [
        "aws affected_feature calls",
        "aws affected_feature chats none negated",
    ]


def test_a_title_is_no_header_line() -> None:
    text = "Regions: Spain and Ohio\n\nRegions: Spain\n\n2026-02-03T09:05:00Z Update - Slow."
    found: list[tuple[str, str, object]] = [("REGION", "Ohio", "US-OH")]
    made = doc(text, found, kind="official", service="aws")
    assert not [claim for claim in extraction.find(made) if claim.field == "affected_region"]


def test_a_phase_has_the_time_of_its_update() -> None:
    made = doc(REPORT, FOUND, kind="official", service="zoom")
    values = [claim.value for claim in extraction.find(made) if claim.field == "phase"]
    told = [(value.key, f"{value.at:%H:%M}") for value in values if isinstance(value, KeyValue)]
    assert told == [
        ("investigating", "09:05"),
        ("identified", "09:40"),
        ("ongoing", "10:10"),
        ("monitoring", "10:30"),
        ("resolved", "11:31"),
    ]


def test_passages_are_the_lines_that_say_it() -> None:
    made = doc(REPORT, FOUND, kind="official", service="zoom")
    passages = {
        claim.field: REPORT[claim.start : claim.end] for claim in reversed(extraction.find(made))
    }
    assert passages["began_at"] == "Began: 2026-02-03T09:00:00Z"
    assert passages["resolved_at"] == "Ended: 2026-02-03T11:30:20Z"
    assert passages["identified_at"] == (
        "2026-02-03T09:40:00Z Identified - A bad route is the cause."
    )


def test_without_lines_the_prose_says_when_and_else_the_stamps() -> None:
    stamped = "Slow calls\n\n2026-02-03T09:05:00Z Update - Calls are slow.\n\n"
    assert told(stamped, [])[:2] == ["aws began_at 03 09:05", "aws acknowledged_at 03 09:05"]
    over = "2026-02-03T10:00:00Z Resolved - Calls are fine."
    assert "aws resolved_at 03 10:00" in told(stamped + over, [])
    stated = "2026-02-03T10:00:00Z Resolved - Between 8:50 and 9:50 UTC, calls failed."
    found: list[tuple[str, str, object]] = [
        ("TIME", "8:50", "2026-02-03T08:50"),
        ("TIME", "9:50 UTC", "2026-02-03T09:50"),
    ]
    lines = told(stamped + stated, found)
    assert [line for line in lines if "began_at" in line] == ["aws began_at 03 08:50"]
    assert [line for line in lines if "resolved_at" in line] == [
        "aws resolved_at 03 09:50",
        "aws resolved_at 03 10:00",
    ]


def test_a_stage_is_reached_at_the_stamp_of_the_update_that_tells_of_it() -> None:
    text = (
        "Slow calls\n\n2026-02-03T09:05:00Z Update - We have found the cause.\n\n"
        "2026-02-03T09:40:00Z Monitoring - A fix is in place."
    )
    found: list[tuple[str, str, object]] = [
        ("PHASE", "have found the cause", "identified"),
        ("PHASE", "fix is in place", "mitigated"),
    ]
    assert [line for line in told(text, found) if "_at" in line] == [
        "aws began_at 03 09:05",
        "aws acknowledged_at 03 09:05",
        "aws identified_at 03 09:05",
        "aws mitigated_at 03 09:40",
    ]


def test_a_stamp_may_stand_behind_its_update() -> None:
    text = "Slow\n\nResolved - Fine.\nFeb 3, 10:00 UTC\n\nInvestigating - Slow.\nFeb 3, 09:00 UTC\n"
    found: list[tuple[str, str, object]] = [
        ("TIME", "Feb 3, 10:00 UTC", "2026-02-03T10:00"),
        ("TIME", "Feb 3, 09:00 UTC", "2026-02-03T09:00"),
    ]
    lines = [line for line in told(text, found) if "_at" in line]
    assert "aws acknowledged_at 03 09:00" in lines
    assert "aws resolved_at 03 10:00" in lines


@pytest.mark.parametrize(
    "text",
    [
        "Slow\n\nResolved - 10:00 UTC\nAll fine.\n\nInvestigating - 9:00 UTC\nSlow it is.",
        "Slow\n\n9:00 UTC: Investigating\n\nSlow it is.\n\n10:00 UTC: Resolved\n\nAll fine.",
        "Slow\n\nInvestigating (9:00 UTC): slow it is.\nResolved (10:00 UTC): all fine.",
        "Slow\n\n**9:00 UTC** investigating. Slow.\n**10:00 UTC** resolved. Fine.",
    ],
)
def test_a_heading_may_be_made_of_a_status_and_a_stamp(text: str) -> None:
    found: list[tuple[str, str, object]] = [
        ("TIME", "9:00 UTC", "2026-02-03T09:00"),
        ("TIME", "10:00 UTC", "2026-02-03T10:00"),
    ]
    assert [line for line in told(text, found) if "_at" in line or "phase" in line] == [
        "aws began_at 03 09:00",
        "aws acknowledged_at 03 09:00",
        "aws phase investigating",
        "aws resolved_at 03 10:00",
        "aws phase resolved",
    ]


def test_a_report_without_stamps_may_say_when_it_was_posted() -> None:
    text = "We are looking into failing calls. Posted 9:00 UTC."
    lines = told(text, [("TIME", "9:00 UTC", "2026-02-03T09:00")])
    assert "aws acknowledged_at 03 09:00" in lines


@pytest.mark.parametrize(
    "text",
    [
        "Work on the network\n\n2026-02-03T09:05:00Z Scheduled - Calls may drop.",
        "Scheduled maintenance of calls\n\n2026-02-03T09:05:00Z Update - Calls drop.",
    ],
)
def test_maintenance_is_planned(text: str) -> None:
    lines = told(text, [("SYMPTOM", "drop", "dropped-calls")])
    assert "aws symptom dropped-calls planned" in lines
    assert not [line for line in lines if "_at" in line and not line.endswith(" planned")]


def test_work_that_has_begun_is_no_plan() -> None:
    text = (
        "Work on the network\n\n2026-02-03T09:05:00Z Scheduled - Calls may drop.\n\n"
        "2026-02-03T20:00:00Z In progress - Calls drop.\n\n2026-02-03T21:00:00Z Completed - Done."
    )
    assert told(text, []) == [
        "aws phase scheduled",
        "aws began_at 03 20:00",
        "aws phase ongoing",
        "aws resolved_at 03 21:00",
        "aws phase resolved",
    ]


def test_a_pasted_status_page_reads_newest_first_or_oldest_first_alike() -> None:
    newest = "Feb 3, 10:00 UTC Resolved - Done."
    oldest = "Feb 3, 09:00 UTC Investigating - We look into it."
    found: list[tuple[str, str, object]] = [
        ("TIME", "Feb 3, 10:00 UTC", "2026-02-03T10:00"),
        ("TIME", "Feb 3, 09:00 UTC", "2026-02-03T09:00"),
    ]
    first = told(f"Calls fail\n\n{newest}\n\n{oldest}", found)
    assert first == told(f"Calls fail\n\n{oldest}\n\n{newest}", found)
    assert "aws began_at 03 09:00" in first
    assert "aws resolved_at 03 10:00" in first


def test_a_part_of_the_same_cloud_is_told_of_by_itself() -> None:
    text = "Trouble\n\nService: EC2\n\n2026-02-03T09:05:00Z Update - Errors hit Lambda and Zoom."
    found: list[tuple[str, str, object]] = [
        ("SERVICE", "EC2", "aws-ec2"),
        ("SERVICE", "Lambda", "aws-lambda"),
        ("SERVICE", "Zoom", "zoom"),
        ("SYMPTOM", "Errors", "errors"),
    ]
    assert [line for line in told(text, found) if "symptom" in line] == [
        "aws-lambda symptom errors"
    ]


COMPONENTS = [
    ("Cloud SQL, BigQuery", ["google-cloud-sql", "google-bigquery"]),
    ("Cloud SQL, Console", ["google-cloud"]),
    ("Cloud SQL, Zoom", ["google-cloud"]),
]


@pytest.mark.parametrize(("components", "services"), COMPONENTS)
def test_components_that_are_services_are_what_is_out(components: str, services: list[str]) -> None:
    text = f"Errors\n\nService: Google Cloud\nComponents: {components}\nSeverity: major\n"
    every = [
        ("SERVICE", "Google Cloud", "google-cloud"),
        ("SERVICE", "Cloud SQL", "google-cloud-sql"),
        ("SERVICE", "BigQuery", "google-bigquery"),
        ("SERVICE", "Zoom", "zoom"),
        ("FEATURE", "Console", "console"),
    ]
    lines = told(text, [one for one in every if one[1] in text])
    assert [line for line in lines if "severity" in line] == [
        f"{service} severity major" for service in services
    ]


NAMELESS = """Slow pages

2026-02-03T09:05:00Z Investigating - Pages are slow.

2026-02-03T11:31:00Z Resolved - This is over.
"""


def test_what_an_operator_says_is_of_its_service_even_where_nothing_is_named() -> None:
    (reading,) = read([Page(text=NAMELESS, kind="official")])
    assert {"? acknowledged_at 03 09:05", "? resolved_at 03 11:31"} <= {
        brief(claim).replace("None", "?") for claim in reading.claims
    }
    (alone,) = read([Page(text=NAMELESS.partition("2026-02-03T11")[0], kind="official")])
    assert {claim.service for claim in alone.claims} == {None}


@pytest.mark.parametrize(
    ("publisher", "text", "service"),
    [
        ("GitHub Status", "Some customers cannot log in. We are investigating.", "github"),
        ("Toast", "From 7 to 9 PM ET card payments failed. It was not Stripe.", "toast-pos"),
        ("Amazon Web Services", "Launches of EC2 instances fail in Ireland.", "aws-ec2"),
        ("Northmoor Software", "Some customers cannot log in. We are investigating.", None),
    ],
)
def test_an_operator_speaks_of_its_publishers_service(
    publisher: str, text: str, service: str | None
) -> None:
    (reading,) = read([Page(text=text, kind="official", publisher=publisher)])
    assert {claim.service for claim in reading.claims} == {service}


@pytest.mark.parametrize(
    "text",
    [
        "Slow pages\n\n9 July 13:10 UTC | Resolved | Pages load again.\n"
        "9 July 12:24 UTC | Investigating | Pages are slow.",
        "Slow pages\n\n9 July 2026, 13:10 UTC. Resolved. Pages load again.\n\n"
        "9 July 2026, 12:24 UTC. Pages are slow.",
        "Slow pages\n\n9 July 2026 13:10 UTC\nResolved. Pages load again.\n\n"
        "9 July 2026 12:24 UTC\nInvestigating. Pages are slow.",
        "Slow pages\n\nResolved\nPages load again.\nJuly 9, 2026 - 13:10 UTC\n\n"
        "Investigating\nPages are slow.\nJuly 9, 2026 - 12:24 UTC",
        "Slow pages\n\nUpdate 2 (9 July 13:10 UTC): Closed. Pages load again.\n\n"
        "Update 1 (9 July 12:24 UTC): Pages are slow.",
    ],
)
def test_a_history_is_read_however_its_stamps_and_statuses_stand(text: str) -> None:
    written = datetime(2026, 7, 9, 14, tzinfo=UTC)
    (reading,) = read([Page(text=text, kind="official", service="zoom", published_at=written)])
    told = {brief(claim) for claim in reading.claims}
    assert {"zoom acknowledged_at 09 12:24", "zoom resolved_at 09 13:10"} <= told
    assert "zoom phase resolved" in told
