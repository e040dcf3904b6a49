from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from pipelines import imports, steps
from pipelines.terminal.progress import Progress
from scraper.files import Defaults
from tests.conftest import DemoRun
from tests.pipelines.dumps import count, dump
from tests.pipelines.invariants import violations


def test_they_hold_after_a_run(demo_run: DemoRun) -> None:
    assert count(demo_run.database, "claims") > 100
    assert violations(demo_run.database) == []


def test_they_hold_after_real_input(real: Path, tmp_path: Path) -> None:
    database = tmp_path / "test.db"
    silent = Progress(Console(file=StringIO()))
    steps.prepare(database)
    seed = [str(file) for file in (real / "seed").iterdir()]
    history = [str(real / "status" / "github_history.atom")]
    github = Defaults(kind="official", publisher="GitHub", service="github")
    imports.import_paths(database, seed, Defaults(published="2026-02-04"), silent)
    imports.import_paths(database, history, github, silent)
    assert steps.read_step(database, silent).documents == len(seed) + 25
    steps.assemble_step(database, silent)
    assert violations(database) == []
    assert [row["service"] for row in dump(database)["incidents"]].count("github") == 25


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE mentions SET text = text || '!'", "is not where it says"),
        ("UPDATE mentions SET label = 'BIRD'", "has the label BIRD"),
        ('UPDATE claims SET "start" = "end"', "has no passage"),
        ("UPDATE claims SET value_text = 'never said'", "is not in its passage"),
        ("UPDATE claims SET modality = 'sung'", "has the modality sung"),
        ("UPDATE claims SET field = 'colour' WHERE field = 'phase'", "has the field colour"),
        ("UPDATE documents SET url = ''", "has no address"),
        ("DELETE FROM revisions", "has no text"),
        ("UPDATE incidents SET began_at = '1999-01-01T00:00:00Z'", "no claim states its began_at"),
        ("UPDATE incidents SET peak_reports = 7", "no claim states its peak_reports"),
        ("UPDATE incidents SET documents = 999", "miscounts its documents"),
        ("UPDATE claims SET incident = NULL", "has no claim"),
        ("UPDATE claims SET incident = NULL", "of another incident"),
        ("UPDATE claims SET service = 'nobody'", "names a row of services that is not there"),
        (
            "INSERT INTO revisions SELECT document, 2, 'new', seen_at FROM revisions",
            "no longer the latest",
        ),
    ],
)
def test_each_can_be_broken(demo_run: DemoRun, tmp_path: Path, damage: str, said: str) -> None:
    copy = tmp_path / "damaged.db"
    shutil.copy(demo_run.database, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(damage)
        connection.commit()
    assert [sentence for sentence in violations(copy) if said in sentence]
