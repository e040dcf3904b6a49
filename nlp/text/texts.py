"""A doc's text, once: spaCy joins it from the tokens anew each time that it is asked."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "downwire.text"


def keep(doc: Doc, text: str) -> Doc:
    """Tell a doc the text that it was made of, and return it."""
    doc.user_data[_KEY] = text
    return doc


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, kept in the doc's user data: every finder asks for it."""
    text = doc.user_data.get(_KEY)
    if not isinstance(text, str):
        text = doc.text
        keep(doc, text)
    return text
