from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from nlp.claims import Claim
from nlp.entries import EntryError
from nlp.reading import Reading
from nlp.values import CountValue
from pipelines import corrections, store
from pipelines.read import read_stored
from pipelines.terminal.progress import Progress
from tests.pipelines.dumps import dump
from tests.pipelines.invariants import violations
from tests.pipelines.made import document, reading

ENTRY = """
[[correction]]
document = "0123456789abcdef"
field = "{field}"
put = {put}
evidence = "https://ledger.example/corrections"
reason = "The paper corrected it"
date = 2026-02-05
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    def write(content: str) -> None:
        file = tmp_path / "own.toml"
        file.write_text(content, encoding="utf-8")
        monkeypatch.setenv(corrections.OWN_FILE, str(file))
        corrections.corrections.cache_clear()

    yield write
    corrections.corrections.cache_clear()


def claims(of: Reading, field: str) -> list[Claim]:
    return [claim for claim in of.claims if claim.field == field]


NOTE = "The paper corrected it (https://ledger.example/corrections, 2026-02-05)"


@pytest.mark.parametrize(
    ("put", "attribute", "right"),
    [
        ("{ value = { min = 7 } }", "value", CountValue(min=7, max=None)),
        ('{ service = "slack" }', "service", "slack"),
        ('{ modality = "negated" }', "modality", "negated"),
        ('{ attributed_to = "users" }', "attributed_to", "users"),
    ],
)
def test_a_claim_is_put_right(written: Any, put: str, attribute: str, right: object) -> None:
    before = reading(document())
    field = next(claim.field for claim in before.claims if isinstance(claim.value, CountValue))
    written(ENTRY.format(field=field, put=put))
    after = corrections.apply(document(), before).reading
    (claim,) = claims(after, field)
    assert (getattr(claim, attribute), claim.correction) == (right, NOTE)
    (old,) = claims(before, field)
    assert (claim.start, claim.end, claim.mentions) == (old.start, old.end, old.mentions)


def test_a_claim_is_taken_out(written: Any) -> None:
    before = reading(document())
    written(ENTRY.format(field="affected_region", put="{}"))
    after = corrections.apply(document(), before).reading
    assert claims(before, "affected_region")
    assert not claims(after, "affected_region")


def test_another_document_stays_as_it_was(written: Any) -> None:
    written(ENTRY.format(field="affected_region", put="{}"))
    other = document("f" * 16)
    assert corrections.apply(other, reading(other)).reading == reading(other)


def test_one_that_matches_nothing_is_told(written: Any) -> None:
    written(ENTRY.format(field="mitigated_at", put="{}"))
    before = reading(document())
    told = corrections.apply(document(), before)
    assert told.reading == before
    (idle,) = told.idle
    assert corrections.warning(idle).startswith(
        "a correction of 2026-02-05 matches no claim (mitigated_at) of 0123456789abcdef"
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('field = "peak_reports"\n', "", "say which claims"),
        ("{ value = { min = 7 } }", "{ valeu = 7 }", "allowed: service, value"),
        ("{ value = { min = 7 } }", '{ value = { min = "x" } }', "is no value of peak_reports"),
        ("{ value = { min = 7 } }", '{ modality = "sure" }', "modality"),
        ('reason = "The paper corrected it"\n', "", "reason"),
    ],
)
def test_a_wrong_entry_is_refused(written: Any, old: str, new: str, says: str) -> None:
    entry = ENTRY.format(field="peak_reports", put="{ value = { min = 7 } }")
    assert old in entry
    written(entry.replace(old, new))
    with pytest.raises(EntryError, match=says) as refused:
        corrections.corrections()
    assert "own.toml" in str(refused.value)


def test_documents_are_read_anew_and_the_database_tells(written: Any, tmp_path: Path) -> None:
    path, silent = tmp_path / "test.db", Progress(Console(file=StringIO()))
    with store.open(path) as kept:
        kept.put_document(document())
        read_stored(kept, silent)
        field = dump(path)["claims"][0]["field"]
        written(
            ENTRY.format(field=field, put='{ modality = "negated" }')
            + ENTRY.format(field="mitigated_at", put="{}")
        )
        summary = read_stored(kept, silent)
        assert (summary.documents, len(summary.warnings)) == (1, 1)
        assert read_stored(kept, silent).documents == 0
    told = {(row["field"], row["modality"], row["correction"]) for row in dump(path)["claims"]}
    assert (field, "negated", NOTE) in told
    assert violations(path) == []
