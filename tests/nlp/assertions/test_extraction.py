from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.assertions import extraction
from tests.nlp.by_hand import brief, doc

Found = list[tuple[str, str, object]]


def told(text: str, found: Found, **page: object) -> list[str]:
    """Return the claims of a text, each on a line."""
    return [brief(claim) for claim in extraction.find(doc(text, found, **page))]


ZOOM = ("SERVICE", "Zoom", "zoom")
SLACK = ("SERVICE", "Slack", "slack")
CHATGPT = ("SERVICE", "ChatGPT", "chatgpt")
OPENAI = ("SERVICE", "OpenAI", "openai")
NINE = ("TIME", "9:00 UTC", "2026-02-03T09:00")
TEN = ("TIME", "10:00 UTC", "2026-02-03T10:00")

WHOSE: list[tuple[str, Found, list[str]]] = [
    # When it set in, and what only lasts since.
    (
        "We first received reports of Zoom being down at 9:00 UTC.",
        [ZOOM, NINE],
        ["zoom began_at 03 09:00"],
    ),
    ("Zoom dropped out at 9:00 UTC, with an outage.", [ZOOM, NINE], ["zoom began_at 03 09:00"]),
    ("Zoom is down. Been like this since 9:00 UTC.", [ZOOM, NINE], ["zoom began_at 03 09:00"]),
    ("Zoom is down, a crew has been on site since 9:00 UTC.", [ZOOM, NINE], []),
    (
        "Zoom users had a second day of slow calls on Tuesday.",
        [ZOOM, ("SYMPTOM", "slow calls", "slowdown"), ("TIME", "Tuesday", "2026-02-03")],
        ["zoom symptom slowdown"],
    ),
    # What does not work has not ended; nobody guesses a phase.
    ("Zoom not working since 9:00 UTC.", [ZOOM, NINE], ["zoom began_at 03 09:00"]),
    (
        "Is Zoom down? Maybe it is fixed.",
        [ZOOM, ("SYMPTOM", "down", "unavailable"), ("PHASE", "is fixed", "resolved")],
        ["zoom symptom unavailable hypothetical"],
    ),
    # A name, and what stands for it.
    ("Zoom went down at 9:00 UTC.", [ZOOM, NINE], ["zoom began_at 03 09:00"]),
    (
        "Zoom is down.\nThe platform stopped working at 9:00 UTC.",
        [ZOOM, NINE],
        ["zoom began_at 03 09:00"],
    ),
    (
        "OpenAI's ChatGPT is down. OpenAI acknowledged the issue at 9:00 UTC.",
        [OPENAI, CHATGPT, NINE],
        ["chatgpt acknowledged_at 03 09:00"],
    ),
    # A part of it is told of by itself, unless it is listed as a feature.
    (
        "ChatGPT is down, with errors in Codex too.",
        [CHATGPT, ("SERVICE", "Codex", "codex"), ("SYMPTOM", "errors", "errors")],
        ["codex symptom errors"],
    ),
    (
        "ChatGPT is down. Users cannot open several of its features, Codex among them.",
        [CHATGPT, ("SERVICE", "Codex", "codex")],
        ["chatgpt affected_feature codex"],
    ),
    # Services of one company.
    (
        "Halifax and Lloyds apps went down.\n\nLloyds, which owns both brands, said at 9:00 UTC"
        " that it was aware of problems.\n\nThe outage is over.",
        [("SERVICE", "Halifax", "halifax"), ("SERVICE", "Lloyds", "lloyds-bank"), NINE],
        ["halifax acknowledged_at 03 09:00", "lloyds-bank acknowledged_at 03 09:00"],
    ),
    (
        "Zoom and Slack crashed. Slack was the first. Both went down at 9:00 UTC.",
        [ZOOM, SLACK, NINE],
        ["zoom began_at 03 09:00", "slack began_at 03 09:00"],
    ),
    # Two services.
    (
        "Zoom went down at 9:00 UTC.\n\nSlack also crashed at 10:00 UTC.\n\nThe outage is over.",
        [ZOOM, SLACK, NINE, TEN],
        ["zoom began_at 03 09:00", "slack began_at 03 10:00"],
    ),
    (
        "Zoom and Slack went down at 9:00 UTC.",
        [ZOOM, SLACK, NINE],
        ["zoom began_at 03 09:00", "slack began_at 03 09:00"],
    ),
    (
        "Zoom was restored at 9:00 UTC, while Slack was back online at 10:00 UTC.",
        [ZOOM, SLACK, NINE, TEN],
        ["zoom resolved_at 03 09:00", "slack resolved_at 03 10:00"],
    ),
    (
        "The tracker saw 500 reports of problems at Zoom and 90 reports at Slack.",
        [
            ZOOM,
            SLACK,
            ("COUNT", "500 reports", "500 reports"),
            ("COUNT", "90 reports", "90 reports"),
        ],
        ["zoom peak_reports 500", "slack peak_reports 90"],
    ),
    # Named in passing.
    (
        "Zoom went down at 9:00 UTC. Angry users took to Slack, where errors were mocked.",
        [ZOOM, SLACK, NINE, ("SYMPTOM", "errors", "errors")],
        ["zoom began_at 03 09:00", "zoom symptom errors"],
    ),
    (
        "Slack | Canva\n\nZoom went down at 9:00 UTC.",
        [ZOOM, SLACK, NINE],
        ["zoom began_at 03 09:00"],
    ),
    (
        "Downdetector reported errors at Zoom at 9:00 UTC, when the outage began.",
        [("SERVICE", "Downdetector", "downdetector"), ZOOM, NINE],
        ["zoom began_at 03 09:00"],
    ),
    # Told of without a word of trouble in its clause.
    (
        "Slack was down.\nDowndetector's count for Zoom passed 500 reports.",
        [SLACK, ZOOM, ("COUNT", "500 reports", "500 reports")],
        ["zoom peak_reports 500"],
    ),
    (
        "An outage silenced meetings. It began at 9:00 UTC, Zoom said.",
        [ZOOM, NINE, ("SYMPTOM", "outage", "unavailable")],
        ["zoom symptom unavailable", "zoom began_at 03 09:00"],
    ),
    # A company that speaks for its product.
    (
        "ChatGPT stumbles as OpenAI fights errors. It began at 9:00 UTC.",
        [CHATGPT, OPENAI, NINE],
        ["chatgpt began_at 03 09:00"],
    ),
    # What works: of a rival nothing is said, of kin that it is not down.
    (
        "Zoom went down at 9:00 UTC, but ChatGPT was not affected.",
        [ZOOM, CHATGPT, NINE],
        ["zoom began_at 03 09:00", "chatgpt symptom unavailable negated"],
    ),
    (
        "Lloyds went down at 9:00 UTC. TSB was not affected.",
        [("SERVICE", "Lloyds", "lloyds-bank"), ("SERVICE", "TSB", "tsb"), NINE],
        ["lloyds-bank began_at 03 09:00"],
    ),
    (
        "Lloyds went down at 9:00 UTC. Card payments and TSB were not affected.",
        [
            ("SERVICE", "Lloyds", "lloyds-bank"),
            ("SERVICE", "TSB", "tsb"),
            ("FEATURE", "Card payments", "payments"),
            NINE,
        ],
        ["lloyds-bank began_at 03 09:00", "lloyds-bank affected_feature payments none negated"],
    ),
    # Gone about a while longer: what stands before a new name is of the last.
    (
        "Zoom crashed. Users had errors, and Lloyds failed too.",
        [ZOOM, ("SERVICE", "Lloyds", "lloyds-bank"), ("SYMPTOM", "errors", "errors")],
        ["zoom symptom errors"],
    ),
    # A service that the catalogue does not have.
    (
        "Zyntra went down at 9:00 UTC.",
        [("SERVICE", "Zyntra", None), NINE],
        ["None began_at 03 09:00"],
    ),
    # No outage of any service.
    ("Zoom shares are down 4% since 9:00 UTC.", [ZOOM, NINE], []),
    ("A power cut began at 9:00 UTC.", [NINE], []),
    ("Zoom launched its app at 9:00 UTC.", [ZOOM, NINE], []),
]


