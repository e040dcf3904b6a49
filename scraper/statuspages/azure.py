"""Microsoft Azure: the HTML of the status history at https://azure.status.microsoft/status/history/.

Two forms are read: a heading with a title and ``Tracking ID: XXXX-XXX`` over a collapsed card
(to 2023), and a single ``h3`` that ends in ``(Tracking ID XXXX-XXX)`` (since). Azure states when
an outage began and ended in its prose alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bs4 import BeautifulSoup, Tag

from scraper import payload
from scraper.items import Document, Parsed
from scraper.prose import from_html, tree
from scraper.sources import Source
from scraper.statuspages.render import Report, document

EXPECTED = "an Azure status history page, whose incidents each have a Tracking ID"
HOME = "https://azure.status.microsoft/status/history/"

_TRACKING = re.compile(r"\(?\bTracking ID:? *([A-Z0-9_]{4}-[A-Z0-9_]{3})\b\)?")


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an incident of an Azure status history page.

    An incident that cannot be read costs only itself and becomes a problem.
    """
    documents: list[Document] = []
    problems: list[str] = []
    for number, item in enumerate(_items(tree(body.decode(errors="replace"))), start=1):
        try:
            documents.append(document(_report(item), source, fetched_at))
        except payload.PayloadError as error:
            problems.append(payload.problem(f"incident number {number}", error))
    if not (documents or problems):
        problems.append(f"no incident found; expected {EXPECTED}")
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def _items(page: BeautifulSoup) -> Iterator[Tag]:
    yield from page.find_all("div", class_="incident-history-item")
    for heading in page.find_all("h3"):
        if heading.parent and _TRACKING.search(heading.get_text()):
            yield heading.parent


def _report(item: Tag) -> Report:
    heading = item.find(class_="incident-history-title") or item.find("h3")
    card = item.find(class_="card-body")
    tracking = _TRACKING.search(item.get_text(" "))
    if not (heading and tracking):
        raise payload.PayloadError("has no title or no Tracking ID; expected both")
    title = " ".join(_TRACKING.sub("", heading.get_text()).split())
    day = item.find(class_="hide-text")
    stamp = day.get_text(strip=True) if day else ""
    if card is None:
        heading.extract()
    return Report(
        official_id=f"azure:{tracking[1]}",
        title=title,
        url=f"{HOME}?trackingId={tracking[1]}",
        updates=(),
        prose=from_html(card or item),
        published_at=_day(stamp),
        published_text=stamp,
    )


def _day(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, "%m/%d/%Y").replace(tzinfo=UTC)
    except ValueError:
        return None
