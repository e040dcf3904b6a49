"""A service that gold documents call unknown is none that the catalogue has meanwhile."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from nlp.names import gazetteers
from nlp.names.matching import fold

GOLD = Path(__file__).parents[2] / "gold"
UNKNOWN = re.compile(r"SERVICE (.+?)(?:#\d+)? = \?", re.DOTALL)


@pytest.mark.parametrize("half", ["developed", "evaluated"])
def test_unknown_services_are_not_in_the_catalogue(half: str) -> None:
    names = {fold(n) for service in gazetteers.services().values() for n in service.all_names}
    stale = [
        document["id"]  # The text of the blind half is not for a report.
        for file in sorted((GOLD / half).glob("*.toml"))
        for document in tomllib.loads(file.read_text("utf-8"))["document"]
        for label in document["mentions"]
        if (match := UNKNOWN.fullmatch(label)) and fold(match[1]) in names
    ]
    assert len(set(stale)) == 0, " ".join(sorted(set(stale)))
