"""What people call a service for short that the catalogue has by its full name.

HSE Ireland is the HSE at home, MTN MoMo is MoMo. Such a name is as doubtful as a word: it counts
only in context, as an editor's ``ambiguous_aliases`` do. One that is a word, as Flow for Flow
Caribbean, counts only where it is told what it is or does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.names import bearers, dictionary, gazetteers, parts, places
from nlp.names.gazetteers import Service
from nlp.names.matching import fold

_NONE = ("never-a-name", "software", "no-short-names")
"""The lists of words that name no service."""
_SHORTEST = 3
"""Letters of a short name."""


def of(service: Service, catalogue: Mapping[str, Service]) -> Iterator[str]:
    """Yield the shorter forms of a service's name that are no word, place or feature.

    >>> known = gazetteers.services()
    >>> [*of(known["hse-ireland"], known)], [*of(known["mtn-momo"], known)]
    (['HSE'], ['MoMo'])
    """
    if service.category:  # A cloud's parts are called after what they do.
        return
    for short in (*_bare(service.name), *_without_house(service, catalogue)):
        if _is_name(short) and not _is_word(short) and short not in service.all_names:
            yield short


def words_of(service: Service) -> Iterator[str]:
    """Yield the shorter forms of a service's name that are words of the language.

    >>> [*words_of(gazetteers.services()["opal"])], [*words_of(gazetteers.services()["air-canada"])]
    (['Opal'], [])
    """
    if service.category:
        return
    for short in _bare(service.name):
        if _is_name(short) and _is_word(short) and short not in service.all_names:
            yield short


def _is_name(short: str) -> bool:
    if len(short) < _SHORTEST or not short[0].isupper() or short.endswith((" of", " de")):
        return False
    low = short.lower()
    if low in STOP_WORDS or low in bearers.given_names():
        return False
    if any(low in gazetteers.words(key) for key in _NONE) or parts.is_at(fold(short), 0):
        return False
    return not places.is_large(short)


def _is_word(short: str) -> bool:
    return dictionary.is_word(short.split()[-1])


def _bare(name: str) -> Iterator[str]:
    """Yield a name without what it is, or without its country, where that stands behind it."""
    words = name.split()
    kept = len(words)
    while kept > 1 and words[kept - 1] in gazetteers.words("what-a-name-is-of"):
        kept -= 1
        yield " ".join(words[:kept])
    for kept in range(1, len(words)):
        country = " ".join(words[kept:])
        if country in gazetteers.words("short-countries") or places.is_country(country):
            yield " ".join(words[:kept])
            return


def _without_house(service: Service, catalogue: Mapping[str, Service]) -> Iterator[str]:
    """Yield a name without that of its owner or of the service that it is a part of before it."""
    parent = catalogue.get(service.parent or "")
    for house in {service.owner, parent.name if parent else None}:
        if house and service.name.startswith(f"{house} "):
            yield service.name.removeprefix(f"{house} ")
