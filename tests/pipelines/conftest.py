"""A small database: one article that speaks of one outage, with markup where text should be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.reading import Reading
from nlp.values import CountValue, KeyValue, TimeValue
from pipelines import store
from pipelines.assembly.incidents import assemble
from scraper.items import Document, Fetch
from tests.pipelines.assembly.claims import SERVICES, at

TITLE = "ChatGPT down <script>alert(1)</script>"
TEXT = (
    f"{TITLE}\n\nIt began at 20:32 UTC. Others say 20:20. Over 13,000 reports. US users were hit."
)


def claim(field: str, value: TimeValue | CountValue | KeyValue, words: str) -> Claim:
    start = TEXT.index(words)
    return Claim(
        service="chatgpt",
        field=field,  # type: ignore[arg-type] # given by this file alone
        value=value,
        value_text=words,
        modality="asserted",
        attributed_to=None,
        start=start,
        end=start + len(words),
        mentions=(0,),
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "wire.db"
    published = datetime(2026, 2, 4, tzinfo=UTC)
    document = Document(
        id="0123456789abcdef",
        source="import",
        url="https://ledger.example/chatgpt",
        canonical_url="https://ledger.example/chatgpt",
        publisher="=HYPERLINK(1)",
        kind="news",
        title=TITLE,
        text=TEXT,
        published_at=published,
        fetched_at=published,
    )
    reading = Reading(
        id=document.id,
        relevant=True,
        text=TEXT,
        mentions=(
            Mention(
                label="SERVICE",
                start=0,
                end=7,
                text="ChatGPT",
                key="chatgpt",
                name="ChatGPT",
                rule="services:name",
            ),
        ),
        claims=(
            claim("began_at", at("2026-02-03 20:32"), "20:32 UTC"),
            claim("began_at", at("2026-02-03 20:20"), "20:20"),
            claim("peak_reports", CountValue(min=13000, max=None), "Over 13,000 reports"),
            claim("affected_region", KeyValue(key="US", name="United States"), "US users"),
        ),
    )
    with store.open(path) as held:
        held.put_services(SERVICES.values())
        held.put_document(document)
        held.put_reading(reading, revision=1, reader="test")
        held.put_assembly(assemble(held.evidence(), SERVICES))
        run = held.start_run()
        held.put_fetch(
            Fetch(
                source="import",
                url="https://ledger.example/broken",
                fetched_at=published,
                status=503,
                bytes=0,
                outcome="failed",
                detail="HTTP 503",
            ),
            run,
        )
        held.end_run(run, new_documents=1, new_revisions=0)
    return path
