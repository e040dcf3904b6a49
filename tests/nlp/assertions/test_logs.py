"""Running logs: the stamp of an entry dates the stage of an outage that the entry reports."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.claims import TimeField
from nlp.reading import read
from nlp.values import TimeValue
from tests.nlp.by_hand import Page

WRITTEN = datetime(2026, 2, 4, 23, 30, tzinfo=UTC)

BLOG = """Zoom outage: as it happened

{0}We are done here. Zoom says that its service has been restored.

{1}Zoom says that a fix has been deployed.

{2}Zoom has identified the cause, it says.

{3}Zoom says it is investigating an outage.

{4}Zoom meetings are down since 14:40 UTC, readers write."""


def moments(text: str, kind: str = "news") -> dict[TimeField, str]:
    (reading,) = read([Page(text=text, kind=kind, published_at=WRITTEN)])
    return {
        claim.field: f"{claim.value.start:%H:%M}"
        for claim in reading.claims
        if isinstance(claim.value, TimeValue) and claim.field.endswith("_at")
    }


@pytest.mark.parametrize(
    "stamp",
    ["{} UTC - ", "{} UTC: ", "{} UTC | ", "[{} UTC] ", "**{} UTC** ", "{} UTC\n", "* {} UTC – "],
)
def test_the_stamps_of_a_live_blog_date_what_it_reports(stamp: str) -> None:
    hours = ["17:50", "17:20", "16:05", "15:10", "14:55"]
    assert moments(BLOG.format(*(stamp.format(hour) for hour in hours))) == {
        "began_at": "14:40",
        "acknowledged_at": "15:10",
        "identified_at": "16:05",
        "mitigated_at": "17:20",
        "resolved_at": "17:50",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoom is down for us since 14:40 UTC.\n\nEDIT 15:20 UTC: it is back up.", "15:20"),
        ("Zoom is down since 14:40 UTC.\n\nUpdate (15:20 UTC) - all is back to normal.", "15:20"),
        ("Zoom is down for us since 14:40 UTC.\n\n15:20 UTC was a bad hour. It is back up.", None),
    ],
)
def test_an_edit_is_an_entry(text: str, expected: str | None) -> None:
    assert moments(text, "forum").get("resolved_at") == expected


def test_of_two_entries_that_say_so_the_earlier_counts() -> None:
    text = (
        "Zoom outage live\n\n17:50 UTC - Zoom is back to normal, it says.\n\n"
        "17:20 UTC - Zoom says that service has been restored.\n\n"
        "15:10 UTC - Zoom is down.\n\n"
    )
    assert moments(text)["resolved_at"] == "17:20"


def test_what_never_failed_did_not_recover() -> None:
    text = "Live\n\n17:50 UTC - Zoom is working normally.\n\n15:10 UTC - Slack is down.\n\n"
    assert "resolved_at" not in moments(text)


def test_the_words_behind_a_stamp_say_what_it_is_the_time_of() -> None:
    text = (
        "13:12 Zoom calls drop\n13:31 Zoom's status page updated\n"
        "13:40 Zoom pinpointed a bad rule\n"
        "14:47 Zoom back to normal"
    )
    assert moments(text, "social") == {
        "began_at": "13:12",
        "acknowledged_at": "13:31",
        "identified_at": "13:40",
        "resolved_at": "14:47",
    }
