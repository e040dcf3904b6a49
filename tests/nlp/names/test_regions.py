from __future__ import annotations

import csv
import json
from pathlib import Path

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.entries import EntryError
from nlp.names import places, regions
from tests.nlp.docs import Row, assert_exact, doc_of, rows, rules

REAL = Path(__file__).resolve().parents[3].parent / "shared" / "real"
needs_real = pytest.mark.skipif(not REAL.exists(), reason="the folder of real input is not here")

PLACES: list[tuple[str, list[Row]]] = [
    (
        "users in Houston, Dallas and Charlotte, but Charlotte knew nothing",
        [("Houston", "4699066"), ("Dallas", "4684888"), ("Charlotte", "4460243")],
    ),
    ("in the US, the U.K. and the UAE", [("US", "US"), ("U.K.", "GB"), ("UAE", "AE")]),
    ("Indian users and Germans", [("Indian", "IN"), ("Germans", "DE")]),
    (
        "in Texas, New South Wales and Kerala",
        [("Texas", "US-TX"), ("New South Wales", "AU-NSW"), ("Kerala", "IN-KL")],
    ),
    (
        "Mumbai, Bangalore and São Paulo",
        [("Mumbai", "1275339"), ("Bangalore", "1277333"), ("São Paulo", "3448439")],
    ),
    (
        "users in New York and New York State",
        [("New York", "5128581"), ("New York State", "US-NY")],
    ),
    (
        "across Europe, APAC and the Middle East",
        [("Europe", "continent:EU"), ("APAC", "area:apac"), ("Middle East", "area:middle-east")],
    ),
    (
        "users worldwide and around the world",
        [("worldwide", "world"), ("around the world", "world")],
    ),
    ("a hall in Ashburn, VA", [("Ashburn", "4744870"), ("VA", "US-VA")]),
    ("in London, Ontario", [("London", "6058560"), ("Ontario", "CA-ON")]),
    ("in London and Leeds", [("London", "2643743"), ("Leeds", "2644688")]),
    (
        "in Georgia, Texas and Alabama",
        [("Georgia", "US-GA"), ("Texas", "US-TX"), ("Alabama", "US-AL")],
    ),
    (
        "users in Reading and in Bath, England",
        [("Reading", "2639577"), ("Bath", "2656173"), ("England", "GB-ENG")],
    ),
    ("Washington, D.C. was spared", [("Washington, D.C.", "4140963")]),
    ("Côte d’Ivoire and Türkiye", [("Côte d’Ivoire", "CI"), ("Türkiye", "TR")]),
]

NOTHING = [
    "It told us. TELL US NOW.",
    "Reading the logs is nice, and most of the mobile pages may split.",
    "The New York Times and the Times of India wrote so.",
    "Bank of America, Air India and British Airways",
    "at 9:12 US/Pacific or 18:12 Europe/Berlin, 9 am London time, India Standard Time",
    "It cost US$5 in all.",
    "Michael Jordan and Austin Powers called it off.",
    "see https://example.com/India/London.html",
    "",
]


@pytest.mark.parametrize(("text", "found"), PLACES)
def test_places(text: str, found: list[Row]) -> None:
    assert rows(regions.find(doc_of(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is it down in leeds", [("leeds", "2644688")]),
        ("no signal (leeds)", [("leeds", "2644688")]),
        ("cannot log in. paris", [("paris", "2988507")]),
        ("out across singapore", [("singapore", "SG")]),
        ("Leeds here, nothing works", [("Leeds", "2644688")]),
        ("nice try in reading this, in split seconds", []),
        ("it is in mobile and in chat, even for us", []),
        ("the city in question, the turkey sandwich", []),
    ],
)
def test_posts_write_places_in_lower_case(text: str, found: list[Row]) -> None:
    assert rows(regions.find(doc_of(text, kind="social"))) == found


def test_states_that_an_editor_names_are_of_iso() -> None:
    keys = {entry["key"] for _, entry in places._entries() if len(entry["key"]) > 3}
    states = {key for key in keys if key[2:3] == "-" and key[:2].isupper()}
    assert states <= {division.code for division in pycountry.subdivisions}


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_region(text: str) -> None:
    assert regions.find(doc_of(text)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("LONDON, Feb 4 (Reuters) - Zoom was down", "dateline"),
        ("DELHI—Zoom is back", "dateline"),
        ("LONDON (AP) — Zoom was down", "dateline"),
        ("the San Francisco-based company", "home"),
        ("SINGAPORE: The bank is back", "dateline"),
        ("Toronto police heard of it", "home"),
        ("It began at about 5.30pm in the UK", "clock"),
        ("It failed at 14:05 in Sydney", "clock"),
        ("It failed at about 3pm on the nation's East Coast", "clock"),
        ("Alaska Airlines said Alaska flies again in Alaska", "state"),
        ("All 5 failed in Sydney", "city"),
        ("British users", "people"),
        ("users in Britain", "country"),
        ("users in Ohio", "state"),
        ("users in Tokyo", "city"),
        ("users in Asia", "area"),
    ],
)
def test_the_rule_says_how(text: str, rule: str) -> None:
    assert rules(regions.find(doc_of(text))) == [rule]


