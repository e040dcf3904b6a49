from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import feeds
from scraper.sources import Source

RECEIVED = datetime(2026, 2, 4, 12, tzinfo=UTC)
MILL = Source(
    id="mill-news", name="Mill News", spider="feeds", kind="news", publisher="Mill News",
    url="https://mill.example/feed.xml", zone="Asia/Kolkata",
)  # fmt: skip

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Mill News</title><language>en-IN</language>
<item><title>Exchange &amp;amp; mast fail</title><link>/exchange?utm_source=rss</link>
<pubDate>Wed, 04 Feb 2026 01:50:00 IST</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Callers hear <b>nothing</b>.</p><script>x()</script>
<p>Since one.</p>]]></content:encoded>
</item>
<item><title>Mast works again</title><link>https://mill.example/mast</link>
<pubDate>Wed, 04 Feb 2026 09:00:00 +0530</pubDate>
<description>It &lt;i&gt;rings&lt;/i&gt;.</description>
<source url="https://wire.example/feed">The Wire</source></item>
</channel></rss>
"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Mill News</title><id>tag:mill.example,2026:feed</id><updated>2026-02-04T00:00:00Z</updated>
<entry><title type="html">Mast &amp;lt;3</title><id>tag:mill.example,2026:1</id>
<link rel="alternate" href="https://mill.example/mast"/>
<published>2026-02-03T20:20:00Z</published><updated>2026-02-03T21:00:00Z</updated>
<summary>Calls fail.</summary></entry></feed>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Mill News", "language": "en",
    "items": [
        {"id": "https://mill.example/mast", "title": "Mast", "content_html": "<p>Calls fail.</p>",
         "date_published": "2026-02-03T12:20:00-08:00"},
        "no object",
        {"id": 7, "content_text": "Calls  work."},
    ],
}).encode()  # fmt: skip


def test_rss() -> None:
    parsed = feeds.documents(RSS, MILL, RECEIVED)
    assert parsed.problems == ()
    first, second = parsed.documents
    assert first.url == "https://mill.example/exchange?utm_source=rss"
    assert first.canonical_url == "https://mill.example/exchange"
    assert first.title == "Exchange & mast fail"
    assert first.text == "Exchange & mast fail\n\nCallers hear nothing.\n\nSince one."
    assert first.published_at == datetime(2026, 2, 3, 20, 20, tzinfo=UTC)
    assert first.published_text == "Wed, 04 Feb 2026 01:50:00 IST"
    assert (first.language, first.zone, first.kind) == ("en", "Asia/Kolkata", "news")
    assert (first.publisher, first.source, first.fetched_at) == ("Mill News", MILL.id, RECEIVED)
    assert second.text == "Mast works again\n\nIt rings."
    assert second.publisher == "The Wire"
    assert len({first.id, second.id}) == 2


@pytest.mark.parametrize(
    ("body", "text", "when"),
    [
        (ATOM, "Mast <3\n\nCalls fail.", datetime(2026, 2, 3, 20, 20, tzinfo=UTC)),
        (JSON, "Mast\n\nCalls fail.", datetime(2026, 2, 3, 20, 20, tzinfo=UTC)),
    ],
)
def test_atom_and_json_feed(body: bytes, text: str, when: datetime) -> None:
    document = feeds.documents(body, MILL, RECEIVED).documents[0]
    assert (document.text, document.published_at) == (text, when)
    assert document.url == "https://mill.example/mast"


def test_a_json_feed_with_a_wrong_item_keeps_the_others() -> None:
    parsed = feeds.documents(JSON, MILL, RECEIVED)
    assert [document.text for document in parsed.documents][1:] == ["Calls work."]
    assert parsed.problems == ("1 of the JSON Feed's items are no objects",)


def test_a_feed_cut_off_gives_all_but_the_entry_that_was_cut() -> None:
    parsed = feeds.documents(RSS[:-120], MILL, RECEIVED)
    assert [document.title for document in parsed.documents] == ["Exchange & mast fail"]
    assert parsed.problems == ("the feed is cut off; its last entry is left out",)


def test_a_feed_that_is_not_well_formed_is_read_and_said_so() -> None:
    parsed = feeds.documents(RSS.replace(b"Short.", b"Short & <b>."), MILL, RECEIVED)
    assert len(parsed.documents) == 2
    assert "not well-formed" in parsed.problems[0]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "the feed is empty"),
        (b" \n", "the feed is empty"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "this is an HTML page, not a feed"),
        (b"<?xml version='1.0'?><note><to>You</to></note>", "this is not a feed: neither RSS"),
        (b"\x00\x01\x02\x03" * 100, "this is not a feed: neither RSS"),
        (b'{"incidents": []}', "this is not a feed: its JSON is no JSON Feed"),
        (b"[" * 100_000, "this is not a feed: its JSON cannot be read"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "no list of items"),
        (b"<rss>" + b" " * 5_000_001, "at most 5,000,000 are read"),
        (b"<rss>" + b"<i>" * 200_000, "200,001 tags; at most 200,000 are read"),
        (b"<!ENTITY " * 200_000, "this is not a feed: neither RSS"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><rss/>'.encode("utf-16"), "entities in a form"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_by_name(body: bytes, said: str) -> None:
    parsed = feeds.documents(body, MILL, RECEIVED)
    assert parsed.documents == ()
    assert said in parsed.problems[0]


def test_an_entity_bomb_does_not_go_off() -> None:
    lines = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12)]
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">' + "".join(lines) + "]>"
    body = bomb.encode() + RSS.split(b"?>", 1)[1].replace(b"Short.", b"&e11;")
    tracemalloc.start()
    parsed = feeds.documents(body, MILL, RECEIVED)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    assert len(parsed.documents) == 2
    assert "entities of its own" in parsed.problems[0]


def test_an_external_entity_is_not_opened() -> None:
    body = b"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + RSS.split(b"?>", 1)[1]
    parsed = feeds.documents(body.replace(b"Short.", b"a&x;b"), MILL, RECEIVED)
    assert len(parsed.documents) == 2


def test_an_entry_without_words_and_one_from_the_future() -> None:
    body = RSS.replace(b"04 Feb 2026 09:00:00", b"04 Feb 2036 09:00:00").replace(
        b"</channel>", b"<item><link>https://mill.example/x</link></item></channel>"
    )
    parsed = feeds.documents(body, MILL, RECEIVED)
    assert parsed.documents[1].published_at is None
    assert parsed.documents[1].published_text == "Wed, 04 Feb 2036 09:00:00 +0530"
    assert "'Mast works again'" in parsed.problems[0]
    assert "lies in the future" in parsed.problems[0]
    assert parsed.problems[1] == "the entry https://mill.example/x has no text"


def test_an_encoding_declared_wrongly_is_survived() -> None:
    body = RSS.replace(b"Mast works", "Café works".encode("latin-1"))
    assert feeds.documents(body, MILL, RECEIVED).documents[1].title == "Café works again"


@pytest.mark.parametrize("encoding", [b"\x80", b"\0utf-8"])
def test_an_encoding_that_is_none_is_told(encoding: bytes) -> None:
    parsed = feeds.documents(RSS.replace(b"utf-8", encoding, 1), MILL, RECEIVED)
    assert parsed.problems == ("this is not a feed: its XML declaration cannot be read",)


@given(st.binary(max_size=300), st.integers(0, len(RSS)))
def test_any_bytes_give_a_feed_or_a_problem(noise: bytes, cut: int) -> None:
    for body in (noise, RSS[:cut] + noise, b"{" + noise):
        parsed = feeds.documents(body, MILL, RECEIVED)
        assert parsed.documents or parsed.problems
