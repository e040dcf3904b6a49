from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.items import Document
from scraper.pages import parse
from scraper.sources import Source

RECEIVED = datetime(2026, 2, 5, tzinfo=UTC)
URL = "https://www.mill.example/news/mast?utm_source=rss"
MILL = Source(
    id="mill-news", name="Mill News", spider="articles", kind="news", publisher="Mill News",
    url="https://mill.example/", zone="Asia/Kolkata",
)  # fmt: skip
ANYONE = Source(id="import", name="Files", spider="articles", kind="news", publisher="", url="")
STORY = (
    "<p>Callers in the north could not reach anybody for most of the morning, the operator of the "
    "mast said on Wednesday.</p><p>It came back at noon, after a part was changed. Nobody has yet "
    "said why the part gave way, or whether others of its kind will be looked at.</p>"
)
SAID = "Callers in the north could not reach anybody"


def page(
    *,
    head: str = "",
    body: str = f"<article><h1>Mast fails</h1>{STORY}</article>",
    lang: str = "en-GB",
) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(body: bytes, source: Source = MILL, **given: Any) -> Document:
    parsed = parse(body, source, RECEIVED, url=URL, **given)
    assert parsed.problems == ()
    (document,) = parsed.documents
    return document


NEWS = {
    "@type": "NewsArticle", "headline": "Mast &amp; mill fail", "inLanguage": "en-IN",
    "datePublished": "2026-02-04T01:50:00+05:30", "publisher": {"name": "The Wire"},
}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        NEWS,
        [NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {**NEWS, "@type": ["Thing", "ReportageNewsArticle"]},
        {**NEWS, "@type": "LiveBlogPosting", "publisher": [{"name": "The Wire"}]},
    ],
)
def test_json_ld_in_its_shapes(data: object) -> None:
    document = read(page(head=linked("[") + linked(data)), ANYONE)
    assert document.title == "Mast & mill fail"
    assert document.published_at == datetime(2026, 2, 3, 20, 20, tzinfo=UTC)
    assert document.published_text == "2026-02-04T01:50:00+05:30"
    assert (document.publisher, document.language) == ("The Wire", "en")


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    text = read(page()).text
    assert text.startswith(f"Mast fails\n\n{SAID}")
    assert "said on Wednesday.\n\nIt came back" in text
    assert text.count("Mast fails") == 1


def test_a_source_s_own_name_goes_over_the_page_s() -> None:
    assert read(page(head=linked(NEWS))).publisher == "Mill News"


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ('<meta property="article:published_time" content="2026-02-03T20:20Z">',
         "2026-02-03T20:20Z"),
        ('<meta name="parsely-pub-date" content="2026-02-03T20:20Z">', "2026-02-03T20:20Z"),
        ('<meta itemprop="datePublished" content="2026-02-03T20:20Z">', "2026-02-03T20:20Z"),
        ('<meta name="date" content="4 Feb 2026 01:50 IST">', "4 Feb 2026 01:50 IST"),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2026-02-03 20:20 GMT">',
         "2026-02-03 20:20 GMT"),
    ],
)  # fmt: skip
def test_times_in_meta_tags(head: str, words: str) -> None:
    document = read(page(head=head), published_text="2020-01-01")
    assert document.published_text == words
    assert document.published_at == datetime(2026, 2, 3, 20, 20, tzinfo=UTC)


def test_a_time_on_the_page_and_one_of_the_feed() -> None:
    stamped = page(body=f'<time datetime="2026-02-04T01:50+05:30">now</time><main>{STORY}</main>')
    assert read(stamped).published_at == datetime(2026, 2, 3, 20, 20, tzinfo=UTC)
    bare = page(body=f"<main>{STORY}</main>")
    assert read(bare).published_at is None
    assert read(bare, published_text="2026-02-03T20:20Z").published_at is not None


