"""The languages that are read, each by a module of its own.

To add one: its lexicons in ``data/lexicons``, a module with

- ``is_relevant(text: str) -> bool``, the cheap test whether a text may speak of an outage, and
- ``build() -> Language``, a pipeline that fills the same ``doc._`` attributes as
  :mod:`nlp.components` declares (names of services and places may be shared),

and its line in :data:`MODULES`. A text in any other language is kept, unread.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol

from spacy.language import Language

MODULES = {"en": "nlp.pipeline"}
"""The module of each language that is read, by its ISO 639-1 code."""
DEFAULT = "en"
"""What a text of unknown language is read as."""


class Reader(Protocol):
    """What the module of a language offers."""

    def is_relevant(self, text: str) -> bool:
        """Return whether a text may speak of an outage: cheap, rather yes than no."""

    def build(self) -> Language:
        """Return a pipeline up to ``doc._.claims``."""


def code(language: str | None) -> str:
    """Return the code of the language that a text is taken to be in."""
    return language or DEFAULT


@cache
def reader(language: str) -> Reader | None:
    """Return the module that reads a language, or ``None`` where none does."""
    module = MODULES.get(language)
    return import_module(module) if module else None
