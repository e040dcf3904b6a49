"""Claims of a text that tells of outages in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from nlp.assertions import (
    bearing,
    blame,
    concerns,
    courses,
    descriptions,
    extents,
    felt,
    grades,
    houses,
    modality,
    rivals,
    roles,
    sparing,
    tallies,
    whereabouts,
)
from nlp.assertions.announcements import as_planned
from nlp.assertions.attribution import Attribution, Source, source_of
from nlp.assertions.coreference import Discourse
from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.subjects import Subject, Subjects, only_works
from nlp.assertions.troubles import of_markets
from nlp.claims import Claim, Field, Modality
from nlp.mentions import Mention
from nlp.names.kinship import is_monitor
from nlp.values import KeyValue, Value
from nlp.words.causes import SUPPLIER
from nlp.words.symptoms import NONE

_STRETCH = re.compile(r"(?:starting|beginning|between|from)\b", re.IGNORECASE)
"""How an operator's sentence begins that tells of its outage, in whatever words."""
_ITSELF = (None, "third-party", "backend-problem", "network-failure")
"""Causes that may be but another name of the outage; a bug in a service is none."""
_UNTOUCHED = re.compile(
    r"(?:,? (?:and|or) [^,.;]{2,40}?)?(?: (?:users|customers|subscribers|clients|apps?|networks?))?"
    r" (?:(?:is|are|was|were)(?: not|n['’]t) (?:[a-z]+ly )?(?:affected|impacted|hit|down)"
    r"|(?:is|are|was|were|remains?|remained) unaffected|never (?:went down|blinked))\b"
)
_DOWN = KeyValue(key="unavailable", name="unavailable", category="UNAVAIL")


class _Frame(NamedTuple):
    """A sentence and what holds of each of its clauses."""

    sentence: Sentence
    subjects: Sequence[Subjects]
    modalities: Sequence[Modality]
    sources: Sequence[Source]
    occasion: int
    """What outage a clause in the past tells of."""
    official: bool
    """Whether the operator itself speaks."""


def claims(
    sentences: Sequence[Sentence],
    *,
    official: Subjects = (),
    about: Subjects = (),
    is_post: bool = False,
) -> list[Claim]:
    """Return what sentences claim, in order.

    ``official``: the services that their operator speaks for in all of them. ``about``: what they
    are about though they name none. ``is_post``: somebody posts them in a forum or a network.
    """
    discourse = Discourse(sentences, official or about, is_post=is_post)
    attribution = Attribution()
    found: list[Claim] = []
    recalled, paragraph = 0, 0
    was_past = False
    for sentence in sentences:
        subjects = discourse.subjects(sentence)
        about = next((group for group in subjects if group), ())
        if not sentence.marks or not about or of_markets(sentence):
            was_past = False
            continue
        sources = [] if official else attribution.sources(sentence, about)
        modalities = modality.of_clauses(sentence, official=bool(official))
        if was_past and sentence.paragraph == paragraph and modality.goes_on(sentence):
            modalities = ["past" if how == "asserted" else how for how in modalities]
        paragraph = sentence.paragraph
        recalled += "past" in modalities and not was_past
        was_past = "past" in modalities
        frame = _Frame(sentence, subjects, modalities, sources, recalled, bool(official))
        found.extend(_claims(frame, discourse))
    found = [*houses.of_carriers(found, sentences)]
    return rivals.without(found, discourse.main)


def _claims(frame: _Frame, discourse: Discourse) -> Iterator[Claim]:
    times, counted = roles.times(frame.sentence), list(_counts(frame))
    told = frame.official and times and _STRETCH.match(frame.sentence.text)
    if not counted and not told and not concerns.in_trouble(frame.sentence, times):
        return
    for role in times:
        if not _is_of_others_work(frame, role, discourse):
            yield from _at(frame, role)
    yield from counted
    yield from _features(frame, discourse)
    yield from _regions(frame)
    yield from _symptoms(frame)
    yield from _causes(frame)
    yield from _phases(frame)
    yield from _severity(frame)
    yield from _untouched(frame)