@pytest.mark.parametrize(("text", "found", "expected"), WHOSE)
def test_whose_outage_is_told_of(text: str, found: Found, expected: list[str]) -> None:
    kept = [line for line in told(text, found) if " phase " not in line]
    assert kept == expected


WHAT: list[tuple[str, Found, list[str]]] = [
    (
        "Zoom suffered a severe outage.",
        [ZOOM],
        ["zoom severity major"],
    ),
    (
        "Zoom is down in the US mostly, and Indian users reported minimal issues.",
        [ZOOM, ("REGION", "US", "US"), ("REGION", "Indian", "IN")],
        ["zoom affected_region US mostly", "zoom affected_region IN minimal"],
    ),
    (
        "Zoom is down in Spain, but Portugal was not affected.",
        [ZOOM, ("REGION", "Spain", "ES"), ("REGION", "Portugal", "PT")],
        ["zoom affected_region ES", "zoom affected_region PT none negated"],
    ),
    (
        "The US-based company behind Zoom says it is down in parts of Spain.",
        [ZOOM, ("REGION", "US", "US"), ("REGION", "Spain", "ES")],
        ["zoom affected_region ES partly"],
    ),
    (
        "LONDON (Wire) - Zoom is down.",
        [ZOOM, ("REGION", "LONDON", "2643743")],
        [],
    ),
    (
        "Zoom is down; logins fail but the API was not affected.",
        [ZOOM, ("FEATURE", "logins", "login"), ("FEATURE", "API", "api")],
        ["zoom affected_feature login", "zoom affected_feature api none negated"],
    ),
    (
        "Zoom is down a day after it launched its new whiteboard.",
        [ZOOM, ("FEATURE", "whiteboard", "whiteboard")],
        [],
    ),
    (
        "Zoom is down, and a faulty update may be to blame.",
        [ZOOM, ("CAUSE", "faulty update", "faulty-update")],
        ["zoom cause faulty-update hypothetical"],
    ),
    (
        "Zoom said the outage was not caused by a cyberattack.",
        [ZOOM, ("CAUSE", "cyberattack", "cyberattack")],
        ["zoom cause cyberattack negated"],
    ),
    (
        "Zoom users did not see errors.",
        [ZOOM, ("SYMPTOM", "errors", "errors")],
        ["zoom symptom errors negated"],
    ),
    (
        "Zoom will be unavailable from 9:00 UTC to 10:00 UTC for scheduled maintenance.",
        [ZOOM, NINE, TEN],
        ["zoom began_at 03 09:00 planned", "zoom resolved_at 03 10:00 planned"],
    ),
]


