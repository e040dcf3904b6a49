from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.assertions import bearing
from nlp.assertions.subjects import Subject
from nlp.words.causes import SUPPLIER
from tests.nlp.by_hand import sentence

ZOOM, SLACK = Subject("zoom", "Zoom"), Subject("slack", "Slack")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Users of Zoom could not log in and Slack hung.", []),
        ("Users could not log in to Slack while Zoom hung.", ["slack"]),
        ("Users could not log in to Zoom and Slack.", ["zoom", "slack"]),
        ("Zoom hung; the Slack log in failed.", ["slack"]),
        ("Zoom and Slack log in failed.", ["zoom", "slack"]),
        ("Zoom's log in failed, as Slack hung.", ["zoom"]),
    ],
)
def test_a_feature_is_of_the_service_named_with_it(text: str, keys: list[str]) -> None:
    made = sentence(
        text,
        [
            ("SERVICE", "Zoom", "zoom"),
            ("SERVICE", "Slack", "slack"),
            ("FEATURE", "log in", "login"),
        ],
    )
    subjects = [(ZOOM, SLACK)] * len(made.clauses)
    found = bearing.bearers(made, made.of("FEATURE")[0], subjects)
    assert [subject.key for subject in found] == keys


def test_where_one_service_is_told_of_all_is_about_it() -> None:
    made = sentence("Log in to Slack.", [("FEATURE", "Log in", "x"), ("SERVICE", "Slack", "slack")])
    assert bearing.bearers(made, made.of("FEATURE")[0], [(ZOOM,)]) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Zoom was down for 900 users, while Slack was down for 40 users.", ["zoom", "slack"]),
        ("Zoom and Slack were down for 900 users and 40 users respectively.", ["zoom", "slack"]),
        ("The line for Zoom peaked at 900 users, that for Slack at 40 users.", ["zoom", "slack"]),
    ],
)
def test_a_count_is_of_the_service_of_its_clause(text: str, keys: list[str]) -> None:
    made = sentence(
        text,
        [
            ("SERVICE", "Zoom", "zoom"),
            ("SERVICE", "Slack", "slack"),
            ("COUNT", "900 users", "900 users"),
            ("COUNT", "40 users", "40 users"),
        ],
    )
    subjects = [(ZOOM, SLACK)] * len(made.clauses)
    found = [bearing.bearers(made, mark, subjects) for mark in made.of("COUNT")]
    assert [[subject.key for subject in each] for each in found] == [[key] for key in keys]


def test_a_suppliers_trouble_is_why_the_others_of_its_sentence_were_down() -> None:
    made = sentence(
        "Zoom and Slack were down as AWS broke down.",
        [
            ("SERVICE", "Zoom", "zoom"),
            ("SERVICE", "Slack", "slack"),
            ("CAUSE", "AWS broke down", "third-party"),
            ("SERVICE", "AWS", "aws"),
        ],
    )
    (mark,) = made.of("CAUSE")
    assert bearing.hit_by(made, mark.mention) == ()
    supplier = replace(mark.mention, rule=SUPPLIER)
    assert bearing.hit_by(made, supplier) == (ZOOM, SLACK)
