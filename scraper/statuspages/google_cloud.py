"""Google Cloud: ``https://status.cloud.google.com/incidents.json``.

Google publishes the schema beside it: https://status.cloud.google.com/incidents.schema.json
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urljoin

from pydantic import BaseModel, ValidationError

from scraper import payload
from scraper.items import Document, Parsed
from scraper.prose import from_markdown
from scraper.sources import Source
from scraper.stamps import Moment, iso
from scraper.statuspages.render import Report, Update, document
from scraper.statuspages.statuspage import label

EXPECTED = "Google Cloud's incidents.json: an array of objects with 'begin' and 'external_desc'"
HOME = "https://status.cloud.google.com/"


class _Titled(BaseModel):
    title: str


class _Update(BaseModel):
    when: Moment
    text: str
    status: str | None = None
    affected_locations: list[_Titled] | None = None


class _Incident(BaseModel):
    id: str
    external_desc: str
    begin: Moment | None = None
    end: Moment | None = None
    severity: str | None = None
    service_name: str | None = None
    affected_products: list[_Titled] | None = None
    currently_affected_locations: list[_Titled] | None = None
    previously_affected_locations: list[_Titled] | None = None
    updates: list[_Update] | None = None
    uri: str = ""


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an incident of an ``incidents.json``.

    An incident that cannot be read costs only itself and becomes a problem.
    """
    try:
        incidents = payload.entries(payload.load(body, EXPECTED), None, EXPECTED)
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    documents: list[Document] = []
    problems: list[str] = []
    for number, entry in enumerate(incidents, start=1):
        try:
            documents.append(document(_report(entry), source, fetched_at))
        except ValidationError as error:
            problems.append(payload.problem(label(entry, number), error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def _report(entry: object) -> Report:
    incident = _Incident.model_validate(entry)
    named = incident.service_name or ""
    service = "Google Cloud" if named in ("", "Multiple Products") else named
    products = _titles(incident.affected_products)
    return Report(
        official_id=f"google-cloud:{incident.id}",
        title=incident.external_desc,
        url=urljoin(HOME, incident.uri or f"incidents/{incident.id}"),
        updates=tuple(_updates(incident)),
        service=service,
        components=tuple(product for product in products if product != service),
        regions=_regions(incident),
        severity=incident.severity or "",
        began=incident.begin,
        ended=incident.end,
        zone="America/Los_Angeles",
    )


def _updates(incident: _Incident) -> Iterable[Update]:
    """Yield the updates, oldest first.

    Google's status says how bad it is, not what is being done. The first AVAILABLE after which
    nothing else comes is the resolution; what follows it is the report of the incident.
    """
    updates = sorted(incident.updates or (), key=lambda update: update.when)
    working = [update.status == "AVAILABLE" for update in updates]
    resolution = len(working)
    while resolution and working[resolution - 1]:
        resolution -= 1
    for position, update in enumerate(updates):
        yield Update(
            at=update.when,
            status="Resolved" if position == resolution else "Update",
            body=from_markdown(update.text),
            stamp=iso(update.when),
        )


def _regions(incident: _Incident) -> tuple[str, ...]:
    places = [*_titles(incident.currently_affected_locations)]
    places += _titles(incident.previously_affected_locations)
    for update in incident.updates or ():
        places += _titles(update.affected_locations)
    return tuple(dict.fromkeys(places))


def _titles(things: list[_Titled] | None) -> list[str]:
    return [thing.title for thing in things or ()]
