"""Features named in a text: what a service does, from the lexicon and from official components."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import cloud_regions, gazetteers, naming, neighbours, surroundings
from nlp.names.gazetteers import Feature
from nlp.names.matching import Phrases, Taken, fold, in_address
from nlp.words import phases, states

_COMPONENTS = re.compile(r"^Components: (.{1,4000})$", re.MULTILINE)
_COMPONENT = re.compile(r"[^,\s](?:[^,]{0,200}[^,\s])?")
_WATCHER = r"(?:site|website|portal|tracker|tool|service|platform|page|dashboard)"
_DESCRIBED = re.compile(
    r"(?:(?:outage|error|crash|problem|internet|web|service|status)?[ -]?"
    rf"(?:report|track|monitor)ing )?{_WATCHER} $"
)
_DESCRIBING = re.compile(rf"(?:'s|,? an?|,? the)(?: [a-z-]{{1,20}}){{0,3}} {_WATCHER}\b")
_LISTED = re.compile(
    r"(?:,? (?:and|or|nor|&) |, |/)(?:(?:the|its|their|our|my|all|some) )?(?:[\w'-]{2,20} )?"
)
"""Between two of a list; what the second is, the first is."""
_PART = re.compile(r"(?<=\w) (?:app|website)$")
"""What a name may end in that is a part of the service and not the service: the Chase app."""
_NEAR = 60
_RANKS = {"features:word": 0, "features:phrase": 1, "features:act": 3, "features:service": 3}
_AMONG = 2
"""What words mean of some services goes before what they mean in general."""
_ALL = 10
"""So many features of its own has a service whose parts the lexicon knows by name."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase for a feature; without a feature: a phrase that stands for none."""

    feature: Feature | None
    written: str
    certain: bool
    act: bool = False
    """A verb, which is one where somebody can or cannot do it."""


def find(doc: Doc) -> list[Mention]:
    """Return the features that the text names, in order; none overlap.

    A feature of one service counts only where the text speaks of that service. The rule tells
    how it was found: ``features:component`` (listed by the operator, known or not: an unknown
    one has its name as key), ``features:service`` (of the service spoken of),
    ``features:phrase``, ``features:word`` (a word that its neighbours make a feature). An
    operator whose parts the lexicon has calls them by name, but for a few that are everybody's.
    """
    surface = surroundings.surface(doc)
    text, folded = surface.text, surface.folded
    named, precise = _spoken_of(doc), _is_precise(doc)
    own = surroundings.own_service(doc)
    listed, services = _components(doc, text), surroundings.services(doc)
    known = (*listed, *services)
    taken = Taken(len(text), ((mention.start, _end(mention)) for mention in known))
    for span in _watchers_words(folded, services):
        taken.take(*span)
    found = list(listed)
    names = {mention.start: mention for mention in services}
    beside = {mention.end + 1 for mention in services if mention.rule != "services:venue"}
    doubtful: list[Mention] = []
    for start, end, terms in _phrases().scan(surface):
        if not _is_free(taken, names, (start, end), terms) or in_address(text, start, end):
            continue
        mention, is_sure = _mention(text, folded, (start, end), terms, named)
        is_sure = is_sure or start in beside
        if mention is None or (precise and not _by_operators(mention, own)):
            continue
        if found and neighbours.is_verb_of(folded, found[-1], mention):
            continue
        if doubtful and not _LISTED.fullmatch(folded, doubtful[-1].end, start):
            doubtful.clear()
        doubtful.append(mention)
        if is_sure:
            found.extend(doubtful)
            doubtful.clear()
    return neighbours.heads(folded, sorted(found, key=lambda mention: mention.start))


def _end(mention: Mention) -> int:
    """Return where a name ends without the part of the service that it names: the Chase app."""
    part = _PART.search(mention.text)
    return mention.start + part.start() if part else mention.end


def _is_free(
    taken: Taken, names: Mapping[int, Mention], span: tuple[int, int], terms: list[_Term]
) -> bool:
    """Whether a phrase lies on no mention, or only begins with a service's name: UPI payments.

    Or is the name of a part of that service: PlayStation Store.
    """
    start, end = span
    if taken.is_free(start, end):
        return True
    name = names.get(start)
    if name is None:
        return False
    if name.end == end:
        return any(term.feature and term.feature.service == name.key for term in terms)
    return name.end < end and taken.is_free(name.end, end)


@cache
def _phrases() -> Phrases[_Term]:
    terms = [
        _Term(feature, written, certain)
        for feature in gazetteers.features()
        for group, certain in ((feature.phrases, True), (feature.words, False))
        for written in group
    ]
    terms += [
        _Term(feature, act, certain=False, act=True)
        for feature in gazetteers.features()
        for act in feature.acts
    ]
    others = [_Term(None, phrase, True) for phrase in gazetteers.words("not-features")]
    return Phrases((term.written, term) for term in (*terms, *others))


def _spoken_of(doc: Doc) -> set[str]:
    """Return the services whose own features count here, and their kinds."""
    keys = {mention.key for mention in surroundings.services(doc) if mention.key}
    own = surroundings.own_service(doc)
    keys.update((own,) if own else ())
    kinds = {gazetteers.services()[key].kind for key in keys if key in gazetteers.services()}
    return keys | kinds | {parent for key in keys for parent in gazetteers.ancestors(key)}


