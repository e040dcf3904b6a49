from __future__ import annotations

import pytest

from nlp.assertions import whereabouts
from nlp.mentions import Label
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
        ("Spain only, as far as I see: no calls.", "Spain", True),
        ("Hardest hit cities were Spain and Rome.", "Spain", True),
        ("A call centre in Spain asked callers to wait.", "Spain", False),
        ("A baker in Spain lost calls.", "Spain", False),
        ("As a baker in Spain I lost calls.", "Spain", True),
        ("My brother in Spain says calls fail.", "Spain", True),
        ("Trains to Spain were full while calls failed.", "Spain", False),
        ("Calls failed, she said in an email from Spain.", "Spain", False),
        ("She told reporters in Spain that calls failed.", "Spain", False),
        ("The ferry between Spain and Rome ran while calls failed.", "Spain", False),
        ("Calls failed after a change for Spain.", "Spain", False),
        ("Reports came in from Spain.", "Spain", True),
        ("Calls failed, a spokesman said in Spain.", "Spain", False),
        ("An Acme official in Spain put the end of it at noon.", "Spain", False),
        ("Calls failed after our supplier in Spain lost power.", "Spain", False),
        ("Calls failed because of overheating kit in Spain.", "Spain", False),
        ("Acme, the Spain design company, lost calls.", "Spain", False),
    ],
)
def test_a_place_of_an_outage(text: str, words: str, expected: bool) -> None:
    made = sentence(text, [("REGION", words, "ES")])
    assert whereabouts.is_affected_place(made, made.of("REGION")[0].mention) is expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "Calls failed after a cable cut off Spain.",
            [("CAUSE", "cable cut", "fibre-cut"), ("REGION", "Spain", "ES")],
            [],
        ),
        (
            "A cable cut left users in Spain without calls.",
            [("CAUSE", "cable cut", "fibre-cut"), ("REGION", "Spain", "ES")],
            ["Spain"],
        ),
        (
            "Calls failed after a cable cut in us-east-1.",
            [("CAUSE", "cable cut", "fibre-cut"), ("REGION", "us-east-1", "aws:us-east-1")],
            ["us-east-1"],
        ),
        (
            "Trains to Spain and Italy were full while calls failed.",
            [("REGION", "Spain", "ES"), ("REGION", "Italy", "IT")],
            [],
        ),
        (
            "Calls failed in Spain and Italy.",
            [("REGION", "Spain", "ES"), ("REGION", "Italy", "IT")],
            ["Spain", "Italy"],
        ),
        (
            "Calls failed in Ottawa, Ontario on Monday.",
            [("REGION", "Ottawa", "6094817"), ("REGION", "Ontario", "CA-ON")],
            ["Ottawa"],
        ),
        (
            "Calls failed in Ottawa, Quebec and Maine.",
            [("REGION", "Ottawa", "6094817"), ("REGION", "Quebec", "CA-QC")],
            ["Ottawa", "Quebec"],
        ),
    ],
)
def test_places_beside_others(
    text: str, marks: list[tuple[Label, str, str]], expected: list[str]
) -> None:
    found = whereabouts.affected(sentence(text, marks))
    assert [mark.mention.text for mark in found] == expected
