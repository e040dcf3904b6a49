from __future__ import annotations

from pathlib import Path

from pipelines.evaluation import known
from pipelines.evaluation.scoring import Miss


def miss(figure: str, words: str, *, found: bool = False) -> Miss:
    return Miss(document="dev-1", figure=figure, words=words, found=found)


def test_only_claims_that_were_missed_are_kept(tmp_path: Path) -> None:
    misses = [
        miss("SERVICE", "'Zoom' = zoom"),
        miss("symptom", 'zoom symptom errors ["users"]'),
        miss("symptom", "zoom symptom timeouts", found=True),
    ]
    (tmp_path / known.FILE).write_text(known.written(misses), encoding="utf-8")
    assert known.load(tmp_path) == {"dev-1": ['zoom symptom errors ["users"]']}


def test_without_a_file_none_is_known(tmp_path: Path) -> None:
    assert known.load(tmp_path) == {}
    (tmp_path / known.FILE).write_text(known.written([]), encoding="utf-8")
    assert known.load(tmp_path) == {}
