from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from nlp.values import CountValue, KeyValue, TimeValue, Value
from pipelines.explaining import account
from tests.pipelines.explaining.made import document, reading

NINE = datetime(2026, 2, 3, 14, tzinfo=UTC)


def time(hours: int, precision: str, **over: object) -> TimeValue:
    given: dict[str, object] = {"zone": "ET", "zone_from": "stated", "precision": precision}
    return TimeValue(start=NINE, end=NINE + timedelta(hours=hours), **(given | over))  # type: ignore[arg-type]  # a test's keywords


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (time(1, "hour"), "2026-02-03 14:00 UTC (to the hour; ET, stated)"),
        (
            time(1, "hour", bound="by", approximate=True),
            "by about 2026-02-03 14:00 UTC (to the hour; ET, stated)",
        ),
        (time(24, "day"), "2026-02-04 (to the day; ET, stated)"),
        (CountValue(min=200, max=300), "200 to 300"),
        (CountValue(min=900, max=900), "900"),
        (KeyValue(key="IN", name="India"), "India"),
        (KeyValue(key="IN", name="India", extent="minimal"), "India, minimal affected"),
        (KeyValue(key=None, name="a goat"), "“a goat” (not in the lexicon)"),
    ],
)
def test_a_value_in_words(value: Value, words: str) -> None:
    assert account.said(value) == words


def test_every_mention_and_claim_stands_in_one_paragraph() -> None:
    read = reading(document())
    found = list(account.paragraphs(read))
    assert [paragraph.text.split()[0] for paragraph in found] == ["Zoom", "Zoom", "The"]
    assert all(read.text[p.start :].startswith(p.text) for p in found)
    assert sorted(m.start for p in found for m in p.mentions) == sorted(
        m.start for m in read.mentions
    )
    assert sum(len(p.claims) for p in found) == len(read.claims) > 0


def test_what_led_nowhere_says_why() -> None:
    read = reading(document())
    left = {found.mention.text: found.why for found in account.unresolved(read)}
    assert left["Zyntra"] == "seen, but not in the catalogue"
    assert "9 am ET" not in left


def test_claims_are_gathered_by_service() -> None:
    gathered = account.claims_by_service(reading(document()).claims)
    assert list(gathered) == ["zoom", "a service that is not in the catalogue"]
