from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from bench import ablation, model
from bench.ablation import Row
from bench.model import Entity, open_sentences, places, unknown
from bench.variants import LEFT_OUT, WHOLE, Variant, read
from nlp.mentions import Label, Mention
from nlp.reading import read as product
from pipelines.evaluation.scoring import FIGURES
from tests.nlp.by_hand import Page

PAGES = [
    Page(
        id="told",
        title="Slack is down across Germany",
        publisher="The Ledger",
        zone="Europe/Berlin",
        published_at=datetime(2026, 2, 5, 18, tzinfo=UTC),
        text=(
            "Slack is down across Germany\n\n"
            "Slack has been down since 9:05 on Tuesday, and more than 3,000 users in Berlin could "
            "not log in, according to Downdetector. Messages failed at 11:30. Salesforce said that "
            "a bad configuration change may be to blame; engineers are investigating.\n\n"
            "Discord was not affected, and calls kept working. Slack failed, said Ann Lee, a "
            "Lyon-based teacher. Salesforce restored Slack by noon. "
            "Notion of time was lost. Zyntra is down as well."
        ),
    ),
    Page(
        id="reported",
        kind="official",
        service="slack",
        title="Slack: Login is failing",
        text=(
            "Slack: Login is failing\nService: Slack\n\n"
            "2026-02-03T14:05:00Z Investigating - Users are unable to log in.\n\n"
            "2026-02-03T16:00:00Z Resolved - The incident is over."
        ),
    ),
    Page(
        id="else",
        text="The teams in Lyon cut the ribbon in 2024. Nearly 300 users of the library came.",
    ),
]
UNSEEN = "sentences' marks"
"""What claims do without: they have sentences from the text."""


def test_the_whole_is_the_product() -> None:
    assert read(WHOLE.build(), PAGES) == [*product(PAGES)]


@pytest.mark.parametrize("variant", LEFT_OUT, ids=lambda variant: variant.name)
def test_a_piece_that_is_left_out_is_missed_while_it_is_out(variant: Variant) -> None:
    whole = [*product(PAGES)]
    with variant.in_place():
        without = read(variant.build(), PAGES)
    assert (without == whole) == (variant.name == UNSEEN)
    assert [*product(PAGES)] == whole


def test_each_variant_has_a_figure_of_its_own() -> None:
    assert {variant.figure for variant in LEFT_OUT} <= {*FIGURES}
    assert len({variant.name for variant in LEFT_OUT}) == len(LEFT_OUT)


def mention(label: Label, start: int, end: int) -> Mention:
    return Mention(label=label, start=start, end=end, text="", key=None, name=None, rule="test")


@pytest.mark.parametrize(
    ("found", "open_ones"),
    [
        pytest.param([], [], id="nothing is said"),
        pytest.param([mention("SYMPTOM", 12, 15)], [(10, 20)], id="of nothing"),
        pytest.param(
            [mention("SYMPTOM", 12, 15), mention("SERVICE", 10, 11)], [], id="of a service beside"
        ),
        pytest.param(
            [mention("SYMPTOM", 12, 15), mention("SERVICE", 2, 5)], [(10, 20)], id="of one before"
        ),
        pytest.param(
            [mention("COUNT", 22, 25), mention("PHASE", 0, 4), mention("TIME", 12, 15)],
            [(0, 10), (20, 30)],
            id="twice",
        ),
    ],
)
def test_sentences_that_rules_leave_open(
    found: list[Mention], open_ones: list[tuple[int, int]]
) -> None:
    assert open_sentences([10, 20], 30, found, "SERVICE") == open_ones


def test_what_the_model_sees_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Slack is down. So is the shop of Quibbledor."
    seen = [Entity(text.index("Quibbledor"), len(text) - 1, "ORG")]
    monkeypatch.setattr(model, "_recogniser", lambda: None)
    monkeypatch.setattr(model, "_entities", lambda text, spans: seen)
    (names,) = (variant for variant in model.ADDED if variant.added == "bench_names")
    (reading,) = read(names.build(), [Page(text=text)])
    assert "Quibbledor" in {mention.text for mention in reading.mentions}


def test_what_the_model_sees_stands_beside_what_rules_found() -> None:
    text = "Zyntra, Slack and Bo's shop in Ghent and Xyzzyville"
    seen = [
        Entity(0, 6, "ORG"),
        Entity(8, 13, "ORG"),
        Entity(18, 20, "PERSON"),
        Entity(31, 36, "GPE"),
        Entity(41, 51, "GPE"),
    ]
    known = [mention("SERVICE", 8, 13)]
    assert [(m.text, m.key) for m in unknown(text, seen, known)] == [("Zyntra", None)]
    ghent, nowhere = places(text, seen, known)
    assert (ghent.text, ghent.name) == ("Ghent", "Gent")
    assert (nowhere.text, nowhere.key) == ("Xyzzyville", None)


def row(developed: float, evaluated: float, milliseconds: float = 1.0, **other: Any) -> Row:
    f1: Mapping[str, Mapping[str, float]] = {
        "developed": {"claims": developed, "SERVICE": 0.9},
        "evaluated": {"claims": evaluated, "SERVICE": 0.8},
    }
    return Row(
        **({"name": "row", "figure": "SERVICE", "f1": f1} | other), milliseconds=milliseconds
    )


@pytest.mark.parametrize(
    ("added", "is_paying"),
    [
        (row(0.71, 0.61), True),
        (row(0.72, 0.609), False),
        (row(0.709, 0.65), False),
        (row(0.75, 0.65, ablation.ALLOWED + 0.1), False),
    ],
)
def test_a_model_pays_by_a_point_on_each_half_in_time(added: Row, is_paying: bool) -> None:
    assert ablation.pays(added, row(0.7, 0.6)) == is_paying


def test_the_table_shows_figures_beside_those_of_the_whole() -> None:
    whole, without = row(0.7, 0.6, 1.25, name="whole"), row(0.65, 0.62, 0.75, name="names")
    printed = StringIO()
    Console(width=ablation.WIDTH, file=printed).print(ablation.table(whole, {"without": [without]}))
    lines = [line.split() for line in printed.getvalue().splitlines()]
    assert ["whole", "70.0", "60.0", "1.25"] in lines
    expected = "names 65.0 -5.0 62.0 +2.0 SERVICE 90.0 +0.0 80.0 +0.0 0.75 -0.50"
    assert expected.split() in lines
    halves = without.as_json(whole)["halves"]
    assert halves["evaluated"]["claims"] == {"f1": 0.62, "whole": 0.6}
