"""The spiders over real HTTP, against a site on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.scraper.crawling import Site, crawl, site

ENTRY = """
[[source]]
id = "{id}"
name = "Mill News"
spider = "{spider}"
kind = "news"
publisher = "Mill News"
url = "{url}"
follow = {follow}
floor = 1
"""


def quick(folder: Path) -> dict[str, object]:
    return {
        "DOWNWIRE_ALLOW": "127.0.0.1", "DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "DOWNLOAD_TIMEOUT": 3, "RETRY_ENABLED": False,
        "HTTPCACHE_DIR": str(folder / "cache"), "DOWNWIRE_ARCHIVE": str(folder / "archive"),
        "LOG_LEVEL": "ERROR",
    }  # fmt: skip


@pytest.fixture(scope="module")
def served() -> Iterator[Site]:
    with site() as server:
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, served: Site) -> Path:
    folder = tmp_path_factory.mktemp("crawl")
    rows = [
        ("follow", "feeds", "feed.xml", "true"),
        ("plain", "feeds", "feed.xml", "false"),
        ("cut", "feeds", "cut.xml", "false"),
        ("html", "feeds", "html.xml", "false"),
        ("article", "articles", "story", "false"),
    ]
    (folder / "sources.toml").write_text(
        "".join(
            ENTRY.format(id=id_, spider=spider, url=f"{served.url}/{path}", follow=follow)
            for id_, spider, path, follow in rows
        )
    )
    return folder


@pytest.fixture(scope="module")
def first(folder: Path) -> list[dict[str, Any]]:
    ids = ("follow", "plain", "cut", "html", "article")
    return crawl(folder / "sources.toml", *ids, **quick(folder))


def fetches(items: list[dict[str, Any]], source: str) -> dict[str, dict[str, Any]]:
    found = [i for i in items if i["item"] == "Fetch" and i["source"] == source]
    by_path = {fetch["url"].split("/", 3)[3]: fetch for fetch in found}
    assert len(by_path) == len(found)
    return by_path


def texts(items: list[dict[str, Any]], source: str) -> dict[str, str]:
    return {
        item["url"].split("/", 3)[-1]: item["text"]
        for item in items
        if item["item"] == "Document" and item["source"] == source
    }


@pytest.mark.parametrize(
    ("path", "outcome", "status", "said"),
    [
        ("feed.xml", "ok", 200, ""),
        ("story", "ok", 200, ""),
        ("moved", "ok", 200, ""),
        ("challenge", "blocked", 403, "a browser challenge came instead of the content"),
        ("error", "failed", 500, "the server answered HTTP 500"),
        ("missing", "failed", 404, "an error page came instead of the content (HTTP 404)"),
        ("slow", "failed", None, "DownloadTimeoutError"),
        ("private/notes", "blocked", None, "robots.txt asks not to fetch this"),
        ("bomb", "refused", None, "5000000"),
        ("large", "refused", None, "900000000"),
        ("loop", "refused", None, "redirections"),
        ("inward", "refused", None, "127.0.0.2 is not on the public internet"),
        ("x", "refused", None, "10.0.0.1 is not on the public internet"),
        ("empty", "broken", 200, "no article text is found"),
    ],
)
def test_what_becomes_of_every_request(
    first: list[dict[str, Any]], path: str, outcome: str, status: int | None, said: str
) -> None:
    fetch = fetches(first, "follow")[path]
    assert (fetch["outcome"], fetch["status"]) == (outcome, status)
    assert said in fetch["detail"]
    assert bool(fetch["detail"]) == bool(said)


def test_a_page_that_cannot_be_had_leaves_its_entry(first: list[dict[str, Any]]) -> None:
    read = texts(first, "follow")
    assert len(read) == 13
    assert read["story"].startswith("Mast fails\n\nCallers in the north")
    assert read["moved"].startswith("Mill stops\n\nCallers in the north")
    assert read["challenge"].startswith("Entry 2\n\nOf http://127.0.0.1")
    assert not any("Secret" in text for text in read.values())


def test_feeds_that_are_no_feeds_and_a_page_alone(first: list[dict[str, Any]]) -> None:
    assert len(texts(first, "plain")) == 13
    assert list(texts(first, "article")) == ["story"]
    assert fetches(first, "article")["story"]["outcome"] == "ok"
    cut = fetches(first, "cut")["cut.xml"]
    assert (cut["outcome"], cut["detail"]) == (
        "broken",
        "the feed is cut off; its last entry is left out",
    )
    html = fetches(first, "html")["html.xml"]
    assert html["outcome"] == "broken"
    assert "this is an HTML page, not a feed; 0 found where" in html["detail"]


def test_who_asks_and_what_is_never_asked_for(served: Site, first: list[dict[str, Any]]) -> None:
    assert served.agents == {"Downwire/0.1 (+https://downwire.example/; contact@downwire.example)"}
    assert served.asked["/private/notes"] == 0
    assert served.asked["/robots.txt"] >= 1


def test_the_second_crawl_asks_whether_anything_changed(
    folder: Path, served: Site, first: list[dict[str, Any]]
) -> None:
    again = crawl(folder / "sources.toml", "plain", **quick(folder))
    fetch = fetches(again, "plain")["feed.xml"]
    assert (fetch["outcome"], fetch["bytes"]) == ("unchanged", 0)
    assert texts(again, "plain") == texts(first, "plain")


def test_the_archive_replays_without_the_site(folder: Path, first: list[dict[str, Any]]) -> None:
    settings = {**quick(folder), "DOWNWIRE_REPLAY": str(folder / "archive")}
    again = crawl(folder / "sources.toml", "follow", "article", **settings)
    live, replayed = texts(first, "follow"), texts(again, "follow")
    assert replayed == live
    assert texts(again, "article") == texts(first, "article")
    assert {f["outcome"] for f in fetches(again, "article").values()} == {"ok"}
    received = {
        i["fetched_at"] for i in again if i["item"] == "Document" and i["url"][-5:] == "story"
    }
    assert received <= {i["fetched_at"][:19] + "+00:00" for i in first if i["item"] == "Document"}


def scrapy(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Scrapy's own command in the checkout, as its users do."""
    return subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-m", "scrapy", *arguments],
        capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip


def test_scrapy_lists_the_spiders() -> None:
    listed = scrapy("list").stdout.split()
    assert listed == ["articles", "aws", "feeds", "google_cloud", "hackernews", "statuspage"]


def test_scrapy_crawls_a_source_into_a_file(folder: Path, served: Site) -> None:
    out, known = folder / "out.json", folder / "sources.toml"
    settings = [f"-s{key}={value}" for key, value in quick(folder).items()]
    done = scrapy(
        *("crawl", "feeds", "-a", "source=plain", "-a", f"sources={known}"),
        *("-O", str(out), *settings),
    )
    assert (done.returncode, done.stderr) == (0, "")
    *documents, fetch = json.loads(out.read_text())
    assert [document["title"] for document in documents] == [f"Entry {n}" for n in range(13)]
    assert fetch["url"] == f"{served.url}/feed.xml"


def test_scrapy_is_told_of_a_wrong_argument_in_one_line() -> None:
    done = scrapy("crawl", "feeds", "-a", "source=mill-news")
    assert done.returncode == 2
    assert "no source is called 'mill-news'" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
