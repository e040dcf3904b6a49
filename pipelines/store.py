"""The database: the only module that writes it. Every operation is whole or not at all.

Killed at any point, what was committed stays and the same operation can be done again: each
replaces by key or says that it is known. One writer at a time (:mod:`pipelines.lock`); readers
such as Datasette are never in its way (write-ahead log).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, cast

import sqlite_utils

from nlp.names.gazetteers import Service
from nlp.values import iso
from pipelines import revisions, rows
from pipelines.assembly.evidence import Assembly, Evidence
from pipelines.migrations import MigrationError, bring_up_to_date, verify
from scraper.items import Document, Fetch
from scraper.sources import Source

if TYPE_CHECKING:  # it loads spaCy, which storing does not need
    from nlp.reading import Reading

Arrival = Literal["new", "revision", "known"]

_BUSY_MS = 10_000
_LATEST = """
    SELECT documents.*, latest_texts.text, latest_texts.revision
    FROM documents JOIN latest_texts ON latest_texts.document = documents.id
    WHERE documents.id = ?
"""
_FILL_IN = """
    UPDATE documents SET published_text = coalesce(nullif(published_text, ''), :published_text),
        published_at = coalesce(published_at, :published_at), zone = coalesce(zone, :zone),
        service = coalesce(service, :service), relevant = NULL, reader = NULL
    WHERE id = :id AND (published_at IS NULL AND :published_at IS NOT NULL
        OR zone IS NULL AND :zone IS NOT NULL OR service IS NULL AND :service IS NOT NULL)
"""
_RENEW = "UPDATE documents SET title = :title, relevant = NULL, reader = NULL WHERE id = :id"
_EVIDENCE = """
    SELECT claims.*, documents.url, documents.canonical_url, documents.publisher, documents.kind,
        documents.source, documents.title, documents.published_at, documents.official_id
    FROM claims JOIN documents ON documents.id = claims.document
    ORDER BY claims.document, claims.rowid
"""


class StoreError(ValueError):
    """The database cannot be used; the message names the file and what to do."""


def open(path: Path | str) -> Store:
    """Open a database, made or migrated where need be. Raises :class:`StoreError`."""
    place = Path(path)
    check_place(place)
    try:
        connection = sqlite3.connect(place, timeout=_BUSY_MS / 1000)
    except sqlite3.OperationalError as error:
        raise StoreError(f"{place}: cannot be opened: {error}; choose another with --db") from error
    try:
        with _told(place):
            bring_up_to_date(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
    except StoreError:
        connection.close()
        raise
    return Store(connection)


def check(path: Path) -> None:
    """Raise :class:`StoreError` unless a file is a database of ours, up to date. Writes nothing."""
    if not path.is_file():
        raise StoreError(f"{path}: there is no such database; type `downwire demo` to make one")
    with _told(path), looking(path) as connection:
        verify(connection)


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database for looking only: nothing done with the connection writes."""
    uri = f"{path.resolve().as_uri()}?mode=ro"  # as_uri: a path may hold # and ?
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except MigrationError as error:
        raise StoreError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{path}: is no usable database ({error}); choose another with --db"
        ) from error


def check_place(path: Path) -> None:
    """Raise :class:`StoreError` where no database can be: its folder is not there."""
    if not path.parent.is_dir():
        raise StoreError(f"{path}: its folder does not exist; type: mkdir -p {path.parent}")


