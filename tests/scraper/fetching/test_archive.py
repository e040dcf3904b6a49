from __future__ import annotations

import gzip
import hashlib
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from warcio.archiveiterator import ArchiveIterator

from scraper.fetching.archive import append, info, record
from scraper.fetching.replay import Replay, ReplayError, index
from scraper.forums import hackernews

NOON = datetime(2026, 2, 4, 12, tzinfo=UTC)
URL = "http://mill.example/feed.xml?a=1"


def response(body: bytes, status: int = 200, **headers: str) -> Response:
    return Response(URL, status=status, headers={"Content-Type": "text/xml", **headers}, body=body)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "run.warc.gz"
    append(path, info("Downwire"))
    append(path, record(URL + "#top", response(b"first", **{"Transfer-Encoding": "x"}), NOON))
    append(path, record("http://mill.example/b", response(b"other", 404), NOON))
    append(
        path,
        record(URL, response(gzip.compress(b"packed"), 299, **{"Content-Encoding": "gzip"}), NOON),
    )
    append(path, record(URL, response(b"", 304), NOON))
    return path


def test_records_are_whole_and_end_where_the_next_begins(archive: Path) -> None:
    with archive.open("rb") as file:
        records = [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.raw_stream.read())
                   for r in ArchiveIterator(file, check_digests="raise")]  # fmt: skip
    assert records[0][0] == "warcinfo"
    assert records[1:3] == [
        ("response", URL, b"first"),
        ("response", "http://mill.example/b", b"other"),
    ]
    assert len(records) == 5


def test_the_latest_answer_is_replayed_decoded(archive: Path) -> None:
    replay = Replay(index(archive))
    request = Request(URL + "#top")
    answer = replay.process_request(request)
    assert (answer.status, answer.body) == (299, b"packed")
    assert "Content-Encoding" not in answer.headers
    assert request.meta["received"] == NOON
    assert replay.process_request(Request("http://mill.example/b")).status == 404
    with pytest.raises(IgnoreRequest, match="the archive holds no answer"):
        replay.process_request(Request("http://mill.example/c"))


@settings(max_examples=25)
@given(
    body=st.binary(max_size=500),
    status=st.integers(200, 599).filter(lambda status: status != 304),
    said=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
)
def test_every_answer_is_replayed_as_it_came(body: bytes, status: int, said: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.warc.gz"
        append(path, record(URL, response(body, status, **{"X-Said": said}), NOON))
        answer = Replay(index.__wrapped__(path)).process_request(Request(URL))
    assert (answer.status, answer.body) == (status, body)
    assert (answer.headers.get("X-Said") or b"").decode() == said.strip()


def test_a_search_since_another_moment_is_the_same_search(tmp_path: Path) -> None:
    path = tmp_path / "run.warc.gz"
    endpoint = "http://forum.example/api/v1/search_by_date"
    append(path, record(hackernews.search(endpoint, "down", NOON), response(b"hits"), NOON))
    replay, later = Replay(index(path)), NOON + timedelta(days=40)
    asked = Request(hackernews.search(endpoint, "down", later))
    assert replay.process_request(asked).body == b"hits"
    with pytest.raises(IgnoreRequest):
        replay.process_request(Request(hackernews.search(endpoint, "outage", later)))


@pytest.mark.parametrize("left", [0.1, 0.5, 0.9])
def test_a_record_that_a_crash_cut_off_costs_only_itself(tmp_path: Path, left: float) -> None:
    path = tmp_path / "cut.warc.gz"
    append(path, record(URL, response(b"first"), NOON))
    last = record(URL, response(hashlib.shake_256(b"noise").digest(4_000), 201), NOON)
    append(path, last[: int(len(last) * left)])
    assert Replay(index(path)).process_request(Request(URL)).body == b"first"


def test_a_directory_is_all_its_archives(archive: Path) -> None:
    append(archive.with_name("z.warc.gz"), record(URL, response(b"later"), NOON))
    replay = Replay(index(archive.parent))
    assert replay.process_request(Request(URL)).body == b"later"
    assert replay.process_request(Request("http://mill.example/b")).body == b"other"


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="holds no WARC file"):
        index(tmp_path)
    with pytest.raises(ReplayError, match=r"none\.warc: cannot be read: No such file"):
        index(tmp_path / "none.warc")
    (tmp_path / "x.warc").write_text("Hello there, this is a letter.\n" * 9)
    with pytest.raises(ReplayError, match=r"x\.warc: holds no archived response"):
        index(tmp_path / "x.warc")
