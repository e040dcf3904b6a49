"""The language of a text, for one that does not declare it; offline."""

from __future__ import annotations

from itertools import islice

import py3langid

_ENOUGH = 60
_LOOKED_AT = 2_000


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or ``None`` for too short a text.

    >>> detect("The exchange in the north fell silent this morning and came back in the afternoon.")
    'en'
    >>> detect("Calls drop.")
    """
    if len(list(islice(filter(str.isalpha, text), _ENOUGH))) < _ENOUGH:
        return None
    code, _ = py3langid.classify(text[:_LOOKED_AT])
    return code if len(code) == 2 else None