class Store:
    """An open database. Close it, or use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        self._db = sqlite_utils.Database(connection)
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what is committed is on disk."""
        self._connection.close()

    def atomic(self) -> AbstractContextManager[object]:
        """Return a context in which all operations succeed together or not at all; it nests."""
        return cast("AbstractContextManager[object]", self._db.atomic())

    # What editors declare

    def put_services(self, services: Iterable[Service]) -> None:
        """Bring the catalogue of services up to date; one that left it stays for its history."""
        found = [rows.of_service(service) for service in services]
        with self.atomic():
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            self._db.table("services").upsert_all(found, pk="key")

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Bring the sources up to date; one that left the file stays for its documents."""
        found = [rows.of_source(source) for source in sources]
        with self.atomic():
            for row in found:
                self._know_service(row["service"])
            self._db.table("sources").upsert_all(found, pk="id")

    # What the web says

    def put_document(self, document: Document) -> Arrival:
        """Keep a document, or its changed text as a new revision: see :mod:`pipelines.revisions`.

        What a known document did not say before (its time, its zone) is filled in.
        """
        document = rows.storable(document)
        row = rows.of_document(document)
        with self.atomic():
            held = self._texts(document.id)
            self._know_service(document.service)
            if not held:
                self._know_source(document)
                self._db.table("documents").insert(row)
            elif not revisions.is_new(document.text, held):
                self._db.execute(_FILL_IN, row)
                return "known"
            else:
                self._db.execute(_FILL_IN, row)
                self._db.execute(_RENEW, row)
            self._db.table("revisions").insert(
                {
                    "document": document.id,
                    "number": len(held) + 1,
                    "text": document.text,
                    "seen_at": row["fetched_at"],
                }
            )
        return "revision" if held else "new"

    def put_fetch(self, fetch: Fetch, run: int) -> None:
        """Keep what came of a request of a run."""
        with self.atomic():
            self._db.table("fetches").insert(rows.of_fetch(fetch, run))

    def start_run(self) -> int:
        """Begin a run of the crawl; return its number."""
        with self.atomic():
            table = self._db.table("runs").insert({"started_at": iso(datetime.now(UTC))})
        return cast("int", table.last_pk)

    def end_run(self, run: int, *, new_documents: int, new_revisions: int) -> None:
        """Note that a run came to its end, and what it brought."""
        with self.atomic():
            self._db.table("runs").update(
                run,
                {
                    "ended_at": iso(datetime.now(UTC)),
                    "new_documents": new_documents,
                    "new_revisions": new_revisions,
                },
            )

    # What the reader says

    def unread(self, reader: str) -> list[str]:
        """Return the ids of the documents that this version of the reader has not read."""
        query = "SELECT id FROM documents WHERE reader IS NOT ? ORDER BY id"
        return [row["id"] for row in self._db.execute(query, [reader])]

    def latest(self, ids: Iterable[str]) -> Iterator[tuple[Document, int]]:
        """Yield documents with their latest text, and its revision's number."""
        for id_ in ids:
            row = self._db.execute(_LATEST, [id_]).fetchone()
            yield rows.to_document(row), row["revision"]

    def put_reading(self, reading: Reading, *, revision: int, reader: str) -> None:
        """Replace what was read of a document by a new reading of this revision of it."""
        with self.atomic():
            self._db.execute("DELETE FROM claims WHERE document = ?", [reading.id])
            self._db.execute("DELETE FROM mentions WHERE document = ?", [reading.id])
            for key in sorted({claim.service for claim in reading.claims} - {None}, key=str):
                self._know_service(key)
            self._db.table("mentions").insert_all(rows.of_mentions(reading, revision))
            self._db.table("claims").insert_all(rows.of_claims(reading, revision))
            self._db.table("claim_mentions").insert_all(rows.of_claim_mentions(reading, revision))
            self._db.table("documents").update(
                reading.id,
                {
                    "relevant": None if reading.unread else int(reading.relevant),
                    "unread": reading.unread,
                    "reader": reader,
                },
            )

    # What follows from it

    def evidence(self) -> Iterator[Evidence]:
        """Yield all claims with their documents, in an order that no arrival changes."""
        for row in self._db.execute(_EVIDENCE):
            yield rows.to_evidence(row)

    def put_assembly(self, assembly: Assembly) -> None:
        """Replace all incidents and conflicts, and what each claim is evidence for."""
        incidents = assembly.incidents
        with self.atomic():
            self._db.execute("UPDATE claims SET incident = NULL WHERE incident IS NOT NULL")
            self._db.execute("DELETE FROM incidents")
            self._db.table("incidents").insert_all(map(rows.of_incident, incidents))
            for name in ("features", "regions"):
                self._db.table(f"incident_{name}").insert_all(
                    rows.of_affected(incident.id, affected)
                    for incident in incidents
                    for affected in getattr(incident, name)
                )
            self._db.table("conflicts").insert_all(map(rows.of_conflict, assembly.conflicts))
            self._connection.executemany(
                "UPDATE claims SET incident = ? WHERE id = ?",
                ((incident.id, claim) for incident in incidents for claim in incident.claims),
            )

    def _texts(self, document: str) -> list[str]:
        query = "SELECT text FROM revisions WHERE document = ? ORDER BY number"
        return [row["text"] for row in self._db.execute(query, [document])]

    def _know_service(self, key: str | None) -> None:
        """Keep a key that the catalogue does not have, by itself, so that nothing is lost."""
        self._db.execute(
            "INSERT INTO services (key, name) SELECT :key, :key WHERE :key IS NOT NULL "
            "ON CONFLICT DO NOTHING",
            {"key": key},
        )

    def _know_source(self, document: Document) -> None:
        """Keep a source that no file declares (``scrapy crawl articles -a url=…``), likewise."""
        self._db.execute(
            "INSERT INTO sources (id, name, spider, kind, publisher, url) "
            "VALUES (:source, :source, '', :kind, :publisher, :url) ON CONFLICT DO NOTHING",
            rows.of_document(document),
        )
