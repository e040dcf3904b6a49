"""How much of the benchmark's labels is predicted right: no less than has been reached."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FIELD = re.compile(r"^(\w+) +[\d.]+ +(\d+) +\d+$", re.MULTILINE)
RIGHT = {
    "aws": {
        "service_name": 64,
        "location": 64,
        "start_time": 61,
        "end_time": 57,
        "timezone": 63,
        "service_category": 64,
        "user_symptom_category": 55,
    },
    "azure": {
        "service_name": 34,
        "location": 35,
        "start_time": 40,
        "end_time": 39,
        "timezone": 40,
        "service_category": 34,
        "user_symptom_category": 31,
        "root_cause_category": 34,
    },
    "gcp": {
        "service_name": 90,
        "location": 77,
        "start_time": 78,
        "end_time": 82,
        "timezone": 87,
        "service_category": 90,
        "user_symptom_category": 66,
        "root_cause_category": 12,
    },
}
"""Rows right, by field; more is better, and less needs a reason."""


@pytest.mark.parametrize("provider", RIGHT)
def test_no_field_falls(provider: str, real: Path, tmp_path: Path) -> None:
    labels = real / "incident_reports" / f"{provider}.csv"
    guesses = tmp_path / "predictions.jsonl"
    guesses.write_text(_run("-m", "bench.incident_reports", str(labels)), encoding="utf-8")
    score = real.parent / "tools" / "score_reports.py"
    right = dict(FIELD.findall(_run(str(score), str(labels), str(guesses))))
    fallen = {
        field: f"{right[field]} right, {floor} before"
        for field, floor in RIGHT[provider].items()
        if int(right[field]) < floor
    }
    assert fallen == {}


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return done.stdout
