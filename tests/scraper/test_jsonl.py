from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.jsonl import BadInput, parse_line

RECEIVED = datetime(2026, 2, 5, tzinfo=UTC)


def test_a_full_line() -> None:
    line = {
        "id": "a-1", "text": "Calls drop.", "title": "Mast fails", "publisher": "Mill News",
        "url": "https://www.mill.example/mast?utm_source=x", "published": "2026-02-04T01:50+05:30",
        "kind": "official", "zone": "Asia/Kolkata", "service": "mill", "official_id": "mill:7",
        "language": "en", "colour": "ignored",
    }  # fmt: skip
    document = parse_line(json.dumps(line), 1, RECEIVED)
    assert (document.id, document.source) == ("a-1", "import")
    assert document.text == "Mast fails\n\nCalls drop."
    assert document.canonical_url == "https://mill.example/mast"
    assert document.published_at == datetime(2026, 2, 3, 20, 20, tzinfo=UTC)
    assert document.published_text == "2026-02-04T01:50+05:30"
    assert (document.kind, document.zone, document.service) == ("official", "Asia/Kolkata", "mill")
    assert (document.official_id, document.language) == ("mill:7", "en")
    assert (document.publisher, document.fetched_at) == ("Mill News", RECEIVED)


def test_id_and_text_are_enough_and_a_number_is_an_id() -> None:
    document = parse_line(b'{"id": 7, "text": "\\ud83d\\udd25"}', 1, RECEIVED)
    assert (document.id, document.text, document.kind) == ("7", "🔥", "news")
    assert (document.published_at, document.publisher, document.url) == (None, "", "")


def test_a_date_alone_is_the_midnight_of_its_zone() -> None:
    line = '{"id": "a", "text": "b", "published": "2026-02-04", "zone": "Asia/Kolkata"}'
    assert parse_line(line, 1, RECEIVED).published_at == datetime(2026, 2, 3, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 3: is not JSON: Expecting property name"),
        (b"\xff\xfe", "line 3: is not UTF-8 text"),
        ("[" * 100_000, "line 3: is nested too deeply"),
        ('["a"]', "line 3: is not a JSON object"),
        ('{"text": "b"}', "line 3: id: is missing; needed: id and text"),
        ('{"id": "a"}', "line 3: text: is missing; needed: id and text"),
        ('{"id": "a", "text": " "}', "line 3: text: is empty"),
        ('{"id": "a", "text": ["b"]}', "line 3: text: input should be a valid string"),
        ('{"id": "a", "text": "b\\u0000"}', "line 3: text: holds a NUL"),
        ('{"id": "a", "text": "b\\ud800"}', "line 3: text: holds half of a surrogate pair"),
        ('{"id": "a", "text": "b", "kind": "blog"}', "line 3: kind: input should be 'news'"),
        ('{"id": "a", "text": "b", "zone": "PST8"}', "line 3: zone: is 'PST8'; allowed: an IANA"),
        ('{"id": "a", "text": "b", "published": "soon"}', "'soon' cannot be read; allowed: ISO"),
        ('{"id": "a", "text": "b", "published": "2036-01-01"}', "lies in the future"),
        ('{"id": "a", "text": "' + "b" * 5_000_000 + '"}', "at most 5,000,000 are read"),
    ],
)  # fmt: skip
def test_a_bad_line_says_its_number_and_what_is_allowed(line: str | bytes, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_line(line, 3, RECEIVED)
    assert said in str(caught.value)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: (
    st.lists(inner) | st.dictionaries(st.sampled_from(["id", "text", "title", "published"]), inner)
)))  # fmt: skip
def test_any_json_is_a_document_or_bad_input(value: object) -> None:
    try:
        document = parse_line(json.dumps(value), 1, RECEIVED)
    except BadInput:
        return
    assert document.text.encode()
