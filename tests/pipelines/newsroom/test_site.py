"""The demo newsroom as files: what it answers, and that its files agree with each other."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from nlp.names.gazetteers import services
from pipelines.newsroom.site import DEMO, SOURCES, Page, Site, SiteError, unchanged
from scraper import blocks, feeds
from scraper.forums import hackernews
from scraper.sources import Source, load
from scraper.statuspages import history_atom, statuspage

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SITE = Site.load()
WATCHED = load(SOURCES)
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (DEMO / "expected.toml").read_text(encoding="utf-8")
)
INCIDENTS = EXPECTED["incident"]
QUIET = {entry["url"] for entry in EXPECTED["quiet"]}
UNREAD = {entry["url"] for entry in EXPECTED["unread"]}
CUT_OFF = WATCHED["daily-cutting"].url


def body(url: str) -> bytes:
    return SITE.answer(url).page.body


def links(url: str) -> list[str]:
    """The addresses that a feed gives its entries, whatever its format."""
    if url.endswith(".json"):
        return [item["url"] for item in json.loads(body(url))["items"]]
    return [entry.link for entry in feedparser.parse(body(url)).entries if "link" in entry]


def landed(url: str) -> str:
    """Where an address leads: without its query, after its redirect."""
    return SITE.answer(url).location or url.partition("?")[0]


def followed(source: Source) -> list[str]:
    """The links of a feed whose entries' pages are fetched; none of any other source."""
    return links(source.url) if source.follow else []


FOLLOWED = [link for source in WATCHED.values() for link in followed(source)]
ARTICLES = sorted({landed(link) for link in FOLLOWED} - UNREAD)


def payloads() -> set[str]:
    """The addresses of the documents that forum and status pages hold, read by their parsers."""
    forum, chatgpt, github = (WATCHED[key] for key in ("forum", "chatgpt-status", "github-status"))
    parsed = [
        hackernews.parse(body(forum.url), forum, NOW),
        statuspage.parse(body(chatgpt.url + "/api/v2/incidents.json"), chatgpt, NOW),
        history_atom.parse(body(github.url + "/history.atom"), github, NOW),
    ]
    assert [answer.problems for answer in parsed] == [(), (), ()]
    return {document.url for answer in parsed for document in answer.documents}


def test_the_newsroom_is_as_large_as_promised() -> None:
    documents = {url for incident in INCIDENTS for url in incident["documents"]} | QUIET
    assert len(documents) >= 40
    assert len(INCIDENTS) >= 8
    assert len({incident["service"] for incident in INCIDENTS}) == len(INCIDENTS)
    assert min(len(incident["documents"]) for incident in INCIDENTS) >= 4
    assert len(QUIET) >= 6


def test_what_is_expected_is_what_is_published() -> None:
    documents = {url for incident in INCIDENTS for url in incident["documents"]} | QUIET
    assert documents == set(ARTICLES) | payloads() | set(links(CUT_OFF)[:2])


def test_a_document_is_quiet_or_tells_of_an_outage() -> None:
    loud = [url for incident in INCIDENTS for url in incident["documents"]]
    assert not QUIET & set(loud)
    assert {url for url in loud if loud.count(url) > 1} == {
        "http://northwire.example/2025/04/zoom-and-spotify"
    }


@pytest.mark.parametrize("incident", INCIDENTS, ids=lambda incident: incident["service"])
def test_an_expected_incident_is_of_one_piece(incident: dict[str, Any]) -> None:
    assert incident["began"] in incident["told_began"]
    assert incident["ended"] in incident["told_ended"]
    assert max(incident["told_began"]) < min(incident["told_ended"])
    for conflict in incident.get("conflict", []):
        assert len(set(conflict["values"])) == len(conflict["documents"]) == 2
        assert set(conflict["documents"]) <= set(incident["documents"])


def test_every_service_is_in_the_catalogue() -> None:
    named = {incident["service"] for incident in INCIDENTS}
    named |= {source.service for source in WATCHED.values() if source.service}
    assert named <= services().keys()


def test_the_outlets_contradict_each_other_on_chatgpt() -> None:
    (chatgpt,) = (incident for incident in INCIDENTS if incident["service"] == "chatgpt")
    assert {conflict["field"] for conflict in chatgpt["conflict"]} == {"began_at", "peak_reports"}


@pytest.mark.parametrize("link", FOLLOWED)
def test_every_link_of_a_feed_that_is_followed_leads_somewhere(link: str) -> None:
    assert SITE.answer(landed(link)).status == 200


@pytest.mark.parametrize("url", ARTICLES)
def test_an_article_reads_as_one(url: str) -> None:
    text = trafilatura.extract(body(url)) or ""
    assert len(text) > 400
    assert "demo newsroom" not in text


@pytest.mark.parametrize("source", ["ledger", "bharat-dispatch"])
def test_pages_and_feed_agree_on_when(source: str) -> None:
    for entry in feedparser.parse(body(WATCHED[source].url)).entries:
        page = body(landed(entry.link)).decode()
        published = datetime(*entry.published_parsed[:6], tzinfo=UTC)
        if landed(entry.link) not in UNREAD:
            assert stamp(page) == published


def stamp(page: str) -> datetime:
    """The time that a page gives in its JSON-LD or its meta tags."""
    for mark in ('"datePublished": "', 'article:published_time" content="'):
        if mark in page:
            return datetime.fromisoformat(page.partition(mark)[2].partition('"')[0])
    raise AssertionError(page)


