"""Amazon Web Services: the RSS feeds at ``https://status.aws.amazon.com/rss/``.

A feed has one item a post, not one an incident. An item's guid is its service and its own time,
``https://status.aws.amazon.com/#ec2-us-east-1_1777533954``, so the posts of one incident are
put together here: those of one service, until one says that it is over or a day passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

from scraper import payload
from scraper.items import Parsed
from scraper.prose import from_html
from scraper.sources import Source
from scraper.statuspages import feed
from scraper.statuspages.aws import ZONE, address, close, official_id, title
from scraper.statuspages.aws_names import is_over, region_code, service_name, split_place
from scraper.statuspages.render import Report, document

EXPECTED = "an RSS feed of status.aws.amazon.com, whose guids end in #service-region_epoch"

_GUID = re.compile(r"#([a-z0-9-]{1,80})_(\d{9,11})$")
_STATE = re.compile(r"^(Service is operating normally|[A-Z][a-z]+(?: [a-z]+)?): *")
_CHANNEL = re.compile(r"^(.{1,200}) Service Status$")
_GAP = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    service: str
    at: datetime
    stamp: str
    title: str
    said: str

    @property
    def over(self) -> bool:
        return "[RESOLVED]" in self.title or is_over(f"{self.title} {self.said}")


def parse(body: bytes, source: Source, fetched_at: datetime) -> Parsed:
    """Return one official Document an incident of an AWS status feed.

    An item that cannot be read costs only itself and becomes a problem.
    """
    try:
        channel, entries, damages = feed.read(body, EXPECTED)
    except payload.PayloadError as error:
        return Parsed(problems=(str(error),))
    items: list[_Item] = []
    problems = [str(damage) for damage in damages]
    for number, entry in enumerate(entries, start=1):
        try:
            items.append(_item(entry))
        except payload.PayloadError as error:
            problems.append(payload.problem(f"item number {number}", error))
    named = _CHANNEL.match(channel.get("title", ""))
    return Parsed(
        documents=tuple(
            document(_report(posts, named[1] if named else ""), source, fetched_at)
            for posts in _incidents(items)
        ),
        problems=tuple(problems),
    )


def _item(entry: Any) -> _Item:
    guid = _GUID.search(entry.get("id", ""))
    if not guid:
        raise payload.PayloadError(f"its guid is {entry.get('id', '')[:80]!r}; expected {EXPECTED}")
    return _Item(
        service=guid[1],
        at=datetime.fromtimestamp(int(guid[2]), UTC),
        stamp=entry.get("published", ""),
        title=_STATE.sub("", entry.get("title", "")),
        said=from_html(entry.get("summary", "")),
    )


def _incidents(items: list[_Item]) -> Iterator[list[_Item]]:
    ordered = sorted(items, key=lambda item: (item.service, item.at))
    for _, posts in groupby(ordered, key=lambda item: item.service):
        incident: list[_Item] = []
        for post in posts:
            if incident and (incident[-1].over or post.at - incident[-1].at > _GAP):
                yield incident
                incident = []
            incident.append(post)
        yield incident


def _report(posts: list[_Item], channel: str) -> Report:
    first, last = posts[0], posts[-1]
    code = region_code(first.service)
    name, place = split_place(channel)
    return Report(
        official_id=official_id(first.service, first.at),
        title=title(last.title),
        url=address(first.service, first.at),
        updates=tuple(close([(post.at, post.stamp, post.said) for post in posts], last.over)),
        service=service_name(first.service) or (name if place else ""),
        regions=((f"{place} ({code})" if place else code),) if code else (),
        zone=ZONE,
    )
