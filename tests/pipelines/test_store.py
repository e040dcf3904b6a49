from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.names.gazetteers import Service
from pipelines import store
from pipelines.assembly.evidence import Assembly
from scraper.items import Fetch
from scraper.sources import Source
from tests.pipelines.dumps import count, dump
from tests.pipelines.made import assembly, document, reading

LONG = "Zoom failed at 20:32 UTC. 900 people said so. " + "It came back in the evening. " * 20


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
def kept(database: Path) -> Iterator[store.Store]:
    with store.open(database) as opened:
        yield opened


def texts(database: Path) -> list[object]:
    return [row["text"] for row in dump(database)["revisions"]]


@pytest.mark.parametrize(
    ("first", "second", "arrival", "revisions"),
    [
        pytest.param("Calls fail.", "Calls fail.", "known", 1, id="the same"),
        pytest.param("Calls fail.", "Calls \n fail. ", "known", 1, id="white space alone"),
        pytest.param("Calls fail.", "Calls fail. Chats too.", "revision", 2, id="grown"),
        pytest.param("900 people said so", "950 people said so", "revision", 2, id="corrected"),
        pytest.param(LONG, "It came back in the evening.", "known", 1, id="a part of it"),
        pytest.param(LONG, "Zoom had trouble for hours.", "known", 1, id="a summary of it"),
        pytest.param("A summary.", LONG, "revision", 2, id="the article after its summary"),
    ],
)
def test_a_text_is_new_or_known_or_a_revision(
    database: Path, kept: store.Store, first: str, second: str, arrival: str, revisions: int
) -> None:
    assert kept.put_document(document(body=first)) == "new"
    assert kept.put_document(document(body=second)) == arrival
    assert count(database, "revisions") == revisions


def test_two_feeds_with_two_forms_of_an_article_do_not_take_turns(
    database: Path, kept: store.Store
) -> None:
    forms = [document(body="Calls fail since noon."), document(body="Since noon, calls fail.")]
    arrivals = [kept.put_document(form) for form in forms * 3]
    assert arrivals == ["new", "revision", *["known"] * 4]
    assert count(database, "revisions") == 2


def test_a_revision_renews_the_title_and_is_unread(kept: store.Store) -> None:
    old, new = document(), document(title="Zoom was down", body="Zoom is back since 21:40 UTC now.")
    kept.put_document(old)
    kept.put_reading(reading(old), revision=1, reader="r1")
    assert kept.unread("r1") == []
    assert kept.put_document(new) == "revision"
    assert kept.unread("r1") == [old.id]
    ((latest, number),) = kept.latest([old.id])
    assert (latest.title, latest.text, number) == ("Zoom was down", new.text, 2)


def test_what_a_known_document_did_not_say_is_filled_in(kept: store.Store) -> None:
    when = datetime(2026, 2, 3, 21, 0, tzinfo=UTC)
    kept.put_document(document())
    kept.put_reading(reading(document()), revision=1, reader="r1")
    told = document(published_at=when, published_text="3 Feb", zone="Europe/London")
    assert kept.put_document(told) == "known"
    assert kept.unread("r1") == [told.id]
    ((latest, _),) = kept.latest([told.id])
    assert (latest.published_at, latest.published_text, latest.zone) == (
        when,
        "3 Feb",
        "Europe/London",
    )
    kept.put_reading(reading(told), revision=1, reader="r1")
    kept.put_document(replace(told, published_at=when.replace(hour=22)))
    assert next(kept.latest([told.id]))[0].published_at == when, "the first word stands"
    assert kept.unread("r1") == []


