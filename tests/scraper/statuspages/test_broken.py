"""Bad input is refused in a sentence and costs only itself, whatever the platform."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.sources import Source
from scraper.statuspages import aws, google_cloud, recognise, statuspage
from tests.scraper.statuspages.conftest import GOLDEN, IMPORTED, RECEIVED
from tests.scraper.statuspages.test_goldens import PARSERS

BOMB = b"""<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>&g;</title></feed>"""
REFUSED = {
    "empty": b"",
    "cut off": b'{"incidents": [{"id": "a1", "na',
    "a web page": b"<!doctype html><html><head><title>Hello</title></head><body>Hi</body></html>",
    "binary": bytes(range(256)) * 4,
    "another JSON": b'{"weather": "fair"}',
    "a list in the wrong place": b'{"incidents": 3, "archive": 3}',
    "a number": b"12",
    "nested too deeply": b"[" * 200_000,
    "an entity bomb": BOMB,
    "the name of a file": b"/etc/hostname",
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("name", PARSERS)
def test_what_is_no_payload_is_a_problem_that_says_what_was_expected(
    name: str, body: bytes
) -> None:
    parsed = PARSERS[name](body, IMPORTED, RECEIVED)
    assert parsed.documents == ()
    assert "expected" in " ".join(parsed.problems)


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_payload_is_not_recognised(body: bytes) -> None:
    assert recognise(body) is None


GOOD_STATUSPAGE = {"id": "a1", "name": "Slow", "created_at": "2026-01-01T00:00:00Z"}
GOOD_GOOGLE = {"id": "a1", "external_desc": "Slow", "begin": "2026-01-01T00:00:00Z", "updates": []}
GOOD_AWS = {
    "service": "ec2-us-east-1",
    "service_name": "Amazon EC2",
    "summary": "Slow",
    "date": "1640995080",
    "description": "It is slow.",
}
BAD_ENTRIES: list[tuple[Any, str]] = [
    ({**GOOD_STATUSPAGE, "name": None}, "incident 'a1': name: input should be a valid string"),
    ({**GOOD_STATUSPAGE, "created_at": "soon"}, "incident 'a1': created_at: "),
    ({**GOOD_STATUSPAGE, "created_at": "2026-01-01T00:00:00"}, "should have timezone info"),
    ({**GOOD_STATUSPAGE, "created_at": "0001-01-01T00:00:00+05:00"}, "between 1 and 9999"),
    ({**GOOD_STATUSPAGE, "created_at": None}, "has no update and no time"),
    ({}, "incident number 2: id: field required"),
    ("text", "incident number 2: the entry: "),
    (None, "incident number 2: the entry: "),
]


@pytest.mark.parametrize(("bad", "said"), BAD_ENTRIES)
def test_a_bad_incident_costs_only_itself(
    bad: Any, said: str, imported: Source, received: datetime
) -> None:
    last = {**GOOD_STATUSPAGE, "id": "z9"}
    body = json.dumps({"page": {}, "incidents": [GOOD_STATUSPAGE, bad, last]}).encode()
    parsed = statuspage.parse(body, imported, received)
    assert [document.official_id for document in parsed.documents] == ["import:a1", "import:z9"]
    (problem,) = parsed.problems
    assert said in problem


@pytest.mark.parametrize(
    ("parser", "good", "bad", "said"),
    [
        (google_cloud.parse, GOOD_GOOGLE, {"id": "x"}, "incident 'x': external_desc: field req"),
        (aws.parse, GOOD_AWS, {**GOOD_AWS, "date": "?"}, "incident 'ec2-us-east-1:?': date: "),
        (aws.parse, GOOD_AWS, {**GOOD_AWS, "description": ""}, "has no post"),
    ],
)
def test_a_bad_entry_of_another_platform_costs_only_itself(
    parser: Any, good: Any, bad: Any, said: str
) -> None:
    parsed = parser(json.dumps([bad, good]).encode(), IMPORTED, RECEIVED)
    assert len(parsed.documents) == 1
    (problem,) = parsed.problems
    assert said in problem


def test_a_bad_update_costs_only_itself(imported: Source, received: datetime) -> None:
    updates = [
        {"status": "resolved", "body": "Over.", "display_at": "2026-01-01T02:00:00Z"},
        {"status": "update", "body": "Lost."},
        {"body": "Lost as well.", "display_at": "2026-01-01T01:00:00Z"},
    ]
    incident = {**GOOD_STATUSPAGE, "incident_updates": updates}
    body = json.dumps({"page": {}, "incidents": [incident]}).encode()
    parsed = statuspage.parse(body, imported, received)
    assert parsed.documents[0].text.endswith("2026-01-01T02:00:00Z Resolved - Over.")
    assert len(parsed.problems) == 2
    assert all(problem.startswith("incident import:a1: ") for problem in parsed.problems)


@pytest.mark.parametrize(
    ("name", "end"),
    [("history.atom", b"Scheduled"), ("aws_feed.rss", b"Names do not resolve, ag")],
)
def test_of_a_feed_that_is_cut_off_the_last_entry_is_left_out(name: str, end: bytes) -> None:
    whole = (GOLDEN / name).read_bytes()
    full = PARSERS[name](whole, IMPORTED, RECEIVED).documents
    parsed = PARSERS[name](whole[: whole.rindex(end)], IMPORTED, RECEIVED)
    assert parsed.documents == full[:-1]
    assert parsed.problems == ("the feed is cut off; its last entry is left out",)


@pytest.mark.parametrize(
    ("name", "words"), [("history.atom", b"Drafts are"), ("aws_feed.rss", b"Functions started")]
)
def test_a_feed_with_a_loose_ampersand_is_read_and_reported(name: str, words: bytes) -> None:
    whole = (GOLDEN / name).read_bytes()
    damaged = whole.replace(words, b"R & D: " + words)
    parsed = PARSERS[name](damaged, IMPORTED, RECEIVED)
    assert "R & D: " in parsed.documents[0].text
    assert len(parsed.documents) == len(PARSERS[name](whole, IMPORTED, RECEIVED).documents)
    (problem,) = parsed.problems
    assert problem.startswith("the feed is not well-formed: ")


def test_half_a_surrogate_pair_becomes_a_question_mark(
    imported: Source, received: datetime
) -> None:
    body = b'{"page": {}, "incidents": [{"id": "a", "name": "Bad \\ud83d end \\ud83d\\ude00",'
    body += b'"created_at": "2026-01-01T00:00:00Z"}]}'
    (document,) = statuspage.parse(body, imported, received).documents
    assert document.title == "Bad ? end \N{GRINNING FACE}"


def test_utf_16_is_read(imported: Source, received: datetime) -> None:
    body = json.dumps([GOOD_AWS])
    for encoding in ("utf-16-be", "utf-16-le"):
        marked = ("\ufeff" + body).encode(encoding)
        assert len(aws.parse(marked, imported, received).documents) == 1
        assert recognise(marked) is aws.parse


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("id", "name", "page", "incidents", "incident_updates", "components"),
                    *("display_at", "created_at", "status", "body", "external_desc", "begin"),
                    *("updates", "when", "text", "archive", "current", "service", "date"),
                    *("service_name", "summary", "description", "event_log", "timestamp"),
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@pytest.mark.parametrize("name", PARSERS)
@given(value=json_values)
def test_no_json_raises(name: str, value: Any) -> None:
    body = json.dumps(value).encode()
    recognise(body)
    PARSERS[name](body, IMPORTED, RECEIVED)


@pytest.mark.parametrize("name", PARSERS)
@given(start=st.sampled_from([b"", b"<feed>", b"<rss><channel><item>", b"{"]), rest=st.binary())
def test_no_bytes_raise(name: str, start: bytes, rest: bytes) -> None:
    recognise(start + rest)
    PARSERS[name](start + rest, IMPORTED, RECEIVED)


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.data())
def test_no_damage_to_a_payload_raises(name: str, data: st.DataObject) -> None:
    whole = (GOLDEN / name).read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 40))
    body = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + gone :]
    parsed = PARSERS[name](body, IMPORTED, RECEIVED)
    assert all(document.text for document in parsed.documents)
