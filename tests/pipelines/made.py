"""Small documents, readings and incidents for the tests of storing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from nlp.claims import Claim
from nlp.mentions import Mention
from nlp.reading import Reading
from nlp.values import CountValue, KeyValue, TimeValue, Timex
from pipelines.assembly.evidence import Affected, Assembly, Conflict, Incident
from scraper.items import Document, compose

MOMENT = datetime(2026, 2, 3, 20, 32, tzinfo=UTC)


def document(id_: str = "0123456789abcdef", **over: Any) -> Document:
    """Return a news document about Zoom."""
    title = over.get("title", "Zoom is down")
    fields: dict[str, Any] = {
        "source": "ledger",
        "url": f"http://ledger.example/{id_}",
        "canonical_url": f"http://ledger.example/{id_}",
        "publisher": "The Ledger",
        "kind": "news",
        "title": title,
        "text": compose(title, over.pop("body", "Zoom failed at 20:32 UTC. 900 people said so.")),
        "fetched_at": datetime(2026, 2, 4, 6, 0, tzinfo=UTC),
    }
    return Document(id=id_, **{**fields, **over})


def reading(of: Document) -> Reading:
    """Return a reading of a document with a time, a count, and a claim of each and of a region."""
    text = of.text
    time, count = text.index("20:32 UTC"), text.index("900 people")
    minute = TimeValue(
        start=MOMENT,
        end=MOMENT.replace(minute=33),
        precision="minute",
        zone="UTC",
        zone_from="stated",
    )
    people = CountValue(min=900, max=900)
    return Reading(
        id=of.id,
        relevant=True,
        text=text,
        mentions=(
            Mention(
                label="TIME",
                start=time,
                end=time + len("20:32 UTC"),
                text="20:32 UTC",
                key=None,
                name=None,
                rule="times:clock",
                timex=Timex(type="TIME", value="2026-02-03T20:32"),
                value=minute,
            ),
            Mention(
                label="COUNT",
                start=count,
                end=count + len("900 people"),
                text="900 people",
                key=None,
                name=None,
                rule="counts:plain",
                value=people,
                unit="users",
            ),
        ),
        claims=(
            _claim("began_at", minute, "20:32 UTC", time, mentions=(0,)),
            _claim("users_affected", people, "900 people", count, mentions=(1,)),
            _claim(
                "affected_region",
                KeyValue(key="IN", name="India", extent="minimal"),
                "people",
                count,
                occasion=1,
                attributed_to="Downdetector",
            ),
        ),
    )


def _claim(field: Any, value: Any, words: str, start: int, **over: Any) -> Claim:
    fields: dict[str, Any] = {"service": "zoom", "modality": "asserted", "attributed_to": None}
    return Claim(
        field=field,
        value=value,
        value_text=words,
        start=start,
        end=start + 10,
        **{**fields, **over},
    )


def assembly(of: Reading) -> Assembly:
    """Return one incident of the reading's three claims, with a conflict of the first two."""
    claims = tuple(f"{of.id}.1.c{position}" for position in range(len(of.claims)))
    india = Affected(key="IN", name="India", affected=False, extent="minimal", claim=claims[2])
    incident = Incident(
        id="zoom-2026-02-03-0a1b",
        service="zoom",
        title="Zoom outage",
        state="signal",
        began_at=MOMENT,
        began_precision="minute",
        ended_precision=None,
        ended_at=None,
        peak_reports=None,
        official_id=None,
        documents=1,
        origins=1,
        claims=claims,
        regions=(india,),
    )
    conflict = Conflict(
        id=f"{incident.id}:began_at:{claims[0]}:{claims[1]}",
        incident=incident.id,
        field="began_at",
        claim_a=claims[0],
        claim_b=claims[1],
        explanation="They differ.",
    )
    return Assembly(incidents=(incident,), conflicts=(conflict,))
