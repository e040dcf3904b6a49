from __future__ import annotations

import pytest

from nlp.assertions.announcements import promises
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will publish a post-mortem.", True),
        ("A post-mortem will follow.", True),
        ("It promised to share a post-mortem.", True),
        ("We'll share a root cause analysis.", True),
        ("It has published a post-mortem.", False),
        ("The post-mortem says that a disk failed.", False),
    ],
)
def test_a_report_that_is_promised_is_not_there_yet(text: str, expected: bool) -> None:
    assert promises(sentence(text).clauses[0]) is expected