def _by_operators(mention: Mention, own: str | None) -> bool:
    """Say whether an operator with names for its parts means one by this."""
    if mention.rule == "features:phrase" and own in _with_parts():
        return mention.key in gazetteers.words("operators-features")
    return mention.rule != "features:word"


@cache
def _with_parts() -> frozenset[str]:
    """Return the services of which the lexicon has nearly all features, as of their own."""
    counted = Counter(feature.service for feature in gazetteers.features() if feature.service)
    return frozenset(key for key, number in counted.items() if number >= _ALL)


def _is_precise(doc: Doc) -> bool:
    """Say whether an operator speaks whose own features the lexicon has, or one of a cloud."""
    own = surroundings.own_service(doc) if surroundings.is_official(doc) else None
    if own is None:
        return False
    clouds = cloud_regions.SERVICES.keys() & {own, *gazetteers.ancestors(own)}
    return bool(clouds) or own in _with_parts()


def _mention(
    text: str, folded: str, span: tuple[int, int], terms: list[_Term], named: set[str]
) -> tuple[Mention | None, bool]:
    """Return the feature that a phrase means here: one of a service before a general one.

    And whether that is sure: a word may only be one, in a list with others.
    """
    start, end = span
    raw = text[start:end]
    found = _meant(text, folded, span, terms, named)
    if found is None:
        return None, False
    feature, rule = found
    return _made(raw, start, feature.key, feature.name, rule), _is_sure(folded, span, rule)


def _meant(
    text: str, folded: str, span: tuple[int, int], terms: list[_Term], named: set[str]
) -> tuple[Feature, str] | None:
    """Return the feature that ranks first of those which a phrase may mean, and by what rule."""
    best: tuple[Feature, str] | None = None
    highest = -1
    for term in terms:
        if term.feature is None:
            return None
        rule = _rule(text, folded, span, term, named)
        rank = _AMONG if term.feature.among else _RANKS[rule] if rule else -1
        if rule and rank > highest:
            best, highest = (term.feature, rule), rank
    return best


def _rule(
    text: str, folded: str, span: tuple[int, int], term: _Term, named: set[str]
) -> str | None:
    """Return the rule by which a term may mean its feature here, if by any."""
    feature = term.feature
    if feature is None or (feature.among and named.isdisjoint(feature.among)):
        return None
    if term.act:
        return "features:act" if neighbours.make_act(folded, *span) else None
    if feature.service:
        is_own = feature.service in named and _is_own(text, span[0], text[slice(*span)], term)
        return "features:service" if is_own else None
    return "features:phrase" if term.certain else "features:word"


def _is_sure(folded: str, span: tuple[int, int], rule: str) -> bool:
    """Say whether a feature is meant for sure: a phrase that is no kind, a word made one."""
    start, end = span
    if rule == "features:phrase":
        return not neighbours.is_kind_of(folded, end)
    if rule != "features:word":
        return True
    return neighbours.make_feature(folded, start, end) or (
        neighbours.may_be_feature(folded, start, end) and _is_told_of(folded, end)
    )


def _is_told_of(folded: str, end: int) -> bool:
    """Say whether it follows at once that a part fails, works or is back."""
    return bool(states.told(folded, end) or phases.told(folded, end))


def _is_own(text: str, start: int, raw: str, term: _Term) -> bool:
    """Say whether a name of a service's feature is one here: written as a name."""
    if term.certain:
        return True
    if not naming.is_cased(raw, term.written):
        return False
    return not naming.begins_sentence(text, start)


def _watchers_words(folded: str, services: list[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the words right before and behind a watcher's name that only say what it is."""
    for mention in services:
        service = gazetteers.services().get(mention.key or "")
        if service is None or service.kind != "monitor":
            continue
        before = _DESCRIBED.search(folded, max(0, mention.start - _NEAR), mention.start)
        behind = _DESCRIBING.match(folded, mention.end)
        yield from (match.span() for match in (before, behind) if match)


def _components(doc: Doc, text: str) -> list[Mention]:
    """Return the components that an official report lists in its header."""
    line = _COMPONENTS.search(text) if surroundings.is_official(doc) else None
    if not line:
        return []
    own = surroundings.own_service(doc)
    found = []
    for match in _COMPONENT.finditer(text, line.start(1), line.end(1)):
        key, name = _component(match[0], own)
        found.append(_made(match[0], match.start(), key, name, "features:component"))
    return found


def _component(name: str, own: str | None) -> tuple[str, str]:
    """Return key and name of a component: a part of the service, a known feature, or its slug."""
    folded = fold(name)
    for key in gazetteers.children().get(own or "", ()):
        child = gazetteers.services()[key]
        if folded in {fold(known) for known in (*child.certain_names, *child.doubtful_names)}:
            return child.key, child.name
    known = _feature_names()
    feature = known.get((own, folded)) or known.get((None, folded))
    return (feature.key, feature.name) if feature else (gazetteers.slug(name) or "component", name)


@cache
def _feature_names() -> dict[tuple[str | None, str], Feature]:
    """Return features by service and every way of writing their names."""
    return {
        (feature.service, fold(written)): feature
        for feature in gazetteers.features()
        if not feature.among
        for written in (*feature.words, *feature.phrases, feature.name)
    }


def _made(raw: str, start: int, key: str, name: str, rule: str) -> Mention:
    return Mention(
        label="FEATURE",
        start=start,
        end=start + len(raw),
        text=raw,
        key=key,
        name=name,
        rule=rule,
    )
