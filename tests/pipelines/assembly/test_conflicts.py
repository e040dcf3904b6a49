"""What cannot both be right, and what can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.values import CountValue, KeyValue
from pipelines.assembly.conflicts import conflicts
from pipelines.assembly.evidence import Evidence
from tests.pipelines.assembly.claims import at, evidence

BEGAN = evidence("ledger", "began_at", "2026-02-03 20:32", by="Downdetector")
PEAK = evidence("ledger", "peak_reports", CountValue(min=13000, max=None), by="Downdetector")


def official(field: str, told: object) -> Evidence:
    return evidence("status", field, told, kind="official", official_id="x:1")


def region(document: str, key: str) -> Evidence:
    return evidence(document, "affected_region", KeyValue(key=key, name=key))


def counted(document: str, number: int, words: str) -> Evidence:
    item = evidence(document, "users_affected", number)
    return replace(item, claim=replace(item.claim, value_text=words))


CASES = {
    "12 minutes apart": (
        [BEGAN, evidence("post", "began_at", at("2026-02-03 20:20", approximate=True))],
        ["began_at"],
    ),
    "3 minutes apart": ([BEGAN, evidence("post", "began_at", "2026-02-03 20:35")], []),
    "the same day": ([BEGAN, evidence("post", "began_at", "2026-02-03")], []),
    "another day": ([BEGAN, evidence("post", "began_at", "2026-02-02")], ["began_at"]),
    "the day before, and the hour, by one document": (
        [
            BEGAN,
            evidence("post", "began_at", "2026-02-02"),
            evidence("post", "began_at", "2026-02-03 20:32"),
        ],
        [],
    ),
    "about an hour 25 minutes off": (
        [
            BEGAN,
            evidence(
                "post", "began_at", at("2026-02-03 20:57", precision="hour", approximate=True)
            ),
        ],
        [],
    ),
    "by a later time": (
        [
            evidence("ledger", "resolved_at", "2026-02-03 22:14"),
            evidence("ledger", "resolved_at", at("2026-02-03 23:30", bound="by")),
        ],
        [],
    ),
    "after about an earlier hour": (
        [
            BEGAN,
            evidence(
                "post",
                "began_at",
                at("2026-02-03 19:00", precision="hour", bound="after", approximate=True),
            ),
        ],
        [],
    ),
    "after about a later hour": (
        [
            BEGAN,
            evidence(
                "post",
                "began_at",
                at("2026-02-03 22:00", precision="hour", bound="after", approximate=True),
            ),
        ],
        ["began_at"],
    ),
    "by an earlier time": (
        [
            evidence("ledger", "resolved_at", "2026-02-03 22:14"),
            evidence("post", "resolved_at", at("2026-02-03 21:30", bound="by")),
        ],
        ["resolved_at"],
    ),
    "13,000 and 20,000": (
        [PEAK, evidence("post", "peak_reports", CountValue(min=20000, max=None))],
        ["peak_reports"],
    ),
    "a later moment of another document": (
        [
            PEAK,
            evidence("post", "peak_reports", 12800),
            evidence("post", "peak_reports", 900),
        ],
        [],
    ),
    "13,000 and 12,800": ([PEAK, evidence("post", "peak_reports", 12800)], []),
    "a peak and a total": ([PEAK, evidence("post", "cumulative_reports", 90000)], []),
    "two places": (
        [PEAK, evidence("post", "peak_reports", 1516), region("post", "IN")],
        [],
    ),
    "one place": (
        [
            evidence("ledger", "peak_reports", 9000),
            region("ledger", "IN"),
            evidence("post", "peak_reports", 1516),
            region("post", "IN"),
        ],
        ["peak_reports"],
    ),
    "one place and the world": (
        [PEAK, evidence("post", "peak_reports", 20000), region("post", "world")],
        ["peak_reports"],
    ),
    "people and firms": (
        [
            counted("ledger", 10_000_000, "10 million people"),
            counted("post", 400_000, "400,000 businesses"),
            counted("times", 300_000, "300,000 firms"),
        ],
        ["users_affected"],
    ),
    "said twice is one disagreement": (
        [
            BEGAN,
            evidence("post", "began_at", "2026-02-03 20:02"),
            evidence("times", "began_at", "2026-02-03 20:02"),
        ],
        ["began_at"],
    ),
    "affected or not": (
        [
            evidence("ledger", "affected_feature", "api"),
            evidence("post", "affected_feature", "api", modality="negated"),
        ],
        ["affected_feature"],
    ),
    "affected, minimally": (
        [
            evidence("ledger", "affected_region", "IN"),
            evidence("post", "affected_region", KeyValue(key="IN", name="India", extent="minimal")),
        ],
        [],
    ),
    "a cause that the operator does not name": (
        [official("cause", "config"), evidence("post", "cause", "routing")],
        ["cause"],
    ),
    "a cause that is only supposed": (
        [official("cause", "config"), evidence("post", "cause", "load", modality="hypothetical")],
        [],
    ),
    "causes while the operator names none": (
        [evidence("ledger", "cause", "load"), evidence("post", "cause", "routing")],
        [],
    ),
}


@pytest.mark.parametrize(("items", "fields"), CASES.values(), ids=CASES)
def test_fields_in_conflict(items: list[Evidence], fields: list[str]) -> None:
    assert [conflict.field for conflict in conflicts("i", items)] == fields


def test_sentences_name_who_says_what() -> None:
    (start,) = conflicts("i", [BEGAN, evidence("post", "began_at", "2026-02-03 20:20")])
    assert start.explanation == (
        "The start differs by 12 minutes: "
        "20:32 UTC on 3 February 2026 (“2026-02-03 20:32”) by Ledger, citing Downdetector; "
        "20:20 UTC on 3 February 2026 (“2026-02-03 20:20”) by Post."
    )


def test_the_preferred_claim_comes_first() -> None:
    (conflict,) = conflicts("i", [BEGAN, official("began_at", "2026-02-03 20:12")])
    assert (conflict.claim_a.split(".")[0], conflict.claim_b.split(".")[0]) == ("status", "ledger")
