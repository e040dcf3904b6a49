"""The reader with one piece left out: the whole stays as it is, for a while a part of it is not.

A pipe is left out as spaCy does it. A piece inside a pipe is a function or a class of its own; it
is replaced where it is called, by one that finds nothing or does the plainest thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any
from unittest.mock import patch

from spacy.language import Language

from nlp import pipeline, reading
from nlp.assertions import narrative
from nlp.assertions.attribution import Source
from nlp.assertions.coreference import Discourse
from nlp.assertions.passages import Sentence, mentions
from nlp.assertions.subjects import Subject, Subjects
from nlp.claims import Claim, Modality
from nlp.reading import Readable, Reading
from nlp.times import story, zoning


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A reader that is not quite the product's."""

    name: str
    figure: str
    """The piece's own figure beside that of claims: one of ``scoring.FIGURES``."""
    pipes: tuple[str, ...] = ()
    """Pipes that are left out."""
    patches: Mapping[str, Any] = field(default_factory=dict)
    """What stands in for functions and classes, by the dotted names under which they are used."""
    added: str | None = None
    """The factory of a pipe that runs before claims are made."""

    def build(self) -> Language:
        """Return the pipeline."""
        nlp = pipeline.build()
        for name in self.pipes:
            nlp.disable_pipe(name)
        if self.added:
            nlp.add_pipe(self.added, before="claims")
        return nlp

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Have the pieces replaced as long as it lasts."""
        with ExitStack() as stack:
            for target, stand_in in self.patches.items():
                stack.enter_context(patch(target, stand_in))
            yield


def read(nlp: Language, documents: Sequence[Readable]) -> list[Reading]:
    """Return what :func:`nlp.reading.read` would with another pipeline, of texts in English."""
    return [_reading(nlp, document) for document in documents]


def _reading(nlp: Language, document: Readable) -> Reading:
    official, text = document.kind == "official", document.text[: reading.LIMIT]
    if not official and not pipeline.is_relevant(text):
        return Reading(id=document.id, relevant=False, text=text)
    doc = nlp.make_doc(text)
    doc._.context = document
    doc = nlp(doc)
    claims = tuple(doc._.claims)
    return Reading(
        id=document.id,
        relevant=official or bool(claims),
        text=text,
        mentions=mentions(doc),
        claims=claims,
    )


class _Forgetful:
    """Whose outage a sentence tells of, from its own names alone."""

    def __init__(
        self, sentences: Sequence[Sentence], sure: Subjects = (), *, is_post: bool = False
    ) -> None:
        self._alone = partial(Discourse, sure=sure, is_post=is_post)
        self.main = sure

    def subjects(self, sentence: Sentence) -> list[Subjects]:
        return self._alone([sentence]).subjects(sentence)

    def part(self, sentence: Sentence, mention: Any) -> bool:
        return self._alone([sentence]).part(sentence, mention)


class _Nobody:
    """Who is quoted: nobody."""

    def sources(self, sentence: Sentence, subjects: Sequence[Subject]) -> list[Source]:
        return []


def _asserted(sentence: Sentence, *, official: bool) -> list[Modality]:
    return ["asserted" for _ in sentence.clauses]


def _as_prose(text: str, passages: Sequence[Sentence], operator: Subject) -> list[Claim]:
    return narrative.claims(passages, official=(operator,))


def _always(answer: object) -> Callable[..., Any]:
    return lambda *_, **__: answer


def _only_stated(
    *, make: Callable[..., Any] = zoning.Evidence, text: str, day: date | None, **_: Any
) -> Any:
    """Return as evidence of zones what the text says, without its publisher and its places."""
    return make(text=text, zone=None, day=day)


def _in_no_zone(
    published: datetime | None, zone: str | None, begin: Callable[..., Any] = story.begin
) -> Any:
    return begin(published, None)


WHOLE = Variant(name="whole", figure="relevant")

_NO = _always(False)
_YES = _always(True)
_NONE = _always(None)
_NARRATIVE = "nlp.assertions.narrative"
_MODALITY = "nlp.assertions.modality"

LEFT_OUT = (
    Variant(
        name="the test for relevance",
        figure="relevant",
        patches={"nlp.pipeline.is_relevant": _YES},
    ),
    Variant(name="sentences' marks", figure="relevant", pipes=("sentences",)),
    Variant(name="services", figure="SERVICE", pipes=("services",)),
    Variant(
        name="unknown names",
        figure="SERVICE",
        patches={"nlp.names.unknown.find": _always([])},
    ),
    Variant(
        name="context of doubtful names",
        figure="SERVICE",
        patches={"nlp.names.naming.is_named_here": _YES},
    ),
    Variant(name="features", figure="FEATURE", pipes=("features",)),
    Variant(name="regions", figure="REGION", pipes=("regions",)),
    Variant(
        name="places where nothing fails",
        figure="affected_region",
        patches={"nlp.assertions.whereabouts.is_affected_place": _YES},
    ),
    Variant(name="times", figure="TIME", pipes=("times",)),
    Variant(
        name="zones from publisher, place",
        figure="times with role",
        patches={
            "nlp.times.zoning.Evidence": _only_stated,
            "nlp.times.story.begin": _in_no_zone,
        },
    ),
    Variant(
        name="the story's day",
        figure="times with role",
        patches={"nlp.times.story.Story.reach": _NONE},
    ),
    Variant(name="counts", figure="COUNT", pipes=("counts",)),
    Variant(name="symptoms", figure="SYMPTOM", pipes=("symptoms",)),
    Variant(name="causes", figure="CAUSE", pipes=("causes",)),
    Variant(name="phases", figure="PHASE", pipes=("phases",)),
    Variant(name="coreference", figure="claims", patches={f"{_NARRATIVE}.Discourse": _Forgetful}),
    Variant(
        name="owners and parts",
        figure="claims",
        patches={"nlp.assertions.coreference.owns": _NO, "nlp.assertions.asides.owns": _NO},
    ),
    Variant(
        name="modality",
        figure="claims",
        patches={
            f"{_MODALITY}.of_clauses": _asserted,
            f"{_MODALITY}.announces": _NO,
            f"{_MODALITY}.denied": _NO,
            f"{_MODALITY}.cause_denied": _NO,
        },
    ),
    Variant(
        name="what was spared",
        figure="affected_feature",
        patches={
            "nlp.assertions.sparing.extent": _NONE,
            "nlp.assertions.sparing.spares": _NO,
        },
    ),
    Variant(
        name="attribution", figure="attributed", patches={f"{_NARRATIVE}.Attribution": _Nobody}
    ),
    Variant(
        name="the form of reports",
        figure="phase",
        patches={"nlp.assertions.updates.claims": _as_prose},
    ),
)
"""The whole without one piece each, in the order of the pipes."""
