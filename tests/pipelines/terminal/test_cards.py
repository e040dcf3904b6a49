"""An incident in the terminal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipelines.terminal.cards import NoIncidentError, incident_card

CARD = """\
ChatGPT outage of 3 February 2026  [{id}]
  state    signal, 1 document, 1 publisher
  began    2026-02-03 20:32 UTC, by =HYPERLINK(1): “20:32 UTC”
  peak     13,000 reports, by =HYPERLINK(1): “Over 13,000 reports”
  regions  United States
  conflict The start differs by 12 minutes: 20:32 UTC on 3 February 2026 (“20:32 UTC”) by
           =HYPERLINK(1); 20:20 UTC on 3 February 2026 (“20:20”) by =HYPERLINK(1)."""


def test_every_figure_with_its_sentence(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        ((incident,),) = connection.execute("SELECT id FROM incidents").fetchall()
    assert incident_card(database, incident) == CARD.format(id=incident)


def test_an_unknown_incident_says_how_to_list_them(database: Path) -> None:
    with pytest.raises(NoIncidentError, match=r"nope.*downwire incidents"):
        incident_card(database, "nope")


def test_text_from_the_web_moves_no_cursor(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE incidents SET title = 'a' || char(27) || '[2Jb'")
        ((incident,),) = connection.execute("SELECT id FROM incidents").fetchall()
    assert "\x1b" not in incident_card(database, incident)
