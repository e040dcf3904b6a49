"""Evidence for tests of assembly, written by hand in a few words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from nlp.claims import Claim, CountField, TimeField
from nlp.names.gazetteers import Service
from nlp.values import CountValue, KeyValue, TimeValue, Value
from pipelines.assembly.evidence import Evidence

SERVICES = {
    service.key: service
    for service in (
        Service(key="openai", name="OpenAI", kind="ai", owner="OpenAI"),
        Service(key="chatgpt", name="ChatGPT", kind="ai", owner="OpenAI", parent="openai"),
        Service(key="codex", name="Codex", kind="ai", owner="OpenAI", parent="chatgpt"),
        Service(key="claude", name="Claude", kind="ai", owner="Anthropic"),
        Service(key="downdetector", name="Downdetector", kind="monitor"),
    )
}


def at(text: str, *, precision: str = "minute", **more: Any) -> TimeValue:
    """Return a time from ``2026-02-03 20:32`` (UTC) or ``2026-02-03``."""
    start = datetime.fromisoformat(text).replace(tzinfo=UTC)
    if len(text) == len("2026-02-03"):
        precision = "day"
    width = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}[
        precision
    ]
    return TimeValue(
        start=start, end=start + width, precision=precision, zone="UTC", zone_from="stated", **more
    )


def value(field: str, told: Any) -> Value:
    """Return a claim's value from a short form: a time, a number, or a key."""
    if isinstance(told, TimeValue | CountValue | KeyValue):
        return told
    if field in get_args(TimeField):
        return at(told)
    if field in get_args(CountField):
        return CountValue(min=told, max=told)
    return KeyValue(key=told, name=told)


def evidence(
    document: str,
    field: str,
    told: Any,
    *,
    service: str | None = "chatgpt",
    kind: str = "news",
    published: str | None = "2026-02-04 02:00",
    modality: str = "asserted",
    by: str | None = None,
    official_id: str | None = None,
    occasion: int = 0,
    start: int = 0,
    publisher: str | None = None,
    title: str = "",
) -> Evidence:
    """Return one stored claim; its id is made of document, field, value and offset."""
    claim = Claim(
        service=service,
        field=field,  # type: ignore[arg-type]  # the short form is checked by value()
        value=value(field, told),
        value_text=str(told),
        modality=modality,  # type: ignore[arg-type]  # given by tests alone
        attributed_to=by,
        start=start,
        end=start + 10,
        occasion=occasion,
    )
    when = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return Evidence(
        id=f"{document}.1.{field}.{told}.{start}.{occasion}.{service}",
        place=start,
        claim=claim,
        document=document,
        url=f"https://{document}.example/",
        canonical_url=f"https://{document}.example/",
        publisher=publisher or document.title(),
        kind=kind,
        source="import",
        published_at=when,
        title=title,
        official_id=official_id,
    )
