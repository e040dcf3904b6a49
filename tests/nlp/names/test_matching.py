from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.names.matching import Phrases, Surface, fold, in_address

NAMES = Phrases(
    [("AT&T", "att"), ("Disney+", "disney"), ("Teams", "teams"), ("Microsoft Teams", "ms-teams")]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at&t and AT&T's", ["att", "att"]),
        ("Disney+, Disney plus", ["disney"]),
        ("Microsoft\u00a0Teams", ["ms-teams"]),
        ("Microsoft\nTeams", ["ms-teams"]),
        ("Teamster", []),
        ("eTeams", []),
        ("the _Teams_ page", ["teams"]),
    ],
)
def test_leftmost_and_longest_whatever_the_case(text: str, found: list[str]) -> None:
    assert [values[0] for _, _, values in NAMES.scan(Surface.of(text))] == found


def test_a_phrase_may_mean_several_things() -> None:
    phrases = Phrases([("Atlas", 1), ("ATLAS", 2), ("Atlas Air", 3)])
    assert [v for _, _, v in phrases.scan(Surface.of("Atlas or Atlas Air"))] == [[1, 2], [3]]


def test_whole() -> None:
    assert NAMES.whole("microsoft teams") == ["ms-teams"]
    assert NAMES.whole("Teams 2") == NAMES.whole(" Teams") == NAMES.whole("") == []


def test_a_phrase_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a letter"):
        Phrases([("+!", 1)])


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("https://slack.com/intl", "slack", True),
        ("write to help@slack.com", "slack", True),
        ("slack@example.com", "slack", True),
        ("www.slack.com", "slack", True),
        ("status.slack.com", "slack", True),
        ("slack.com is", "slack", True),
        ("on slack. Then", "slack", False),
        ("on slack.Then", "slack", False),
        ("(slack)", "slack", False),
        ("zoom/slack", "slack", False),
        ("@slack", "slack", False),
    ],
)
def test_addresses(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert in_address(text, start, start + len(word)) is expected