def _at(frame: _Frame, role: roles.TimeRole) -> Iterator[Claim]:
    value = role.mark.mention.value
    for claim in _say(frame, role.mark, role.field, value) if value else ():
        yield replace(claim, modality="planned") if role.planned else claim


def _is_of_others_work(frame: _Frame, role: roles.TimeRole, discourse: Discourse) -> bool:
    """Whether a time is when others worked ("Tesco took orders that day without trouble")."""
    number = frame.sentence.clause_of(role.mark.mention.start)
    if role.field != "began_at" or set(frame.subjects[number]) & set(discourse.main):
        return False
    return only_works(frame.sentence, number)


def _counts(frame: _Frame) -> Iterator[Claim]:
    sentence = frame.sentence
    marks = sentence.of("COUNT")
    crowd = {
        mark.position
        for mark in marks
        if (source := source_of(sentence, mark.mention.start, frame.sources)) and source.monitor
    }
    for mark, field in tallies.counts(sentence, crowd):
        if mark.mention.value:
            yield from _say(frame, mark, field, mark.mention.value)


def _features(frame: _Frame, discourse: Discourse) -> Iterator[Claim]:
    sentence = frame.sentence
    parts = [
        mark
        for mark in sentence.of("SERVICE")
        if discourse.part(sentence, mark.mention) and not is_monitor(mark.mention)
    ]
    for mark in [*sentence.of("FEATURE"), *parts]:
        if not (_in_cause(sentence, mark) or descriptions.describes(sentence, mark.mention)):
            for claim in _affected(frame, mark, "affected_feature", reach=20):
                if not _is_no_part(mark.mention, claim):
                    yield claim


def _is_no_part(mention: Mention, claim: Claim) -> bool:
    """Whether a feature is none that the service's customers would know or have from it."""
    if claim.modality == "negated" and descriptions.is_own_line(mention.key, claim.service):
        return True
    return descriptions.is_inside(mention.key, claim.service)


def _regions(frame: _Frame) -> Iterator[Claim]:
    for mark in whereabouts.affected(frame.sentence):
        yield from _affected(frame, mark, "affected_region", reach=45)


def _affected(frame: _Frame, mark: Mark, field: Field, *, reach: int) -> Iterator[Claim]:
    mention = mark.mention
    spared = sparing.extent(frame.sentence, mention)
    if spared is None and field == "affected_feature" and felt.is_denied(frame.sentence, mention):
        spared = "none"
    extent = spared or extents.extent(frame.sentence, mention, reach=reach)
    value = KeyValue(key=mention.key, name=mention.name or mention.text, extent=extent)
    found = _say(frame, mark, field, value, denied=spared == "none")
    yield from felt.as_felt(found, frame.sentence, mention)


def _symptoms(frame: _Frame) -> Iterator[Claim]:
    for mark in frame.sentence.of("SYMPTOM"):
        if _is_why(frame, mark):
            continue
        denied = mark.mention.rule == NONE or modality.denied(frame.sentence, mark.mention)
        for claim in _say(frame, mark, "symptom", _key_value(mark), denied=denied):
            doubted = claim.modality == "hypothetical"
            if doubted and modality.given(frame.sentence, mark.mention):
                claim = replace(claim, modality="asserted")
            yield claim


def _causes(frame: _Frame) -> Iterator[Claim]:
    for mark in frame.sentence.of("CAUSE"):
        only = bearing.hit_by(frame.sentence, mark.mention)
        if not only and _blames_itself(frame, mark):
            continue
        denied = modality.cause_denied(frame.sentence, mark.mention)
        for claim in _say(frame, mark, "cause", _key_value(mark), denied=denied, only=only):
            yield blame.as_blamed(claim, mark.mention.rule, denied=denied)


def _phases(frame: _Frame) -> Iterator[Claim]:
    for mark in courses.told(frame.sentence):
        found = _say(frame, mark, "phase", _key_value(mark))
        if courses.is_promised(frame.sentence, mark):
            found = map(as_planned, found)
        yield from (claim for claim in found if claim.modality != "hypothetical")


