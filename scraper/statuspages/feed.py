"""A status platform's feed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scraper import xmlfeeds
from scraper.payload import PayloadError


def read(
    body: bytes, expected: str
) -> tuple[Mapping[str, Any], list[Mapping[str, Any]], list[PayloadError]]:
    """Return a feed's own facts, its entries, and its damages.

    Of a feed that is cut off the last entry is left out: it may lack its oldest posts, and would
    then lie about when it began. Raises :class:`~scraper.payload.PayloadError` for what is no feed.
    """
    try:
        feed = xmlfeeds.read(body)
    except xmlfeeds.NoFeedError as error:
        raise PayloadError(f"{error}; expected {expected}") from error
    if feed.problems and not feed.entries:
        raise PayloadError(f"this is no feed with an entry; expected {expected}")
    return feed.about, list(feed.entries), [PayloadError(problem) for problem in feed.problems]
