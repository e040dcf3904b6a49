"""The real article that the project began with: what it says must come out, by general rules."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nlp.claims import Claim
from nlp.reading import Reading, read
from nlp.values import CountValue, KeyValue, TimeValue, iso
from tests.nlp.by_hand import Page

SEED = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "real"
    / "seed"
    / "chatgpt_outage_2026-02-04.txt"
)

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the real article lies outside of the project and is not here"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    page = Page(
        text=SEED.read_text(encoding="utf-8").strip(),
        publisher="import",
        published_at=datetime(2026, 2, 4, tzinfo=UTC),
    )
    (only,) = read([page])
    return only


def of(reading: Reading, service: str, field: str) -> list[Claim]:
    return [claim for claim in reading.claims if (claim.service, claim.field) == (service, field)]


def times(reading: Reading, service: str, field: str) -> list[str]:
    claims = of(reading, service, field)
    return [iso(claim.value.start) for claim in claims if isinstance(claim.value, TimeValue)]


def keys(reading: Reading, service: str, field: str) -> list[str | None]:
    claims = of(reading, service, field)
    return [claim.value.key for claim in claims if isinstance(claim.value, KeyValue)]


def counts(reading: Reading, field: str) -> list[tuple[int | None, str | None]]:
    return [
        (claim.value.min, claim.attributed_to)
        for claim in of(reading, "chatgpt", field)
        if isinstance(claim.value, CountValue)
    ]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("began_at", ["2026-02-03T20:32:00Z", "2026-02-03T20:20:00Z"]),
        ("identified_at", ["2026-02-03T21:21:00Z"]),
        ("resolved_at", ["2026-02-03T22:14:00Z", "2026-02-03T23:30:00Z"]),
    ],
)
def test_when(reading: Reading, field: str, expected: list[str]) -> None:
    assert times(reading, "chatgpt", field) == expected


def test_operational_is_a_bound(reading: Reading) -> None:
    bounds = [
        claim.value.bound
        for claim in of(reading, "chatgpt", "resolved_at")
        if isinstance(claim.value, TimeValue)
    ]
    assert bounds == [None, "by"]


def test_how_many_by_whose_word(reading: Reading) -> None:
    peaks = counts(reading, "peak_reports")
    assert peaks == [(13_000, "Downdetector"), (20_000, "some accounts")]
    assert counts(reading, "baseline_reports") == [(19, "Downdetector")]
    figures = [claim.value.min for claim in reading.claims if isinstance(claim.value, CountValue)]
    assert 200_000 not in figures


def test_what_was_affected(reading: Reading) -> None:
    features = {"conversations", "search", "image-generation", "codex", "chatgpt-atlas"}
    assert set(keys(reading, "chatgpt", "affected_feature")) == features | {"fine-tuning"}
    regions = [
        (claim.value.key, claim.value.extent)
        for claim in of(reading, "chatgpt", "affected_region")
        if isinstance(claim.value, KeyValue)
    ]
    assert set(regions) == {("US", "mostly"), ("IN", "minimal")}
    symptoms = {"error-messages", "stuck-loading", "error-rates"}
    assert symptoms <= set(keys(reading, "chatgpt", "symptom"))


def test_the_cause_is_only_speculated(reading: Reading) -> None:
    (cause,) = of(reading, "chatgpt", "cause")
    assert cause.modality == "hypothetical"
    assert isinstance(cause.value, KeyValue)
    assert cause.value.category == "OVERLOAD"


def test_claude_had_an_outage_of_its_own(reading: Reading) -> None:
    (began,) = of(reading, "claude", "began_at")
    assert isinstance(began.value, TimeValue)
    assert began.value.precision == "day"
    assert began.value.start <= datetime(2026, 2, 3, 20, tzinfo=UTC) < began.value.end
    assert keys(reading, "claude", "affected_feature") == ["api"]
    assert keys(reading, "claude", "symptom") == ["unavailable", "error-rates"]


def test_nobody_else_had(reading: Reading) -> None:
    assert {claim.service for claim in reading.claims} == {"chatgpt", "claude"}


def test_every_claim_leads_to_its_words(reading: Reading) -> None:
    for claim in reading.claims:
        assert claim.value_text in reading.text[claim.start : claim.end]
        for position in claim.mentions:
            mention = reading.mentions[position]
            assert reading.text[mention.start : mention.end] == mention.text == claim.value_text
