"""Which of several services of one name is meant, by what a text speaks of beside it.

Epic is a hospital's records where there are patients, and a shop of games where there are players.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.names import gazetteers
from nlp.names.gazetteers import Service
from nlp.names.matching import fold


def meant(services: Sequence[Service], folded: str) -> Service | None:
    """Return the only service of whose kind a text speaks most; none where two are alike.

    >>> known = gazetteers.services()
    >>> both = [known["epic-games"], known["epic-systems"]]
    >>> meant(both, "epic is down and nurses chart on paper at both hospitals").key
    'epic-systems'
    """
    told = {service.key: _told(service.kind, folded) for service in services}
    most = max(told.values())
    kept = [service for service in services if told[service.key] == most]
    return kept[0] if most and len(kept) == 1 else None


def _told(kind: str, folded: str) -> int:
    """Return how many different words of a kind's scene a text has."""
    pattern = _scene(kind)
    return len(set(pattern.findall(folded))) if pattern else 0


@cache
def _scene(kind: str) -> re.Pattern[str] | None:
    known = gazetteers.kinds().get(kind)
    words = [*known.scene, *known.nouns] if known else []
    return (
        re.compile(rf"\b(?:{'|'.join(re.escape(fold(one)) for one in words)})\b") if words else None
    )
