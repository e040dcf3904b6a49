from __future__ import annotations

import pytest

from nlp.names import places
from nlp.names.homes import Homes
from nlp.names.places import Place


def known(name: str) -> list[Place]:
    return [place for place in places.index().whole(name) if place]


@pytest.mark.parametrize(
    ("names", "code", "least"),
    [
        (["Ohio"], "US-OH", 1),
        (["Ohio"], "US", 1),
        (["Chicago"], "US-IL", 1),
        (["Polish"], "PL", 1),
        (["Welsh"], "GB-WLS", 1),
        (["Springfield", "Decatur", "Peoria"], "US-IL", 0.1),
    ],
)
def test_a_name_votes_for_where_it_lies(names: list[str], code: str, least: float) -> None:
    homes = Homes()
    for name in names:
        homes.vote(name, known(name))
    assert homes.votes(code, "another") >= least


@pytest.mark.parametrize("name", ["Europe", "Springfield", "Reading", "Madison"])
def test_what_could_lie_anywhere_proves_nothing(name: str) -> None:
    homes = Homes()
    homes.vote(name.lower(), known(name))
    assert {homes.nearness(place, "another") for place in known(name)} == {0}


def test_a_name_does_not_speak_for_itself_and_votes_once() -> None:
    homes = Homes()
    homes.vote("ohio", known("Ohio"))
    homes.vote("ohio", known("Ohio"))
    assert homes.votes("US-OH", "ohio") == 0
    assert homes.votes("US-OH", "toledo") == 1


def test_a_publisher_has_a_home() -> None:
    assert Homes("The Chicago Ledger").votes("US-IL", "springfield") > 1
    assert Homes("The Ledger").votes("US-IL", "springfield") == 0
