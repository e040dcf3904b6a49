from __future__ import annotations

import pytest

from nlp.assertions import courses
from tests.nlp.by_hand import sentence

ZOOM = ("SERVICE", "Zoom", "zoom")


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Zoom is fine, it is the router.", [ZOOM, ("PHASE", "is fine", "operational")], 1),
        ("Zoom kept working, it said.", [ZOOM, ("PHASE", "kept working", "operational")], 1),
        (
            "Zoom said its platform had been stable all day.",
            [ZOOM, ("PHASE", "platform had been stable", "operational")],
            1,
        ),
        ("Existing calls continue to work.", [("PHASE", "continue to work", "operational")], 0),
        (
            "The search of Zoom is fine.",
            [ZOOM, ("FEATURE", "search", "search"), ("PHASE", "is fine", "operational")],
            0,
        ),
        ("Police are investigating.", [("PHASE", "are investigating", "investigating")], 0),
    ],
)
def test_a_phase_of_the_whole(text: str, found: list[tuple[str, str, str]], expected: int) -> None:
    assert len(list(courses.told(sentence(text, found)))) == expected
