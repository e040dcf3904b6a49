"""Docs as the pipeline hands them to the finders of services, features and regions."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from nlp import components
from nlp.mentions import Mention
from nlp.names import services
from tests.nlp.by_hand import Page

assert components.PIPES, "importing it registers the attributes of docs"
_BLANK = spacy.blank("en")

Row = tuple[str, str | None]
"""The words of a mention and its key."""


def doc_of(
    text: str,
    *,
    title: str = "",
    kind: str = "news",
    service: str | None = None,
    publisher: str = "",
) -> Doc:
    """Return a doc with its context and its services; one token, since finders ask for none."""
    doc = Doc(_BLANK.vocab, words=[text] if text else [], spaces=[False] if text else [])
    doc._.context = Page(text=text, title=title, kind=kind, service=service, publisher=publisher)
    doc._.services = services.find(doc)
    return doc


def rows(mentions: list[Mention]) -> list[Row]:
    """Return words and key of each mention."""
    return [(mention.text, mention.key) for mention in mentions]


def rules(mentions: list[Mention]) -> list[str]:
    """Return the rule of each mention, without its module."""
    return [mention.rule.partition(":")[2] for mention in mentions]


def assert_exact(doc: Doc, mentions: list[Mention]) -> None:
    """Check that each mention's offsets give its words, in order, none overlapping."""
    last = 0
    for mention in mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end
