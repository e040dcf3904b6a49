"""Zones that a place gives: where clocks hang, and which place a clock time is of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.mentions import Mention
from nlp.times import newsrooms
from nlp.times.finding import find_in
from nlp.times.localities import country_of, zone_of
from nlp.values import TimeValue, iso

WRITTEN = datetime(2026, 2, 4, 15, 30, tzinfo=UTC)
SYDNEY, MUMBAI, LISBON = "2147714", "1275339", "2267057"


def read(text: str, named: dict[str, str], zone: str | None = None) -> list[Mention]:
    places = sorted((text.index(name), key) for name, key in named.items())
    return find_in(text, published_at=WRITTEN, zone=zone, places=places)


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("GB", "Europe/London"),
        ("ES", "Europe/Madrid"),
        ("US-CA", "America/Los_Angeles"),
        ("AU-QLD", "Australia/Brisbane"),
        ("IN-MH", "Asia/Kolkata"),
        (SYDNEY, "Australia/Sydney"),
        ("US", None),
        ("US-TN", None),
        ("1", None),
        ("world", None),
        ("continent:EU", None),
        ("aws:us-east-1", None),
    ],
)
def test_a_place_has_a_zone_where_it_has_but_one(place: str, zone: str | None) -> None:
    assert zone_of(place) == zone


@pytest.mark.parametrize(
    ("place", "country"), [("US-CA", "US"), ("IN", "IN"), (SYDNEY, "AU"), ("1", "")]
)
def test_a_place_lies_in_a_country(place: str, country: str) -> None:
    assert country_of(place) == country


@pytest.mark.parametrize(
    ("text", "named", "publisher", "start", "origin"),
    [
        ("Lost at 4:05am here in Sydney.", {"Sydney": SYDNEY}, None, "2026-02-03T17:05", "place"),
        ("Lost at 9 am in India, it is.", {"India": "IN"}, None, "2026-02-04T03:30", "place"),
        (
            "It broke at 12.33pm local time, cutting off Spain.",
            {"Spain": "ES"},
            "Europe/London",
            "2026-02-04T11:33",
            "place",
        ),
        ("Off at 9:00 (local time) in Mumbai", {"Mumbai": MUMBAI}, None, "2026-02-04T03:30", None),
        # a country of many zones says nothing, nor do places that disagree
        ("Lost at 9 am in America.", {"America": "US"}, None, "2026-02-04T09:00", "assumed"),
        (
            "At 9 am local time Spain and Portugal went dark.",
            {"Spain": "ES", "Portugal": "PT"},
            "Europe/Paris",
            "2026-02-04T08:00",
            "publisher",
        ),
        # a zone that is said outweighs the place
        ("Lost at 9 am ET in Sydney.", {"Sydney": SYDNEY}, None, "2026-02-04T14:00", "stated"),
        # a city tells zones of one name apart, as its country does
        ("In Mumbai it fell at 9 am IST.", {"Mumbai": MUMBAI}, None, "2026-02-04T03:30", "place"),
    ],
)
def test_a_place_gives_its_zone(
    text: str, named: dict[str, str], publisher: str | None, start: str, origin: str | None
) -> None:
    value = read(text, named, publisher)[0].value
    assert isinstance(value, TimeValue)
    assert iso(value.start) == f"{start}:00Z"
    assert value.zone_from == (origin or "place")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It broke at 12.33pm local time.", {}),
        ("At 9 am local time Spain and Portugal fell.", {"Spain": "ES", "Portugal": "PT"}),
    ],
)
def test_a_local_time_of_no_known_place_is_not_guessed(text: str, named: dict[str, str]) -> None:
    (mention,) = read(text, named)
    assert mention.text.endswith("local time")
    assert mention.value is None


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("日本時間 2026/02/03 07:30 から 09:10 の間", ["2026-02-02T22:30", "2026-02-03T00:10"]),
        ("障害が発生。日本時間2026/02/03 07:30", ["2026-02-02T22:30"]),
        ("UTC 14:30 it fell, PST 7:10 it rose.", ["2026-02-04T14:30", "2026-02-04T15:10"]),
        ("09:10 PST 10:20 EST", ["2026-02-03T17:10", "2026-02-03T15:20"]),
    ],
)
def test_a_zone_may_stand_before_its_time(text: str, starts: list[str]) -> None:
    found = [mention.value for mention in read(text, {})]
    assert [iso(value.start)[:16] for value in found if isinstance(value, TimeValue)] == starts


@pytest.mark.parametrize(
    ("text", "named", "publisher", "start"),
    [
        ("Calls fell over in Mumbai at 9 am.", {"Mumbai": MUMBAI}, None, "2026-02-04T03:30"),
        (
            "It fell at 9 am; Spain and Italy saw it.",
            {"Spain": "ES", "Italy": "IT"},
            None,
            "T08:00",
        ),
        ("It fell at 9 am in Spain, or at 3 ET.", {"Spain": "ES"}, None, "T08:00"),
        ("At 9 am Sydney fell, then Spain.", {"Sydney": SYDNEY, "Spain": "ES"}, None, "T09:00"),
        ("Calls fell in Mumbai at 9 am.", {"Mumbai": MUMBAI}, "Europe/Paris", "T08:00"),
    ],
)
def test_a_story_goes_by_the_clocks_of_where_it_plays(
    text: str, named: dict[str, str], publisher: str | None, start: str
) -> None:
    places = [(text.index(words), key) for words, key in named.items()]
    homes = [[*named.values()]]
    mention = find_in(
        text, published_at=WRITTEN, zone=publisher, places=places, homes=lambda: homes
    )[0]
    assert isinstance(mention.value, TimeValue)
    assert iso(mention.value.start)[:16].endswith(start)


@pytest.mark.parametrize(
    ("publisher", "services", "codes"),
    [
        ("The Quay Herald, Dublin", ["gmail"], ["IE-L"]),
        ("Brisbane Lantern", [], ["AU-QLD"]),
        ("Evening Ledger", ["telstra"], ["AU-NSW"]),
        ("", ["gov-uk", None, "gmail"], ["GB"]),
        ("", ["tesco"], ["GB"]),  # whose host does not tell
        ("", ["gmail", "no-such-key"], []),
    ],
)
def test_a_publisher_and_services_are_at_home_somewhere(
    publisher: str, services: list[str | None], codes: list[str]
) -> None:
    found = [*newsrooms.of_publisher(publisher), *newsrooms.of_services(services)]
    assert found == codes


@pytest.mark.parametrize(
    ("homes", "start", "origin"),
    [
        ([["IN"], ["GB"]], "2026-02-04T03:30", "place"),
        ([["US"], ["IN"]], "2026-02-04T03:30", "place"),  # one of many zones says nothing
        ([["US", "US", "IN"]], "2026-02-04T03:30", "place"),
        ([["IN", "GB"], ["JP"]], "2026-02-04T00:00", "place"),
        ([[], []], "2026-02-04T09:00", "assumed"),
    ],
)
def test_the_first_home_that_agrees_with_itself_counts(
    homes: list[list[str]], start: str, origin: str
) -> None:
    (mention,) = find_in("It fell at 9 am.", published_at=WRITTEN, homes=lambda: homes)
    assert isinstance(mention.value, TimeValue)
    assert (iso(mention.value.start)[:16], mention.value.zone_from) == (start, origin)