def test_the_cut_off_feed_is_broken_after_two_entries() -> None:
    feed = feeds.read(body(CUT_OFF), url=CUT_OFF)
    assert len(feed.entries) == 2
    assert feed.problems


@pytest.mark.parametrize("entry", EXPECTED["unread"], ids=lambda entry: entry["why"])
def test_what_must_not_be_read_is_linked_and_can_be_told(entry: dict[str, str]) -> None:
    assert entry["url"] in FOLLOWED
    assert entry["words"].encode() in body(entry["url"])


def test_the_challenge_is_known_for_one() -> None:
    answer = SITE.answer("http://bharat-dispatch.example/premium/weekend-essay")
    assert answer.status == 200
    assert blocks.blocked(answer.page.body) is not None


def test_every_host_has_a_robots_txt_and_one_shuts_out_a_linked_page() -> None:
    hosts = {urlsplit(source.url).hostname for source in WATCHED.values()}
    assert hosts == set(SITE.hosts)
    assert {SITE.answer(f"http://{host}/robots.txt").status for host in hosts} == {200}
    shut = [
        rule for rule in body("http://ledger.example/robots.txt").split() if b"/members/" in rule
    ]
    assert shut


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://ledger.example/feed.xml", 200),
        ("http://LEDGER.example:80/feed.xml?x=1#y", 200),
        ("http://ledger.example/feed%2Exml", 200),
        ("http://ledger.example/2021/06/08/fastly-hour-of-errors", 200),
        ("http://ledger.example/2021/06/08/fastly-hour-of-errors.html", 200),
        ("http://ledger.example/r/8812", 301),
        ("http://ledger.example/", 404),
        ("http://ledger.example/2021", 404),
        ("http://status.github.example/api/v2/incidents.json", 404),
        ("http://ledger.example/../../sources.toml", 404),
        ("http://ledger.example/%2e%2e/%2e%2e/sources.toml", 404),
        ("http://ledger.example/..%2f..%2fexpected.toml", 404),
        ("http://ledger.example//etc/passwd", 404),
        ("http://ledger.example/feed.xml%00", 404),
        ("http://../sources.toml", 502),
        ("http://elsewhere.example/", 502),
        ("http:///feed.xml", 502),
        ("http://[ledger.example/", 400),
    ],
)
def test_an_address_answers(url: str, status: int) -> None:
    assert SITE.answer(url).status == status


@given(st.text(max_size=60))
def test_no_address_reaches_beyond_the_pages(path: str) -> None:
    answer = SITE.answer(f"http://ledger.example/{path}")
    inside = {page.body for (host, _), page in SITE.pages.items() if host == "ledger.example"}
    assert answer.status != 200 or answer.page.body in inside


PAGE = Page(body=b"x", type="text/plain", modified=NOW)
TAG = PAGE.etag


@pytest.mark.parametrize(
    ("none_match", "since", "expected"),
    [
        (None, None, False),
        (TAG, None, True),
        (TAG.removeprefix("W/"), None, True),
        (f'"other", {TAG}', None, True),
        ("*", None, True),
        ('"other"', None, False),
        ('"other"', "Sun, 01 Mar 2026 00:00:00 GMT", False),
        (None, "Sun, 01 Mar 2026 00:00:00 GMT", True),
        (None, "Sun, 01 Mar 2026 00:00:00 -0000", True),
        (None, "Sat, 28 Feb 2026 23:59:59 GMT", False),
        (None, "yesterday", False),
    ],
)
def test_a_conditional_request(none_match: str | None, since: str | None, expected: bool) -> None:
    assert unchanged(PAGE, none_match, since) is expected


def test_a_changed_page_has_another_tag() -> None:
    assert Page(body=b"y", type="text/plain", modified=NOW - timedelta(days=1)).etag != TAG


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("[[answer]", "site.toml: is not TOML"),
        ('[[answer]]\nurl = "ftp://a.example/x"', "answer 0 url"),
        ('[[answer]]\nurl = "http://a.example/x"\ncolour = 1', "answer 0 colour"),
        ('[[answer]]\nurl = "http://a.example/x"\nstatus = 99', "answer 0 status"),
        ('[[answer]]\nurl = "http://a.example/gone"', r"no file sites/a\.example/gone"),
        ('[[answer]]\nurl = "http://a.example/x"\nfile = "../b"', r"sites/a\.example/\.\./b"),
    ],
)
def test_wrong_rules_are_named(tmp_path: Path, rules: str, message: str) -> None:
    page = tmp_path / "sites" / "a.example" / "x.html"
    page.parent.mkdir(parents=True)
    page.write_text("x")
    (tmp_path / "site.toml").write_text(rules)
    with pytest.raises(SiteError, match=message):
        Site.load(tmp_path)


def test_a_folder_answers_with_its_index_and_people_see_what_there_is(tmp_path: Path) -> None:
    page = tmp_path / "sites" / "a.example" / "news" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("news")
    (tmp_path / "site.toml").write_text("")
    site = Site.load(tmp_path)
    assert site.answer("http://a.example/news/").page.body == b"news"
    assert site.hosts == ["a.example"]
    assert b'href="/ledger.example/feed.xml"' in SITE.index().page.body
