from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.mentions import Label
from nlp.values import CountValue, KeyValue, TimeValue
from pipelines.evaluation import values


def moment(start: str, hours: float, precision: Any) -> TimeValue:
    begins = datetime.fromisoformat(start).replace(tzinfo=UTC)
    return TimeValue(
        start=begins,
        end=begins + timedelta(hours=hours),
        precision=precision,
        zone="UTC",
        zone_from="stated",
    )


CLOCK = moment("2026-02-03T19:10", 1 / 60, "minute")
INDIAN_DAY = moment("2026-02-02T18:30", 24, "day")
PACIFIC_DAY = moment("2026-02-03T08:00", 24, "day")
INDIAN_MORNING = moment("2026-02-03T00:30", 6, "part_of_day")


@pytest.mark.parametrize(
    ("written", "read", "same"),
    [
        ("2026-02-03T19:10", CLOCK, True),
        ("2026-02-03T19:11", CLOCK, False),
        ("2026-02-03", CLOCK, False),
        ("2026-02-03", INDIAN_DAY, True),
        ("2026-02-02", INDIAN_DAY, False),
        ("2026-02-03", PACIFIC_DAY, True),
        ("2026-02-03 morning", INDIAN_MORNING, True),
        ("2026-02-04 morning", INDIAN_MORNING, False),
        ("2026-02-03", INDIAN_MORNING, False),
        ("2026-02", moment("2026-02-01T00:00", 28 * 24, "month"), True),
        ("2026", moment("2026-02-01T00:00", 28 * 24, "month"), False),
        ("2026-W06", moment("2026-02-02T00:00", 7 * 24, "week"), True),
        ("2026-02-03", CountValue(min=1, max=1), False),
    ],
)
def test_a_time_is_the_same(written: str, read: Any, same: bool) -> None:
    assert values.when(written).same(read) is same


@pytest.mark.parametrize(
    ("read", "other", "same"),
    [
        (CLOCK, replace(CLOCK, zone="PST", precision="second", approximate=True), True),
        (CLOCK, moment("2026-02-03T19:11", 1 / 60, "minute"), False),
        (INDIAN_DAY, PACIFIC_DAY, True),
        (INDIAN_DAY, INDIAN_MORNING, False),
        (INDIAN_MORNING, moment("2026-02-03T12:30", 6, "part_of_day"), False),
    ],
)
def test_one_moment_is_one_whatever_its_zone(read: TimeValue, other: TimeValue, same: bool) -> None:
    assert (values.moment(read) == values.moment(other)) is same


@pytest.mark.parametrize(
    ("written", "read", "same"),
    [
        ("13000..", CountValue(min=13000, max=None), True),
        ("13000..", CountValue(min=13000, max=13000), False),
        ("..5000", CountValue(min=None, max=5000), True),
        ("200..300", CountValue(min=200, max=300), True),
        ("19..19", KeyValue(key="IN", name="India"), False),
    ],
)
def test_a_count_is_the_same(written: str, read: Any, same: bool) -> None:
    assert values.bounds(written).same(read) is same


@given(st.one_of(st.none(), st.integers(0, 10**12)), st.one_of(st.none(), st.integers(0, 10**12)))
def test_any_bounds_are_read_as_written(low: int | None, high: int | None) -> None:
    written = f"{'' if low is None else low}..{'' if high is None else high}"
    if low is None and high is None:
        with pytest.raises(ValueError, match="is no count"):
            values.bounds(written)
    else:
        assert values.bounds(written).same(CountValue(min=low, max=high))


@pytest.mark.parametrize(
    ("label", "written", "key"),
    [
        ("SERVICE", "chatgpt", "chatgpt"),
        ("SERVICE", "?", None),
        ("FEATURE", "login", "login"),
        ("REGION", "US-CA", "US-CA"),
        ("REGION", "aws:us-east-1", "aws:us-east-1"),
        ("REGION", "London, GB", "2643743"),
        ("TIME", "2026-02-03T14", "2026-02-03T14:00"),
        ("TIME", "2026-02-03T14:10:00", "2026-02-03T14:10"),
        ("COUNT", "reports 13000..", "reports 13000.."),
        ("COUNT", "customers 7..7", "users 7..7"),
        ("SYMPTOM", "unavailable", "unavailable"),
        ("CAUSE", "faulty-update", "faulty-update"),
        ("PHASE", "resolved", "resolved"),
    ],
)
def test_a_written_key_is_known(label: Label, written: str, key: str | None) -> None:
    assert key in set(values.keys(label, written))


@pytest.mark.parametrize(
    ("label", "written", "says"),
    [
        ("SERVICE", "chatgptt", "no key of a service"),
        ("REGION", "Texas, XX", "no such city"),
        ("REGION", "Mid West", "no region"),
        ("COUNT", "elephants 3..3", "write a unit of"),
        ("COUNT", "reports ..", "no count"),
    ],
)
def test_an_unknown_key_is_refused(label: Label, written: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        list(values.keys(label, written))


@pytest.mark.parametrize("written", ["tomorrow", "2026-2-3", "19:10", ""])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        values.when(written)
