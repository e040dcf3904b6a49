from __future__ import annotations

from pathlib import Path

import pytest

from nlp.entries import EntryError
from pipelines.evaluation import floors
from pipelines.evaluation.floors import Floors
from pipelines.evaluation.measuring import Measured
from pipelines.evaluation.scoring import FIGURES, Tally


def measured(right: int, digest: str = "d1") -> dict[str, Measured]:
    tally = Tally(right=right, said=10, there=10)
    half = Measured(digest=digest, documents=3, negatives=1, tallies=dict.fromkeys(FIGURES, tally))
    return {"developed": half}


def held(folder: Path, content: str) -> Floors:
    (folder / floors.FILE).write_text(content, encoding="utf-8")
    return floors.load(folder)


def floors_at(folder: Path, right: int) -> Floors:
    return held(folder, floors.raised(Floors(), measured(right)))


def test_a_figure_below_its_floor_is_named(tmp_path: Path) -> None:
    held = floors_at(tmp_path, 9)
    assert list(floors.problems(held, measured(9))) == []
    fallen = list(floors.problems(held, measured(8)))
    assert len(fallen) == len(FIGURES)
    assert "developed: claims fell to 0.800; its floor is 0.9" in fallen


def test_other_documents_are_named(tmp_path: Path) -> None:
    (problem,) = floors.problems(floors_at(tmp_path, 9), measured(9, digest="d2"))
    assert "--raise-floors" in problem


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    low = floors_at(tmp_path, 8)
    higher = held(tmp_path, floors.raised(low, measured(9)))
    assert higher.half["developed"].figures["claims"].floor == 0.9
    still = held(tmp_path, floors.raised(higher, measured(7)))
    assert still.half["developed"].figures["claims"].floor == 0.9


def test_a_lower_floor_needs_a_reason(tmp_path: Path) -> None:
    content = '[half.developed]\ndigest = "d1"\n[half.developed.figures]\n'
    with pytest.raises(EntryError, match="give a reason"):
        held(tmp_path, f'{content}"claims" = {{ floor = 0.8, best = 0.9 }}')
    lower = held(tmp_path, f'{content}"claims" = {{ floor = 0.8, best = 0.9, reason = "why" }}')
    assert list(floors.problems(lower, measured(8))) == []
    kept = held(tmp_path, floors.raised(lower, measured(8)))
    assert kept.half["developed"].figures["claims"].reason == "why"


def test_an_unknown_figure_is_refused(tmp_path: Path) -> None:
    content = '[half.developed]\ndigest = "d1"\n[half.developed.figures]\n'
    with pytest.raises(EntryError, match="is no figure"):
        held(tmp_path, f'{content}"claimz" = {{ floor = 0.8, best = 0.8 }}')


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path) == Floors()
