"""What the names of a text say together of where it is from."""

from __future__ import annotations

import pytest

from nlp.names import places
from nlp.names.leanings import Leanings
from nlp.names.places import Place


def known(name: str) -> tuple[Place, ...]:
    return tuple(place for place in places.index().whole(name) if place)


def leanings(*names: str) -> Leanings:
    found = Leanings()
    for name in names:
        found.take(name.lower(), known(name))
    return found


@pytest.mark.parametrize(
    ("names", "state"),
    [
        (["Paris", "Reno", "Lamar County"], "US-TX"),
        (["Salem", "Peabody", "Beverly"], "US-MA"),
        (["Salem", "Keizer", "Silverton"], "US-OR"),
        (["Worcester", "Shrewsbury", "Auburn", "Leicester"], "US-MA"),
        (["Woodstock", "Sarnia", "Stratford"], "CA-ON"),
    ],
)
def test_names_that_lie_in_many_states_lie_in_one_together(names: list[str], state: str) -> None:
    found = leanings(*names)
    assert found.votes(state, "another") >= 1
    assert found.votes(state[:2], "another") == found.votes(state, "another")


@pytest.mark.parametrize(
    "names",
    [
        ["Springfield"],
        ["Europe", "Indian", "Ohio"],
        ["London", "Paris", "Rome", "Athens", "Moscow", "Berlin"],
    ],
)
def test_what_is_of_the_world_leans_nowhere(names: list[str]) -> None:
    found = leanings(*names)
    assert not any(found.votes(state, "another") for state in ("US-OH", "US-TX", "US-GA"))


def test_a_name_does_not_speak_for_itself() -> None:
    found = leanings("Keizer", "Salem")
    assert found.votes("US-OR", "keizer") < found.votes("US-OR", "another")
    assert leanings("Keizer").votes("US-OR", "keizer") == 0


def test_a_name_that_speaks_for_a_state_anyway_says_nothing_more() -> None:
    found = Leanings()
    found.take("keizer", known("Keizer"), {"US-OR", "US"})
    assert found.votes("US-OR", "another") == 0


def test_words_of_one_country_speak_for_its_states() -> None:
    plain, said = leanings("Worcester", "Shrewsbury"), leanings("Worcester", "Shrewsbury")
    said.say([(0, "magistrates"), (12, "nothing")])
    assert said.votes("US-MA", "another") < plain.votes("US-MA", "another")
    assert said.votes("", "another") == 0
