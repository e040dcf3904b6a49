"""A doc's text, once: spaCy joins it from the tokens anew each time that it is asked."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "text"


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, kept in the doc's user data: every reader of the doc asks for it."""
    text = doc.user_data.get(_KEY)
    if not isinstance(text, str):
        text = doc.user_data[_KEY] = doc.text
    return text
