"""Datasette itself, over its own test client: what stands on each page."""

from __future__ import annotations

import asyncio
import html
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from pipelines.publish.dictionary import tables
from pipelines.publish.metadata import FACETS, queries
from pipelines.publish.serve import site


def pages(database: Path, *paths: str) -> list[Any]:
    async def ask() -> list[Any]:
        datasette = site(database)
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in paths]

    return asyncio.run(ask())


@pytest.mark.parametrize("name", list(tables()))
def test_every_table_has_its_page(database: Path, name: str) -> None:
    (page,) = pages(database, f"/wire/{name}")
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert tables()[name].description in text
    for column in tables()[name].columns.values():
        assert column.description in text


@pytest.mark.parametrize("name", [name for name in queries() if name != "evidence"])
def test_every_canned_query_answers(database: Path, name: str) -> None:
    (answer,) = pages(database, f"/wire/{name}.json?_shape=objects")
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is not False


def test_the_queries_say_what_the_issue_asks(database: Path) -> None:
    latest, conflicting, blind = (
        page.json()
        for page in pages(
            database,
            *(
                f"/wire/{name}.json?_shape=array"
                for name in ("latest_incidents", "conflicting_claims", "blind_sources")
            ),
        )
    )
    assert [(row["service"], row["conflicts"]) for row in latest] == [("ChatGPT", 1)]
    assert [(row["passage_a"], row["passage_b"]) for row in conflicting] == [("20:32 UTC", "20:20")]
    assert [row["detail"] for row in blind] == ["HTTP 503"]
    (evidence,) = pages(database, f"/wire/evidence.json?_shape=array&incident={latest[0]['id']}")
    assert {row["passage"] for row in evidence.json()} >= {"Over 13,000 reports"}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/wire/documents.json?_search=13,000&_shape=array", 1),
        ("/wire/documents.json?_search=reporting&_shape=array", 1),
        ("/wire/documents.json?_search=banana&_shape=array", 0),
        ("/wire/incidents.json?_search=chatgpt&_shape=array", 1),
    ],
)
def test_full_text_search(database: Path, path: str, found: int) -> None:
    (answer,) = pages(database, path)
    assert len(answer.json()) == found


def test_foreign_keys_show_names_and_facets_are_there(database: Path) -> None:
    (page,) = pages(database, "/wire/incidents")
    soup = BeautifulSoup(page.text, "lxml")
    (service,) = soup.select("td.col-service")
    assert "ChatGPT" in service.text
    for facet in FACETS["incidents"]:
        assert soup.select_one(f'.facet-results [data-column="{facet}"]')


def test_text_from_the_web_is_escaped(database: Path) -> None:
    for page in pages(database, "/wire/documents", "/wire/incidents", "/wire/revisions"):
        assert "<script>alert(1)" not in page.text


def test_nothing_writes(database: Path) -> None:
    (answer,) = pages(database, "/wire.json?sql=delete+from+claims")
    assert answer.status_code == 400
