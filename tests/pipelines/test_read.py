from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from nlp import reading as reader
from nlp.readable import Readable
from nlp.reading import Reading
from pipelines import store
from pipelines.read import read_jsonl, read_stored
from pipelines.terminal import summaries
from pipelines.terminal.progress import Progress
from tests.pipelines.dumps import count, dump
from tests.pipelines.invariants import violations
from tests.pipelines.made import document

LINES = [
    b'{"id": "a", "text": "Zoom is down since 9 am UTC.", "published": "2026-02-04"}\n',
    b"\n",
    b"not json\n",
    b'{"id": "b"}\n',
    b'{"id": "c", "text": "A recipe for bread."}\n',
    b'{"id": "d", "text": "\xff"}\n',
    b"[1, 2]\n",
]


@pytest.fixture
def silent() -> Progress:
    return Progress(Console(file=StringIO()))


def test_lines_are_read_in_order_and_bad_ones_named() -> None:
    written: list[str] = []
    complaints: list[str] = []
    assert read_jsonl(LINES, written.append, complaints.append) == [3, 4, 6, 7]
    readings = [json.loads(line) for line in written]
    assert [(one["id"], one["relevant"]) for one in readings] == [("a", True), ("c", False)]
    assert [text.split(":")[0] for text in complaints] == ["line 3", "line 4", "line 6", "line 7"]
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in written)


TEXTS = st.text(st.characters(), max_size=60) | st.sampled_from(["Zoom is down.", "Is AWS down?"])
OBJECTS = st.fixed_dictionaries({"id": TEXTS, "text": TEXTS}, optional={"published": TEXTS}).map(
    lambda line: json.dumps(line).encode()
)


@settings(max_examples=30)
@given(lines=st.lists(st.binary(max_size=40) | OBJECTS, max_size=6))
def test_every_line_is_answered_or_complained_of(lines: list[bytes]) -> None:
    written: list[str] = []
    complaints: list[str] = []
    refused = read_jsonl(lines, written.append, complaints.append)
    assert len(refused) == len(complaints)
    assert len(refused) + len(written) == sum(bool(line.strip()) for line in lines)
    for found in map(json.loads, written):
        for mention in found["mentions"]:
            assert found["text"][mention["start"] : mention["end"]] == mention["text"]


def test_lines_are_answered_as_they_come() -> None:
    written: list[str] = []
    seen: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            seen.append(len(written))
            yield json.dumps({"id": str(number), "text": "Zoom is down."}).encode()

    read_jsonl(lines(), written.append, pytest.fail)
    assert seen == [0, 1, 2], "each line is written before the next is asked for"


def test_stored_documents_are_read_once(tmp_path: Path, silent: Progress) -> None:
    path = tmp_path / "test.db"
    with store.open(path) as kept:
        for number in range(70):
            kept.put_document(document(f"{number:016x}"))
        first = read_stored(kept, silent)
        assert (first.documents, first.relevant) == (70, 70)
        once = dump(path)
        assert read_stored(kept, silent).documents == 0
        assert dump(path) == once
    assert first.claims == len(once["claims"])
    assert violations(path) == []


def test_a_new_version_of_the_reader_reads_all_again(
    tmp_path: Path, silent: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(tmp_path / "test.db") as kept:
        kept.put_document(document())
        read_stored(kept, silent)
        monkeypatch.setattr(reader, "reader_version", lambda: "next")
        assert read_stored(kept, silent).documents == 1
        assert kept.unread("next") == []


def test_what_was_read_before_a_failure_is_kept(
    tmp_path: Path, silent: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "test.db"
    last = f"{69:016x}"

    def failing(documents: Iterable[Readable], *, workers: int) -> Iterator[Reading]:
        for each in documents:
            if each.id == last:
                raise MemoryError
            yield Reading(id=each.id, relevant=True, text=each.text)

    with store.open(path) as kept:
        for number in range(70):
            kept.put_document(document(f"{number:016x}"))
        with monkeypatch.context() as patch:
            patch.setattr(reader, "read", failing)
            with pytest.raises(MemoryError):
                read_stored(kept, silent)
        assert len(kept.unread(reader.reader_version())) == 6
        assert read_stored(kept, silent).documents == 6


def test_only_the_latest_revision_has_mentions_and_claims(tmp_path: Path, silent: Progress) -> None:
    path = tmp_path / "test.db"
    with store.open(path) as kept:
        sent = document()
        kept.put_document(sent)
        read_stored(kept, silent)
        kept.put_document(replace(sent, text=sent.text.replace("900", "1,200")))
        read_stored(kept, silent)
    after = dump(path)
    assert count(path, "revisions") == 2
    assert {row["revision"] for row in after["mentions"]} == {2}
    assert violations(path) == []


def test_several_workers_write_what_one_writes() -> None:
    texts = (
        "Zoom is down since {} am UTC.",
        "A recipe for {} breads.",
        "{} users say Slack is out.",
    )
    lines = [
        json.dumps({"id": str(number), "text": texts[number % 3].format(number % 9 + 1)}).encode()
        for number in range(100)
    ]
    one: list[str] = []
    two: list[str] = []
    read_jsonl([*lines, b"no json"], one.append, lambda _: None)
    assert read_jsonl([*lines, b"no json"], two.append, lambda _: None, workers=2) == [101]
    assert two == one


def test_other_languages_are_kept_and_counted(tmp_path: Path, silent: Progress) -> None:
    path = tmp_path / "test.db"
    with store.open(path) as kept:
        kept.put_document(document("0" * 16))
        for number, language in enumerate(("de", "de", "fr"), start=1):
            kept.put_document(document(f"{number:016x}", language=language))
        summary = read_stored(kept, silent)
    assert (summary.documents, summary.relevant) == (4, 1)
    assert summary.unread == {"language de": 2, "language fr": 1}
    assert summaries.read(summary).endswith("3 documents kept unread: 2 language de, 1 language fr")
    assert [row["unread"] for row in dump(path)["documents"]] == [
        None,
        "language de",
        "language de",
        "language fr",
    ]
    assert violations(path) == []
