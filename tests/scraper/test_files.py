from __future__ import annotations

import gzip
import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import files
from scraper.files import Defaults, parse

RECEIVED = datetime(2026, 2, 5, tzinfo=UTC)
REAL = Path(__file__).resolve().parents[2].parent / "shared" / "real"
RSS = b"<rss version='2.0'><channel><item><title>Mast</title></item></channel></rss>"
LINE = json.dumps({"id": "a", "text": "Calls drop."}).encode()
STATUSPAGE = json.dumps({
    "page": {"id": "x", "name": "Mill", "url": "https://status.mill.example"},
    "incidents": [{
        "id": "abc", "name": "Calls drop", "status": "resolved", "impact": "minor",
        "created_at": "2026-02-03T20:20:00Z", "updated_at": "2026-02-03T21:00:00Z",
        "started_at": "2026-02-03T20:20:00Z", "resolved_at": "2026-02-03T21:00:00Z",
        "shortlink": "https://stspg.io/abc",
        "incident_updates": [{
            "id": "u", "status": "resolved", "body": "It is over.",
            "created_at": "2026-02-03T21:00:00Z", "display_at": "2026-02-03T21:00:00Z",
        }],
    }],
}).encode()  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"Mast fails\n\nCalls drop.", "Mast fails\n\nCalls drop."),
        (b"<html><body><h1>Mast fails</h1><p>Calls drop.</p>", "Mast fails\n\nCalls drop."),
        (b"<div><p>Calls drop.</p></div>", "Calls drop."),
        (RSS, "Mast"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"title": "Mast"}]}', "Mast"),
        (LINE, "Calls drop."),
        (LINE + b"\n\n", "Calls drop."),
        (gzip.compress(b"Calls drop."), "Calls drop."),
        (b"[Update] Calls drop.", "[Update] Calls drop."),
        (STATUSPAGE, "It is over."),
    ],
)
def test_content_decides_what_a_file_is(body: bytes, text: str) -> None:
    parsed = parse("x.bin", body, fetched_at=RECEIVED)
    assert parsed.problems == ()
    (document,) = parsed.documents
    assert document.text.endswith(text)
    assert (document.source, document.fetched_at) == ("import", RECEIVED)


def test_what_whoever_gives_it_says() -> None:
    said = Defaults(publisher="Mill News", published="2026-02-04", kind="forum",
                    url="https://www.mill.example/mast", zone="Asia/Kolkata")  # fmt: skip
    (document,) = parse("x", b"Calls drop.", defaults=said, fetched_at=RECEIVED).documents
    assert (document.publisher, document.kind) == ("Mill News", "forum")
    assert document.published_at == datetime(2026, 2, 3, 18, 30, tzinfo=UTC)
    assert (document.url, document.canonical_url) == (said.url, "https://mill.example/mast")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The exchange fell silent this morning and nobody in the north could call anybody.", "en"),
        ("Die Vermittlung fiel heute früh aus, und im Norden war niemand mehr zu erreichen.", "de"),
        ("Calls drop.", None),
        ("🔥" * 100, None),
    ],
)
def test_a_language_that_is_not_declared_is_detected(text: str, language: str | None) -> None:
    (document,) = parse("x", text.encode(), fetched_at=RECEIVED).documents
    assert document.language == language


def test_what_is_said_fills_what_a_line_leaves_out() -> None:
    lines = LINE + b"\n" + LINE[:-1] + b', "publisher": "The Wire"}'
    said = Defaults(publisher="Mill News", zone="Asia/Kolkata")
    first, second = parse("x", lines, defaults=said, fetched_at=RECEIVED).documents
    assert (first.publisher, first.zone) == ("Mill News", "Asia/Kolkata")
    assert second.publisher == "The Wire"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"published": "soon"}, "published: got 'soon'; allowed: ISO 8601"),
        ({"url": "mill"}, "url: got 'mill'; allowed: an http:// or https://"),
    ],
)
def test_what_is_said_wrongly(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=r"allowed") as caught:
        Defaults(**wrong)  # type: ignore[arg-type]  # the wrong value is the point
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (gzip.compress(b""), "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "this is a picture; allowed: text"),
        (b"%PDF-1.7", "this is a PDF"),
        (bytes(range(256)), "it is a binary file"),
        (b"a " * 2_500_001, "the file has 5,000,002 bytes; at most 5,000,000 are read"),
        (gzip.compress(b"x" * 300)[:-12], "gzip that is cut off"),
        (b"\x1f\x8bnonsense", "gzip that cannot be unfolded"),
        (gzip.compress(gzip.compress(b"x")), "this is compressed more than once"),
        (b'{"a": 3}', "JSON of no platform that is known; allowed: incidents.json of"),
        (b'[{"a": 3]', "this is JSON that cannot be read"),
        (b"[" * 200_000, "this is JSON that is nested too deeply"),
        (b"<?xml version='1.0'?><note/>", "this is XML of no kind that is read"),
        (b"<!DOCTYPE html><title>Just a moment...</title>", "a browser challenge stands where"),
        (b"<html><body></body></html>", "no article text is found on it"),
    ],
)
def test_what_is_refused_names_the_file(body: bytes, said: str) -> None:
    parsed = parse("given.txt", body, fetched_at=RECEIVED)
    assert parsed.documents == ()
    assert parsed.problems[0].startswith("given.txt: ")
    assert said in parsed.problems[0]


def test_a_gzip_bomb_does_not_unfold() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    tracemalloc.start()
    parsed = parse("bomb.gz", bomb, fetched_at=RECEIVED)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "unfolds to more than 5,000,000 bytes" in parsed.problems[0]
    assert peak < 4 * files.LARGEST


def test_a_bad_line_costs_only_itself() -> None:
    parsed = parse("x.jsonl", LINE + b'\n{"id": "b"}\n' + LINE, fetched_at=RECEIVED)
    assert len(parsed.documents) == 2
    assert parsed.problems == ("x.jsonl: line 2: text: is missing; needed: id and text",)


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real input is not here")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("seed/chatgpt_outage_2026-02-04.txt", 1),
        ("status/github_history.atom", 25),
        ("status/google_cloud_incidents.json", 157),
        ("status/aws_status_data.json", 86),
    ],
)
def test_real_files(name: str, count: int) -> None:
    parsed = parse(name, (REAL / name).read_bytes(), defaults=Defaults(publisher="X"))
    assert parsed.problems == ()
    assert len(parsed.documents) == count


@given(
    st.binary(), st.sampled_from([b"", b"<html>", b"{", b"[", b"\x1f\x8b", b"<rss>", LINE + b"\n"])
)
def test_any_bytes_give_documents_or_problems(body: bytes, start: bytes) -> None:
    parsed = parse("x", start + body, fetched_at=RECEIVED)
    assert parsed.documents or parsed.problems