def test_a_date_in_the_future_is_dropped_and_said() -> None:
    head = '<meta property="article:published_time" content="2036-02-03T20:20Z">'
    parsed = parse(page(head=head), MILL, RECEIVED, url=URL)
    assert parsed.documents[0].published_at is None
    assert "lies in the future" in parsed.problems[0]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Mast down">', "Mast down"),
        ("<title>Mast down | Mill News</title>", "Mast fails"),
        ('<meta property="og:site_name" content="Mill News"><meta name="twitter:title" '
         'content="Mast - down - Mill News">', "Mast - down"),
    ],
)  # fmt: skip
def test_titles(head: str, title: str) -> None:
    assert read(page(head=head)).title == title


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="/news/mast-fails">', "https://mill.example/news/mast-fails"),
        ('<meta property="og:url" content="https://mill.example/x">', "https://mill.example/x"),
        ('<link rel="canonical" href="https://mill.example/">', "https://mill.example/news/mast"),
        ('<link rel="canonical" href="https://else.example/x">', "https://mill.example/news/mast"),
        ('<link rel="canonical" href="javascript:x">', "https://mill.example/news/mast"),
        ("", "https://mill.example/news/mast"),
    ],
)
def test_a_page_s_own_address(head: str, address: str) -> None:
    document = read(page(head=head))
    assert (document.url, document.canonical_url) == (URL, address)


def test_article_body_stands_in_for_a_page_without_text() -> None:
    head = linked({**NEWS, "articleBody": f"{SAID}. " * 8})
    assert SAID in read(page(head=head, body="<div id=root></div>")).text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    story = STORY.replace("operator", "opérator")
    text = f'<html><head><meta charset="{encoding}"></head><body><main>{story}</main>'
    assert "opérator" in read(text.encode(encoding)).text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (page(head="<title>Just a moment...</title>", body="Wait."), "a browser challenge stands"),
        (page(head="<title>Access Denied</title>", body="No."), "a refusal stands"),
        (page(body=""), "no article text is found on it"),
        (b"", "no article text is found on it"),
        (b"<p>" + b" " * 5_000_000, "at most 5,000,000 are read"),
        (b"<p>" * 60_001, "60,001 tags; at most 60,000 are read"),
    ],
)
def test_what_is_no_article(body: bytes, said: str) -> None:
    parsed = parse(body, MILL, RECEIVED, url=URL)
    assert parsed.documents == ()
    assert said in parsed.problems[0]


def test_a_page_nested_deeply_is_survived() -> None:
    parsed = parse(b"<div>" * 50_000 + STORY.encode(), MILL, RECEIVED, url=URL)
    assert parsed.documents or parsed.problems


@pytest.mark.parametrize("html", ["<?xml", "http://127.0.0.1:9/secret", "story.html"])
def test_a_page_that_looks_like_something_else_is_not_taken_for_it(
    html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address alone made htmldate fetch it: no parser of ours may reach the network."""
    fetched: list[str] = []
    for place in ("htmldate.utils.fetch_url", "trafilatura.downloads.fetch_url"):
        monkeypatch.setattr(place, fetched.append)
    assert len(parse(html.encode(), MILL, RECEIVED, url=URL).documents) <= 1
    assert fetched == []


def test_xml_is_a_page_only_if_it_is_xhtml() -> None:
    declared = b'<?xml version="1.0" encoding="utf-8"?>\n'
    feed = parse(declared + b"<rss><channel/></rss>", MILL, RECEIVED, url=URL)
    assert feed.problems == ("the page is not read: it is XML and no HTML page",)
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Calls drop.</p></body></html>"
    (document,) = parse(declared + page.encode(), MILL, RECEIVED, url=URL).documents
    assert document.text == "Calls drop."


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 900))
def test_any_bytes_give_a_document_or_a_problem(noise: bytes, cut: int) -> None:
    for body in (noise, page(head=linked(NEWS))[:cut] + noise):
        parsed = parse(body, MILL, RECEIVED, url=URL)
        assert parsed.documents or parsed.problems
