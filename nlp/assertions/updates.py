"""Claims of an operator's own report: header lines and stamped updates, then their prose.

The form is what ``scraper.statuspages.render`` writes: a title, lines such as ``Began: …``, then
one paragraph an update, each with its stamp and status. Status text pasted as a page shows it
("Aug 20, 14:43 UTC Investigating - …") is read as updates too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.assertions import headers, logs, narrative, operators, stamps, statements
from nlp.assertions.announcements import as_planned
from nlp.assertions.passages import Sentence, beginning
from nlp.assertions.stamps import Update
from nlp.assertions.subjects import Subject, Subjects
from nlp.claims import Claim, Field, Modality
from nlp.mentions import Label
from nlp.names import gazetteers
from nlp.values import KeyValue, TimeValue, Value

_PLANNED = frozenset({"Scheduled", "In progress", "Verifying", "Completed"})
_OVER = ("Resolved", "Closed")
_BEGUN = frozenset({"In progress", "Verifying", "Completed", *_OVER})
_FOUND = re.compile(
    r"identif|pinpoint|found|isolat|determin|trac(?:ed|ked)|diagnos|root\s+cause", re.IGNORECASE
)
_POSTED = re.compile(r"(?:^|\()(?:posted|update)(?:\s+(?:at|on))?:?\s*$", re.IGNORECASE)
"""Before when a report without stamps was written."""
_REACH = 2_000
"""How far an update's prose is looked through for another report, in characters."""
_ELSEWHERE = re.compile(
    r"\b(?:linked|merged|tied)\s+(?:to|with)\s+(?:[\w-]+\s+){1,8}?incident\b"
    r"|\bsame\s+underlying\s+(?:issue|problem|incident)\b|\bduplicate\s+of\b",
    re.IGNORECASE,
)
"""An update that sends its readers to the report of another incident."""
_PLANNED_TITLE = re.compile(r"\b(?:scheduled|planned)\b.{0,60}\bmaintenance\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Report:
    """An operator's report, taken apart."""

    text: str
    sentences: Sequence[Sentence]
    subjects: Subjects
    planned: bool
    """Whether it tells of work that was announced."""
    lines: Sequence[re.Match[str]]
    updates: Sequence[Update]
    ends: Mapping[int, int]
    """Where the sentence ends that begins at an offset."""

    @property
    def starts(self) -> list[int]:
        """Return the offsets at which updates begin, the oldest update's first."""
        return [update.start for update in self.updates]


def claims(text: str, sentences: Sequence[Sentence], subject: Subject) -> list[Claim]:
    """Return what an operator's report of one outage of one service claims.

    What header lines say comes first, then when prose says that it began and ended where they
    do not, then stamps, then the rest.
    """
    updates = stamps.find(text, sentences)
    lines = headers.find(text, min((update.start for update in updates), default=len(text)))
    named = headers.service(lines, sentences)
    subject = named if named and named.key else subject
    subjects = (
        headers.components(lines, sentences, subject)
        or operators.titled(sentences, subject)
        or (subject,)
    )
    ends = {sentence.start: sentence.end for sentence in sentences}
    planned = _is_planned(text, updates)
    report = _Report(text, sentences, subjects, planned, lines, updates, ends)
    prose = [_as_planned(report, claim) for claim in _prose(report)]
    if not updates:
        prose = logs.dated(prose, text, sentences, official=True)
    mitigated = [claim for claim in prose if claim.field == "mitigated_at"]
    prose = statements.settle(prose, sentences, report.starts)
    lead = _lead(report, prose, mitigated)
    rest = [claim for claim in prose if claim not in lead]
    return _hit([*_of_headers(report), *lead, *_of_stamps(report, lead, prose), *rest])


def _hit(claims: Sequence[Claim]) -> list[Claim]:
    """Drop that a thing was spared where the same report says that it was hit.

    "Calls are operating normally" then says that they recovered, and "other calls were not
    affected" that some did not fail.
    """

    def thing(claim: Claim) -> tuple[Field, str | None]:
        return claim.field, claim.value.key if isinstance(claim.value, KeyValue) else None

    hit = {thing(claim) for claim in claims if claim.modality != "negated"}
    return [claim for claim in claims if claim.modality != "negated" or thing(claim) not in hit]


def _is_planned(text: str, updates: Sequence[Update]) -> bool:
    title = text.split("\n", 1)[0]
    planned = any(update.status in _PLANNED for update in updates)
    return planned or _PLANNED_TITLE.search(title) is not None


def _modality(report: _Report, offset: int) -> Modality:
    """Return how the words at an offset mean what they say of work that was announced.

    It is to come up to the update that says that it has begun.
    """
    if not report.planned:
        return "asserted"
    before = [update for update in report.updates if update.start <= offset]
    near = max(before, key=lambda update: update.start, default=None)
    begun = any(update.status in _BEGUN for update in ([near] if near else report.updates))
    return "asserted" if begun else "planned"


def _as_planned(report: _Report, claim: Claim) -> Claim:
    """Return a claim of prose as planned where it tells of work to come, as it is elsewhere."""
    return claim if _modality(report, claim.start) == "asserted" else as_planned(claim)


def _lead(report: _Report, prose: Sequence[Claim], mitigated: Sequence[Claim]) -> list[Claim]:
    """Return what prose states of the start and the end where no header line does."""
    lines = {line[1] for line in report.lines}
    stated = [claim for claim in prose if claim.modality == _modality(report, claim.start)]
    began = None if "Began" in lines else statements.start(stated, report.starts)
    ended = None if "Ended" in lines else _end(report, stated, mitigated)
    return [claim for claim in (began, ended) if claim]


def _end(report: _Report, stated: Sequence[Claim], mitigated: Sequence[Claim]) -> Claim | None:
    """Return what prose states of the end: in what closes the report, mitigation is as good."""
    if found := statements.end(stated, report.starts):
        return found
    closing = [update.start for update in report.updates if _resolves(report, update)][-1:]
    if not closing or not mitigated or mitigated[-1].start < closing[0]:
        return None
    return replace(mitigated[-1], field="resolved_at")


def _of_headers(report: _Report) -> Iterator[Claim]:
    for line in report.lines:
        name, words = line[1], line[2]
        at = stamps.moment(words.strip()) if name in ("Began", "Ended") else None
        if at:
            field: Field = "began_at" if name == "Began" else "resolved_at"
            marks = headers.marks(report.sentences, line, "TIME")
            mentions = tuple(mark.position for mark in marks[:1])
            yield from _claims(report, field, at, words.strip(), line.span(), mentions)
        elif name == "Severity":
            key = words.strip().lower()
            yield from _claims(report, "severity", KeyValue(key=key, name=key), words, line.span())
        elif name in ("Components", "Regions"):
            yield from _of_list(report, line)


def _of_list(report: _Report, line: re.Match[str]) -> Iterator[Claim]:
    """Yield the components or regions of a header line."""
    regions = line[1] == "Regions"
    labels: tuple[Label, ...] = ("REGION",) if regions else ("FEATURE", "SERVICE")
    field: Field = "affected_region" if regions else "affected_feature"
    own = {subject.key for subject in report.subjects}
    for mark in headers.marks(report.sentences, line, *labels):
        mention = mark.mention
        if mention.key not in own:
            value = KeyValue(key=mention.key, name=mention.name or mention.text)
            yield from _claims(report, field, value, mention.text, line.span(), (mark.position,))


def _of_stamps(report: _Report, lead: Sequence[Claim], prose: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what stamps say: the stages, and the start and end that nothing else states."""
    stated: set[Field] = {claim.field for claim in lead}
    stated |= {"began_at" for line in report.lines if line[1] == "Began"}
    stated |= {"resolved_at" for line in report.lines if line[1] == "Ended"}
    if report.updates and "began_at" not in stated and _may_begin(report, lead, prose):
        yield from _of_stamp(report, report.updates[0], "began_at")
    told = _told(report)
    seen: set[Field] = {claim.field for claim in prose if claim.field == "mitigated_at"}
    for number, update in enumerate(report.updates):
        for field in _stages(report, number, told[update.start]):
            if field not in seen:
                seen.add(field)
                yield from _of_stamp(report, update, field)
        if update.status:
            yield from _of_status(report, update)
    yield from _of_posting(report)


def _of_status(report: _Report, update: Update) -> Iterator[Claim]:
    phase = KeyValue(key=stamps.PHASES[update.status], name=update.status, at=update.at.start)
    line = _line(report, update)
    yield from _claims(report, "phase", phase, update.status, line, modality="asserted")


def _stages(report: _Report, number: int, told: set[str]) -> Iterator[Field]:
    """Yield what an update's stamp is the time of, by its status and what its prose tells."""
    update = report.updates[number]
    if number == 0 and update.status not in (*_BEGUN, "Scheduled"):
        yield "acknowledged_at"
    if update.status == "In progress":
        yield "began_at"
    if update.status == "Identified" or "identified" in told:
        yield "identified_at"
    if "mitigated" in told and update.status not in _OVER:
        yield "mitigated_at"
    if update.status == "Completed" or _resolves(report, update):
        yield "resolved_at"


def _told(report: _Report) -> dict[int, set[str]]:
    """Return the phases that the prose of each update tells, by where the update begins."""
    starts = sorted(update.start for update in report.updates)
    told: dict[int, set[str]] = {start: set() for start in starts}
    for mention in (mark.mention for s in report.sentences for mark in s.of("PHASE")):
        place = bisect_right(starts, mention.start) - 1
        words = mention.key != "identified" or _FOUND.search(mention.text)
        if place >= 0 and mention.key and words:
            told[starts[place]].add(mention.key)
    return told


def _of_posting(report: _Report) -> Iterator[Claim]:
    """Yield when a report without stamps says that it was written: the operator knew then."""
    if report.updates or report.planned:
        return
    for sentence in report.sentences:
        for mark in sentence.of("TIME"):
            value = mark.mention.value
            if isinstance(value, TimeValue) and _POSTED.search(sentence.before(mark.mention)):
                span = (sentence.start, sentence.end)
                yield from _claims(
                    report, "acknowledged_at", value, mark.mention.text, span, (mark.position,)
                )
                return


def _may_begin(report: _Report, lead: Sequence[Claim], prose: Sequence[Claim]) -> bool:
    """Whether the first update's stamp may tell of the beginning, where nothing else does.

    Not that of an outage which was over by then, nor of one that only another report tells of.
    """
    first = report.updates[0]
    if report.planned or first.status in _OVER:
        return False
    over = any(
        isinstance(claim.value, TimeValue) and claim.value.start < first.at.start for claim in lead
    )
    told = any(claim.field in ("mitigated_at", "resolved_at") for claim in prose)
    return not over and (told or not _is_elsewhere(report, first))


def _resolves(report: _Report, update: Update) -> bool:
    """Whether an update's stamp tells of the end: not if another report goes on with it."""
    return update.status in _OVER and not _is_elsewhere(report, update)


def _is_elsewhere(report: _Report, update: Update) -> bool:
    last = update.prose + _REACH
    stop = report.text.find("\n\n", update.prose, last)
    return bool(_ELSEWHERE.search(report.text, update.prose, stop if stop > 0 else last))


def _of_stamp(report: _Report, update: Update, field: Field) -> Iterator[Claim]:
    return _claims(report, field, update.at, update.stamp, _line(report, update))


def _line(report: _Report, update: Update) -> tuple[int, int]:
    """Return the passage of an update: from its stamp to the end of the first sentence."""
    stop = report.text.find("\n", update.prose)
    stop = len(report.text) if stop < 0 else stop
    end = min(stop, report.ends.get(update.start, stop))
    return update.start, max(end, update.prose)


def _claims(
    report: _Report,
    field: Field,
    value: Value,
    value_text: str,
    span: tuple[int, int],
    mentions: tuple[int, ...] = (),
    *,
    modality: Modality | None = None,
) -> Iterator[Claim]:
    """Yield what is claimed of each service that the report is about."""
    for subject in report.subjects:
        yield Claim(
            service=subject.key,
            field=field,
            value=value,
            value_text=value_text,
            modality=modality or _modality(report, span[0]),
            attributed_to=None,
            start=span[0],
            end=span[1],
            mentions=mentions,
        )


def _prose(report: _Report) -> list[Claim]:
    """Return what the sentences claim besides header lines, stamps and status words.

    What a service is a part of is no part of it.
    """
    lines = {line.start() for line in report.lines}
    prose = {update.start: update.prose for update in report.updates}
    sentences = []
    for sentence in report.sentences:
        start = prose.get(sentence.start, sentence.start)
        if sentence.start in lines or start >= sentence.end:
            continue
        sentences.append(beginning(sentence, start) if start > sentence.start else sentence)
    wholes = {key for subject in report.subjects for key in gazetteers.ancestors(subject.key)}
    return [
        claim
        for claim in narrative.claims(sentences, official=report.subjects)
        if not (isinstance(claim.value, KeyValue) and claim.value.key in wholes)
    ]
