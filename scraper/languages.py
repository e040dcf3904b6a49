"""The language of a text: as its publisher declares it, or as it reads."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH = 60
"""Letters without which no language is told."""
_LOOKED_AT = 1_000
_SURE = 0.9
"""How probable the likeliest language must be."""


def declared(code: object) -> str | None:
    """Return the ISO 639-1 code that a language tag begins with, or ``None`` where it has none.

    >>> declared("en-GB"), declared(" DE"), declared("eng"), declared(None)
    ('en', 'de', None, None)
    """
    match = re.match(r"[a-z]{2}(?![a-z])", code.strip().lower()) if isinstance(code, str) else None
    return match[0] if match else None


def spoken(text: str, declared: str | None, kind: str) -> str | None:
    """Return the language of a text: what it surely reads as, else what is declared.

    Pages declare their site's language rather than their own. An operator's report is in the
    language of its status page, whatever stands beside it.
    """
    return declared if kind == "official" else detect(text) or declared


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text surely reads as, offline.

    ``None`` for one too short, or between languages.

    >>> detect("The exchange in the north fell silent this morning and came back in the afternoon.")
    'en'
    >>> detect("Calls drop.")
    """
    start = text[:_LOOKED_AT]
    if len(list(islice(filter(str.isalpha, start), _ENOUGH))) < _ENOUGH:
        return None
    code, probability = _identifier().classify(start)
    return str(code) if probability >= _SURE and len(code) == 2 else None


@cache
def _identifier() -> LanguageIdentifier:
    """Return the model, which takes most of a second to load: for whoever has a long text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
