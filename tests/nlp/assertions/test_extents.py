from __future__ import annotations

import pytest

from nlp.assertions import extents
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Calls failed in Spain.", "Spain", True),
        ("Spanish users saw errors.", "Spanish", True),
        ("Calls failed across France, Spain and Portugal.", "Spain", True),
        ("Spain was hit worst.", "Spain", True),
        ("MADRID (Wire) - Calls failed.", "MADRID", False),
        ("The Spain-based firm saw calls fail.", "Spain", False),
        ("The Spanish company said calls failed.", "Spanish", False),
        ("Calls failed, said a Spanish minister.", "Spanish", False),
        ("A firm headquartered in Spain had errors.", "Spain", False),
        ("Calls that failed were moved from one site to Spain.", "Spain", False),
        ("A Spanish data centre lost power.", "Spanish", False),
        ("A card failed at an exchange in Spain.", "Spain", False),
        ("Spain: Calls failed on Monday.", "Spain", False),
        ("Plumbers in Spain said calls failed.", "Spain", False),
        ("Users in Spain said calls failed.", "Spain", True),
        ('"No calls," said Ann Cole, a plumber in Spain.', "Spain", False),
        ("Ann Cole, who runs a bar in Spain, lost calls.", "Spain", False),
        ("No calls for me (Spain).", "Spain", True),
        ("[Spain] calls failed", "Spain", True),
        ("Calls failed in countries such as Spain.", "Spain", True),
        ("Calls failed across much of northeast Spain.", "Spain", True),
        ("Spain here, no calls.", "Spain", True),
    ],
)
def test_a_place_of_an_outage(text: str, words: str, expected: bool) -> None:
    made = sentence(text, [("REGION", words, "ES")])
    assert extents.is_affected_place(made, made.of("REGION")[0].mention) is expected


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
