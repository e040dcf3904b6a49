"""Claims in, incidents out."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.values import KeyValue
from pipelines.assembly.evidence import Assembly, Evidence
from pipelines.assembly.incidents import assemble
from tests.pipelines.assembly.claims import SERVICES, at, evidence


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


OFFICIAL = [
    evidence(
        "status",
        field,
        told,
        kind="official",
        official_id="openai:one",
        published="2026-02-03 20:40",
        title="Elevated errors",
    )
    for field, told in (
        ("began_at", "2026-02-03 20:12"),
        ("resolved_at", "2026-02-03 23:05"),
        ("affected_feature", "conversations"),
    )
]
LEDGER = [
    evidence("ledger", "began_at", "2026-02-03 20:32"),
    evidence("ledger", "peak_reports", 13000, by="Downdetector"),
]
NEXT_DAY = [
    evidence(
        "status-two",
        "began_at",
        "2026-02-04 17:06",
        kind="official",
        official_id="openai:two",
        published="2026-02-04 17:10",
    ),
]


def assembled(*groups: list[Evidence]) -> Assembly:
    return assemble([item for group in groups for item in group], SERVICES)


def days(assembly: Assembly) -> list[tuple[str | None, str]]:
    return sorted(
        (i.service, i.began_at.strftime("%m-%d %H:%M") if i.began_at else "")
        for i in assembly.incidents
    )


def test_official_anchors_and_press_joins() -> None:
    (incident,) = assembled(OFFICIAL, LEDGER).incidents
    assert incident.began_at == moment("2026-02-03 20:12")
    assert incident.ended_at == moment("2026-02-03 23:05")
    assert incident.peak_reports == 13000
    assert (incident.state, incident.official_id) == ("confirmed", "openai:one")
    assert (incident.documents, incident.origins) == (2, 2)
    assert incident.title == "ChatGPT: Elevated errors"


def update(phase: str) -> KeyValue:
    """Return the phase that the status word of an update states."""
    return KeyValue(key=phase, name=phase, at=datetime(2026, 3, 3, 12, tzinfo=UTC))


TOGETHER = {
    "the same evening": ([evidence("a", "began_at", "2026-02-03 21:00")], 1),
    "the next day is another": ([evidence("a", "began_at", "2026-02-05 21:00")], 2),
    "only a day": ([evidence("a", "began_at", "2026-02-03")], 1),
    "no time, published that night": ([evidence("a", "symptom", "errors")], 1),
    "no time, published a week later": (
        [evidence("a", "symptom", "errors", published="2026-02-11 12:00")],
        2,
    ),
    "an end alone, half a day later": (
        [evidence("a", "resolved_at", "2026-02-04 07:00", published="2026-02-09 00:00")],
        1,
    ),
    "a part that the operator names": (
        [
            evidence("a", "began_at", "2026-02-03 20:40", service="openai"),
            evidence("a", "affected_feature", "chatgpt", service="openai"),
        ],
        1,
    ),
    "the owner alone": ([evidence("a", "began_at", "2026-02-03 20:40", service="openai")], 2),
    "another service": ([evidence("a", "began_at", "2026-02-03 20:40", service="claude")], 2),
    "a day that slipped, written long after": (
        [evidence("a", "began_at", "2026-02-02 20:00", published="2026-02-03 22:00")],
        1,
    ),
    "the day before, written then": (
        [evidence("a", "began_at", "2026-02-02 20:00", published="2026-02-02 22:00")],
        2,
    ),
    "a question": ([evidence("a", "phase", "ongoing", modality="hypothetical")], 1),
    "a plan": ([evidence("a", "began_at", "2026-03-03 20:40", modality="planned")], 1),
    "work announced": ([evidence("a", "phase", "scheduled", published="2026-03-03 12:00")], 1),
    "announced work that was done": (
        [
            evidence("a", "phase", update(told), kind="official", published="2026-03-03 12:00")
            for told in ("scheduled", "ongoing", "resolved")
        ],
        1,
    ),
    "it works": ([evidence("a", "phase", "operational", service="claude")], 1),
    "a recollection": ([evidence("a", "began_at", "2025-06-10 06:00", modality="past")], 1),
    "no service": ([evidence("a", "began_at", "2026-02-03 20:40", service=None)], 1),
}


@pytest.mark.parametrize(("more", "count"), TOGETHER.values(), ids=TOGETHER)
def test_what_belongs_together(more: list[Evidence], count: int) -> None:
    assert len(assembled(OFFICIAL, LEDGER, more).incidents) == count


def test_a_document_of_no_known_time_is_placed_nowhere() -> None:
    undated = evidence("ledger", "symptom", "error-messages", published=None)
    assert assembled([undated]).incidents == ()
    told = evidence("ledger", "began_at", "2026-02-03 20:32", published=None)
    (incident,) = assembled([undated, told]).incidents
    assert set(incident.claims) == {undated.id, told.id}


def test_an_official_incident_is_where_its_report_leads() -> None:
    stated = evidence("o", "began_at", "2026-02-03 20:32", kind="official", official_id="x:1")
    prose = evidence(
        "o", "began_at", "2025-08-03 20:00", kind="official", official_id="x:1", start=50
    )
    (incident,) = assemble([prose, stated], SERVICES).incidents
    assert incident.id.startswith("chatgpt-20260203-")
    assert incident.began_at == datetime(2026, 2, 3, 20, 32, tzinfo=UTC)


def test_two_official_incidents_are_never_one() -> None:
    close = [
        evidence(
            "status-three",
            "began_at",
            "2026-02-03 20:15",
            kind="official",
            official_id="openai:three",
        )
    ]
    found = assembled(OFFICIAL, close)
    assert sorted(i.official_id or "" for i in found.incidents) == ["openai:one", "openai:three"]


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([evidence("a", "symptom", "errors")], "signal"),
        ([evidence("a", "symptom", "errors"), evidence("b", "symptom", "errors")], "signal"),
        ([evidence("a", "symptom", "errors", by="OpenAI")], "confirmed"),
        (
            [
                evidence("a", "symptom", "errors"),
                evidence("b", "symptom", "errors", kind="forum", published="2026-02-03 21:00"),
            ],
            "confirmed",
        ),
        (
            [
                evidence("a", "symptom", "errors"),
                evidence("a", "peak_reports", 9000, by="Downdetector", start=20),
            ],
            "confirmed",
        ),
    ],
)
def test_state(items: list[Evidence], state: str) -> None:
    (incident,) = assemble(items, SERVICES).incidents
    assert incident.state == state


def test_affected_or_not() -> None:
    (incident,) = assembled(
        LEDGER,
        [
            evidence("ledger", "affected_region", KeyValue(key="US", name="US", extent="mostly")),
            evidence(
                "ledger", "affected_region", KeyValue(key="IN", name="India", extent="minimal")
            ),
            evidence("ledger", "affected_feature", "api", modality="negated"),
            evidence("ledger", "affected_feature", "search", modality="hypothetical"),
        ],
    ).incidents
    assert [(r.key, r.affected, r.extent) for r in incident.regions] == [
        ("IN", False, "minimal"),
        ("US", True, "mostly"),
    ]
    assert [(f.key, f.affected) for f in incident.features] == [("api", False)]


def test_a_place_of_minimal_impact_stays_so_where_it_is_named_again() -> None:
    (incident,) = assembled(
        LEDGER,
        [
            evidence("a", "affected_region", KeyValue(key="IN", name="India", extent="minimal")),
            evidence("a", "affected_region", "IN"),
        ],
    ).incidents
    assert [(r.key, r.affected) for r in incident.regions] == [("IN", False)]


def test_the_peak_of_one_place_is_not_the_peak() -> None:
    (incident,) = assembled(
        [
            evidence("a", "began_at", "2026-02-03 20:12"),
            evidence("a", "peak_reports", 700, by="Downdetector", start=50),
            evidence("a", "affected_region", "IN", start=50),
            evidence("b", "peak_reports", 9000, published="2026-02-04 09:00"),
        ]
    ).incidents
    assert incident.peak_reports == 9000


def test_ended_is_never_before_it_began() -> None:
    (incident,) = assembled(
        [
            evidence("a", "began_at", "2026-02-03 20:32"),
            evidence("a", "resolved_at", "2026-02-03 19:00", start=20),
        ]
    ).incidents
    assert incident.ended_at is None


FIELDS = st.sampled_from(
    [
        ("began_at", at("2026-02-03 20:20")),
        ("began_at", at("2026-02-03 23:50")),
        ("began_at", at("2026-02-04")),
        ("resolved_at", at("2026-02-04 01:50")),
        ("peak_reports", 12000),
        ("peak_reports", 20000),
        ("symptom", "errors"),
        ("affected_feature", "chatgpt"),
        ("cause", "dns"),
    ]
)
CLAIMS = st.builds(
    lambda document, pair, service, kind, occasion, start: evidence(
        f"{kind}-{document}",
        *pair,
        service=service,
        kind=kind,
        occasion=occasion,
        start=start,
        official_id=f"openai:{document}" if kind == "official" else None,
        published=None if document == "f" else "2026-02-04 02:00",
    ),
    st.sampled_from("abcdef"),
    FIELDS,
    st.sampled_from(["openai", "chatgpt", "codex", "claude"]),
    st.sampled_from(["news", "forum", "official"]),
    st.integers(0, 1),
    st.integers(0, 3),
)


@given(st.lists(CLAIMS, max_size=25, unique_by=lambda item: item.id), st.randoms())
def test_the_order_of_arrival_does_not_matter(items: list[Evidence], chance: random.Random) -> None:
    before = assemble(items, SERVICES)
    shuffled = items[:]
    chance.shuffle(shuffled)
    assert assemble(shuffled, SERVICES) == before


@given(st.lists(CLAIMS, max_size=25, unique_by=lambda item: item.id))
def test_every_figure_leads_to_a_claim_of_its_own(items: list[Evidence]) -> None:
    assembly = assemble(items, SERVICES)
    ids = [incident.id for incident in assembly.incidents]
    assert len(ids) == len(set(ids))
    members = {incident.id: set(incident.claims) for incident in assembly.incidents}
    claims = [claim for incident in assembly.incidents for claim in incident.claims]
    assert len(claims) == len(set(claims))
    for conflict in assembly.conflicts:
        assert {conflict.claim_a, conflict.claim_b} <= members[conflict.incident]
    for incident in assembly.incidents:
        for affected in (*incident.features, *incident.regions):
            assert affected.claim in members[incident.id]


def test_an_unrelated_document_changes_nothing() -> None:
    before = assembled(OFFICIAL, LEDGER, NEXT_DAY)
    after = assembled(
        OFFICIAL,
        LEDGER,
        NEXT_DAY,
        [evidence("x", "began_at", "2026-02-03 20:30", service="claude")],
    )
    assert set(before.incidents) <= set(after.incidents)
    assert before.conflicts == after.conflicts
    assert days(before) == [("chatgpt", "02-03 20:12"), ("chatgpt", "02-04 17:06")]


def test_the_presss_word_comes_before_a_posts() -> None:
    (incident,) = assembled(
        [
            evidence(
                "post", "began_at", "2026-02-03 20:02", kind="forum", published="2026-02-03 20:40"
            ),
            evidence("ledger", "began_at", "2026-02-03 20:32"),
        ]
    ).incidents
    assert incident.began_at == moment("2026-02-03 20:32")
