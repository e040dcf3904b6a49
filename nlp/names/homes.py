"""Which countries and states a text is about: what tells namesakes apart.

Each name of places votes for where it may lie: a state for itself, a large city for its state, a
name that many towns share for each of their states a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from nlp.names import gazetteers, places
from nlp.names.bearers import given_names
from nlp.names.leanings import Leanings
from nlp.names.matching import Surface
from nlp.names.places import Place

_BY_FAR = 5
"""How many times as large a city is as its namesakes for its name to vote for it alone."""
_LEAST = 3_000
"""What the only place of a name counts as its next largest namesake: villages prove little."""
_UNSURE = 0.5
"""What a name weighs that several places share."""
_CERTAIN = 0.9
"""From this many votes on, a text is about a country or state."""
_HOME = 2.0
"""What the name of the publisher weighs."""

Ballot = Mapping[str, float]
"""Votes for countries and states by their codes."""


class Homes:
    """The votes of a text's names."""

    def __init__(self, publisher: str = "") -> None:
        """Take who published the text: its name often says where."""
        self._ballots: dict[str, Ballot] = {}
        self._total: defaultdict[str, float] = defaultdict(float)
        self._leanings = Leanings()
        for name, ballot in of_publisher(publisher).items():
            self._count(name, ballot)
        for name, known in _named(publisher):
            self._lean(name, known, _ballot(name, known))

    def vote(self, name: str, candidates: Iterable[Place]) -> None:
        """Count the vote of a name; a name votes once, and the first time counts."""
        if name not in self._ballots:
            known = tuple(candidates)
            ballot = _ballot(name, known)
            self._count(name, ballot)
            self._lean(name, known, ballot)

    def _lean(self, name: str, candidates: tuple[Place, ...], ballot: Ballot) -> None:
        self._leanings.take(name, candidates, {code for code in ballot if ballot[code] == 1})

    def _count(self, name: str, ballot: Ballot) -> None:
        self._ballots[name] = ballot
        for code, weight in ballot.items():
            self._total[code] += weight

    def say(self, words: Iterable[tuple[int, str]]) -> None:
        """Take all words of the text, with where they stand."""
        self._leanings.say(words)

    def votes(self, code: str, name: str) -> float:
        """Return the votes of all other names for a country or state."""
        own = self._ballots.get(name)
        certain = self._total[code] - (own.get(code, 0.0) if own else 0.0)
        return certain + self._leanings.votes(code, name)

    def nearness(self, place: Place, name: str) -> int:
        """Say whether other names speak for a place's state (2), its country (1), or neither."""
        if place.state and self.votes(place.state, name) >= _CERTAIN:
            return 2
        return 1 if self.votes(place.country, name) >= _CERTAIN else 0


@lru_cache(maxsize=2_000)
def _ballot(name: str, candidates: tuple[Place, ...]) -> Ballot:
    """Return what a name with these meanings says of where a text is at home."""
    known = {place.key: place for place in candidates}.values()
    if any(place.kind == "area" for place in known):
        return {}
    wide = [place for place in known if place.kind in ("country", "people", "state")]
    is_name = name in gazetteers.words("places-that-are-words") or name in given_names()
    certain = wide or ([] if is_name else _by_far(known))
    if len(certain) == 1:
        return dict.fromkeys({certain[0].country, certain[0].state} - {""}, 1.0)
    ballot: defaultdict[str, float] = defaultdict(float)
    for place in certain:
        for code in {place.country, place.state} - {""}:
            ballot[code] += 1 / len(certain)
    if not certain:
        for state in {place.state for place in known} - {""}:
            ballot[state] = _UNSURE / len(known)
    return ballot


def _by_far(known: Iterable[Place]) -> list[Place]:
    """Return the city that is so much larger than its namesakes that its name means it."""
    first, *others = sorted(known, key=lambda place: -place.population)
    second = others[0].population if others else _LEAST
    is_plain = not first.is_word and first.population > _BY_FAR * second
    return [first] if is_plain else []


@lru_cache(maxsize=1_000)
def of_publisher(publisher: str) -> Mapping[str, Ballot]:
    """Return the votes of the places in a publisher's name."""
    return {
        name: {code: _HOME * vote for code, vote in _ballot(name, known).items()}
        for name, known in _named(publisher)
        if not known[0].is_word
    }


@lru_cache(maxsize=1_000)
def _named(publisher: str) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Return the names of places in a publisher's name: a word only where it begins it."""
    surface = Surface.of(publisher.removeprefix("The "))
    return tuple(
        (surface.folded[start:end], known)
        for start, end, candidates in places.index().scan(surface)
        if (known := tuple(place for place in candidates if place))
        and (not start or not known[0].is_word)
    )
