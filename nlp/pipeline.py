"""The pipeline that reads English: the only place where pipes are added, in order."""

from __future__ import annotations

import spacy
from spacy.language import Language

from nlp import components
from nlp.readable import LIMIT
from nlp.text import tokens
from nlp.words.relevance import is_relevant

__all__ = ["build", "is_relevant"]


def build() -> Language:
    """Return a pipeline without a statistical model that fills ``doc._`` up to ``doc._.claims``.

    A doc needs its ``doc._.context`` set before it goes through:
    see :func:`nlp.reading.read`.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokens.NAME}}})
    nlp.max_length = LIMIT
    for name in components.PIPES:
        nlp.add_pipe(f"downwire_{name}", name=name)
    return nlp
