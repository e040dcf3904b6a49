from __future__ import annotations

import pytest

from nlp.assertions import descriptions
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Acme launched a search tool while uploads failed.", "search", True),
        ("Acme's newly launched search fails.", "search", False),
        ("A change to the login service broke Acme.", "login", True),
        ("Acme told customers to use the website.", "website", True),
        ("Residents were asked to use a landline.", "landline", True),
        ("Please use the website while uploads fail.", "website", True),
        ("Shops fell back on offline payments.", "payments", True),
        ("People could not use the website.", "website", False),
        ("The dashboard showed nothing.", "dashboard", True),
        ("Support claims that all is well.", "Support", True),
        ("Support is down.", "Support", False),
        ("The payments company was hit.", "payments", True),
        ("The dashboard is down.", "dashboard", False),
    ],
)
def test_a_feature_that_is_only_named(text: str, words: str, expected: bool) -> None:
    made = sentence(text, [("FEATURE", words, words.lower())])
    assert descriptions.describes(made, made.of("FEATURE")[0].mention) is expected


def test_what_a_service_is_called_by() -> None:
    found = [("FEATURE", "ticketing", "tickets"), ("SERVICE", "Acme", "acme")]
    made = sentence("The ticketing site Acme was down.", found)
    assert descriptions.describes(made, made.of("FEATURE")[0].mention)


@pytest.mark.parametrize(
    ("feature", "service", "expected"),
    [
        ("databases", "slack", True),
        ("databases", "mongodb-atlas", False),
        ("login", "slack", False),
        ("databases", None, False),
    ],
)
def test_what_is_inside_a_service(feature: str, service: str | None, expected: bool) -> None:
    assert descriptions.is_inside(feature, service) is expected
