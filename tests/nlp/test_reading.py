from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp import languages
from nlp.reading import LIMIT, Reading, read, reader_version
from nlp.values import TimeValue, iso
from tests.nlp.by_hand import Page


def reading_of(text: str, **page: object) -> Reading:
    (only,) = read([Page(text=text, **page)])  # type: ignore[arg-type]  # a test's keywords
    return only


def test_an_outage_is_read() -> None:
    text = "Slack crashed at 9:05 a.m. ET on 3 February 2026. It was restored by 11 a.m. ET."
    reading = reading_of(text)
    assert reading.relevant
    told = {
        claim.field: iso(claim.value.start)
        for claim in reading.claims
        if isinstance(claim.value, TimeValue)
    }
    assert told == {"began_at": "2026-02-03T14:05:00Z", "resolved_at": "2026-02-03T16:00:00Z"}


def test_an_unrelated_text_is_not_taken_apart() -> None:
    reading = reading_of("The bakery opens a second shop in spring, its owner says.")
    assert not reading.relevant
    assert reading.mentions == ()
    assert reading.claims == ()


def test_an_operators_report_is_read_however_it_is_worded() -> None:
    text = "Agents\n\n2026-02-03T09:00:00Z Update - We see it.\n\n"
    reading = reading_of(text, kind="official", service="github")
    assert reading.relevant
    assert {claim.field for claim in reading.claims} >= {"began_at", "phase"}


def test_readings_come_in_order_and_one_by_one() -> None:
    asked: list[str] = []

    def pages() -> Iterator[Page]:
        for name in ("a", "b", "c"):
            asked.append(name)
            yield Page(id=name, text=f"Slack is down ({name}).")

    readings = read(pages())
    assert next(readings).id == "a"
    assert asked == ["a"]
    assert [reading.id for reading in readings] == ["b", "c"]


def test_a_text_beyond_the_limit_is_read_up_to_it() -> None:
    text = "The weather was fine. " * (LIMIT // 20)
    assert reading_of(text).text == text[:LIMIT]


def test_a_pipeline_that_has_met_too_many_words_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    most = len(_vocabulary()) + 100  # what other tests made it meet is in there
    monkeypatch.setattr("nlp.reading.WORDS", most)
    for number in range(100):
        assert reading_of(f"Slack is down, error Xq{number}z, see Wq{number}y.").relevant
        kept.append(len(_vocabulary()))
    assert max(kept) < most + 100
    assert kept != sorted(kept)


def _vocabulary() -> spacy.strings.StringStore:
    from nlp.reading import _pipeline  # What is measured is the reader's own pipeline.

    return _pipeline("en").vocab.strings


def test_the_version_is_a_digest_that_stays() -> None:
    assert len(reader_version()) == 12
    assert int(reader_version(), 16) >= 0
    assert reader_version() == reader_version()


_WORDS = """ChatGPT Zoom Slack OpenAI's Downdetector AWS is are was down up outage crashed at by
since 9 a.m. ET 12:32 PM PST on Tuesday 3 February 2026 13,000 reports users peak baseline in the US
India us-east-1 API login errors may not due to update ( ) , . ; ? ! - — “ ” Began: Ended: Service:
Regions: 2026-02-03T09:00:00Z Resolved Investigating 😀 ☃"""
_PIECES = st.sampled_from(
    [*_WORDS.split(), "\n", "\n\n", " - ", "\u200b", "according to", "between"]
)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(_PIECES, max_size=60).map(" ".join) | st.text(max_size=200),
    st.sampled_from(["news", "forum", "social", "official"]),
    st.sampled_from([None, "github", "aws", "no-such-service"]),
    st.sampled_from([None, "America/New_York", "Asia/Kolkata"]),
)
def test_any_text_is_read_and_every_offset_is_exact(
    text: str, kind: str, service: str | None, zone: str | None
) -> None:
    reading = reading_of(f"{text} outage", kind=kind, service=service, zone=zone)
    for mention in reading.mentions:
        assert reading.text[mention.start : mention.end] == mention.text
    for claim in reading.claims:
        assert claim.value_text in reading.text[claim.start : claim.end]
    assert json.loads(json.dumps(reading.as_json()))["id"] == "d"


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "a.b.",
        "down ",
        "said ",
        "-",
        "ChatGPT is down at 9:00 ",
        "Zoom, Slack and ",
        "\nService: Zoom",
        "\n2026-02-03T09:00:00Z Resolved - x",
        "Zoom was down on 3 March 2020. ",
    ],
)
@pytest.mark.parametrize("kind", ["news", "official"])
def test_a_hostile_text_is_read_to_its_end(piece: str, kind: str) -> None:
    text = "Zoom is down. " + piece * (10_000 // len(piece))
    assert reading_of(text, kind=kind, service="zoom").text == text


def test_a_text_in_a_language_that_nobody_reads_says_so() -> None:
    reading = reading_of("Slack ist seit 9 Uhr nicht erreichbar.", language="de")
    assert (reading.unread, reading.relevant, reading.claims) == ("language de", False, ())
    assert reading.as_json()["unread"] == "language de"


def test_a_second_language_is_a_module_and_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class German:
        @staticmethod
        def is_relevant(text: str) -> bool:
            return "nicht erreichbar" in text

        @staticmethod
        def build() -> spacy.language.Language:
            nlp = spacy.blank("de")
            nlp.add_pipe("downwire_services", name="services")
            return nlp

    monkeypatch.setitem(languages.MODULES, "de", "tests.nlp.german")
    monkeypatch.setitem(sys.modules, "tests.nlp.german", German)  # type: ignore[arg-type]  # as one
    languages.reader.cache_clear()
    reading = reading_of("Netflix ist nicht erreichbar.", kind="official", language="de")
    languages.reader.cache_clear()
    assert reading.unread is None
    assert [mention.key for mention in reading.mentions] == ["netflix"]


@pytest.mark.parametrize(
    ("publisher", "service", "began"),
    [
        ("Tesco Help", None, "2026-07-06T07:00"),
        ("", "zerodha", "2026-07-06T02:30"),
        ("The Ledger", None, "2026-07-06T08:00"),
    ],
)
def test_an_operator_goes_by_the_clocks_of_its_country(
    publisher: str, service: str | None, began: str
) -> None:
    page = Page(
        text="We are sorry that orders have been failing since 8am.",
        kind="official",
        publisher=publisher,
        service=service,
        published_at=datetime(2026, 7, 6, 12, tzinfo=UTC),
    )
    (reading,) = read([page])
    assert [
        f"{claim.value.start:%Y-%m-%dT%H:%M}"
        for claim in reading.claims
        if claim.field == "began_at" and isinstance(claim.value, TimeValue)
    ] == [began]
