"""Atlassian Statuspage: ``/history.atom``, the feed of a page's past incidents.

Each entry's content is HTML with the newest update first::

    <p><small>Aug <var>21</var>, <var>00:37</var> UTC</small><br>
    <strong>Resolved</strong> - It works again.</p>

The stamps have no year: each is taken nearest to the update after it, the newest nearest to the
entry's own ``published``. The feed lists no components; those stand in the words alone.
"""

from __future__ import annotations

import calendar
from datetime import UTC, datetime
from typing import Any

from bs4 import Tag

from scraper import payload
from scraper.items import Document, Parsed
from scraper.prose import from_html, lines, tree
from scraper.sources import Source
from scraper.stamps import StampError, near
from scraper.statuspages import feed
from scraper.statuspages.render import Report, Update, document
from scraper.statuspages.statuspage import owner

EXPECTED = "an Atom feed as Atlassian Statuspage serves it at /history.atom"


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an entry of a ``history.atom``.

    An entry or an update that cannot be read costs only itself and becomes a problem.
    """
    try:
        page, entries, damages = feed.read(body, EXPECTED)
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    name = page.get("author", "") or page.get("title", "").split(" Status - ")[0]
    documents: list[Document] = []
    problems = [str(damage) for damage in damages]
    for number, entry in enumerate(entries, start=1):
        where = f"entry {entry.get('link') or number}"
        try:
            report, lost = _report(entry, name, source)
            documents.append(document(report, source, fetched_at))
            problems += [payload.problem(where, error) for error in lost]
        except payload.PayloadError as error:
            problems.append(payload.problem(where, error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def _report(entry: Any, name: str, source: Source) -> tuple[Report, list[StampError]]:
    link = entry.get("link", "")
    code = link.rstrip("/").rpartition("/incidents/")[2]
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    html = entry["content"][0].get("value", "") if entry.get("content") else ""
    if not code or code == link or not parsed:
        raise payload.PayloadError("has no /incidents/ link or no published; expected both")
    updates, lost = _updates(html, datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    if not updates:
        raise payload.PayloadError(
            "has no update with a time; expected <p><small>Aug 20, 14:43 UTC"
        )
    planned = any(update.status in ("Scheduled", "In progress", "Completed") for update in updates)
    resolved = [update.at for update in updates if update.status == "Resolved"]
    return (
        Report(
            official_id=f"{owner(source, name)}:{code}",
            title=entry.get("title", ""),
            url=link,
            updates=tuple(updates),
            service=name,
            began=None if planned else min(update.at for update in updates),
            ended=None if planned else max(resolved, default=None),
        ),
        lost,
    )


def _updates(html: str, published: datetime) -> tuple[list[Update], list[StampError]]:
    updates: list[Update] = []
    lost: list[StampError] = []
    reference = published
    for paragraph in tree(html).find_all("p"):
        small = paragraph.find("small")
        if not isinstance(small, Tag):
            continue
        stamp = lines(small.extract().get_text())
        try:
            reference = near(stamp, reference)
        except StampError as error:
            lost.append(error)
            continue
        status, _, said = from_html(paragraph).partition(" - ")
        updates.append(Update(at=reference, status=status.strip(), body=said, stamp=stamp))
    updates.reverse()
    return updates, lost
