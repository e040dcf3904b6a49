"""What is blamed where no phrase of the editor's names a cause: a lone thing, another's service."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from nlp.mentions import Mention
from nlp.words import culprits
from nlp.words.lexicons import Cause, Cue
from nlp.words.notation import alternation
from nlp.words.phrases import Hit
from nlp.words.sets import members

Span = tuple[int, int]
"""A stretch of a text: ``text[start:end]``."""

ANOTHERS = "third-party"
"""The cause where a service is blamed."""
_NEAR = 48
"""How far behind a cue the service stands that another's outage hit, in characters."""
_ACTS = re.compile(
    r"['’]s\b|,? (?:(?:is|are|was|were|has|have|had|can|could|will|would|may|might"
    r"|did|does|said|says)\b"
    r"|(?!need)\w{2,20}(?:ed|ies|ays|ets)\b)",
    re.IGNORECASE,
)
"""Behind a name that does something in the clause, and is not blamed."""
_SUPPOSED = "guessed"
_GUESSED = "guessed-before"
"""The cues that make a guess of what stands behind them, or before."""
_LONE = re.compile(
    r"(?:^|[.,:;!?(\n\"“–—-]\s?|\b(?:so|it's|its|be|is|was|a|the) )"
    r"(?P<words>[\w'-]+(?: [\w'-]+)?),? $"
)
"""A word or two that say nothing else, right before such a cue."""
_ENDS = re.compile(r"\s*(?:[.,;:!?)\n\"”]|$)| (?:of|from|at|in|on|again|or|and|but|somewhere) ")
"""Behind a thing of which nothing more is told than where and when it was."""
_PLACE = re.compile(r"\s(?:in|at|near|inside|outside|on)\s")
"""Behind it stands where a thing is, not what it is."""
_TROUBLE = re.compile(
    rf" (?:{alternation(members('outage'))})\b(?: (?:in|at|across) [A-Z][\w-]{{1,20}})?"
)
"""Of what one service had, and where: "an AWS outage in Ohio"."""


def behind(text: str, span: Span, cue: Cue, services: Sequence[Mention]) -> Cause | None:
    """Return the cause that the words behind a cue name; ``services``: those of the text."""
    if cue.strong and (thing := _thing(text, span)):
        return thing.item
    if cue.key == _SUPPOSED and (thing := _thing(text, span)):
        return thing.item if _ENDS.match(text, thing.end) else None
    first = _first(services, span[0])
    last = span[1] if cue.strong else span[0] + 1
    if first == len(services) or services[first].start >= last:
        return None
    acts = _ACTS.match(text, services[first].end)
    return None if acts else culprits.by_key(ANOTHERS)


def before(text: str, cue: Hit[Cue], services: Sequence[Mention]) -> tuple[Span, Cause] | None:
    """Return what stands right before a cue: a lone thing that is guessed ("DNS, I'd guess"), a
    service that is blamed, or whose outage hit the next one.
    """
    if cue.item.key == _GUESSED:
        return _thing_before(text, cue.start)
    last = _first(services, cue.start) - 1
    if last < 0:
        return None
    start, end = services[last].start, services[last].end
    trouble = _hits_another(services, last, cue.end) and _TROUBLE.match(text, end, cue.start - 1)
    if trouble:
        end = trouble.end()
    if end != cue.start - 1 or not (trouble or cue.item.blames):
        return None
    return (start, end), culprits.by_key(ANOTHERS)


def _thing(text: str, span: Span) -> Hit[Cause] | None:
    where = _PLACE.search(text, *span)
    end = where.start() if where else span[1]
    return next(culprits.bare().beginning(text, span[0], end), None)


def _thing_before(text: str, cue: int) -> tuple[Span, Cause] | None:
    """Return the thing in the two words right before a cue, behind a pause."""
    lone = _LONE.search(text, max(0, cue - _NEAR), cue)
    if lone is None:
        return None
    hit = next(culprits.bare().beginning(text, *lone.span("words")), None)
    whole = hit is not None and (hit.start, hit.end) == lone.span("words")
    return (lone.span("words"), hit.item) if hit and whole else None


def _hits_another(services: Sequence[Mention], number: int, end: int) -> bool:
    """Whether the next service is another one, and not far."""
    following = services[number + 1 : number + 2]
    return any(
        other.start < end + _NEAR and other.key != services[number].key for other in following
    )


def named(services: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a service is named in a stretch of the text: it is blamed then, or acts."""
    first = _first(services, start)
    return first < len(services) and services[first].start < end


def _first(services: Sequence[Mention], start: int) -> int:
    return bisect_left(services, start, key=lambda service: service.start)
