from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.reading import Reading
from nlp.values import CountValue, KeyValue
from pipelines.evaluation import gold, scoring
from pipelines.evaluation.gold import GoldDocument
from pipelines.evaluation.scoring import Tally

TEXT = "Zoom is down in India. Users counted 900 reports."


@pytest.fixture
def wanted(tmp_path: Path) -> GoldDocument:
    file = tmp_path / "one.toml"
    file.write_text(f"""
[[document]]
id = "one"
relevant = true
text = "{TEXT}"
mentions = ["SERVICE Zoom = zoom", "REGION India = IN", "COUNT 900 reports = reports 900..900"]
claims = [
  "zoom affected_region IN",
  "zoom peak_reports 900..900 [users]",
  "zoom symptom unavailable",
]
""")
    (document,) = gold.load(file)
    return document


def claim(field: str, value: object, **over: object) -> Claim:
    given: dict[str, object] = {
        "service": "zoom",
        "field": field,
        "value": value,
        "value_text": "",
        "modality": "asserted",
        "attributed_to": None,
        "start": 0,
        "end": len(TEXT),
    }
    return Claim(**(given | over))  # type: ignore[arg-type]  # a test's keywords


def mention(label: str, words: str, key: str | None) -> Mention:
    start = TEXT.index(words)
    return Mention(
        label=label,  # type: ignore[arg-type]  # a test's label
        start=start,
        end=start + len(words),
        text=words,
        key=key,
        name=key,
        rule="by:hand",
    )


INDIA = KeyValue(key="IN", name="India")
NINE_HUNDRED = CountValue(min=900, max=900)


def reading(*claims: Claim, mentions: tuple[Mention, ...] = ()) -> Reading:
    return Reading(id="one", relevant=True, text=TEXT, claims=claims, mentions=mentions)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (claim("affected_region", INDIA), 1),
        (claim("affected_region", INDIA, modality="past"), 0),
        (claim("affected_region", INDIA, service=None), 0),
        (claim("affected_region", KeyValue(key="IN", name="India", extent="mostly")), 1),
        (claim("affected_region", KeyValue(key="IN", name="India", extent="none")), 0),
        (claim("affected_feature", INDIA), 0),
        (claim("peak_reports", NINE_HUNDRED), 1),
        (claim("peak_reports", CountValue(min=900, max=None)), 0),
    ],
)
def test_a_claim_is_right_as_a_whole(wanted: GoldDocument, said: Claim, right: int) -> None:
    found = scoring.tally([(wanted, reading(said))])["claims"]
    assert found == Tally(right=right, said=1, there=3)


def test_what_is_said_twice_counts_once(wanted: GoldDocument) -> None:
    twice = reading(claim("affected_region", INDIA), claim("affected_region", INDIA, start=3))
    assert scoring.tally([(wanted, twice)])["affected_region"] == Tally(right=1, said=1, there=1)


@pytest.mark.parametrize(
    ("label", "words", "key", "right"),
    [
        ("SERVICE", "Zoom", "zoom", 1),
        ("SERVICE", "Zoom is", "zoom", 1),
        ("SERVICE", "Zoom", None, 0),
        ("SERVICE", "India", "zoom", 0),
        ("REGION", "in India", "IN", 1),
    ],
)
def test_a_mention_is_right_by_key_and_place(
    wanted: GoldDocument, label: str, words: str, key: str | None, right: int
) -> None:
    said = reading(mentions=(mention(label, words, key),))
    assert scoring.tally([(wanted, said)])[label] == Tally(right=right, said=1, there=1)


@pytest.mark.parametrize(
    ("unit", "tally"),
    [
        ("reports", Tally(right=1, said=1, there=1)),
        ("users", Tally(said=1, there=1)),
        ("percent", Tally(there=1)),
    ],
)
def test_a_count_is_right_by_unit_and_bounds(wanted: GoldDocument, unit: str, tally: Tally) -> None:
    counted = replace(mention("COUNT", "900 reports", None), unit=unit, value=NINE_HUNDRED)
    assert scoring.tally([(wanted, reading(mentions=(counted,)))])["COUNT"] == tally


@pytest.mark.parametrize(("who", "right"), [("users", 1), ("Users", 1), (None, 0), ("Zoom", 0)])
def test_who_says_it_is_scored_among_the_right_claims(
    wanted: GoldDocument, who: str | None, right: int
) -> None:
    said = reading(
        claim("peak_reports", NINE_HUNDRED, attributed_to=who),
        claim("affected_region", KeyValue(key="US", name="United States")),
    )
    found = scoring.tally([(wanted, said)])["attributed"]
    assert found == Tally(right=right, said=1, there=1)


def test_misses_and_what_is_too_much_are_named(wanted: GoldDocument) -> None:
    said = reading(
        claim("affected_region", INDIA), claim("symptom", KeyValue(key="timeouts", name="Timeouts"))
    )
    found = [(miss.figure, miss.words, miss.found) for miss in scoring.misses(wanted, said)]
    assert found == [
        ("SERVICE", "'Zoom' = zoom", False),
        ("REGION", "'India' = IN", False),
        ("COUNT", "'900 reports' = reports 900..900", False),
        ("peak_reports", "zoom peak_reports 900..900 [users]", False),
        ("symptom", "zoom symptom unavailable", False),
        ("symptom", "zoom symptom timeouts", True),
    ]


def test_rates() -> None:
    tally = Tally(right=3, said=4, there=6)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert Tally().f1 == 1.0
    assert Tally(said=2).f1 == 0.0
