from __future__ import annotations

import pytest

from nlp.names.bearers import Part, part


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("a book by Jack London sold", "London", Part.PERSON),
        ("a word from Mr. Lincoln came", "Lincoln", Part.PERSON),
        ("said J. Houston on Monday", "Houston", Part.PERSON),
        ("a picture of Charlotte Brown hung there", "Charlotte", Part.PERSON),
        ("her brother Dallas laughed", "Dallas", Part.PERSON),
        ("the team Real Madrid won", "Madrid", Part.LONGER),
        ("the daily Boston Globe wrote", "Boston", Part.LONGER),
        ("rain over North London fell", "London", Part.ALONE),
        ("The London office closed", "London", Part.ALONE),
        ("the Reno City Council met", "Reno", Part.ALONE),
        ("one Truro GP said", "Truro", Part.ALONE),
        ("at Acme's Toledo plant", "Toledo", Part.ALONE),
        ("a man in A Tampa, FL", "Tampa", Part.ALONE),
        ("Outage Hits Boston Banks Again Today", "Boston", Part.ALONE),
    ],
)
def test_what_the_words_on_both_sides_make_of_a_name(text: str, name: str, found: Part) -> None:
    start = text.index(name)
    assert part(text, start, start + len(name)) is found
