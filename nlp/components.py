"""The reader's pipes for spaCy: each calls one finder and says what it needs and gives.

Importing this module registers the pipes and the extension attributes ``doc._.context`` (the
:class:`~nlp.readable.Readable` that is read), one list of mentions a layer, and ``doc._.claims``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.assertions import extraction
from nlp.assertions.passages import LAYERS
from nlp.counts import finding as counts
from nlp.names import features, national, regions, services
from nlp.text import sentences
from nlp.times import finding as times
from nlp.words import causes, phases, symptoms

Pipe = Callable[[Doc], Doc]

PIPES = ("sentences", *LAYERS[:3], "companies", *LAYERS[3:], "claims")
"""Names of the pipes in the order in which they run."""

Doc.set_extension("context", default=None, force=True)
for _layer in (*LAYERS, "claims"):
    Doc.set_extension(_layer, default=[], force=True)


def _layer_pipe(layer: str, find: Callable[[Doc], Any]) -> Pipe:
    def pipe(doc: Doc) -> Doc:
        doc._.set(layer, find(doc))
        return doc

    return pipe


@Language.factory("downwire_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Pipe:
    """Sentence starts by rule, kept with the doc for the claims, marked for ``doc.sents``."""
    return sentences.mark


@Language.factory("downwire_services", assigns=["doc._.services"])
def make_services(nlp: Language, name: str) -> Pipe:
    """Services by name."""
    return _layer_pipe("services", services.find)


@Language.factory("downwire_features", requires=["doc._.services"], assigns=["doc._.features"])
def make_features(nlp: Language, name: str) -> Pipe:
    """Features, of a service or general."""
    return _layer_pipe("features", features.find)


@Language.factory("downwire_regions", requires=["doc._.services"], assigns=["doc._.regions"])
def make_regions(nlp: Language, name: str) -> Pipe:
    """Countries, states, cities and cloud regions."""
    return _layer_pipe("regions", regions.find)


@Language.factory(
    "downwire_companies",
    requires=["doc._.services", "doc._.regions"],
    assigns=["doc._.services"],
)
def make_companies(nlp: Language, name: str) -> Pipe:
    """Which company of a brand is meant, by where the text is about."""
    return _layer_pipe("services", national.find)


@Language.factory(
    "downwire_times",
    requires=["doc._.services", "doc._.regions"],
    assigns=["doc._.times"],
)
def make_times(nlp: Language, name: str) -> Pipe:
    """Dates, times and durations."""
    return _layer_pipe("times", times.find)


@Language.factory("downwire_counts", assigns=["doc._.counts"])
def make_counts(nlp: Language, name: str) -> Pipe:
    """Quantities and what they count."""
    return _layer_pipe("counts", counts.find)


@Language.factory("downwire_causes", requires=["doc._.services"], assigns=["doc._.causes"])
def make_causes(nlp: Language, name: str) -> Pipe:
    """What is given as the reason."""
    return _layer_pipe("causes", causes.find)


@Language.factory(
    "downwire_symptoms",
    requires=["doc._.services", "doc._.features", "doc._.causes"],
    assigns=["doc._.symptoms"],
)
def make_symptoms(nlp: Language, name: str) -> Pipe:
    """What users notice."""
    return _layer_pipe("symptoms", symptoms.find)


@Language.factory(
    "downwire_phases",
    requires=["doc._.services", "doc._.features"],
    assigns=["doc._.phases"],
)
def make_phases(nlp: Language, name: str) -> Pipe:
    """Stages of handling it."""
    return _layer_pipe("phases", phases.find)


@Language.factory(
    "downwire_claims",
    requires=[f"doc._.{layer}" for layer in LAYERS],
    assigns=["doc._.claims"],
)
def make_claims(nlp: Language, name: str) -> Pipe:
    """What is claimed of whose outage."""
    return _layer_pipe("claims", extraction.find)