@pytest.mark.parametrize(
    ("service", "text", "found"),
    [
        (None, "errors in US-EAST-1", [("US-EAST-1", "aws:us-east-1")]),
        (None, "zone us-central1-a", [("us-central1-a", "gcp:us-central1")]),
        (None, "AWS in N. Virginia", [("N. Virginia", "aws:us-east-1")]),
        (None, "AWS customers in Ohio", [("Ohio", "US-OH")]),
        (None, "the Ohio region of AWS", [("Ohio", "aws:us-east-2")]),
        (None, "Azure in East US 2", [("East US 2", "azure:eastus2")]),
        (None, "Iowa (us-central1) failed", [("Iowa (us-central1)", "gcp:us-central1")]),
        ("aws", "customers in Tokyo", [("Tokyo", "aws:ap-northeast-1")]),
        ("google-cloud", "customers in Tokyo", [("Tokyo", "gcp:asia-northeast1")]),
        ("azure", "in West Europe and the UK", [("West Europe", "azure:westeurope"), ("UK", "GB")]),
        ("github", "customers in Tokyo", [("Tokyo", "1850147")]),
        (None, "us-east-99 and eu-1", []),
    ],
)
def test_regions_of_clouds(service: str | None, text: str, found: list[Row]) -> None:
    kind = "official" if service else "news"
    assert rows(regions.find(doc_of(text, kind=kind, service=service))) == found


def test_listed_regions_are_the_clouds_own() -> None:
    text = "T\n\nRegions: Montréal (northamerica-northeast1), Global, Multi-region: us, India\n\nx"
    mentions = regions.find(doc_of(text, kind="official", service="google-cloud"))
    keys = ["gcp:northamerica-northeast1", "gcp:global", "gcp:us", "IN"]
    assert [mention.key for mention in mentions] == keys
    assert rules(mentions) == ["listed"] * 4


def test_there_are_fifty_states_and_the_district() -> None:
    states = {place.key for place in places.behind().values() if place.country == "US"}
    assert len(states) == 51


@needs_real
def test_google_clouds_own_names_of_regions() -> None:
    incidents = json.loads((REAL / "status" / "google_cloud_incidents.json").read_bytes())
    places = {
        (place["title"], place["id"])
        for incident in incidents
        for update in incident["updates"]
        for place in update["affected_locations"]
    }
    assert len(places) > 30
    for title, id_ in places:
        doc = doc_of(f"T\n\nRegions: {title}\n\nx", kind="official", service="google-cloud")
        assert rows(regions.find(doc)) == [(title, f"gcp:{id_}")]


@needs_real
@pytest.mark.parametrize(("vendor", "service"), [("aws", "aws"), ("azure", "azure")])
def test_places_of_incident_reports(vendor: str, service: str) -> None:
    with (REAL / "incident_reports" / f"{vendor}.csv").open(newline="", encoding="utf-8") as file:
        places = {row["label_location"] for row in csv.DictReader(file)}
    for place in places - {"UNKNOWN", "Multiple Regions"}:
        doc = doc_of(f"Customers in {place} see errors.", kind="official", service=service)
        assert regions.find(doc), place


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["aws", "github", None]))
def test_any_text_gives_exact_offsets(text: str, service: str | None) -> None:
    text = f"{text}\n\nRegions: {text}, Ohio\n\nİ users in Ohio, {text} us-east-1"
    doc = doc_of(text, kind="official", service=service)
    assert_exact(doc, regions.find(doc))


@pytest.mark.parametrize("unit", ["San ", "us-", "us-east-1 ", "New York, ", "A, ", "Regions: a\n"])
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    doc = doc_of(unit * (40_000 // len(unit)), kind="official", service="aws")
    assert_exact(doc, regions.find(doc))


def test_an_uncoded_place_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places.toml").write_text(
        '[[places]]\nkey = "XX-1"\nname = "Nowhere"\n', encoding="utf-8"
    )
    monkeypatch.setattr("nlp.entries.folder", lambda _: tmp_path)
    places.index.cache_clear()
    with pytest.raises(EntryError, match=r"entry 1 \(XX-1\): the key is no ISO 3166 code"):
        places.index()
