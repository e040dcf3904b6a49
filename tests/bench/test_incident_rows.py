"""Rows of the incident report benchmark become the documents that the product would import."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import incident_rows
from tests.bench.rows import AWS, AZURE, GOOGLE, Row


def test_what_people_labelled_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("row,service,label_service_name\n7,Amazon Lex,Lex\n", encoding="utf-8")
    assert incident_rows.rows(file) == [{"row": "7", "service": "Amazon Lex"}]


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        pytest.param(
            AWS,
            [
                "Slow queues",
                "Service: Amazon Lex",
                "Regions: Oregon",
                "2019-03-03T07:50:00Z Update - We look into slow queues.",
                "2019-03-03T08:40:00Z Resolved - Between 11:10 PM and 12:20 AM PST, queues were"
                " slow. The issue has been resolved.",
            ],
            id="aws",
        ),
        pytest.param(
            AZURE,
            [
                "RCA - Azure Maps - East US",
                "Summary of impact: Between 02:00 and 03:30 UTC on 5 May 2021, requests failed.",
            ],
            id="azure",
        ),
        pytest.param(
            GOOGLE,
            [
                "Slow reads",
                "Service: Cloud Bigtable",
                "Regions: Tokyo (asia-northeast1)",
                "2021-05-01T10:00:00Z Update - It's slow.",
                "2021-05-01T11:00:00Z Resolved - It is well again.",
            ],
            id="google",
        ),
    ],
)
def test_a_row_is_imported_by_its_platforms_parser(row: Row, lines: list[str]) -> None:
    document = incident_rows.document(row)
    assert document is not None
    assert document.kind == "official"
    assert [line for line in document.text.splitlines() if line] == lines


def test_a_row_that_no_parser_can_read_is_none() -> None:
    assert incident_rows.document({**AZURE, "description": "<p>Nothing.</p>"}) is None


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("", []),
        ("[{'text': \"It's array(s), dtype=object)\"}]", ["It's array(s), dtype=object)"]),
        ("[{'text': 'a} {b'}\n {'text': 'c\\'s'}]", ["a} {b", "c's"]),
    ],
)
def test_what_python_prints_of_updates_is_read_back(words: str, texts: list[str]) -> None:
    assert [update["text"] for update in incident_rows.updates(words)] == texts