def _untouched(frame: _Frame) -> Iterator[Claim]:
    """Yield that a service as a whole was not down ("Slack was not affected")."""
    sentence = frame.sentence
    for mark in sentence.of("SERVICE"):
        number = sentence.clause_of(mark.mention.start)
        clause = sentence.clauses[number]
        untouched = _UNTOUCHED.match(clause.lower, mark.mention.end - clause.start)
        if untouched and Subject.of(mark.mention) in frame.subjects[number]:
            yield from _state(
                frame,
                mark.mention.start,
                "symptom",
                _DOWN,
                mark.mention.text,
                denied=True,
                only=(Subject.of(mark.mention),),
            )


def _severity(frame: _Frame) -> Iterator[Claim]:
    for graded in grades.find(frame.sentence):
        yield from _state(frame, graded.start, "severity", graded.value, graded.words)


def _key_value(mark: Mark) -> KeyValue:
    mention = mark.mention
    return KeyValue(key=mention.key, name=mention.name or mention.text, category=mention.category)


def _is_why(frame: _Frame, mark: Mark) -> bool:
    """Whether a symptom's words tell of the cause, and not of the outage that it brought."""
    return any(
        cause.mention.start <= mark.mention.start < cause.mention.end
        and cause.mention.rule != SUPPLIER
        and not _blames_itself(frame, cause)
        for cause in frame.sentence.of("CAUSE")
    )


def _in_cause(sentence: Sentence, mark: Mark) -> bool:
    return any(
        cause.mention.start <= mark.mention.start < cause.mention.end
        for cause in sentence.of("CAUSE")
    )


def _blames_itself(frame: _Frame, mark: Mark) -> bool:
    """Whether a cause is but the outage itself ("because of an outage at Fastly")."""
    if mark.mention.key not in _ITSELF:
        return False
    keys = {subject.key for group in frame.subjects for subject in group}
    return any(
        other.mention.key in keys and mark.mention.start <= other.mention.start < mark.mention.end
        for other in frame.sentence.of("SERVICE")
    )


def _say(
    frame: _Frame,
    mark: Mark,
    field: Field,
    value: Value,
    *,
    denied: bool = False,
    only: Subjects = (),
) -> Iterator[Claim]:
    """Yield what a mention claims, of each service that its clause tells of."""
    yield from _state(
        frame,
        mark.mention.start,
        field,
        value,
        mark.mention.text,
        mentions=(mark.position,),
        denied=denied,
        only=only or bearing.bearers(frame.sentence, mark, frame.subjects),
    )


def _state(
    frame: _Frame,
    start: int,
    field: Field,
    value: Value,
    value_text: str,
    *,
    mentions: tuple[int, ...] = (),
    denied: bool = False,
    only: Subjects = (),
) -> Iterator[Claim]:
    number = frame.sentence.clause_of(start)
    how = frame.modalities[number]
    spared = how != "past" and isinstance(value, KeyValue) and value.extent == "none"
    if _is_sure(field, value, how):
        how = "asserted"
    source = source_of(frame.sentence, start, frame.sources)
    for subject in only or frame.subjects[number]:
        yield Claim(
            service=subject.key,
            field=field,
            value=value,
            value_text=value_text,
            modality="negated" if denied and (how == "asserted" or spared) else how,
            attributed_to=source.name if source else None,
            start=frame.sentence.start,
            end=max(frame.sentence.end, start + len(value_text)),
            mentions=mentions,
            occasion=frame.occasion if how == "past" else 0,
        )


def _is_sure(field: Field, value: Value, how: Modality) -> bool:
    """Whether a claim holds though its clause is of what may be or is to come.

    It is sure that they spoke, if not of what; and that work is scheduled, if not yet begun.
    """
    if field == "acknowledged_at":
        return how == "hypothetical"
    return field == "phase" and isinstance(value, KeyValue) and value.key == "scheduled"
