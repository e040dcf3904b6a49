from __future__ import annotations

import pytest

from nlp import geonames


@pytest.mark.parametrize(
    ("word", "name", "states"),
    [
        ("gotham", "Gotham", ["GB-ENG"]),
        ("seville", "Seville", ["ES-AN", "AU-VIC", "US-FL", "US-OH"]),
        ("cuyahoga", "Cuyahoga County", ["US-OH"]),
        ("st", "St. Louis Park", ["US-MN"]),
    ],
)
def test_the_places_of_a_name(word: str, name: str, states: list[str]) -> None:
    cells = dict(geonames.names(word))
    assert {place.state for place in geonames.places(cells[name])} == set(states)


@pytest.mark.parametrize("word", ["", "qqxz", "\t", "# geonames", "zzzzzz", "0"])
def test_no_name_begins_with_it(word: str) -> None:
    assert geonames.names(word) == []


@pytest.mark.parametrize(
    ("key", "kind", "state"),
    [
        ("2147714", "city", "AU-NSW"),
        ("US-OH", "state", "US-OH"),
        ("GB-DEV", "county", "GB-ENG"),
        ("2639577", "city", "GB-ENG"),
    ],
)
def test_a_place_by_its_key(key: str, kind: str, state: str) -> None:
    place = geonames.of(key)
    assert place is not None
    assert (place.kind, place.state) == (kind, state)


@pytest.mark.parametrize("key", ["1", "", "XX-1", "2147714,c"])
def test_no_place_has_the_key(key: str) -> None:
    assert geonames.of(key) is None
    assert geonames.zone_of(key) is None


def test_words_are_told_from_names() -> None:
    words = {name: geonames.places(cell)[0].is_word for name, cell in geonames.names("reading")}
    assert words["Reading"]
    assert not any(
        place.is_word for place in geonames.places(dict(geonames.names("gotham"))["Gotham"])
    )


def test_cities_have_all_their_names() -> None:
    named = {name for name, city in geonames.cities() if city.key == "2886242"}
    assert named == {"Köln", "Koln", "Cologne"}
