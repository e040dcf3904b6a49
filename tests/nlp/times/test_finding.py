"""Times: what is found, what TIMEX3 value it has, and which stretch of UTC it names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.times.finding import find, find_in
from nlp.values import TimeValue, iso

WRITTEN = datetime(2026, 2, 4, 15, 30, tzinfo=UTC)  # a Wednesday, 10:30 in New York
SEED = Path(__file__).resolve().parents[3].parent / "shared" / "real" / "seed"


def times(
    text: str, published: datetime | None = WRITTEN, zone: str | None = None
) -> list[Mention]:
    return find_in(text, published_at=published, zone=zone)


def value_of(mention: Mention) -> TimeValue:
    assert isinstance(mention.value, TimeValue), f"{mention.text!r} was not resolved"
    return mention.value


def timex_of(mention: Mention) -> tuple[str, str, str]:
    assert mention.timex is not None
    return mention.text, mention.timex.type, mention.timex.value


def began(mention: Mention) -> str:
    return iso(value_of(mention).start)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        # clock times
        ("It fell at 12:32 PM PST.", "12:32 PM PST", "TIME", "2026-02-03T12:32"),
        ("It fell at 4.30pm GMT.", "4.30pm GMT", "TIME", "2026-02-03T16:30"),
        ("It fell at 0930 GMT.", "0930 GMT", "TIME", "2026-02-04T09:30"),
        ("It fell at 20:32 UTC.", "20:32 UTC", "TIME", "2026-02-03T20:32"),
        ("It fell at 14:43.", "14:43", "TIME", "2026-02-04T14:43"),
        ("Slow until 09:03: the link", "09:03", "TIME", "2026-02-04T09:03"),
        ("It fell at 10:02:17 UTC.", "10:02:17 UTC", "TIME", "2026-02-04T10:02:17"),
        ("It fell at 9 a.m. ET today.", "9 a.m. ET today", "TIME", "2026-02-04T09:00"),
        ("It fell at noon UTC.", "noon UTC", "TIME", "2026-02-04T12:00"),
        ("It fell at 12 midnight.", "12 midnight", "TIME", "2026-02-04T00:00"),
        ("It fell at half past nine.", "half past nine", "TIME", "2026-02-04T09:30"),
        ("It fell at quarter to ten.", "quarter to ten", "TIME", "2026-02-04T09:45"),
        ("It fell at nine o'clock.", "nine o'clock", "TIME", "2026-02-04T09:00"),
        ("It fell at 9 in the evening.", "9 in the evening", "TIME", "2026-02-03T21:00"),
        ("Down since 9 this morning.", "9 this morning", "TIME", "2026-02-04T09:00"),
        ("It fell at 14:00 (UTC+5:30).", "14:00 (UTC+5:30)", "TIME", "2026-02-04T14:00"),
        ("It fell at 06:00 US/Pacific.", "06:00 US/Pacific", "TIME", "2026-02-04T06:00"),
        # clock and date
        (
            "At 2022-09-27 19:56 US/Pacific",
            "2022-09-27 19:56 US/Pacific",
            "TIME",
            "2022-09-27T19:56",
        ),
        (
            "As of Tuesday, 2022-09-27 21:27 US/Pacific.",
            "Tuesday, 2022-09-27 21:27 US/Pacific",
            "TIME",
            "2022-09-27T21:27",
        ),
        ("Aug 20, 14:43 UTC", "Aug 20, 14:43 UTC", "TIME", "2025-08-20T14:43"),
        ("Seen 4:30 p.m. Tuesday.", "4:30 p.m. Tuesday", "TIME", "2026-02-03T16:30"),
        ("Seen Tuesday around 4 pm.", "Tuesday around 4 pm", "TIME", "2026-02-03T16:00"),
        ("On 7 June 2022 at 06:00 UTC", "7 June 2022 at 06:00 UTC", "TIME", "2022-06-07T06:00"),
        ("At 05:55 on 22 Jan 2020 UTC", "05:55 on 22 Jan 2020 UTC", "TIME", "2020-01-22T05:55"),
        ("Jan. 12, 2026, at 3:40 p.m.", "Jan. 12, 2026, at 3:40 p.m.", "TIME", "2026-01-12T15:40"),
        ("Began: 2022-07-01T13:37:44Z", "2022-07-01T13:37:44Z", "TIME", "2022-07-01T13:37:44"),
        ("Began: 2022-07-01T13:37+02:00", "2022-07-01T13:37+02:00", "TIME", "2022-07-01T13:37"),
        # dates
        ("It fell on February 4.", "February 4", "DATE", "2026-02-04"),
        ("It fell on 4 Feb 2026.", "4 Feb 2026", "DATE", "2026-02-04"),
        ("It fell on Feb 3rd.", "Feb 3rd", "DATE", "2026-02-03"),
        ("It fell on the third of February.", "the third of February", "DATE", "2026-02-03"),
        ("It fell on 21 Jul 2021.", "21 Jul 2021", "DATE", "2021-07-21"),
        ("It fell on 2026-02-03.", "2026-02-03", "DATE", "2026-02-03"),
        ("It fell on 2026/02/03.", "2026/02/03", "DATE", "2026-02-03"),
        ("It fell on 04-Feb-2026.", "04-Feb-2026", "DATE", "2026-02-04"),
        ("Due next week, Monday (2/9).", "Monday (2/9)", "DATE", "2026-02-09"),
        ("Done by 11 July 2025.", "11 July 2025", "DATE", "2025-07-11"),
        ("Due next Monday (2/9).", "next Monday (2/9)", "DATE", "2026-02-09"),
        ("Slow, beginning on Friday.", "Friday", "DATE", "2026-01-30"),
        ("It fell on 25/12/2025.", "25/12/2025", "DATE", "2025-12-25"),
        ("It fell on 12/25/25.", "12/25/25", "DATE", "2025-12-25"),
        ("It fell on December 30.", "December 30", "DATE", "2025-12-30"),
        ("It fell in December.", "December", "DATE", "2025-12"),
        ("It fell in May 2024.", "May 2024", "DATE", "2024-05"),
        ("It fell last May.", "last May", "DATE", "2025-05"),
        ("It fell in 2019.", "2019", "DATE", "2019"),
        ("It fell in mid-2024.", "mid-2024", "DATE", "2024"),
        ("It fell in the 2010s.", "the 2010s", "DATE", "201"),
        ("As in the 21st century", "the 21st century", "DATE", "20"),
        ("It fell in Q3 2025.", "Q3 2025", "DATE", "2025-Q3"),
        ("the third quarter of 2025", "the third quarter of 2025", "DATE", "2025-Q3"),
        ("in the summer of 2024", "the summer of 2024", "DATE", "2024-SU"),
        ("It fell on Christmas Eve.", "Christmas Eve", "DATE", "2025-12-24"),
        ("It fell on New Year’s Day.", "New Year’s Day", "DATE", "2026-01-01"),
        # weekdays and days
        ("It fell on Tuesday.", "Tuesday", "DATE", "2026-02-03"),
        ("It fell on Wednesday.", "Wednesday", "DATE", "2026-02-04"),
        ("It fell on Thursday.", "Thursday", "DATE", "2026-01-29"),
        ("It will return on Thursday.", "Thursday", "DATE", "2026-02-05"),
        ("It fell last Wednesday.", "last Wednesday", "DATE", "2026-01-28"),
        ("Work starts next Monday.", "next Monday", "DATE", "2026-02-09"),
        ("It fell on Monday last week.", "Monday last week", "DATE", "2026-01-26"),
        ("It fell today.", "today", "DATE", "2026-02-04"),
        ("It fell yesterday.", "yesterday", "DATE", "2026-02-03"),
        ("It may fall tomorrow.", "tomorrow", "DATE", "2026-02-05"),
        ("It fell the day before yesterday.", "the day before yesterday", "DATE", "2026-02-02"),
        ("It fell last week.", "last week", "DATE", "2026-W05"),
        ("It fell this weekend.", "this weekend", "DATE", "2026-W06-WE"),
        ("It fell last month.", "last month", "DATE", "2026-01"),
        ("It fell last year.", "last year", "DATE", "2025"),
        ("It fell two days ago.", "two days ago", "DATE", "2026-02-02"),
        ("It fell three weeks ago.", "three weeks ago", "DATE", "2026-W03"),
        ("It fell three months ago.", "three months ago", "DATE", "2025-11"),
        ("It fell an hour ago.", "an hour ago", "TIME", "2026-02-04T14:30"),
        ("It fell 45 minutes ago.", "45 minutes ago", "TIME", "2026-02-04T14:45"),
        # parts of days
        ("It fell this morning.", "this morning", "TIME", "2026-02-04TMO"),
        ("It fell last night.", "last night", "TIME", "2026-02-03TNI"),
        ("It fell yesterday afternoon.", "yesterday afternoon", "TIME", "2026-02-03TAF"),
        ("It fell early Tuesday.", "early Tuesday", "DATE", "2026-02-03"),
        ("Early on Tuesday morning it fell.", "Early on Tuesday morning", "TIME", "2026-02-03TMO"),
        ("the evening of February 3", "the evening of February 3", "TIME", "2026-02-03TEV"),
        # durations
        ("Down for about three hours.", "about three hours", "DURATION", "PT3H"),
        ("Down for 45 minutes.", "45 minutes", "DURATION", "PT45M"),
        ("Down for an hour and a half.", "an hour and a half", "DURATION", "PT1H30M"),
        ("Down for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
        ("Down for 1 hour and 30 minutes.", "1 hour and 30 minutes", "DURATION", "PT1H30M"),
        (
            "For 5 days, 20 hours, 6 minutes.",
            "5 days, 20 hours, 6 minutes",
            "DURATION",
            "P5DT20H6M",
        ),
        ("Down for 2h 15m.", "2h 15m", "DURATION", "PT2H15M"),
        ("Down for 2h15m.", "2h15m", "DURATION", "PT2H15M"),
        ("Down for half an hour.", "half an hour", "DURATION", "PT30M"),
        ("Down for hours.", "hours", "DURATION", "PTXH"),
        ("Down for several days.", "several days", "DURATION", "PXD"),
        ("Down for twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
        ("A two-hour outage.", "two-hour", "DURATION", "PT2H"),
        ("Just one day after the launch.", "one day", "DURATION", "P1D"),
        ("Over the past three days.", "the past three days", "DURATION", "P3D"),
        ("A fortnight of trouble: two fortnights.", "two fortnights", "DURATION", "P4W"),
        # sets
        ("It fails every day.", "every day", "SET", "P1D"),
        ("It fails every other week.", "every other week", "SET", "P2W"),
        ("It fails every two hours.", "every two hours", "SET", "PT2H"),
        ("It fails twice a week.", "twice a week", "SET", "P1W"),
        ("It fails every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("The daily check failed.", "daily", "SET", "P1D"),
        # what no calendar holds
        ("It is down now.", "now", "DATE", "PRESENT_REF"),
        ("It recently failed.", "recently", "DATE", "PAST_REF"),
        ("A few minutes ago it failed.", "A few minutes ago", "DATE", "PAST_REF"),
    ],
)
def test_words_have_a_timex_value(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in [timex_of(mention) for mention in times(text)]


@pytest.mark.parametrize(
    "text",
    [
        "About 1.4 million people use version 10.2 on iOS 18.2.",
        "Support is there 24/7, or call 555-123-4567, or 9-1-1.",
        "It costs $10.30, or 12:1 at worst, and 5% more on top.",
        "The update 5.7.36 of 1.20.9-gke.2100 failed in us-east-1 and use1-az4.",
        "He may march on; the second user sat down; they won 3-2.",
        "Error 503 from 192.168.10.30 and GPT-4o at 20 schools.",
        "Around 2000 users in 45 places saw #2026 and @9am_show.",
        "By 10 per cent, at 9 sites, for 3 reasons.",
        "Some 13,000 reports against 19 on average.",
        "The sun sat low; it was the first of many.",
        "Spring Boot and Fall Guys failed.",
        "5m views and 13M downloads, 3/4 of them paid.",
        "",
        "🙂🙃 …",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert [mention.text for mention in times(text)] == []


@pytest.mark.parametrize(
    ("text", "zone", "starts"),
    [
        # ranges lend each other am, pm, zone and day
        ("Between 7:59 AM and 10:05 AM PST", None, ["2026-02-03T15:59", "2026-02-03T18:05"]),
        ("From 9:06 to 9:59 PT", None, ["2026-02-03T17:06", "2026-02-03T17:59"]),
        ("From 9 to 10:30pm UTC", None, ["2026-02-03T21:00", "2026-02-03T22:30"]),
        ("From 11 to 1 pm UTC on Tuesday", None, ["2026-02-03T11:00", "2026-02-03T13:00"]),
        ("Between 10:26 PM and 1:05 AM PST", None, ["2026-02-04T06:26", "2026-02-04T09:05"]),
        ("From 18:04 to 25 May 2022 10:34 UTC", None, ["2022-05-24T18:04", "2022-05-25T10:34"]),
        (
            "From 8 May 2022 23:24 to 9 May 2022 02:42 US/Pacific",
            None,
            ["2022-05-09T06:24", "2022-05-09T09:42"],
        ),
        ("21 Jul 2021 06:33 PDT to 07:10 PDT", None, ["2021-07-21T13:33", "2021-07-21T14:10"]),
        ("2022-06-11 05:16 - 07:45 PDT", None, ["2022-06-11T12:16", "2022-06-11T14:45"]),
        # the day goes on along the story, past midnight too
        (
            "It fell at 11:40 PM ET on Monday and was restored at 12:50 AM.",
            None,
            ["2026-02-03T04:40", "2026-02-03T05:50"],
        ),
        (
            "On Monday it fell at 8:15 am. By 11:05 am it was fixed. It was quiet by 6 pm.",
            "America/New_York",
            ["2026-02-02T05:00", "2026-02-02T13:15", "2026-02-02T16:05", "2026-02-02T23:00"],
        ),
        (
            "At 8:05 a.m. it fell. About 40 minutes later it recovered.",
            "America/New_York",
            ["2026-02-04T13:05", "2026-02-04T13:45"],
        ),
        (
            "It fell at 14:00 UTC on Monday; the day before, all was well.",
            None,
            ["2026-02-02T14:00", "2026-02-01T00:00"],
        ),
        # an old story dates its own line only
        (
            "On 4 June 2024 it had failed at 07:00 UTC.\nToday it failed at 09:00 UTC.",
            None,
            ["2024-06-04T00:00", "2024-06-04T07:00", "2026-02-04T00:00", "2026-02-04T09:00"],
        ),
        # what is planned does not pull the story along
        (
            "A fix is expected by 5 PM Thursday. It fell at 9 AM.",
            "America/New_York",
            ["2026-02-05T22:00", "2026-02-04T14:00"],
        ),
        (
            "Work is scheduled for February 10 from 02:00 to 04:00 UTC.",
            None,
            ["2026-02-10T00:00", "2026-02-10T02:00", "2026-02-10T04:00"],
        ),
        # two forms of one moment date each other
        (
            "at 12:32 PM PST (around 1:50 AM IST on February 4)",
            None,
            ["2026-02-03T20:32", "2026-02-03T20:20"],
        ),
        ("at 6am PT / 9am ET / 2pm GMT", None, ["2026-02-04T14:00"] * 3),
        ("at 11 p.m. ET on Monday (4 a.m. GMT)", None, ["2026-02-03T04:00"] * 2),
        # never after the writing, unless it looks ahead
        ("It fell at 16:00 UTC.", None, ["2026-02-03T16:00"]),
        ("We will look again by 16:00 UTC.", None, ["2026-02-04T16:00"]),
        ("We will look again by 09:00 UTC.", None, ["2026-02-05T09:00"]),
    ],
)
def test_undated_times_follow_the_story(text: str, zone: str | None, starts: list[str]) -> None:
    found = [began(mention) for mention in times(text, zone=zone) if mention.value]
    assert found == [f"{start}:00Z" for start in starts]


UPDATES = """Delays starting jobs

