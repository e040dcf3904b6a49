"""Each payload in ``golden/`` and, beside it, what is read of it.

``python -m tests.scraper.statuspages.test_goldens`` writes the second anew; then read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.statuspages import (
    Parser,
    aws,
    aws_feed,
    azure,
    google_cloud,
    history_atom,
    recognise,
    statuspage,
)
from tests.scraper.statuspages.conftest import GOLDEN, IMPORTED, RECEIVED, shown

PARSERS: dict[str, Parser] = {
    "statuspage.json": statuspage.parse,
    "history.atom": history_atom.parse,
    "google_cloud.json": google_cloud.parse,
    "aws_data.json": aws.parse,
    "aws_current.json": aws.parse,
    "aws_feed.rss": aws_feed.parse,
    "azure.html": azure.parse,
}


def expected(name: str) -> Path:
    return GOLDEN / f"{name}.txt"


@pytest.mark.parametrize("name", PARSERS)
def test_payload_reads_as_its_golden_file_says(name: str) -> None:
    parsed = PARSERS[name]((GOLDEN / name).read_bytes(), IMPORTED, RECEIVED)
    assert shown(parsed) == expected(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PARSERS)
def test_payload_is_recognised(name: str) -> None:
    assert recognise((GOLDEN / name).read_bytes()) is PARSERS[name]


def test_every_golden_payload_is_tested() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.suffix != ".txt"} == set(PARSERS)


if __name__ == "__main__":
    for name, parse in PARSERS.items():
        parsed = parse((GOLDEN / name).read_bytes(), IMPORTED, RECEIVED)
        expected(name).write_text(shown(parsed), encoding="utf-8")
