from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.forums import hackernews
from scraper.sources import Source

SOURCE = Source(
    id="hn",
    name="Hacker News",
    spider="hackernews",
    kind="forum",
    publisher="Hacker News",
    url="https://hn.algolia.com/api/v1/search_by_date",
    queries=("outage",),
)
RECEIVED = datetime(2026, 3, 4, tzinfo=UTC)
STORY = {
    "objectID": "41",
    "created_at": "2026-03-01T10:00:00Z",
    "created_at_i": 1772359200,
    "title": "Mill is  down",
    "url": "https://mill.example/",
    "story_text": None,
    "_tags": ["story"],
}
COMMENT = {
    "objectID": "42",
    "created_at_i": 1772359260,
    "comment_text": "Same here &amp; in Rome.<p>It says &quot;503&quot; &lt;- what?",
    "story_title": "Mill is down",
    "_tags": ["comment"],
}


def parse(*hits: Any) -> hackernews.Parsed:
    return hackernews.parse(json.dumps({"hits": hits}).encode(), SOURCE, RECEIVED)


def test_a_story_is_its_title_and_its_words() -> None:
    (story,) = parse({**STORY, "story_text": "<i>Since</i> noon."}).documents
    assert story.text == "Mill is down\n\nSince noon."
    assert story.title == "Mill is down"
    assert story.url == "https://news.ycombinator.com/item?id=41"
    assert story.published_at == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert story.published_text == "2026-03-01T10:00:00Z"
    assert (story.kind, story.publisher, story.source) == ("forum", "Hacker News", "hn")


def test_another_forum_with_this_api_has_its_own_addresses() -> None:
    own = replace(SOURCE, url="http://forum.example/api/v1/search_by_date")
    (story,) = hackernews.parse(json.dumps({"hits": [STORY]}).encode(), own, RECEIVED).documents
    assert story.url == "http://forum.example/item?id=41"


def test_a_comment_is_its_own_words_and_not_the_storys() -> None:
    (comment,) = parse(COMMENT).documents
    assert comment.text == 'Same here & in Rome.\nIt says "503" <- what?'
    assert comment.title == ""
    assert comment.published_text == "1772359260"


def test_posts_keep_apart_and_keep_their_ids() -> None:
    first, second = parse(STORY, COMMENT).documents
    assert first.id != second.id
    assert parse({**COMMENT, "comment_text": "Edited."}).documents[0].id == second.id


@pytest.mark.parametrize(
    ("hit", "problems"),
    [
        ({**COMMENT, "comment_text": None}, 0),
        ({**COMMENT, "comment_text": "<p> </p>"}, 0),
        ({**COMMENT, "created_at_i": None}, 1),
        ({**COMMENT, "created_at_i": 10**30}, 1),
        ({**COMMENT, "objectID": 42}, 1),
        ({}, 1),
        ("text", 1),
    ],
)
def test_a_hit_without_words_is_passed_over_and_a_bad_one_reported(hit: Any, problems: int) -> None:
    parsed = parse(hit, STORY)
    assert [document.title for document in parsed.documents] == ["Mill is down"]
    assert len(parsed.problems) == problems
    assert all(problem.startswith("hit ") for problem in parsed.problems)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"hits": {}}', b"[" * 100_000])
def test_what_is_no_answer_is_a_problem(body: bytes) -> None:
    parsed = hackernews.parse(body, SOURCE, RECEIVED)
    assert parsed.documents == ()
    assert "expected Algolia's answer" in parsed.problems[0]
    assert hackernews.pages(body) == 0


@pytest.mark.parametrize(("said", "pages"), [(b"3", 3), (b'"3"', 0), (b"null", 0)])
def test_pages_as_the_answer_says(said: bytes, pages: int) -> None:
    assert hackernews.pages(b'{"hits": [], "nbPages": ' + said + b"}") == pages


def test_a_search_asks_for_stories_and_comments_since_then() -> None:
    url = urlsplit(hackernews.search(SOURCE.url, "is down", RECEIVED, 2))
    assert url.netloc + url.path == "hn.algolia.com/api/v1/search_by_date"
    assert parse_qs(url.query) == {
        "query": ["is down"],
        "tags": ["(story,comment)"],
        "numericFilters": ["created_at_i>1772582400"],
        "hitsPerPage": ["100"],
        "page": ["2"],
    }


@given(st.dictionaries(st.sampled_from([*STORY, *COMMENT]), st.none() | st.integers() | st.text()))
def test_no_hit_raises(hit: dict[str, Any]) -> None:
    parsed = parse(hit)
    assert len(parsed.documents) + len(parsed.problems) <= 1
