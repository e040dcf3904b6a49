from __future__ import annotations

import pytest

from nlp.assertions import sparing
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The API was not affected.", "API", "none"),
        ("Uploads are failing, but the API continues to work.", "API", "none"),
        ("Uploads are failing, but the API continues to work.", "Uploads", None),
        ("The API is operating normally again.", "API", None),
        ("The API is down.", "API", None),
        ("There was no impact on the API.", "API", "none"),
        ("Not affected were the API and uploads.", "API", "none"),
        ("The API, oddly, held up.", "API", "none"),
        ("API fine, uploads stuck.", "API", "none"),
        ("The API went on working for a few users.", "API", None),
        ("Work on fine-tuning the API goes on.", "API", None),
        ("The API was largely spared.", "API", "minimal"),
        ("You can still use the API.", "API", "none"),
        ("Firms with the API opened their mail.", "API", None),
        ("The API opened, but slowly.", "API", "none"),
        ("It left the API alone.", "API", "none"),
        ("The API had worked all along.", "API", "none"),
        ("In the API, people could log in without difficulty.", "API", "none"),
        ("The API saw hardly any of it.", "API", "minimal"),
        ("The API looks healthy.", "API", "none"),
        ("Uploads went on as if nothing had happened, and so did the API.", "API", "none"),
        ("Uploads were not affected, and neither was the API.", "API", "none"),
        ("Uploads failed, and so did the API.", "API", None),
        ("The API never broke.", "API", "none"),
        ("The API goes through and then a blank page.", "API", "none"),
        ("The API ran without a hitch.", "API", "none"),
        ("Uploads fail, I can use the API and chat.", "API", "none"),
        ("Nobody knows when I can use the API.", "API", None),
        ("I can only see the API.", "API", None),
        ("Uploads were not affected, nor were customers in the API.", "API", "none"),
        ("Tokens can still be bought in the API.", "API", "none"),
    ],
)
def test_what_is_spared_is_not_affected(text: str, word: str, expected: str | None) -> None:
    made = sentence(text, [("FEATURE", word, "x")])
    assert sparing.extent(made, made.of("FEATURE")[0].mention) == expected


def test_what_works_was_spared() -> None:
    text = "The API ran to time all day."
    made = sentence(text, [("FEATURE", "API", "x"), ("PHASE", "ran to time", "operational")])
    assert sparing.extent(made, made.of("FEATURE")[0].mention) == "none"


def test_what_fails_in_between_is_not_spared() -> None:
    made = sentence(
        "The API drops calls, uploads are fine.",
        [("FEATURE", "API", "api"), ("SYMPTOM", "drops calls", "x"), ("FEATURE", "uploads", "y")],
    )
    found = [sparing.extent(made, mark.mention) for mark in made.of("FEATURE")]
    assert found == [None, "none"]
