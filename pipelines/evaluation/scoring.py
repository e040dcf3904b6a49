"""How a reading compares with its gold document: what was right, what was said, what was there.

Precision is right / said, recall right / there, F1 their harmonic mean
(https://en.wikipedia.org/wiki/F-score).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from nlp.claims import Claim, CountField, KeyField, TimeField
from nlp.mentions import Label, Mention
from nlp.reading import Reading
from nlp.values import KeyValue, TimeValue
from pipelines.evaluation.gold import GoldClaim, GoldDocument, GoldMention
from pipelines.evaluation.values import UNCOUNTED, key_of, moment, written

Gold = TypeVar("Gold")
Said = TypeVar("Said")

LABELS: tuple[str, ...] = get_args(Label)
TIMES: tuple[str, ...] = get_args(TimeField)
FIELDS: tuple[str, ...] = (*TIMES, *get_args(CountField), *get_args(KeyField))
FIGURES = ("relevant", *LABELS, "times with role", "claims", *FIELDS, "attributed")
"""What is measured, in the order in which it is shown."""
TURNING = ("none", "minimal")
"""Extents that turn a claim round; the others are shades of affected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one figure."""

    right: int = 0
    said: int = 0
    """How many the reader gave."""
    there: int = 0
    """How many the labels have."""

    def __add__(self, other: Tally) -> Tally:
        """Return the counts of both."""
        return Tally(
            right=self.right + other.right,
            said=self.said + other.said,
            there=self.there + other.there,
        )

    @property
    def precision(self) -> float:
        """Right of what was said; 1 where nothing was."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Right of what was there; 1 where nothing was."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.said + self.there
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A label that the reader did not find, or something that it said without one."""

    document: str
    figure: str
    words: str
    found: bool
    """Whether the reader said it (and no label does)."""


def tally(pairs: Iterable[tuple[GoldDocument, Reading]]) -> dict[str, Tally]:
    """Return the tally of each of :data:`FIGURES` over documents and their readings."""
    sums = dict.fromkeys(FIGURES, Tally())
    for gold, reading in pairs:
        for figure, counts in _one(gold, reading):
            sums[figure] += counts
    return sums


def misses(gold: GoldDocument, reading: Reading) -> Iterator[Miss]:
    """Yield what a reading misses and what it says too much."""
    name = gold.document.id
    if gold.relevant != reading.relevant:
        yield Miss(document=name, figure="relevant", words="", found=reading.relevant)
    for label in LABELS if gold.relevant else ():
        lost, more = _unpaired(*_of_label(gold, reading, label), _same_mention)
        for held in lost:
            keys = " or ".join(sorted(str(key) for key in held.keys))
            words = f"{reading.text[held.start : held.end]!r} = {keys}"
            yield Miss(document=name, figure=label, words=words, found=False)
        for other in more:
            words = f"{other.text!r} = {key_of(other)}"
            yield Miss(document=name, figure=label, words=words, found=True)
    missed, extra = _unpaired(_wanted(gold), _different(reading.claims), _same_claim)
    for wanted in missed:
        yield Miss(document=name, figure=wanted.field, words=wanted.line, found=False)
    for claim in extra:
        yield Miss(document=name, figure=claim.field, words=written(claim), found=True)


def has(reading: Reading, claim: GoldClaim) -> bool:
    """Return whether a reading makes a claim."""
    return any(_same_claim(claim, said) for said in reading.claims)


def _one(gold: GoldDocument, reading: Reading) -> Iterator[tuple[str, Tally]]:
    right = gold.relevant and reading.relevant
    yield "relevant", Tally(right=right, said=reading.relevant, there=gold.relevant)
    for label in LABELS if gold.relevant else ():
        yield label, _count(*_of_label(gold, reading, label), _same_mention)
    wanted, claims = _wanted(gold), _different(reading.claims)
    yield "claims", _count(wanted, claims, _same_claim)
    for field in FIELDS:
        there = [claim for claim in wanted if claim.field == field]
        said = [claim for claim in claims if claim.field == field]
        yield field, _count(there, said, _same_claim)
    yield "times with role", _roles(gold, claims)
    yield "attributed", _attributed(gold, reading)


def _of_label(
    gold: GoldDocument, reading: Reading, label: str
) -> tuple[list[GoldMention], list[Mention]]:
    return (
        [mention for mention in gold.mentions if mention.label == label],
        [
            mention
            for mention in reading.mentions
            if mention.label == label and mention.unit not in UNCOUNTED
        ],
    )


def _roles(gold: GoldDocument, claims: Sequence[Claim]) -> Tally:
    """Compare times and their fields alone, each once."""
    there = {(claim.field, claim.value): claim for claim in gold.claims if claim.field in TIMES}
    said = {
        (claim.field, moment(claim.value)): claim
        for claim in claims
        if claim.field in TIMES and isinstance(claim.value, TimeValue)
    }
    return _count([*there.values()], [*said.values()], _same_value)


def _attributed(gold: GoldDocument, reading: Reading) -> Tally:
    """Of the claims that were read rightly: of how many it is said rightly who says so."""
    same = [[said for said in reading.claims if _same_claim(claim, said)] for claim in gold.claims]
    right = sum(
        any((said.attributed_to or "").casefold() == (claim.who or "").casefold() for said in found)
        for claim, found in zip(gold.claims, same, strict=True)
    )
    read = sum(map(bool, same))
    return Tally(right=right, said=read, there=read)


def _wanted(gold: GoldDocument) -> list[GoldClaim]:
    """Return the labelled claims without those that differ only by a shade of affected."""
    found: dict[object, GoldClaim] = {}
    for claim in gold.claims:
        extent = claim.extent in TURNING and claim.extent
        found.setdefault((claim.service, claim.field, claim.value, claim.modality, extent), claim)
    return list(found.values())


def _different(claims: Iterable[Claim]) -> list[Claim]:
    """Return one claim for each different service, field, value and modality."""
    found: dict[object, Claim] = {}
    for claim in claims:
        value: object = claim.value
        if isinstance(value, KeyValue):
            value = (value.key or value.name.casefold(), value.extent in TURNING and value.extent)
        elif isinstance(value, TimeValue):
            value = moment(value)
        found.setdefault((claim.service, claim.field, value, claim.modality), claim)
    return list(found.values())


def _same_mention(gold: GoldMention, said: Mention) -> bool:
    return gold.start < said.end and said.start < gold.end and key_of(said) in gold.keys


def _same_value(gold: GoldClaim, said: Claim) -> bool:
    return gold.field == said.field and gold.value.same(said.value)


def _same_claim(gold: GoldClaim, said: Claim) -> bool:
    extent = said.value.extent if isinstance(said.value, KeyValue) else None
    turned = gold.extent == extent or not {gold.extent, extent} & {*TURNING}
    return (
        (gold.service, gold.modality) == (said.service, said.modality)
        and _same_value(gold, said)
        and turned
    )


def _count(
    there: Sequence[Gold], said: Sequence[Said], same: Callable[[Gold, Said], bool]
) -> Tally:
    lost, _ = _unpaired(there, said, same)
    return Tally(right=len(there) - len(lost), said=len(said), there=len(there))


def _unpaired(
    there: Sequence[Gold], said: Sequence[Said], same: Callable[[Gold, Said], bool]
) -> tuple[list[Gold], list[Said]]:
    """Pair each label with the first thing said that is the same; return what has no partner."""
    lost, more = [], [*said]
    for wanted in there:
        partner = next((place for place, given in enumerate(more) if same(wanted, given)), None)
        if partner is None:
            lost.append(wanted)
        else:
            del more[partner]
    return lost, more