@pytest.mark.parametrize(("text", "found", "expected"), WHAT)
def test_what_is_claimed(text: str, found: Found, expected: list[str]) -> None:
    assert told(text, found) == expected


def test_an_outage_that_is_recalled_is_of_the_past_and_of_its_own() -> None:
    text = "Zoom went down at 9:00 UTC. It follows a similar outage on 12 January."
    made = doc(text, [ZOOM, NINE, ("TIME", "12 January", "2026-01-12")])
    claims = extraction.find(made)
    assert [(claim.modality, claim.occasion) for claim in claims] == [("asserted", 0), ("past", 1)]


def test_a_retrospective_is_of_the_past_throughout() -> None:
    text = "Five years ago: the day Zoom broke\n\nZoom went down at 9:00 UTC with audio errors."
    found: Found = [
        ZOOM,
        ("TIME", "9:00 UTC", "2021-02-03T09:00"),
        ("SYMPTOM", "audio errors", "x"),
    ]
    assert told(text, found) == ["zoom began_at 03 09:00 past", "zoom symptom x past"]


def test_a_report_weeks_later_is_of_the_same_outage() -> None:
    text = "How Zoom broke\n\nZoom went down at 9:00 UTC."
    published = datetime(2026, 3, 20, tzinfo=UTC)
    assert told(text, [ZOOM, NINE], published_at=published) == ["zoom began_at 03 09:00"]


