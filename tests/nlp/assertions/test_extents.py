from __future__ import annotations

import pytest

from nlp.assertions import extents
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls failed in Spain.", None),
        ("Calls failed mostly in Spain.", "mostly"),
        ("Users in Spain were hit the most.", "mostly"),
        ("Only a few users in Spain saw it.", "minimal"),
        ("Spain saw minimal trouble.", "minimal"),
        ("Calls failed in parts of Spain.", "partly"),
        ("Calls failed in all of Spain.", "all"),
        ("In all, 900 calls failed in Spain.", None),
        ("At least 900 calls failed in Spain.", None),
        ("Calls failed in Spain, but some in France went through.", None),
    ],
)
def test_how_much_of_it(text: str, expected: str | None) -> None:
    made = sentence(text, [("REGION", "Spain", "ES")])
    assert extents.extent(made, made.of("REGION")[0].mention) == expected
