"""Amazon Web Services: the status dashboard's JSON, in the two shapes it has had.

``data.json`` (to 2022) is an object with ``archive`` and ``current``; an event's posts are HTML,
each after a stamp such as ``12:53 PM PDT``. ``/public/currentevents`` (since) is an array, in
UTF-16, whose events carry an ``event_log``. Neither says when an outage began or ended, only
when something was posted; the words say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

from scraper import payload
from scraper.items import Document, Parsed
from scraper.prose import from_html, from_markdown
from scraper.sources import Source
from scraper.stamps import Moment, StampError, iso, near
from scraper.statuspages.aws_names import is_over, region_code, severity, split_place
from scraper.statuspages.render import Report, Update, document
from scraper.statuspages.statuspage import label

EXPECTED = "AWS's data.json (an object with 'archive' and 'current') or its array of current events"
HOME = "https://status.aws.amazon.com/"
EVENT = "https://health.aws.amazon.com/health/status?eventID="
ZONE = "America/Los_Angeles"

_STAMP = re.compile(r"<span class=[\"']?yellowfg[\"']?>([^<]{1,60})</span>")
_RESOLVED = re.compile(r"^\s*\[RESOLVED\]\s*", re.I)


class _Post(BaseModel):
    timestamp: Moment
    message: str | None = None
    summary: str | None = None


class _Impacted(BaseModel):
    service_name: str


class _Event(BaseModel):
    service: str
    service_name: str
    summary: str
    date: Moment
    arn: str | None = None
    status: str | int | None = None
    description: str | None = None
    region_name: str | None = None
    event_log: list[_Post] | None = None
    impacted_services: dict[str, _Impacted] | None = None


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an event of either JSON.

    An event or a post that cannot be read costs only itself and becomes a problem.
    """
    try:
        events = _events(payload.load(body, EXPECTED))
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    documents: list[Document] = []
    problems: list[str] = []
    for number, entry in enumerate(events, start=1):
        try:
            report, lost = _report(entry)
            documents.append(document(report, source, fetched_at))
            problems += [payload.problem(f"event {report.official_id}", e) for e in lost]
        except (ValidationError, payload.PayloadError) as error:
            problems.append(payload.problem(_label(entry, number), error))
    return Parsed(documents=tuple(documents), problems=tuple(problems))


def title(summary: str) -> str:
    """Return an event's name: its summary without the mark that it is resolved.

    >>> title("[RESOLVED] Increased Error Rates")
    'Increased Error Rates'
    """
    return _RESOLVED.sub("", summary).strip()


def official_id(service: str, began: datetime) -> str:
    """Return an event's id: AWS names it by its service and the time of its first post."""
    return f"aws:{service}:{int(began.timestamp())}"


def address(service: str, began: datetime) -> str:
    """Return an event's address in the form that AWS's feeds use for a post."""
    return f"{HOME}#{service}_{int(began.timestamp())}"


def close(posts: list[tuple[datetime, str, str]], resolved: bool) -> Iterator[Update]:
    """Yield updates of (time, stamp, text), oldest first; the last is Resolved where it says so.

    AWS gives its posts no status word; ``resolved`` is what the event's summary says.
    """
    for position, (at, stamp, said) in enumerate(posts, start=1):
        done = position == len(posts) and (resolved or is_over(said))
        yield Update(at=at, status="Resolved" if done else "Update", body=said, stamp=stamp)


def _events(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    archive = payload.entries(value, "archive", EXPECTED)
    return [*archive, *payload.entries({"current": [], **value}, "current", EXPECTED)]


def _label(entry: object, number: int) -> str:
    if isinstance(entry, dict) and entry.get("service"):
        return label({"id": f"{entry['service']}:{entry.get('date')}"}, number)
    return label(entry, number)


def _report(entry: object) -> tuple[Report, list[StampError]]:
    event = _Event.model_validate(entry)
    lost: list[StampError] = []
    if event.event_log:
        posts = [(post.timestamp, iso(post.timestamp), _said(post)) for post in event.event_log]
        posts.sort(key=lambda post: post[0])
    else:
        posts, lost = _posts(event.description or "", event.date)
    if not posts:
        raise payload.PayloadError("has no post; expected 'description' or 'event_log'")
    name, place = split_place(event.service_name)
    code = region_code(event.service)
    impacted = [other.service_name for other in (event.impacted_services or {}).values()]
    place = event.region_name or place
    return (
        Report(
            official_id=official_id(event.service, event.date),
            title=title(event.summary),
            url=EVENT + event.arn if event.arn else address(event.service, event.date),
            updates=tuple(close(posts, bool(_RESOLVED.match(event.summary)))),
            service=name,
            components=tuple(
                dict.fromkeys(other for other in impacted if split_place(other)[0] != name)
            ),
            regions=(f"{place} ({code})" if place and code else place or code,)
            if place or code
            else (),
            severity=severity(event.status),
            zone=ZONE,
        ),
        lost,
    )


def _said(post: _Post) -> str:
    return from_markdown(post.message or post.summary or "")


def _posts(html: str, first: datetime) -> tuple[list[tuple[datetime, str, str]], list[StampError]]:
    """Return the posts of a description, each day inferred forward from the first post's time."""
    before, *pieces = _STAMP.split(html)
    if not pieces:
        said = from_html(before)
        return ([(first, iso(first), said)] if said else []), []
    posts: list[tuple[datetime, str, str]] = []
    lost: list[StampError] = []
    reference = first - timedelta(hours=12)  # so that the first stamp is the one nearest to it
    for stamp, piece in zip(pieces[::2], pieces[1::2], strict=True):
        try:
            reference = near(stamp, reference)
        except StampError as error:
            lost.append(error)
            continue
        posts.append((reference, " ".join(stamp.split()), from_html(piece)))
    return posts, lost
