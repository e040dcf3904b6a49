"""Names that are plainly said to be down though the catalogue does not have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.mentions import Mention
from nlp.names import gazetteers, places
from nlp.names.matching import Taken, in_address

_REST = r"[A-Za-z0-9]{1,24}(?:[-.&][A-Za-z0-9]{1,12})?"
_DOWN = re.compile(
    rf"([A-Z](?<![\w.@#/-].){_REST}(?: [A-Z]{_REST}){{0,2}})"
    r"(?:['’]s (?:outage|downtime)"
    r"| (?:(?:is|was|has been|had been|went|remains) (?:currently |still |again |now |also )?"
    r"(?:down(?! \d| to| by| from| at)|offline|unreachable|inaccessible)"
    r"|(?:suffered|suffers|experienced|is experiencing|is suffering|was hit by) an? "
    r"(?:[a-z]{1,12} ){0,2}outage))\b"
)


def find(text: str, known: Sequence[Mention]) -> list[Mention]:
    """Return mentions without a key of names that are said to be down, beside the known ones."""
    taken = Taken(len(text), ((mention.start, mention.end) for mention in known))
    return [
        Mention(
            label="SERVICE",
            start=match.start(1),
            end=match.end(1),
            text=match[1],
            key=None,
            name=match[1],
            rule="services:unknown",
        )
        for match in _DOWN.finditer(text)
        if _is_name(match[1])
        and taken.is_free(match.start(1), match.end(1))
        and not in_address(text, match.start(1), match.end(1))
    ]


def _is_name(words: str) -> bool:
    """Say whether no word of it is a common one that begins a sentence, and it is no place."""
    common = gazetteers.words("never-a-name")
    if places.is_large(words):
        return False
    return not any(
        word in STOP_WORDS or word in common or word.rstrip("s") in common
        for word in words.lower().split()
    )
