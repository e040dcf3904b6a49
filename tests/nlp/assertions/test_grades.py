from __future__ import annotations

import pytest

from nlp.assertions import grades
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A major network outage hit Acme.", ["major"]),
        ("Catastrophic failure of taste, and a brief interruption.", ["minor"]),
        ("A partial outage became a huge disruption.", ["partial", "major"]),
        ("Two small glitches and a massive blackout.", ["minor", "major"]),
        ("The outage was a major one.", []),
        ("A small shop had an outage.", []),
    ],
)
def test_how_bad_it_is_called(text: str, expected: list[str]) -> None:
    assert [graded.value.key for graded in grades.find(sentence(text))] == expected