Began: 2026-08-20T14:20:00Z

2026-08-20T14:43:00Z Investigating - Since 14:20 UTC some jobs are late. Next update by 15:30.

2026-08-21T00:37:00Z Resolved - Between 14:12 and 23:58 UTC jobs were late. At 00:10 it was over.
"""


def test_each_update_is_dated_by_its_stamp() -> None:
    found = [(mention.text, began(mention)) for mention in times(UPDATES, published=None)]
    assert found == [
        ("2026-08-20T14:20:00Z", "2026-08-20T14:20:00Z"),
        ("2026-08-20T14:43:00Z", "2026-08-20T14:43:00Z"),
        ("14:20 UTC", "2026-08-20T14:20:00Z"),
        ("15:30", "2026-08-20T15:30:00Z"),
        ("2026-08-21T00:37:00Z", "2026-08-21T00:37:00Z"),
        ("14:12", "2026-08-20T14:12:00Z"),
        ("23:58 UTC", "2026-08-20T23:58:00Z"),
        ("00:10", "2026-08-21T00:10:00Z"),
    ]


@pytest.mark.parametrize(
    ("text", "zone", "name", "origin"),
    [
        ("It fell at 9:15 pm ET.", "Europe/London", "ET", "stated"),
        ("It fell at 9:15 pm Pacific time.", None, "Pacific time", "stated"),
        ("It fell at 9:15 pm PST.", None, "PST", "stated"),
        ("It fell at 9:15 pm IST.", "Europe/Dublin", "IST", "publisher"),
        ("It fell at 9:15 pm IST.", None, "IST", "assumed"),
        ("It fell at 9:15 pm.", "Europe/London", "Europe/London", "publisher"),
        ("It fell at 9:15 pm.", None, "UTC", "assumed"),
        ("It fell at 9:15 pm; by 10:20 pm ET all was well.", "Europe/London", "ET", "document"),
    ],
)
def test_a_zone_says_how_it_is_known(text: str, zone: str | None, name: str, origin: str) -> None:
    value = value_of(times(text, zone=zone)[0])
    assert (value.zone, value.zone_from) == (name, origin)


@pytest.mark.parametrize(
    ("place", "start"),
    [
        ("IN", "2026-02-04T03:30:00Z"),
        ("IE", "2026-02-04T09:00:00Z"),
        ("IL", "2026-02-04T07:00:00Z"),
    ],
)
def test_a_place_nearby_tells_zones_of_one_name_apart(place: str, start: str) -> None:
    mention = find_in("It fell at 9:00 am IST.", published_at=WRITTEN, places=[(30, place)])[0]
    assert (began(mention), value_of(mention).zone_from) == (start, "place")


@pytest.mark.parametrize(
    ("clock", "start"),
    [
        ("3:00 pm IST (9:30 am GMT)", "2026-02-04T09:30:00Z"),
        ("9:30 am IST (9:30 am GMT)", "2026-02-04T09:30:00Z"),
        ("11:30 am IST (9:30 am GMT)", "2026-02-04T09:30:00Z"),
    ],
)
def test_a_second_clock_tells_zones_of_one_name_apart(clock: str, start: str) -> None:
    mention = times(f"It fell at {clock}.")[0]
    assert (began(mention), value_of(mention).zone_from) == (start, "cross_check")


@pytest.mark.parametrize(
    ("text", "bound", "approximate", "precision"),
    [
        ("Fixed by 6:30 PM ET.", "by", False, "minute"),
        ("Down until 6:30 PM ET.", "by", False, "minute"),
        ("Down before noon.", "by", False, "minute"),
        ("Down after 6:30 PM ET.", "after", False, "minute"),
        ("Down since 6:30 PM ET.", None, False, "minute"),
        ("Down from 6:30 PM ET.", None, False, "minute"),
        ("Down at approximately 6:30 PM ET.", None, True, "minute"),
        ("Down around 6 PM ET.", None, True, "hour"),
        ("Down by around 6 PM ET.", "by", True, "minute"),
        ("Down on Tuesday.", None, False, "day"),
        ("Down last week.", None, False, "week"),
        ("Down in December.", None, False, "month"),
        ("Down this morning.", None, False, "part_of_day"),
    ],
)
def test_bounds_and_precision(
    text: str, bound: str | None, approximate: bool, precision: str
) -> None:
    value = value_of(times(text)[0])
    assert (value.bound, value.approximate, value.precision) == (bound, approximate, precision)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/New_York", "2026-02-04"),
        ("Europe/London", "2026-04-02"),
        ("Asia/Kolkata", "2026-04-02"),
        (None, "2026-02-04"),  # the nearer to the writing
    ],
)
def test_the_country_orders_day_and_month(zone: str | None, day: str) -> None:
    assert timex_of(times("It fell on 02/04/2026.", zone=zone)[0])[2] == day


@pytest.mark.parametrize(
    ("published", "zone", "day"),
    [
        (datetime(2026, 2, 4, tzinfo=UTC), "America/New_York", "2026-02-04"),  # the day alone
        (datetime(2026, 2, 4, 5, tzinfo=UTC), "America/New_York", "2026-02-04"),  # midnight there
        (datetime(2026, 2, 4, 2, tzinfo=UTC), "America/New_York", "2026-02-03"),
        (datetime(2026, 2, 4, 20, tzinfo=UTC), "Asia/Kolkata", "2026-02-05"),
    ],
)
def test_today_is_the_publishers(published: datetime, zone: str, day: str) -> None:
    assert timex_of(times("It fell today.", published, zone)[0])[2] == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell at 14:20 UTC.", "XXXX-XX-XXT14:20"),
        ("It fell on Tuesday.", "XXXX-WXX-2"),
        ("It fell on 4 February.", "XXXX-02-04"),
        ("It fell yesterday.", "PAST_REF"),
        ("It fell this morning.", "XXXX-XX-XXTMO"),
    ],
)
def test_what_nothing_dates_is_not_guessed(text: str, value: str) -> None:
    mention = times(text, published=None)[0]
    assert (timex_of(mention)[2], mention.value) == (value, None)


@pytest.mark.parametrize("text", ["Work will start at 9.", "It fell on 31 February 2026."])
def test_what_cannot_be_told_has_no_value(text: str) -> None:
    assert [mention.value for mention in times(text)] == [None]


@pytest.mark.skipif(not SEED.exists(), reason="the shared folder of real input is not here")
@pytest.mark.parametrize("zone", [None, "Asia/Kolkata", "America/New_York"])
def test_the_seed_article(zone: str | None) -> None:
    text = (SEED / "chatgpt_outage_2026-02-04.txt").read_text(encoding="utf-8")
    found = times(text, datetime(2026, 2, 4, tzinfo=UTC), zone)
    starts = {mention.text: began(mention) for mention in found if mention.value}
    del starts["2026-02-04"]
    day = starts.pop("the same day")
    assert starts == {
        "approximately 12:32 PM PST": "2026-02-03T20:32:00Z",
        "around 1:50 AM IST on February 4": "2026-02-03T20:20:00Z",
        "4:21 PM ET": "2026-02-03T21:21:00Z",
        "5:14 PM ET": "2026-02-03T22:14:00Z",
        "6:30 PM ET": "2026-02-03T23:30:00Z",
    }
    assert day.startswith("2026-02-03T")
    assert ("the same day", "DATE", "2026-02-03") in [timex_of(mention) for mention in found]


def test_a_document_is_read_in_its_context() -> None:
    class Context:
        published_at, zone, kind = WRITTEN, "Europe/London", "news"

    class Place:
        start, key = 20, "IE"

    for name in ("context", "regions"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    doc = spacy.blank("en")("Down at 9:15 am IST, they say.")
    doc._.context, doc._.regions = Context, [Place]
    (mention,) = find(doc)
    assert (began(mention), value_of(mention).zone_from) == ("2026-02-04T09:15:00Z", "place")
