"""General English: the table of ``english.txt``, read as what TimeML's guidelines say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nlp.times.finding import find_in

TABLE = Path(__file__).with_name("english.txt")

Row = tuple[datetime, str, list[tuple[str, ...]]]


def rows() -> Iterator[Row]:
    written = datetime(2019, 10, 16, tzinfo=UTC)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            written = datetime.fromisoformat(line[1:].strip()).replace(tzinfo=UTC)
        elif line and not line.startswith("#"):
            text, _, times = line.partition(" |")
            found = [
                tuple(time.strip().split(" = ")) for time in times.split(" ; ") if time.strip()
            ]
            yield written, text, found


@pytest.mark.parametrize(("written", "text", "expected"), [*rows()])
def test_the_times_of_a_sentence(
    written: datetime, text: str, expected: list[tuple[str, ...]]
) -> None:
    found = find_in(text, published_at=written)
    assert [(time.text, time.timex.value) for time in found if time.timex] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He ran for two hours on Monday at 9:30 a.m.", ["DURATION", "TIME"]),
        ("He runs every day, in May, and will soon stop.", ["SET", "DATE", "DATE"]),
        ("In the 1990s it rained for weeks each spring.", ["DATE", "DURATION", "SET"]),
    ],
)
def test_the_type_of_a_time(text: str, kinds: list[str]) -> None:
    found = find_in(text, published_at=datetime(2019, 10, 16, tzinfo=UTC))
    assert [time.timex.type for time in found if time.timex] == kinds