def test_documents_come_back_as_they_went_in(kept: store.Store) -> None:
    sent = document(
        published_at=datetime(2026, 2, 3, 21, 0, tzinfo=UTC),
        published_text="yesterday, 9 pm",
        language="en",
        zone="Asia/Kolkata",
        service="zoom",
        official_id="zoom:abc",
        kind="official",
    )
    kept.put_document(sent)
    assert list(kept.latest(kept.unread("r1"))) == [(sent, 1)]


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("the other \ude00 half", "the other \ufffd half"),
        ("two halves \ud83d\ude00", "two halves \U0001f600"),
        ("nothing \0 after", "nothing \0 after"),
        ("\U0001f600 \u202e \ufeff", "\U0001f600 \u202e \ufeff"),
    ],
)
def test_what_sqlite_cannot_hold_is_put_right(kept: store.Store, sent: str, stored: str) -> None:
    hostile = document(title=sent, text=sent, url=f"http://ledger.example/{sent}")
    assert [kept.put_document(hostile) for _ in range(2)] == ["new", "known"]
    ((latest, _),) = kept.latest([hostile.id])
    assert (latest.title, latest.text) == (stored, stored)


@settings(max_examples=15)  # each makes a database
@given(words=st.lists(st.text(st.characters(), max_size=30), min_size=3, max_size=3))
def test_every_text_comes_back_whole(words: list[str]) -> None:
    title, body, publisher = words
    sent = document(title=title, body=body, publisher=publisher)
    with tempfile.TemporaryDirectory() as folder, store.open(Path(folder) / "test.db") as kept:
        assert kept.put_document(sent) == "new"
        assert kept.put_document(sent) == "known"
        ((held, revision),) = kept.latest([sent.id])
    assert revision == 1
    assert (held.title, held.text, held.publisher) == tuple(
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        for text in (sent.title, sent.text, sent.publisher)
    )


def test_evidence_comes_back_as_it_was_read(kept: store.Store) -> None:
    sent = document(published_at=datetime(2026, 2, 3, 21, 0, tzinfo=UTC))
    found = reading(sent)
    kept.put_document(sent)
    kept.put_reading(found, revision=1, reader="r1")
    evidence = list(kept.evidence())
    assert [item.claim for item in evidence] == [
        replace(claim, mentions=()) for claim in found.claims
    ]
    assert [item.id for item in evidence] == [f"{sent.id}.1.c{n}" for n in range(3)]
    assert {(item.document, item.publisher, item.published_at) for item in evidence} == {
        (sent.id, sent.publisher, sent.published_at)
    }


def test_evidence_does_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    sent = [document(f"{n:016x}") for n in range(4)]
    found = []
    for name, order in (("a", sent), ("b", sent[::-1])):
        with store.open(tmp_path / f"{name}.db") as kept:
            for each in order:
                kept.put_document(each)
                kept.put_reading(reading(each), revision=1, reader="r1")
            found.append(list(kept.evidence()))
    assert found[0] == found[1]


def test_every_operation_can_be_done_again(database: Path, kept: store.Store) -> None:
    sent = document()
    found = reading(sent)
    zoom = Service(key="zoom", name="Zoom", kind="calls")
    source = Source(
        id="ledger",
        name="The Ledger",
        spider="feeds",
        kind="news",
        publisher="The Ledger",
        url="http://ledger.example/feed.xml",
    )

    def all_steps() -> None:
        kept.put_services([zoom])
        kept.put_sources([source])
        kept.put_document(sent)
        kept.put_reading(found, revision=1, reader="r1")
        kept.put_assembly(assembly(found))

    all_steps()
    once = dump(database)
    all_steps()
    assert dump(database) == once
    assert [row["incident"] for row in once["claims"]] == ["zoom-2026-02-03-0a1b"] * 3
    assert len(once["conflicts"]) == len(once["incident_regions"]) == 1


def test_a_new_reading_replaces_the_old_and_what_followed_from_it(
    database: Path, kept: store.Store
) -> None:
    sent = document()
    found = reading(sent)
    kept.put_document(sent)
    kept.put_reading(found, revision=1, reader="r1")
    kept.put_assembly(assembly(found))
    kept.put_reading(replace(found, claims=(), mentions=()), revision=1, reader="r2")
    after = dump(database)
    assert {name: len(after[name]) for name in ("mentions", "claims", "claim_mentions")} == {
        "mentions": 0,
        "claims": 0,
        "claim_mentions": 0,
    }
    assert after["conflicts"] == after["incident_regions"] == []
    kept.put_assembly(Assembly())
    assert count(database, "incidents") == 0


