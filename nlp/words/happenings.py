"""What happened, put together from its parts: who did what to which thing, in whatever order.

Phrases name what is said the same way twice. A clause that tells a cause ("after thieves made off
with 200 metres of copper") is mostly said once; what it tells is plain from the kinds of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Annotated, NamedTuple

from pydantic import Field

from nlp.entries import Strict, load
from nlp.words import culprits
from nlp.words.lexicons import Cause, Key, PhraseList
from nlp.words.phrases import TOGETHER, Hit, Phrases

_NEAR = 48
"""How far the next word of what is told may stand from the last, in characters."""
_MANY = 3
"""How many words before the last are looked at."""
_STOP = re.compile(r"[.!?;:](?=\s|$)|[\n,()]")
_NOT = re.compile(r"\b(?:no|not|without|never)\b|n['’]t\b")
"""What denies it, between its words."""

Recipe = Annotated[str, Field(pattern=r"^[a-z-]+( \+ [a-z-]+)*$")]
"""Families, of which a clause must hold one word each."""


class Rule(Strict):
    """A cause, and the families of which a clause must hold one word each."""

    cause: Key
    surely: bool = False
    """Whether it holds only where a cause must stand."""
    alone: bool = False
    """Whether it holds anywhere, where its words stand close together."""
    of: Annotated[list[Recipe], Field(min_length=1)]


class Happenings(Strict):
    """``happenings.toml``."""

    families: dict[Key, PhraseList]
    rule: list[Rule]


class _Recipe(NamedTuple):
    families: frozenset[str]
    rule: Rule
    cause: Cause


def told(text: str, start: int, end: int, *, surely: bool) -> Hit[Cause] | None:
    """Return what ``text[start:end]`` tells, by the first rule whose words are all there.

    ``surely``: whether it must be a cause.
    """
    hits = [
        Hit(start + hit.start, start + hit.end, hit.item)
        for hit in _families().within(text, start, end)
    ]
    return _first(text, hits, [one for one in _recipes() if surely or not one.rule.surely])


def alone(text: str) -> Iterator[Hit[Cause]]:
    """Yield what a text tells by words close together that hardly ever tell anything else."""
    near: list[Hit[str]] = []
    for hit in _families().scan(text):
        if near and not _goes_on(text, near[-1].end, hit.start):
            near = []
        near = [*near[-_MANY:], hit]
        if found := _first(text, near, _surest()):
            yield found
            near = []


def _is_said_of(text: str, one: Hit[str], two: Hit[str]) -> bool:
    """Whether two words stand close together and nothing between them denies it."""
    return two.start - one.end <= _NEAR and not _NOT.search(text, one.end, two.start)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the next word of what is told may be the one at ``start``."""
    return start - end <= _NEAR and not _STOP.search(text, end, start)


def _first(text: str, hits: Sequence[Hit[str]], recipes: Sequence[_Recipe]) -> Hit[Cause] | None:
    """Return the cause of the first recipe of which all is among some words."""
    there = {hit.item for hit in hits}
    for recipe in recipes if there else ():
        if recipe.families <= there:
            of = [hit for hit in hits if hit.item in recipe.families]
            if all(_is_said_of(text, one, two) for one, two in pairwise(of)):
                return Hit(of[0].start, of[-1].end, recipe.cause)
    return None


@cache
def _lexicon() -> Happenings:
    return load("happenings", Happenings)


@cache
def _families() -> Phrases[str]:
    families = _lexicon().families.items()
    return Phrases(((phrase, name) for name, some in families for phrase in some), TOGETHER)


@cache
def _recipes() -> tuple[_Recipe, ...]:
    return tuple(
        _Recipe(frozenset(recipe.split(" + ")), rule, culprits.by_key(rule.cause))
        for rule in _lexicon().rule
        for recipe in rule.of
    )


@cache
def _surest() -> tuple[_Recipe, ...]:
    return tuple(recipe for recipe in _recipes() if recipe.rule.alone)
