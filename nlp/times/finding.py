"""Times in a text: found, taken apart, dated, zoned, and placed in UTC.

The steps are modules: :mod:`nlp.times.tokens` and :mod:`nlp.times.grammar` find expressions,
:mod:`nlp.times.links` ties those that speak of one moment or range, :mod:`nlp.times.zoning` finds
each one's zone, :mod:`nlp.times.resolving` dates them along the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nlp.mentions import Mention
from nlp.names import surroundings
from nlp.text.texts import text_of
from nlp.times import grammar as times_grammar
from nlp.times import links as times_links
from nlp.times import newsrooms
from nlp.times import resolving as times_resolve
from nlp.times import story as times_story
from nlp.times import zoning as times_zoning

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: Doc) -> list[Mention]:
    """Return the TIME mentions of a document, by offset.

    Reads ``doc._.context`` for the moment and zone of publication where it is set, and
    ``doc._.regions`` for places that tell ambiguous zones apart. Where these tell none, it is the
    publisher's name and the countries of ``doc._.services`` that do.
    """
    context = doc._.context if doc.has_extension("context") else None
    regions = doc._.regions if doc.has_extension("regions") else ()
    services = doc._.services if doc.has_extension("services") else ()

    def homes() -> Iterator[list[str]]:
        if not context:
            return
        own = context.kind == "official"  # Of itself a service tells by its own clocks.
        named = [service.key for service in services or ()]
        if own:
            yield newsrooms.of_services([surroundings.own_service(doc)])
            yield newsrooms.of_publisher(context.publisher)
            yield newsrooms.of_services(named)
        yield [place.key for place in regions or () if place.key]
        yield newsrooms.of_publisher(context.publisher)
        if not own:
            yield newsrooms.of_services([*named, surroundings.own_service(doc)])

    return find_in(
        text_of(doc),
        published_at=context.published_at if context else None,
        zone=context.zone if context else None,
        places=[(place.start, place.key) for place in regions or () if place.key],
        homes=homes,
    )


def find_in(
    text: str,
    *,
    published_at: datetime | None = None,
    zone: str | None = None,
    places: Sequence[tuple[int, str]] = (),
    homes: times_zoning.Homes = times_zoning.nowhere,
) -> list[Mention]:
    """Return the TIME mentions of a text, by offset.

    ``published_at`` is aware; at midnight, in UTC or the publisher's ``zone`` (IANA), it means the
    day. ``places`` are offsets and ISO 3166 codes or GeoNames ids. A time that nothing dates has
    no value. ``homes``: codes of places by whose clocks a text goes that names no zone, nor has a
    publisher's; the first that agree count.
    """
    tokens, found = times_grammar.expressions(text)
    if not found:
        return []
    links = times_links.link(text, tokens, found)
    found = times_links.complete(found, links)
    story = times_story.begin(published_at, zone)
    evidence = times_zoning.Evidence(
        text=text, zone=zone, places=sorted(places), day=story.day, homes=homes
    )
    zoned = times_zoning.zone_all(found, links, evidence)
    resolved = times_resolve.resolve(text, found, zoned, links, story)
    return [
        Mention(
            label="TIME",
            start=item.start,
            end=item.end,
            text=text[item.start : item.end],
            key=None,
            name=None,
            rule=item.rule,
            timex=meaning.timex,
            value=meaning.value,
            unresolved=meaning.unresolved,
        )
        for item, meaning in zip(found, resolved, strict=True)
    ]
