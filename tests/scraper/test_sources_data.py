"""What the editors' list of sources promises."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import Counter
from urllib.parse import urlsplit

import pytest

from scraper.sources import Source, load

SOURCES = load()


def of(*spiders: str) -> list[Source]:
    return [source for source in SOURCES.values() if source.spider in spiders]


@functools.cache
def services() -> set[str]:
    folder = importlib.resources.files("data") / "services"
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return {service["key"] for table in tables for service in table.get("services", ())}


def test_enough_is_watched() -> None:
    news = of("feeds")
    assert len({source.publisher for source in news}) >= 25
    assert len({source.country for source in news}) >= 8
    assert len(of("statuspage", "google_cloud", "aws")) >= 30
    assert len(of("hackernews")) == 1


def test_no_address_is_watched_twice() -> None:
    twice = [url for url, n in Counter(source.url for source in SOURCES.values()).items() if n > 1]
    assert twice == []


@pytest.mark.parametrize("source", of("feeds"), ids=lambda source: source.id)
def test_news_says_where_it_is_written(source: Source) -> None:
    assert source.kind == "news"
    assert source.country
    assert source.zone


@pytest.mark.parametrize(
    "source", of("statuspage", "google_cloud", "aws"), ids=lambda source: source.id
)
def test_a_status_page_speaks_for_a_service_of_the_catalogue(source: Source) -> None:
    assert source.kind == "official"
    assert source.service in services()
    assert source.url.startswith("https://")


@pytest.mark.parametrize("source", of("statuspage"), ids=lambda source: source.id)
def test_a_statuspage_is_given_as_its_home(source: Source) -> None:
    assert urlsplit(source.url).path == ""


def test_hacker_news_is_asked_for_outages() -> None:
    (source,) = of("hackernews")
    assert source.queries == ("outage", "down", "is down", "503")
