"""The README shows what happens."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.evaluation.measuring import BLIND, measure
from tests.conftest import DemoRun
from tests.program import command, downwire

FIGURES = {
    "relevant": "relevant or not",
    "SERVICE": "services",
    "FEATURE": "features",
    "REGION": "regions",
    "TIME": "time expressions",
    "COUNT": "counts",
    "SYMPTOM": "symptoms",
    "CAUSE": "causes",
    "PHASE": "phases",
    "times with role": "times with role",
    "claims": "claims as a whole",
    "attributed": "who says so",
}
"""What the README calls each figure of `downwire evaluate`."""

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def shown(start: str) -> tuple[str, str]:
    """Return the command that begins so, and what the README says it prints."""
    block = next(block for block in BLOCKS if block.startswith(f"$ {start}"))
    typed, _, printed = block.removeprefix("$ ").partition("\n")
    return typed, printed


def test_it_begins_with_a_sentence_an_incident_and_three_commands() -> None:
    _, sentence, incident, text, commands, *_ = README.split("\n\n")
    assert sentence.count(".") == 1
    assert incident.startswith("```console\n$ downwire incident ")
    assert text.startswith("Three commands")
    assert [line.split()[:3] for line in commands.splitlines()[1:-1]] == [
        ["$", "make", target] for target in ("run", "serve", "test")
    ]


def test_the_incident_is_as_the_program_prints_it(demo_run: DemoRun) -> None:
    typed, printed = shown("downwire incident")
    ran = downwire(*shlex.split(typed)[1:], cwd=demo_run.folder)
    assert ran.stdout == printed


def test_the_reading_is_as_the_program_writes_it(tmp_path: Path) -> None:
    typed, printed = shown("echo")
    line = shlex.split(typed)[1]
    done = subprocess.run(  # noqa: S603 - our own program
        command("read", "--jsonl"), input=line, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == json.loads(printed)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|\$ )make ([a-z]+)", README))))
def test_make_has_the_target(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bdownwire ([a-z]+)\b", README))))
def test_the_command_is_there(name: str) -> None:
    assert name in main.commands


def test_the_figures_are_those_that_are_measured() -> None:
    told = re.findall(
        r"^\| ([\w ]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d,]+) \|$", README, re.M
    )
    assert len(told) == len(FIGURES)
    tallies = measure(ROOT / "tests" / "gold")[BLIND].tallies
    for (name, *figures), figure in zip(told, FIGURES, strict=True):
        tally = tallies[figure]
        rates = (tally.precision, tally.recall, tally.f1)
        assert (name, figures) == (
            FIGURES[figure],
            [*(f"{100 * rate:.1f}" for rate in rates), f"{tally.there:,}"],
        )


def test_all_commands_are_told() -> None:
    assert [name for name in main.commands if f"downwire {name}" not in README] == []
