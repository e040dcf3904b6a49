from __future__ import annotations

from pathlib import Path

import pytest
from scrapy import Spider
from scrapy.extensions import httpcache
from scrapy.http import Request, TextResponse
from scrapy.utils.test import get_crawler

from scraper.fetching.cachestore import WholeStorage

REQUEST = Request("http://ledger.example/feed.xml")


class Killed(BaseException):
    """Stands for SIGKILL."""


def answer(body: bytes) -> TextResponse:
    return TextResponse(REQUEST.url, body=body, headers={"ETag": '"1"'}, encoding="utf-8")


@pytest.fixture
def storage(tmp_path: Path) -> tuple[WholeStorage, Spider]:
    crawler = get_crawler(settings_dict={"HTTPCACHE_DIR": str(tmp_path), "HTTPCACHE_GZIP": True})
    spider = Spider.from_crawler(crawler, name="feeds")
    made = WholeStorage(crawler.settings)
    made.open_spider(spider)
    return made, spider


def held(storage: tuple[WholeStorage, Spider]) -> bytes | None:
    made, spider = storage
    response = made.retrieve_response(spider, REQUEST)
    return response.body if response else None


def test_an_answer_comes_back(storage: tuple[WholeStorage, Spider]) -> None:
    made, spider = storage
    assert held(storage) is None
    for body in (b"one", b"two"):
        made.store_response(spider, REQUEST, answer(body))
        assert held(storage) == body


@pytest.mark.parametrize("files", range(7))
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_kill_in_the_middle_of_writing_leaves_nothing_half(
    storage: tuple[WholeStorage, Spider],
    monkeypatch: pytest.MonkeyPatch,
    files: int,
    before: bytes | None,
) -> None:
    made, spider = storage
    if before:
        made.store_response(spider, REQUEST, answer(before))
    written = 0
    really_open = made._open

    def killing_open(path: Path, mode: str) -> object:
        nonlocal written
        if mode == "wb":
            if written == files:
                path.write_bytes(b"")
                raise Killed
            written += 1
        return really_open(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr(made, "_open", killing_open)
        with pytest.raises(Killed):
            made.store_response(spider, REQUEST, answer(b"new"))
    assert held(storage) is None
    made.store_response(spider, REQUEST, answer(b"new"))
    assert held(storage) == b"new"


def test_it_guards_what_scrapy_alone_reads_as_an_empty_body(
    storage: tuple[WholeStorage, Spider], tmp_path: Path
) -> None:
    """If this fails, Scrapy has learnt to write whole answers and the class can go."""
    made, spider = storage
    made.store_response(spider, REQUEST, answer(b"new"))
    (body,) = tmp_path.rglob("response_body")
    body.write_bytes(b"")
    plain = httpcache.FilesystemCacheStorage.retrieve_response(made, spider, REQUEST)
    assert plain is not None
    assert plain.body == b""
