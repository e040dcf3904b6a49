"""Which one state a text's names are from, taken together.

Paris, Reno and Lamar County are each in many states, and all three in Texas alone. Each name is
weighed under two suppositions: that the text is from a state and names what lies there, or that
it names places of the whole world by their size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache
from heapq import nlargest
from math import log, sqrt

from nlp.names import gazetteers
from nlp.names.places import Place

_FROM_HERE = 0.7
"""The part of its places that a text from a state has from there."""
_PARTS = 50
"""How many times as much of the world's names a state has when the text is from there."""
_PARTS_OF: Mapping[str, float] = {"GB-ENG": 15, "US-CA": 35, "CA-ON": 35, "US-TX": 40}
"""The same for large states, where a namesake is likelier by chance."""
_BASE: Mapping[str, float] = {"county": 140, "state": 2_000, "country": 2_500}
"""What weighs as much as the root of a city's population."""
_LEAST = 10
_TELLING = log(10)
"""Odds, as a logarithm, that are worth one certain name."""
_MOST = 2.5
_SAYING = ("US", "CA", "GB", "IE", "IN", "AU")
_SAID = log(4)
"""What a country's own words add for its states."""

_REMEMBERED = 2_000
"""Names of which it is kept what they say: few enough that memory stays flat."""

Leaning = Mapping[str, float]
"""Logarithms of odds by the codes of states."""


class Leanings:
    """What the names of a text say together."""

    def __init__(self) -> None:
        """Begin without names."""
        self._names: dict[str, Leaning] = {}
        self._total: defaultdict[str, float] = defaultdict(float)
        self._without = 0.0
        self._said: set[str] = set()
        self._leading: list[str] | None = None
        self._ahead: dict[str, float] = {}

    def take(self, name: str, candidates: tuple[Place, ...], certain: Container[str] = ()) -> None:
        """Take a name with the places that it may mean; the first time counts.

        ``certain``: the states and countries that its name speaks for whatever the others do.
        """
        if name in self._names:
            return
        leaning = {
            state: 0.0 if state in certain else odds for state, odds in _leaning(candidates).items()
        }
        if leaning:
            self._names[name] = leaning
            self._without += _ELSEWHERE
            for state, odds in leaning.items():
                self._total[state] += odds - _ELSEWHERE
            self._leading = None

    def say(self, words: Iterable[tuple[int, str]]) -> None:
        """Take the words of the text: some are of one country alone, as those of its police."""
        known = _countries()
        self._said.update(known[word] for _, word in words if word in known)
        self._leading = None

    def votes(self, code: str, name: str) -> float:
        """Return what all other names say for a state, or for the country that it lies in."""
        if self._leading is None:
            self._leading, self._ahead = nlargest(2, self._total, key=self._odds), {}
        if not code or not self._leading or code != self._leading[0][: len(code)]:
            return 0.0
        if name not in self._ahead:
            self._ahead[name] = self._without_own(name, self._leading)
        return self._ahead[name]

    def _without_own(self, name: str, leading: list[str]) -> float:
        """Return how far the first state is ahead without a name's own odds."""
        odds = [self._odds(state) - self._own(name, state) for state in leading]
        ahead = odds[0] - max([0.0, *odds[1:]])
        return min(round(max(ahead / _TELLING, 0.0), 3), _MOST)

    def _own(self, name: str, state: str) -> float:
        return self._names[name].get(state, _ELSEWHERE) if name in self._names else 0.0

    def _odds(self, state: str) -> float:
        said = _SAID if state[:2] in self._said else 0.0
        return self._total[state] + self._without + said


@cache
def _countries() -> Mapping[str, str]:
    """Return countries by the words that only they have."""
    return {word: country for country in _SAYING for word in gazetteers.words(f"said-in-{country}")}


_ELSEWHERE = log(1 - _FROM_HERE)


@lru_cache(maxsize=_REMEMBERED)
def _leaning(candidates: tuple[Place, ...]) -> Leaning:
    """Return what a name with these meanings says for each state that it may lie in.

    Kept: some names lie in fifty, and the same come in many texts.
    """
    known = {place.key: place for place in candidates}.values()
    if not {place.kind for place in known} & {"city", "county"}:
        return {}  # It speaks for itself.
    weights: defaultdict[str, float] = defaultdict(float)
    for place in known:
        weights[place.state or place.country] += _BASE.get(place.kind) or sqrt(
            place.population + _LEAST**2
        )
    total = sum(weights.values())
    return {
        state: log(1 - _FROM_HERE + _FROM_HERE * _PARTS_OF.get(state, _PARTS) * weight / total)
        for state, weight in weights.items()
    }
