"""Where the trouble of one service is told as the cause of another's ("after AWS went down")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from nlp.mentions import Mention
from nlp.names.kinship import are_kin, are_rivals
from nlp.words.notation import alternation
from nlp.words.sets import members

Manner = Literal["told", "laid", "guessed"]
"""With the trouble that it brought, at a service's door, or there by a guess."""
Span = tuple[int, int]
"""A stretch of a text: ``text[start:end]``."""

_REACH = 90
"""How far before a name the words may stand that make its trouble a cause, in characters."""
_FAR = 220
"""How far from a name the service stands that its trouble hit."""
_MANY = 8
"""How many services beside a name are looked at, so that time stays linear."""
_TROUBLE = f"(?:{alternation(members('outage'))})"
_BECAUSE = (
    r"\b(?P<why>after|as|when|because(?:\s+of)?|following|amid|since|due\s+to|owing\s+to|thanks\s+to"
    r"|blamed\s+on|caused\s+by|attributed\s+to|traced\s+to|linked\s+to|tied\s+to|put\s+down\s+to)"
)
_THEN = re.compile(
    r"\b(?:(?:minute|hour|day|week|month|year)s?|comes|came|long|follows|similar|same)\s+$",
    re.IGNORECASE,
)
"""Before "after" where it but tells the order: "a week after Optus suffered a failure"."""
_WORDS = (
    r"(?:\s+(?!(?:took|takes?|knock(?:s|ed)|hits?|left|leaves|brought|brings|made|makes|forced|cut"
    r"|said|says|told)\b)[\w’'-]{1,20}){0,4}?"
)
_BEFORE_ITS = re.compile(rf"{_BECAUSE}{_WORDS}\s+$", re.IGNORECASE)
"""Before a name behind which its trouble stands: "after the reservation system Navitaire"."""
_BEFORE = re.compile(
    rf"{_BECAUSE}{_WORDS}\s+(?P<cause>{_TROUBLE}\s+(?:at|with|in|of|on|affecting|hitting)"
    r"(?:\s+[a-z][\w’'-]{0,20}){0,4}\s+)$",
    re.IGNORECASE,
)
"""Before a name whose trouble stands there too: "because of a fault at the bank's supplier"."""
_BEHIND = re.compile(
    rf"(?:['’]s?)?(?:\s+[a-z][\w-]{{1,15}}){{0,2}}?\s+{_TROUBLE}\b"
    r"|(?:,\s[^,.\n]{3,60},)?\s+(?:(?:has|had|was|were|is|are|itself|also|suddenly)\s+){0,2}"
    rf"(?:(?:an?|its|another|the)\s+(?:[a-z-]+\s+){{0,2}}{_TROUBLE}"
    r"|broke(?:n)?\s+down|breaks?\s+down|broke|went\s+(?:down|dark|offline|under|wrong)"
    r"|go(?:es|ing)\s+(?:down|dark|offline)|gone\s+(?:down|dark|offline)|fell\s+over|falls\s+over"
    r"|fail(?:s|ed|ing)?|crash(?:es|ed|ing)?|collaps(?:es|ed|ing)|stumbl(?:es|ed)|falter(?:s|ed)"
    r"|suffer(?:s|ed|ing)|hit\s+(?:trouble|problems)|down|offline|did|wobbled|struggl(?:es|ed|ing))\b",
)
"""Behind a name: its trouble, or that it broke."""
_AT_DOOR = re.compile(
    rf"\b(?:(?:{_TROUBLE}|cause|blame)\s+(?:was|is|lay|lies|sat|rests?|originated|began|started)"
    r"\s+(?:at|with|in)|(?:linked|tied|traced)\s+(?:[\w’'-]{1,20}\s+){1,4}to"
    r"|(?P<guess>point(?:s|ed|ing)?\s+(?:(?:the|a|their)\s+fingers?\s+)?(?:at|to|towards?)"
    r"|(?:common\s+(?:thread|link|denominator|factor)|culprit)"
    r"\s+(?:is|was|seems\s+to\s+be|appears\s+to\s+be)))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name that another's trouble, told before, is put down to: "the fault was at Visa"."""
_DOORS = ("at", "with", "in", "to", "toward", "towards", "is", "was", "be", "the")
"""How such words end."""
_HEADED = re.compile(
    rf"(?P<its>(?:['’]s?)?\s+{_TROUBLE})(?:\s+(?:live|latest|updates?|in\s[A-Z]\w+))?\s?(?::|,|\s[–—-])\s",
)
"""Behind a name that opens a line, before those that its trouble hit: "AWS outage: X, Y hit"."""
_BREAK = re.compile(r"[.!?](?=\s)|\n")


def blamed(text: str, services: Sequence[Mention]) -> Iterator[tuple[int, int, Manner]]:
    """Yield the words that tell of a service's trouble where it is why another was in trouble.

    ``services``: those that the text names, by their start.
    """
    for number, service in enumerate(services):
        span = _told(text, service)
        if not (span and _others(text, services, number, span)):
            span = _heads(text, services, number)
        if span:
            yield *span, "told"
        elif manner := _at_door(text, services, number):
            yield service.start, service.end, manner


def _told(text: str, service: Mention) -> Span | None:
    """Return what a connective before a service says that it had."""
    before = text[max(0, service.start - _REACH) : service.start]
    told = _BEFORE.search(before)
    behind = None if told else _BEHIND.match(text, service.end, service.end + _REACH)
    why = told or (_BEFORE_ITS.search(before) if behind else None)
    if not why or _THEN.search(before, 0, why.start("why")):
        return None
    if told:
        return service.start - len(before) + told.start("cause"), service.end
    return (service.start, behind.end()) if behind else None


def _at_door(text: str, services: Sequence[Mention], number: int) -> Manner | None:
    """Return how what befell a service named before is laid at the door of another, if it is."""
    service = services[number]
    words = text[max(0, service.start - _REACH) : service.start]
    laid = _AT_DOOR.search(words) if words.rstrip().lower().endswith(_DOORS) else None
    before = services[max(0, number - _MANY) : number]
    if not laid or not any(_is_another(service, other) for other in before):
        return None
    return "guessed" if laid["guess"] else "laid"


def _heads(text: str, services: Sequence[Mention], number: int) -> Span | None:
    service = services[number]
    if service.start and text[service.start - 1] != "\n":
        return None
    headed = _HEADED.match(text, service.end, service.end + _REACH)
    if not headed:
        return None
    line = text.find("\n", headed.end(), headed.end() + _FAR)
    end = line if line >= 0 else headed.end() + _FAR
    hit = (other for other in services[number + 1 : number + 1 + _MANY] if other.start < end)
    if not any(_is_another(service, other) for other in hit):
        return None
    return service.start, headed.end("its")


def _others(text: str, services: Sequence[Mention], number: int, span: Span) -> bool:
    """Whether another service stands before a cause in its sentence."""
    first = max(0, span[0] - _FAR)
    for stop in _BREAK.finditer(text, first, span[0]):
        first = stop.end()
    return any(
        other.start >= first and _is_another(services[number], other)
        for other in services[max(0, number - _MANY) : number]
    )


def _is_another(supplier: Mention, service: Mention) -> bool:
    """Whether a service may be a supplier's customer: of another house, and no rival."""
    if supplier.key == service.key or supplier.name == service.name:
        return False
    return not (are_kin(supplier.key, service.key) or are_rivals(supplier.key, service.key))