def test_an_older_outage_beside_a_new_one_is_past() -> None:
    text = "Zoom went down at 9:00 UTC. On 5 January it crashed too."
    found: Found = [ZOOM, NINE, ("TIME", "On 5 January", "2026-01-05")]
    assert told(text, found) == ["zoom began_at 03 09:00", "zoom began_at 05 00:00 past"]


def test_news_of_the_markets_asserts_nothing() -> None:
    text = "Zoom shares down 9%\n\nZoom went down on slower growth since 9:00 UTC."
    assert told(text, [ZOOM, NINE, ("SYMPTOM", "slower", "slow")]) == []


def test_a_headline_of_planned_work_plans_all() -> None:
    text = "Scheduled maintenance at Zoom\n\nZoom goes offline at 9:00 UTC, so logins fail."
    assert told(text, [ZOOM, NINE, ("FEATURE", "logins", "login")]) == [
        "zoom began_at 03 09:00 planned",
        "zoom affected_feature login planned",
    ]


def test_work_that_an_operator_announces_in_its_title_is_planned_throughout() -> None:
    text = "Planned work on Saturday\n\nDear members, Zoom goes offline for members from 9:00 UTC."
    found: Found = [ZOOM, ("SYMPTOM", "offline", "unavailable"), NINE]
    lines = told(text, found, kind="official", service="zoom")
    assert "zoom symptom unavailable planned" in lines
    assert [line for line in lines if not line.endswith("planned")] == []


def test_a_question_asserts_nothing_but_what_is_said_beside_it_does() -> None:
    text = "Is Zoom down?\n\nI am stuck on a blank page."
    found: Found = [
        ZOOM,
        ("SYMPTOM", "down", "unavailable"),
        ("SYMPTOM", "blank page", "blank-page"),
    ]
    assert told(text, found, kind="forum") == [
        "zoom symptom unavailable hypothetical",
        "zoom symptom blank-page",
    ]


def test_sales_talk_asserts_nothing() -> None:
    text = "Know when Zoom is down. Our monitoring catches timeouts. Start your free trial."
    assert told(text, [ZOOM, ("SYMPTOM", "timeouts", "timeouts")]) == []


def test_the_same_is_claimed_once() -> None:
    text = "Zoom went down at 9:00 UTC.\nAs we said, Zoom has been down since 9:00 UTC."
    assert told(text, [ZOOM, NINE]) == ["zoom began_at 03 09:00"]


_TOKENS = """Zoom Slack is down since at 9:00 UTC ( ) , . ; may not users in Spain 500 reports
according to said outage Began: Service: 2026-02-03T09:00:00Z Resolved - | “ ” ? peak API"""
_WORDS = st.sampled_from([*_TOKENS.split(), "\n", "\n\n"])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=120),
    st.sampled_from(["news", "forum", "social", "official"]),
    st.sampled_from([None, "zoom", "no-such"]),
)
def test_any_text_gives_claims_whose_passages_hold_their_words(
    text: str, kind: str, service: str | None
) -> None:
    known: Found = [
        ZOOM, SLACK, NINE, ("REGION", "Spain", "ES"), ("COUNT", "500 reports", "500 reports"),
        ("FEATURE", "API", "api"),
    ]  # fmt: skip
    found = [item for item in known if item[1] in text]
    published = datetime(2026, 2, 4, tzinfo=UTC)
    made = doc(text, found, kind=kind, service=service, published_at=published)
    for claim in extraction.find(made):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.value_text in text[claim.start : claim.end]