def test_what_fails_in_the_middle_leaves_nothing(database: Path, kept: store.Store) -> None:
    sent = document()
    found = reading(sent)
    kept.put_document(sent)
    kept.put_reading(found, revision=1, reader="r1")
    before = dump(database)
    wrong = replace(found.claims[0], mentions=(99,))
    with pytest.raises(sqlite3.IntegrityError):
        kept.put_reading(replace(found, claims=(wrong,)), revision=1, reader="r2")
    assert dump(database) == before


def test_a_service_whose_parent_comes_later_is_kept(database: Path, kept: store.Store) -> None:
    codex = Service(key="codex", name="Codex", kind="ai", parent="chatgpt")
    kept.put_services([codex, Service(key="chatgpt", name="ChatGPT", kind="ai")])
    assert [row["parent"] for row in dump(database)["services"]] == [None, "chatgpt"]


def test_a_service_that_the_catalogue_lacks_is_kept_by_its_key(
    database: Path, kept: store.Store
) -> None:
    kept.put_document(document(service="zyntra"))
    kept.put_services([Service(key="zyntra", name="Zyntra", kind="ai")])
    assert [(row["key"], row["name"]) for row in dump(database)["services"]] == [
        ("zyntra", "Zyntra")
    ]


def test_runs_and_fetches(database: Path, kept: store.Store) -> None:
    run = kept.start_run()
    kept.put_fetch(
        Fetch(
            source="import",
            url="http://ledger.example/feed.xml",
            fetched_at=datetime(2026, 2, 4, tzinfo=UTC),
            status=None,
            bytes=0,
            outcome="failed",
            detail="no answer",
        ),
        run,
    )
    kept.end_run(run, new_documents=3, new_revisions=1)
    assert (run, kept.start_run()) == (1, 2), "one that was killed stays without an end"
    with sqlite3.connect(database) as reader:
        ended = reader.execute("SELECT ended_at IS NULL, new_documents FROM runs").fetchall()
        fetched = reader.execute("SELECT run, outcome, detail FROM fetches").fetchall()
    reader.close()
    assert ended == [(0, 3), (1, None)]
    assert fetched == [(1, "failed", "no answer")]


@pytest.mark.parametrize(("words", "found"), [("fail", 0), ("repaired", 1), ("zoom", 1)])
def test_search_finds_the_latest_text(
    database: Path, kept: store.Store, words: str, found: int
) -> None:
    kept.put_document(document(body="Calls fail for everybody."))
    kept.put_document(document(body="It has been repaired by now."))
    query = (
        "SELECT count(*) FROM documents WHERE rowid IN "
        "(SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)"
    )
    with sqlite3.connect(database) as reader:
        assert reader.execute(query, [words]).fetchone() == (found,)
        reader.execute("INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")
    reader.close()


def test_search_follows_the_incidents(database: Path, kept: store.Store) -> None:
    sent = document()
    kept.put_document(sent)
    kept.put_reading(reading(sent), revision=1, reader="r1")
    for _ in range(2):
        kept.put_assembly(assembly(reading(sent)))
    with sqlite3.connect(database) as reader:
        query = "SELECT count(*) FROM incidents_fts WHERE incidents_fts MATCH 'outages'"
        assert reader.execute(query).fetchone() == (1,)
        reader.execute("INSERT INTO incidents_fts (incidents_fts) VALUES ('integrity-check')")
    reader.close()


def test_a_reader_is_not_in_the_way_of_the_writer(database: Path, kept: store.Store) -> None:
    kept.put_document(document())
    reader = sqlite3.connect(database)
    cursor = reader.execute("SELECT * FROM documents")
    kept.put_document(document("fedcba9876543210"))
    assert len(cursor.fetchall()) == 1
    reader.close()


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(store.StoreError, match="folder does not exist; type: mkdir -p"):
        store.open(tmp_path / "nowhere" / "test.db")


@pytest.mark.parametrize("content", [b"not a database, but long enough" * 9, b"\x00\xff" * 900])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(store.StoreError, match=r"letter\.db: is no usable database"):
        store.open(path)
    assert path.read_bytes() == content
