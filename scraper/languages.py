"""The language of a text: as its publisher declares it, or as it reads."""

from __future__ import annotations

import re
from itertools import islice

_ENOUGH = 60
_LOOKED_AT = 2_000


def declared(code: object) -> str | None:
    """Return the ISO 639-1 code that a language tag begins with, or ``None`` where it has none.

    >>> declared("en-GB"), declared(" DE"), declared("eng"), declared(None)
    ('en', 'de', None, None)
    """
    match = re.match(r"[a-z]{2}(?![a-z])", code.strip().lower()) if isinstance(code, str) else None
    return match[0] if match else None


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text reads as, offline.

    ``None`` for too short a text.

    >>> detect("The exchange in the north fell silent this morning and came back in the afternoon.")
    'en'
    >>> detect("Calls drop.")
    """
    if len(list(islice(filter(str.isalpha, text), _ENOUGH))) < _ENOUGH:
        return None
    import py3langid  # it loads a model, which texts that declare their language do not need

    code, _ = py3langid.classify(text[:_LOOKED_AT])
    return code if len(code) == 2 else None
