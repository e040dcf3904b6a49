"""Atlassian Statuspage: ``/api/v2/incidents.json``, and pages that serve the same shape.

The format is Atlassian's: https://support.atlassian.com/statuspage/docs/what-are-the-different-apis-under-statuspage/
incident.io and Instatus answer it too, with fewer fields; only an id, a name and some time are
needed here.
"""

from __future__ import annotations

import re
import zoneinfo
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ValidationError

from scraper import payload
from scraper.items import Document, Parsed
from scraper.prose import from_markdown
from scraper.sources import Source
from scraper.stamps import Moment, iso
from scraper.statuspages.render import Report, Update, document

EXPECTED = "an Atlassian Statuspage answer: an object with a list 'incidents'"


class _Component(BaseModel):
    name: str


class _Update(BaseModel):
    status: str
    body: str | None = None
    display_at: Moment | None = None
    created_at: Moment | None = None
    affected_components: list[_Component] | None = None


class _Incident(BaseModel):
    id: str
    name: str
    impact: str | None = None
    started_at: Moment | None = None
    created_at: Moment | None = None
    resolved_at: Moment | None = None
    scheduled_for: Moment | None = None
    components: list[_Component] | None = None
    incident_updates: list[Any] | None = None


class _Page(BaseModel):
    name: str = ""
    url: str = ""
    time_zone: str | None = None


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an incident of an ``incidents.json``.

    An incident or an update that cannot be read costs only itself and becomes a problem.
    """
    try:
        value = payload.load(body, EXPECTED)
        incidents = payload.entries(value, "incidents", EXPECTED)
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    page = _page(value.get("page"))
    documents: list[Document] = []
    problems: list[str] = []
    for number, entry in enumerate(incidents, start=1):
        try:
            report, lost = _report(entry, page, source)
            documents.append(document(report, source, fetched_at))
            problems += [payload.problem(f"incident {report.official_id}", e) for e in lost]
        except (ValidationError, payload.PayloadError) as error:
            problems.append(payload.problem(label(entry, number), error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def owner(source: Source, name: str) -> str:
    """Return whose incidents these are: the source's service, else the page's name as a key.

    So a file that is imported gets the same official ids as the page when it is crawled.
    """
    return source.service or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or source.id


def label(entry: object, number: int) -> str:
    """Return how a message names the entry of that number: by its id where it has one."""
    found = entry.get("id") if isinstance(entry, dict) else None
    return f"incident {str(found)[:60]!r}" if found else f"incident number {number}"


def _page(value: object) -> _Page:
    try:
        return _Page.model_validate(value)
    except ValidationError:
        return _Page()


def _report(entry: object, page: _Page, source: Source) -> tuple[Report, list[Exception]]:
    incident = _Incident.model_validate(entry)
    updates, lost = _updates(incident)
    began = None if incident.scheduled_for else incident.started_at or incident.created_at
    if not (updates or began):
        raise payload.PayloadError("has no update and no time that can be read; expected either")
    return (
        Report(
            official_id=f"{owner(source, page.name)}:{incident.id}",
            title=incident.name,
            url=f"{page.url.rstrip('/')}/incidents/{incident.id}" if page.url else "",
            updates=tuple(updates),
            service=page.name,
            components=_components(incident),
            severity=incident.impact or "",
            began=began,
            ended=None if incident.scheduled_for else incident.resolved_at,
            zone=page.time_zone if page.time_zone in zoneinfo.available_timezones() else None,
        ),
        lost,
    )


def _updates(incident: _Incident) -> tuple[list[Update], list[Exception]]:
    updates: list[Update] = []
    lost: list[Exception] = []
    for entry in incident.incident_updates or ():
        try:
            update = _Update.model_validate(entry)
        except ValidationError as error:
            lost.append(error)
            continue
        at = update.display_at or update.created_at
        if at is None:
            lost.append(payload.PayloadError("an update has neither display_at nor created_at"))
            continue
        status = update.status.replace("_", " ").capitalize()
        updates.append(
            Update(at=at, status=status, body=from_markdown(update.body or ""), stamp=iso(at))
        )
    return updates, lost


def _components(incident: _Incident) -> tuple[str, ...]:
    names = [component.name for component in incident.components or ()]
    return tuple(dict.fromkeys(names))
