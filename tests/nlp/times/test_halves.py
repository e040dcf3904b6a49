"""Clock times that do not say which half of the day they are of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nlp.times.finding import find_in
from nlp.values import TimeValue, iso

WRITTEN = datetime(2026, 2, 12, 17, 41, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("text", "start"),
    [
        # as people say it: the one last before the writing
        ("Dead since 9.", "12T09:00"),
        ("Dead since 6ish.", "12T06:00"),
        ("Dead since 5ish.", "12T17:00"),
        ("Dead since I got in at 4 (Leeds).", "12T16:00"),
        ("Dead since half past four.", "12T16:30"),
        ("Dead; it is half seven in the morning.", "12T07:30"),
        ("Dead since ten past five.", "12T17:10"),
        ("Dead since six o'clock.", "12T06:00"),
        # the part of a day that was told
        ("It died on Wednesday evening. Since about eight o'clock?", "11T20:00"),
        ("It died on Wednesday afternoon, at 3.15.", "11T15:15"),
        ("It died on Wednesday night: at two o'clock.", "12T02:00"),
        ("It died this morning. Since 9, nothing.", "12T09:00"),
        # behind another clock time the nearer one
        ("It fell at 6:20 am. By 8, it was back.", "12T08:00"),
        ("It fell at 9 pm on Monday. By 2, it was back.", "10T02:00"),
        # a clock of 24 hours says it
        ("Dead since 05:10.", "12T05:10"),
        ("Dead since 11:20.", "12T11:20"),
    ],
)
def test_a_clock_time_is_of_the_half_that_the_story_is_in(text: str, start: str) -> None:
    value = find_in(text, published_at=WRITTEN)[-1].value
    assert isinstance(value, TimeValue)
    assert iso(value.start)[8:16] == start


def test_what_is_to_come_may_be_of_either() -> None:
    (mention,) = find_in("Work will start at 9.", published_at=WRITTEN)
    assert (mention.value, mention.unresolved) == (None, "morning or evening is not said")
