"""Times without a date: which day a story has reached when it tells of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.times.finding import find_in
from nlp.values import TimeValue, iso

AFTERNOON = datetime(2026, 2, 4, 15, 30, tzinfo=UTC)  # a Wednesday
DAY = datetime(2026, 2, 4, tzinfo=UTC)


def starts(text: str, published: datetime, zone: str | None = None) -> list[str]:
    found = find_in(text, published_at=published, zone=zone)
    return [iso(item.value.start)[:16] for item in found if isinstance(item.value, TimeValue)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a day is that day wherever the next clock hangs
        (
            "On 2 February a rule was changed. The trouble began at 10:49 PST.",
            ["2026-02-02T08:00", "2026-02-02T18:49"],
        ),
        (
            "The failure of 2 February: it began at 09:40 JST.",
            ["2026-02-01T15:00", "2026-02-02T00:40"],
        ),
        (
            "Logins failed on Monday night. All was well by 1:15 AM PST.",
            ["2026-02-03T04:00", "2026-02-03T09:15"],
        ),
        (
            "Down at 13:00 UTC, when it was night there; back at 15:00 UTC.",
            ["2026-02-04T13:00", "2026-02-03T20:00", "2026-02-04T15:00"],
        ),
        # one end after another is not a day later
        (
            "Down from 12:20 UTC to 14:45 UTC. Europe had recovered by 13:20 UTC.",
            ["2026-02-04T12:20", "2026-02-04T14:45", "2026-02-04T13:20"],
        ),
        (
            "Mail was restored at 14:10 UTC, and chat was back at 13:50 UTC.",
            ["2026-02-04T14:10", "2026-02-04T13:50"],
        ),
        # a range was over when it was told of
        (
            "Down at intervals between 08:05 UTC and 16:30 UTC.",
            ["2026-02-03T08:05", "2026-02-03T16:30"],
        ),
        ("Work will run from 08:05 UTC to 16:30 UTC.", ["2026-02-05T08:05", "2026-02-05T16:30"]),
        # work that is announced is on the weekday behind its first
        (
            "The portal will be down from 7 pm UTC on Saturday 14 February. From 8 am UTC on "
            "Sunday it can be read.",
            ["2026-02-14T19:00", "2026-02-15T08:00"],
        ),
        (
            "The portal will be down from 9 pm UTC on Friday 13 February to 6 am UTC on Saturday "
            "14 February. Pages may be slow from 6 pm UTC on Friday.",
            ["2026-02-13T21:00", "2026-02-14T06:00", "2026-02-13T18:00"],
        ),
        # hours in four figures share their zone
        ("It was down from 1312 to 1420 GMT.", ["2026-02-04T13:12", "2026-02-04T14:20"]),
        ("It was down between 0905 and 1015 PST.", ["2026-02-03T17:05", "2026-02-03T18:15"]),
        ("From 1998 to 2004 it was run by BT.", ["1998-01-01T00:00", "2004-01-01T00:00"]),
        # what is but mentioned moves no story
        (
            "Feeds stopped at 13:10 UTC. A letter went to three of us on Monday at 16:00 UTC. "
            "We found it at 14:50 UTC.",
            ["2026-02-04T13:10", "2026-02-02T16:00", "2026-02-04T14:50"],
        ),
        (
            "It fell at 09:10 UTC. The deadline of 14 February stands. We found it at 09:50 UTC.",
            ["2026-02-04T09:10", "2026-02-14T00:00", "2026-02-04T09:50"],
        ),
        (
            "It was back at 13:10 UTC. It had failed on Monday at 16:00 UTC. "
            "We saw it at 16:50 UTC.",
            ["2026-02-04T13:10", "2026-02-02T16:00", "2026-02-02T16:50"],
        ),
        # the entries of a log follow one another, not what they tell of
        (
            "15:10 UTC: It is none of last night's work.\n14:40 UTC: It is down.",
            ["2026-02-04T15:10", "2026-02-03T20:00", "2026-02-04T14:40"],
        ),
        (
            "It is slow.\n\n16:10 UTC: It is worse.\n\n18:40 UTC: It is over.",
            ["2026-02-04T16:10", "2026-02-04T18:40"],
        ),
        # "should have" tells of what was
        (
            "Pay that should have come at 09:00 UTC came at 14:00 UTC on Tuesday.",
            ["2026-02-04T09:00", "2026-02-03T14:00"],
        ),
        # a day behind a later one is that of its sentence
        (
            "It was slow today. On Wednesday it was down, as on 19 December for the afternoon.",
            ["2026-02-04T00:00", "2026-02-04T00:00", "2025-12-19T00:00", "2025-12-19T12:00"],
        ),
        # hours of a zone whose people tell no halves, and how things are by a time
        (
            "Since 9:05 ET it fails. It drained at 10:20 ET.",
            ["2026-02-04T14:05", "2026-02-04T15:20"],
        ),
        (
            "It fell at 9 pm UTC last night. Back as of 1:35 pm UTC.",
            ["2026-02-03T21:00", "2026-02-04T13:35"],
        ),
        # a day on which somebody spoke, or of which somebody quoted speaks, no step of it
        (
            "It fell on Monday. A report published on Tuesday said so. At 14:08 UTC it fell.",
            ["2026-02-02T00:00", "2026-02-03T00:00", "2026-02-02T14:08"],
        ),
        (
            "It fell on Tuesday. “I saw Monday's totals,” he said. At 11:26 UTC it was back.",
            ["2026-02-03T00:00", "2026-02-02T00:00", "2026-02-03T11:26"],
        ),
        (
            "At 7:00 UTC money sent on Sunday night was lost. At 10:00 UTC it came.",
            ["2026-02-04T07:00", "2026-02-01T20:00", "2026-02-04T10:00"],
        ),
        # words that look ahead
        ("The bank is carrying out work on Sunday.", ["2026-02-08T00:00"]),
        ("On Tuesday, players hoping to start were turned away.", ["2026-02-03T00:00"]),
        ("It could return on Thursday.", ["2026-02-05T00:00"]),
        ("Wages have to go out by 17:00 UTC.", ["2026-02-04T17:00"]),
        # a log's stamps, one after the other, in brackets
        (
            "[15:30 UTC] We look into it.\n\n[16:05 UTC] We found it.\n\n[17:10 UTC] It is back.",
            ["2026-02-04T15:30", "2026-02-04T16:05", "2026-02-04T17:10"],
        ),
        # a clock with a zone of its own, on a day that the story tells
        (
            "It fell at 19:48 ET on Monday. It was back at 23:20 PT the same night.",
            ["2026-02-03T00:48", "2026-02-03T07:20"],
        ),
        # one end of a range lends the other its day, year and zone
        (
            "Between 08:00 UTC and until 13:20 UTC on 29 July 2022 it was down.",
            ["2022-07-29T08:00", "2022-07-29T13:20"],
        ),
        (
            "Between 23:55 UTC on 30 Dec and 00:56 UTC on 2 Jan 2020 it was down.",
            ["2019-12-30T23:55", "2020-01-02T00:56"],
        ),
        (
            "It fell at 21:03 CST (UTC+8) on 05 Mar 2020, on one site.",
            ["2020-03-05T13:03"],
        ),
        # a text may have been revised since it was published, and clocks differ
        (
            "On Wednesday it fell at 14:10 UTC and was back at 17:20 UTC.",
            ["2026-02-04T00:00", "2026-02-04T14:10", "2026-02-04T17:20"],
        ),
        (
            "On 4 February, it was down between 14:10 UTC and 17:20 UTC.",
            ["2026-02-04T00:00", "2026-02-04T14:10", "2026-02-04T17:20"],
        ),
        ("It fell in the small hours of Tuesday.", ["2026-02-03T00:00"]),
        ("It was back at 15:34 UTC.", ["2026-02-04T15:34"]),
        # what had not come yet when it was written was the day before
        ("The first reports came in the evening.", ["2026-02-03T18:00"]),
        ("The first reports came in the morning.", ["2026-02-04T00:00"]),
        ("We will look again in the evening.", ["2026-02-04T18:00"]),
        ("It will not play anything since 07:00 UTC.", ["2026-02-04T07:00"]),
        # the day of a weekday that only a slip of the pen fits is not a year away
        ("It failed on Monday February 3rd.", ["2026-02-03T00:00"]),
        ("It failed on Tuesday, March 4.", ["2025-03-04T00:00"]),
    ],
)
def test_a_time_is_dated_by_its_story(text: str, found: list[str]) -> None:
    assert starts(text, AFTERNOON) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Chat is down\n\nBy Ann Lee, 4 February 2026, 07:50 GMT\n\nIt fell at 8:10pm GMT.",
            ["2026-02-04T07:50", "2026-02-03T20:10"],
        ),
        (
            "Calls in the evening failed\n\nPublished: 2026-02-04 07:50 UTC\n\nNo calls.",
            ["2026-02-03T18:00", "2026-02-04T07:50"],
        ),
        (
            "It fell on 4 February 2026 at 07:50 UTC\nand was back at 20:10 UTC.",
            ["2026-02-04T07:50", "2026-02-04T20:10"],
        ),
        ("It fell on 3 February 2026, 07:50 GMT\n\nBack at 8:10 UTC.", None),
    ],
)
def test_a_byline_tells_when_it_was_written(text: str, found: list[str] | None) -> None:
    assert starts(text, DAY) == (found or ["2026-02-03T07:50", "2026-02-03T08:10"])
