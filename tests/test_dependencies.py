"""Every dependency is used, and what is used is a dependency."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OURS = {"scraper", "nlp", "pipelines", "data"}
IMPORTED_AS = {
    "beautifulsoup4": "bs4",
    "python-dateutil": "dateutil",
    "sqlite-utils": "sqlite_utils",
}
"""Packages by the names that they are imported under, where these differ."""
DATA_ALONE = {"tzdata"}
"""Packages that are read, not imported: zoneinfo finds its zones there."""


def imported(*folders: str) -> set[str]:
    names: set[str] = set()
    for file in (file for folder in folders for file in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - OURS


def test_they_are_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.match(r"[\w.-]+", line) for line in project["dependencies"]]
    names = {found[0] for found in wanted if found} - DATA_ALONE
    assert {IMPORTED_AS.get(name, name) for name in names} == imported(
        "scraper", "nlp", "pipelines"
    )
