from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.sources import Source
from scraper.statuspages.render import Report, Update, document, render

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ONE = datetime(2026, 5, 1, 13, tzinfo=UTC)


def report(**facts: object) -> Report:
    plain = {"official_id": "mill:1", "title": "Slow", "url": "", "updates": ()}
    return Report(**{**plain, **facts})  # type: ignore[arg-type]  # facts vary by test


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, "Slow"),
        ({"service": "Mill"}, "Slow\n\nService: Mill"),
        ({"components": ("A", "B")}, "Slow\n\nComponents: A, B"),
        ({"regions": ("Ohio (us-east-2)",)}, "Slow\n\nRegions: Ohio (us-east-2)"),
        ({"severity": "minor"}, "Slow\n\nSeverity: minor"),
        ({"began": NOON}, "Slow\n\nBegan: 2026-05-01T12:00:00Z"),
        (
            {"began": NOON, "ended": ONE},
            "Slow\n\nBegan: 2026-05-01T12:00:00Z\nEnded: 2026-05-01T13:00:00Z",
        ),
        ({"prose": "One.\n\n\nTwo."}, "Slow\n\nOne.\nTwo."),
        ({"title": " Very\n slow "}, "Very slow"),
        (
            {
                "service": "Mill",
                "updates": (
                    Update(at=ONE, status="Resolved", body="", stamp=""),
                    Update(at=NOON, status="Update", body=" Some \n\n words ", stamp=""),
                ),
            },
            "Slow\n\nService: Mill\n\n2026-05-01T12:00:00Z Update - Some\nwords"
            "\n\n2026-05-01T13:00:00Z Resolved -",
        ),
    ],
)
def test_each_fact_has_its_line_and_no_other_is_there(facts: dict[str, object], text: str) -> None:
    assert render(report(**facts)) == text


@pytest.mark.parametrize(
    ("facts", "published"),
    [
        ({"began": NOON}, NOON),
        ({"began": NOON, "updates": (Update(at=ONE, status="U", body="", stamp="1 PM"),)}, ONE),
        ({"published_at": NOON, "began": ONE}, NOON),
        ({}, None),
    ],
)
def test_published_when_first_posted(
    facts: dict[str, object], published: datetime | None, imported: Source, received: datetime
) -> None:
    made = document(report(**facts), imported, received)
    assert made.published_at == published
    assert (made.kind, made.service, made.fetched_at) == ("official", None, received)


def test_the_id_is_the_operators_whatever_the_words(imported: Source, received: datetime) -> None:
    before = document(report(title="Slow"), imported, received)
    after = document(report(title="Slower"), imported, received)
    other = document(report(official_id="mill:2"), imported, received)
    assert before.id == after.id != other.id


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
updates = st.builds(
    Update,
    at=st.datetimes(timezones=st.just(UTC)),
    status=st.sampled_from(["Update", "Resolved", "In progress"]),
    body=words,
    stamp=words,
)


@given(updates=st.lists(updates, max_size=5), title=words, service=words)
def test_each_update_is_one_paragraph_oldest_first(
    updates: list[Update], title: str, service: str
) -> None:
    text = render(report(title=f"Title {title}", service=service, updates=tuple(updates)))
    starts = re.findall(r"(?:\n\n)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (?:Update|Resolved|In)", text)
    assert starts == sorted(starts)
    assert len(starts) == len(updates)
    assert text.count("\n\n") == len(updates) + bool(service.strip())
