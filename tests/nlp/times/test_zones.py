"""Zones: what a name may stand for, and what a local time in it is in UTC."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from nlp.entries import EntryError
from nlp.times import zones
from nlp.times.zones import country_of, parse, parse_offset, readings


@pytest.mark.parametrize(
    ("name", "chief"),
    [
        ("PST", "America/Los_Angeles"),
        ("pdt", "America/Los_Angeles"),
        ("ET", "America/New_York"),
        ("Eastern time", "America/New_York"),
        ("eastern  standard time", "America/New_York"),
        ("US/Pacific", "US/Pacific"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("IST", "Asia/Kolkata"),
        ("Indian Standard Time", "Asia/Kolkata"),
        ("AEST", "Australia/Sydney"),
        ("JST", "Asia/Tokyo"),
    ],
)
def test_a_name_has_a_zone(name: str, chief: str) -> None:
    assert readings(name)[0].zones[0] == chief


@pytest.mark.parametrize("name", ["", "XYZ", "Nowhere/Land", "UTC+99", "a time"])
def test_what_is_no_zone_has_no_reading(name: str) -> None:
    assert readings(name) == ()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("UTC+5:30", 330), ("GMT-7", -420), ("+02:00", 120), ("-0800", -480), ("(UTC−3)", -180)],
)
def test_an_offset_is_read(text: str, minutes: int) -> None:
    assert parse_offset(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["+15:00", "+02:75", "5:30", "PST", ""])
def test_what_is_no_offset_is_none(text: str) -> None:
    assert parse_offset(text) is None


@pytest.mark.parametrize(
    ("local", "name", "utc"),
    [
        ("2026-02-03T12:32", "PST", "2026-02-03T20:32"),
        ("2026-07-03T12:32", "PDT", "2026-07-03T19:32"),
        (
            "2026-07-03T12:32",
            "PST",
            "2026-07-03T19:32",
        ),  # no zone has it then: the clock on the wall
        ("2026-02-03T12:32", "PDT", "2026-02-03T20:32"),
        ("2026-07-03T12:32", "MST", "2026-07-03T19:32"),  # Arizona has it all year
        ("2026-07-03T12:32", "PT", "2026-07-03T19:32"),
        ("2026-02-03T12:32", "PT", "2026-02-03T20:32"),
        ("2026-07-03T12:32", "GMT", "2026-07-03T12:32"),
        ("2026-07-03T12:32", "BST", "2026-07-03T11:32"),
        ("2026-01-03T12:32", "AEDT", "2026-01-03T01:32"),
        ("2026-01-03T12:32", "AEST", "2026-01-03T02:32"),  # Queensland has it all year
        ("2026-02-04T01:50", "IST", "2026-02-03T20:20"),
        ("2026-11-01T01:30", "PDT", "2026-11-01T08:30"),  # the hour that comes twice
        ("2026-11-01T01:30", "PST", "2026-11-01T09:30"),
        ("2026-11-01T01:30", "UTC-3", "2026-11-01T04:30"),
    ],
)
def test_a_local_time_in_utc(local: str, name: str, utc: str) -> None:
    found = readings(name)[0].utc(datetime.fromisoformat(local))
    assert found == datetime.fromisoformat(f"{utc}+00:00")


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Asia/Kolkata", "IN"), ("US/Pacific", "US"), ("Europe/Dublin", "IE"), ("Etc/UTC", None)],
)
def test_a_zone_has_a_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


def test_every_abbreviation_keeps_its_offset_in_its_chief_zone_at_some_time_of_year() -> None:
    for name, found in zones.lexicon().abbreviations.items():
        for reading in found:
            if reading.offset is None or not reading.zones:
                continue
            year = [datetime(2026, month, 15, 12, tzinfo=reading.clock) for month in range(1, 13)]
            assert reading.offset in {moment.utcoffset() for moment in year}, name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[zones]", r"zones\.toml: table \[zones\] is not known; allowed: abbreviations, names"),
        ("[abbreviations]\nXST = [{ zone = 'Asia/Tokyo' }]", "XST: 'zone' is not known; allowed:"),
        (
            "[abbreviations]\nXST = [{ zones = ['Asia/Tokio'] }]",
            "XST: 'Asia/Tokio' is no IANA zone",
        ),
        ("[abbreviations]\nXST = [{ offset = 'five' }]", "XST: needs zones or an offset such as"),
        ("[abbreviations]\nXST = [{ zones = [] }]", "XST: needs zones or an offset such as"),
        ("[names]\n'x time' = 'XST'", "names: 'x time': 'XST' is neither"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(EntryError, match=message):
        parse(text)
