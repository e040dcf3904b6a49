"""From a read document to its claims: which kind of text it is, and what it says as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.assertions import (
    aboutness,
    authors,
    denials,
    logs,
    modality,
    nameless,
    narrative,
    operators,
    recalling,
    updates,
)
from nlp.assertions.announcements import as_planned
from nlp.assertions.asides import is_bystander
from nlp.assertions.passages import Sentence, sentences
from nlp.assertions.subjects import Subject, Subjects
from nlp.claims import Claim
from nlp.names import gazetteers, publishers, surroundings
from nlp.names.kinship import are_kin, is_app_store, is_of
from nlp.readable import Readable
from nlp.text.texts import text_of
from nlp.values import KeyValue, TimeValue

_LOOKING_BACK = re.compile(
    r"\b(?:look(?:s|ing)?\s+back|anniversary|years?\s+(?:ago|on|later|after)|retrospective"
    r"|remember(?:s|ing)?\s+(?:when|the)|revisit\w*|lessons\s+(?:from|of)|a\s+history\s+of"
    r"|history[’']s|biggest\s+outages|worst\s+outages)\b",
    re.IGNORECASE,
)


def find(doc: Doc) -> list[Claim]:
    """Return the claims of a document whose mentions are found, in order, none twice."""
    context: Readable = doc._.context
    text = text_of(doc)
    passages = sentences(doc)
    official = _speaker(context, text, passages)
    if official:
        return _of_operator(context, text, passages, official)
    is_post = surroundings.is_post(doc)
    author = authors.of(passages, context.publisher, is_post=is_post)
    told = narrative.claims(passages, about=author, is_post=is_post)
    if not told and (unknown := nameless.subjects(passages, is_post=is_post)):
        told = narrative.claims(passages, about=unknown)
    meant = _meant(context, passages) if is_post else ()
    if meant and _is_of_part(told, meant):
        meant = ()
    if meant and (told or any(nameless.fails(passage) for passage in passages)):
        told = narrative.claims(passages, about=meant, is_post=is_post)
    found = logs.dated(denials.with_denials(told, passages), text, passages)
    found = recalling.settle(found, context.published_at, _offsets(passages))
    if aboutness.of_other(text, passages, found):
        return []
    if is_post and aboutness.is_posters_own(text, found):
        return []
    if _looks_back(text, found):
        found = [replace(claim, modality="past") for claim in found]
    if passages and modality.announces(passages[0]):
        found = [as_planned(claim) for claim in found]
    return _once(found)


def _of_operator(
    context: Readable, text: str, passages: Sequence[Sentence], official: Subject
) -> list[Claim]:
    """Return what an operator claims of its service."""
    found = _once(updates.claims(text, passages, official))
    if passages and modality.announces(passages[0]) and not _is_begun(found):
        found = [as_planned(claim) for claim in found]
    if not context.service and aboutness.of_nothing(
        text, passages, found, is_known=official.key is not None
    ):
        return []
    return [] if aboutness.is_all_well(found) else found


def _is_begun(found: Sequence[Claim]) -> bool:
    """Whether the work that an operator announces is said to be further than scheduled."""
    told = (claim.value for claim in found if claim.field == "phase")
    return any(isinstance(value, KeyValue) and value.key != "scheduled" for value in told)


def _meant(context: Readable, passages: Sequence[Sentence]) -> Subjects:
    """Return the service in whose own forum somebody posts, or that posts itself.

    A title that names another is about that: Warframe, in the community of Steam. So is all that
    is said of an app in a shop of apps. One that names a part is about that: iCloud, in Apple's.
    """
    service = publishers.community(context.publisher)
    if service is None and context.kind == "social":
        service = publishers.account(context.publisher)
    if service is None:
        return ()
    telling = passages if is_app_store(service.key) else passages[:1]
    named = {
        Subject.of(mark.mention)
        for passage in telling
        for mark in passage.of("SERVICE")
        if not is_bystander(passage, mark.mention)
    }
    if any(not are_kin(one.key, service.key) for one in named):
        return ()
    parts = tuple(one for one in named if is_of(one.key, service.key))
    if len(parts) == 1 == len(named):
        return parts
    return (Subject(service.key, service.name),)


def _is_of_part(told: Sequence[Claim], meant: Subjects) -> bool:
    """Whether what a house's forum tells is of a part of it: of Lambda, in that of AWS."""
    most = Counter(claim.service for claim in told).most_common(1)
    return bool(most) and any(is_of(most[0][0], whole.key) for whole in meant)


def _offsets(passages: Sequence[Sentence]) -> Callable[[Claim], int]:
    """Return what says where in the text the words of a claim stand."""
    starts = [mark.mention.start for passage in passages for mark in passage.marks]
    return lambda claim: starts[claim.mentions[0]] if claim.mentions else claim.start


def _speaker(context: Readable, text: str, passages: Sequence[Sentence]) -> Subject | None:
    """Return the service that an official document speaks for."""
    if context.kind != "official":
        return None
    service = gazetteers.services().get(context.service or "")
    if service:
        return Subject(service.key, service.name)
    if context.service:
        return Subject(context.service, context.service)
    own = operators.named(text, passages, context.publisher)
    return None if own.key is None and operators.passes_on(passages) else own


def _once(found: Sequence[Claim]) -> list[Claim]:
    """Drop what was said before in the same sense."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        key = (
            claim.service,
            claim.field,
            claim.value,
            claim.modality,
            claim.attributed_to,
            claim.occasion,
        )
        kept.setdefault(key, claim)
    return list(kept.values())


def _looks_back(text: str, found: Sequence[Claim]) -> bool:
    """Whether a text is a retrospective: its opening says so, and no clock time is recent."""
    for claim in found:
        clock = isinstance(claim.value, TimeValue) and claim.value.is_exact
        if clock and claim.modality == "asserted":
            return False
    return _LOOKING_BACK.search(text[:400]) is not None
