"""Claims of one incident that cannot both be right, each pair with a sentence for the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from nlp.values import KeyValue, TimeValue, Value
from pipelines.assembly.consensus import affected, asserted, figure, heights, places
from pipelines.assembly.evidence import Conflict, Evidence

TIMES = {
    "began_at": "start",
    "peaked_at": "peak",
    "acknowledged_at": "acknowledgement",
    "identified_at": "identification",
    "mitigated_at": "mitigation",
    "resolved_at": "end",
}
COUNTS = {
    "peak_reports": "peak of reports",
    "baseline_reports": "usual number of reports",
    "cumulative_reports": "total of reports",
    "users_affected": "number of users affected",
}
TOLERANCE = timedelta(minutes=5)
"""Two clocks that read one moment may differ by this much."""
ROUGHLY = timedelta(minutes=10)
"""The same, where one of them says "about"."""
LOOSELY = timedelta(minutes=30)
"""The same, where it is "about" a full hour."""
NEAR_COUNTS = 1.25
"""Figures within this ratio may be one figure, rounded or read at another minute."""
ORGANISATIONS = frozenset({"businesses", "companies", "firms", "organisations", "organizations"})
"""What a count of those affected may count beside people: "10 million people, 400,000 firms"."""
AFFECTED = {"affected_feature": "feature", "affected_region": "region"}


def conflicts(incident: str, evidence: Iterable[Evidence]) -> list[Conflict]:
    """Return the conflicts among an incident's claims, sorted by id.

    Every distinct other value is set once against the preferred claim of its field.
    """
    items = list(evidence)
    pairs = [*_valued_pairs(items), *_affected_pairs(items), *_cause_pairs(items)]
    found = {
        f"{incident}:{field}:{a.id}:{b.id}": Conflict(
            id=f"{incident}:{field}:{a.id}:{b.id}",
            incident=incident,
            field=field,
            claim_a=a.id,
            claim_b=b.id,
            explanation=sentence,
        )
        for field, a, b, sentence in pairs
    }
    return [found[key] for key in sorted(found)]


Pair = tuple[str, Evidence, Evidence, str]


def _valued_pairs(items: list[Evidence]) -> Iterator[Pair]:
    for field in TIMES:
        yield from _against_preferred(field, _finest(asserted(items, field)))
    named = places(items)
    for field in COUNTS:
        alike: dict[tuple[frozenset[str], bool], list[Evidence]] = {}
        told = asserted(items, field)
        for item in heights(told, named) if field == "peak_reports" else told:
            alike.setdefault((named[item.id], _of_organisations(item)), []).append(item)
        for group in alike.values():
            yield from _against_preferred(field, group)


def _finest(ranked: list[Evidence]) -> list[Evidence]:
    """Leave out the days of documents that tell the hour: the hour is what they mean."""
    exact = {item.document for item in ranked if _is_exact(item.claim.value)}
    return [item for item in ranked if item.document not in exact or _is_exact(item.claim.value)]


def _is_exact(value: Value) -> bool:
    return isinstance(value, TimeValue) and value.is_exact


def _against_preferred(field: str, ranked: list[Evidence]) -> Iterator[Pair]:
    """Yield each distinct value that cannot be right if the first is."""
    told: list[Value] = []
    for item in ranked[1:]:
        value = item.claim.value
        if _differ(ranked[0].claim.value, value) and not any(_same(value, v) for v in told):
            told.append(value)
            yield field, ranked[0], item, _explain(field, ranked[0], item)


def _of_organisations(item: Evidence) -> bool:
    """Tell whether a count is of organisations, by its last word."""
    return item.claim.value_text.lower().rpartition(" ")[2] in ORGANISATIONS


def _differ(a: Value, b: Value) -> bool:
    if isinstance(a, TimeValue) and isinstance(b, TimeValue):
        slack = max(_slack(a), _slack(b))
        return _wholly_after(a, b, slack) or _wholly_after(b, a, slack)
    one, other = figure(a), figure(b)
    if one is None or other is None:
        return False
    return max(one, other) > NEAR_COUNTS * max(1, min(one, other))


def _slack(value: TimeValue) -> timedelta:
    if not value.approximate:
        return TOLERANCE
    return LOOSELY if value.precision == "hour" else ROUGHLY


def _same(a: Value, b: Value) -> bool:
    if isinstance(a, TimeValue) and isinstance(b, TimeValue):
        return (a.start, a.end) == (b.start, b.end)
    return figure(a) == figure(b)


def _wholly_after(a: TimeValue, b: TimeValue, slack: timedelta) -> bool:
    """Tell whether one time lies after another by more than some slack, however they are bounded.

    What is "by" a time may lie anywhere before it, what is "after" one anywhere behind.
    """
    if a.bound == "by" or b.bound == "after":
        return False
    latest = b.start if b.precision in ("second", "minute") else b.end
    return a.start - latest > slack


def _explain(field: str, a: Evidence, b: Evidence) -> str:
    one, other = a.claim.value, b.claim.value
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        apart = _duration(abs(one.start - other.start))
        return f"The {TIMES[field]} differs by {apart}: {_told(a, one)}; {_told(b, other)}."
    return f"The {COUNTS[field]} differs: {_counted(a)}; {_counted(b)}."


def _told(item: Evidence, value: TimeValue) -> str:
    day = f"{value.start.day} {value.start:%B %Y}"
    when = f"{value.start:%H:%M} UTC on {day}" if value.is_exact else day
    return f"{when} (“{item.claim.value_text}”) {_who(item)}"


def _counted(item: Evidence) -> str:
    return f"{figure(item.claim.value):,} (“{item.claim.value_text}”) {_who(item)}"


def _who(item: Evidence) -> str:
    said = item.claim.attributed_to
    return f"by {item.publisher}, citing {said}" if said else f"by {item.publisher}"


def _duration(gap: timedelta) -> str:
    """Return a gap in words of the size that people use.

    >>> _duration(timedelta(minutes=12)), _duration(timedelta(hours=25))
    ('12 minutes', '1 day 1 hour')
    """
    minutes = round(gap.total_seconds() / 60)
    parts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in parts if n)


def _affected_pairs(items: list[Evidence]) -> Iterator[Pair]:
    for field, noun in AFFECTED.items():
        spoken: dict[str, dict[bool, Evidence]] = {}
        for item in items:
            told = affected(item, field)
            if told and told[0].key and told[0].extent != "minimal":
                spoken.setdefault(told[0].key, {}).setdefault(told[1], item)
        for said in spoken.values():
            if len(said) == len((True, False)):
                yield field, said[True], said[False], _explain_affected(noun, said)


def _explain_affected(noun: str, said: dict[bool, Evidence]) -> str:
    yes, no = said[True], said[False]
    name = yes.claim.value.name if isinstance(yes.claim.value, KeyValue) else ""
    return f"Whether the {noun} {name} was affected: yes {_who(yes)}; no {_who(no)}."


def _cause_pairs(items: list[Evidence]) -> Iterator[Pair]:
    """Set every cause that others assert against the operator's, where the operator names one."""
    named = asserted(items, "cause")
    official = [item for item in named if item.kind == "official"]
    if not official:
        return
    accepted = {_cause(item) for item in official}
    for item in named:
        if _cause(item) not in accepted:
            accepted.add(_cause(item))
            yield (
                "cause",
                official[0],
                item,
                f"The cause differs: “{official[0].claim.value_text}” {_who(official[0])}, the "
                f"operator; “{item.claim.value_text}” {_who(item)}.",
            )


def _cause(item: Evidence) -> str:
    value = item.claim.value
    return (value.category or value.key or value.name) if isinstance(value, KeyValue) else ""
