"""AWS's status data: an incident an event, begun and ended when its posts say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.wire import Wire

PACIFIC = ZoneInfo("America/Los_Angeles")
STRETCH = re.compile(
    r"[Bb]etween (\d\d?[:.]\d\d [AP]M)(?: P[DS]T)? (?:and|to) (\d\d?[:.]\d\d [AP]M) P[DS]T"
)
READ_BY_HAND = {
    # "Starting at …", and by some time all had recovered.
    "ec2-us-east-1:1628699197": ("2021-08-11T09:43", "2021-08-11T18:17"),
    "internetconnectivity-us-west-2:1630434320": ("2021-08-31T17:58", "2021-08-31T22:35"),
    "elb-us-west-2:1630435612": ("2021-08-31T17:58", "2021-08-31T22:35"),
    "elb-eu-west-1:1630445941": ("2021-08-31T21:19", "2021-08-31T22:40"),
    "ec2-us-east-1:1632712292": ("2021-09-27T01:41", "2021-09-27T10:45"),
    "ec2-us-east-1:1633484779": ("2021-10-06T01:05", "2021-10-06T02:35"),
    "ec2-us-east-1:1648779488": ("2022-04-01T00:03", "2022-04-01T07:50"),
    "elb-us-east-1:1654825968": ("2022-06-10T01:01", "2022-06-10T04:25"),
    # "Starting at …", by some times most had recovered: over with the post that says so.
    "ec2-eu-central-1:1626179354": ("2021-07-13T12:07", "2021-07-13T14:24"),
    "ec2-us-east-1:1640176551": ("2021-12-22T12:11", "2021-12-23T00:22"),
    "ec2-ap-southeast-1:1649238391": ("2022-04-06T08:23", "2022-04-06T09:46"),
    "ec2-ap-northeast-2:1651363256": ("2022-04-30T23:29", "2022-05-01T01:00"),
    # Between times of two days.
    "dynamodb-us-east-1:1628298493": ("2021-08-07T00:23", "2021-08-07T09:48"),
    "eks-us-east-1:1628306280": ("2021-08-07T00:50", "2021-08-07T06:27"),
    "lambda-eu-west-1:1633447955": ("2021-10-04T16:46", "2021-10-05T21:47"),
    "events-af-south-1:1637641154": ("2021-11-23T03:30", "2021-11-23T09:32"),
    "ecs-us-east-1:1638919976": ("2021-12-07T15:31", "2021-12-08T10:20"),
    "elasticbeanstalk-us-east-1:1640158400": ("2021-12-22T02:37", "2021-12-22T11:17"),
    "vpc-eu-central-1:1646295847": ("2022-03-03T06:03", "2022-03-03T08:30"),
    "datasync-us-east-1:1647437391": ("2022-03-16T05:57", "2022-03-16T16:57"),
    # Several stretches.
    "iam:1629996723": ("2021-08-26T13:44", "2021-08-26T17:02"),
    "events-us-east-1:1638917670": ("2021-12-07T15:30", "2021-12-08T04:40"),
    "internetconnectivity-ap-south-1:1640371277": ("2021-12-24T16:59", "2021-12-24T18:16"),
    # No times but the posts' own.
    "internetconnectivity-us-gov-west-1:1635874351": ("2021-11-02T17:32", "2021-11-02T19:54"),
    "ec2-us-gov-west-1:1635875642": ("2021-11-02T17:54", "2021-11-02T20:10"),
    "s3-us-standard:1636495106": ("2021-11-09T21:58", "2021-11-10T03:51"),
    "redshift-us-east-1:1636496591": ("2021-11-09T22:23", "2021-11-10T03:47"),
    "ec2-eu-north-1:1637596278": ("2021-11-22T15:51", "2021-11-22T16:38"),
}


def stated(event: dict[str, Any]) -> tuple[str, str]:
    """Return the only "between A and B" of an event as two times, found without the project.

    The outage began before its first post, less than a day; it ended less than a day later.
    """
    ((began, ended),) = set(STRETCH.findall(event["description"]))
    first = datetime.fromtimestamp(int(event["date"]), PACIFIC)
    begin = datetime.combine(first.date(), clock(began), PACIFIC)
    begin -= timedelta(days=begin > first)
    end = datetime.combine(begin.date(), clock(ended), PACIFIC)
    end += timedelta(days=end <= begin)
    return utc(begin), utc(end)


def clock(words: str) -> time:
    return datetime.strptime(words.replace(".", ":"), "%I:%M %p").time()  # noqa: DTZ007


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture(scope="module")
def events(captures: list[Path]) -> dict[str, dict[str, Any]]:
    (capture,) = (path for path in captures if path.name.startswith("aws"))
    archive = json.loads(capture.read_text(encoding="utf-8"))["archive"]
    return {f"{event['service']}:{event['date']}": event for event in archive}


@pytest.fixture(scope="module")
def incidents(official: Wire) -> dict[str, dict[str, Any]]:
    rows = official.rows("SELECT * FROM incidents WHERE official_id LIKE 'aws:%'")
    assert len(rows) == len({row["official_id"] for row in rows})
    return {row["official_id"].partition(":")[2]: row for row in rows}


def test_an_incident_an_event(
    incidents: dict[str, dict[str, Any]], events: dict[str, dict[str, Any]]
) -> None:
    assert incidents.keys() == events.keys()
    assert len(incidents) == 86


def test_it_begins_and_ends_as_its_posts_say(
    incidents: dict[str, dict[str, Any]], events: dict[str, dict[str, Any]]
) -> None:
    told = {
        name: (row["began_at"][:16], (row["ended_at"] or "")[:16])
        for name, row in incidents.items()
    }
    expected = {
        name: READ_BY_HAND[name] if name in READ_BY_HAND else stated(event)
        for name, event in events.items()
    }
    assert told == expected


def test_its_regions_are_the_clouds_own(
    official: Wire, incidents: dict[str, dict[str, Any]]
) -> None:
    def regions(name: str) -> Iterator[str]:
        query = "SELECT key FROM incident_regions WHERE incident = ? AND affected"
        yield from (row["key"] for row in official.rows(query, incidents[name]["id"]))

    for name in incidents:
        code = re.search(r"[a-z]{2}-(?:gov-)?[a-z]+-\d(?=:)", name)
        if code:
            assert f"aws:{code[0]}" in regions(name), name
    others = official.rows(
        "SELECT key FROM incident_regions JOIN incidents ON incidents.id = incident "
        "WHERE official_id LIKE 'aws:%' AND key NOT LIKE 'aws:%'"
    )
    assert {row["key"] for row in others} <= {"US"}  # "US toll-free numbers".
