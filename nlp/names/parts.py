"""What services have and do, as the lexicon of features calls it: voice chat, payments, store."""

from __future__ import annotations

from functools import cache

from nlp.names import gazetteers
from nlp.names.matching import WORD, Phrases


def is_behind(folded: str, end: int) -> bool:
    """Say whether a part of a service is named right behind a name: Discord voice.

    >>> is_behind("discord voice keeps dropping", 7), is_behind("discord reigned", 7)
    (True, False)
    """
    return folded.startswith(" ", end) and is_at(folded, end + 1)


def is_at(folded: str, start: int) -> bool:
    """Say whether a part of a service is named at an offset."""
    word = WORD.match(folded, start)
    return word is not None and bool(_phrases().at(folded, word[0], start)[1])


@cache
def _phrases() -> Phrases[bool]:
    return Phrases(
        (written, True)
        for feature in gazetteers.features()
        if feature.service is None
        for written in (*feature.phrases, *feature.words)
    )
