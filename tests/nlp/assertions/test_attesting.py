"""How plainly texts speak of an outage."""

from __future__ import annotations

import pytest

from nlp.assertions import attesting, supposing
from nlp.assertions.passages import sentences
from nlp.reading import _pipeline
from tests.nlp.by_hand import Page


def weigh(text: str) -> int:
    nlp = _pipeline("en")
    doc = nlp.make_doc(text)
    doc._.context = Page(text=text)
    for name, pipe in nlp.pipeline:
        doc = pipe(doc) if name != "claims" else doc
    return attesting.weigh(sentences(doc))


@pytest.mark.parametrize(
    "text",
    [
        "Vodafone customers in Cork have been without signal since noon.",
        "The council's parking app stopped working.",
        "The ticket machines were down at every station.",
        "Users could not log in to Slack.",
        "Is Zoom down?",
        "Downdetector had 4,000 reports by nine.",
    ],
)
def test_what_attests_an_outage_plainly(text: str) -> None:
    assert weigh(text) >= 4


@pytest.mark.parametrize(
    "text",
    [
        "Netflix's new drama crashes out of the top ten.",
        "What to do if your Zoom app crashes.",
        "Slack will stop working on older phones.",
        "The monitor tells you when Zoom goes down.",
        "Zoom works as usual.",
        "",
    ],
)
def test_what_attests_none(text: str) -> None:
    assert weigh(text) < 2


def test_no_more_is_weighed_than_leaves_no_doubt() -> None:
    assert weigh("Zoom is down. " * 50) == attesting.ENOUGH


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("unless the app is down", True),
        ("every few months some cable is cut", True),
        ("the old client will no longer connect", True),
        ("not sure if the app is down", False),
        ("the app is down", False),
        ("the site would not load", False),
        ("the app may be down for days", False),
    ],
)
def test_what_is_only_supposed(words: str, expected: bool) -> None:
    assert supposing.supposes(words) is expected
