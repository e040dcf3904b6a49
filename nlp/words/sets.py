"""Sets of words and phrases that editors write once and use in many phrases, as ``{payments}``."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field

from nlp.entries import Strict, load

ORIGIN = "data/lexicons/sets.toml"
_USED = re.compile(r"\{([^{}]*)\}")

Name = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
Members = Annotated[list[str], Field(min_length=1)]


def _in_order(sets: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the sets if each uses only those above it, so that none holds itself."""
    above: set[str] = set()
    for name, members in sets.items():
        for member in members:
            for one in used(member):
                if one not in above:
                    raise ValueError(f"{name!r} uses {{{one}}}, which does not stand above it")
        above.add(name)
    return sets


class Sets(Strict):
    """``sets.toml``."""

    sets: Annotated[dict[Name, Members], AfterValidator(_in_order)]


def used(phrase: str) -> list[str]:
    """Return the names of the sets that a phrase uses."""
    return _USED.findall(phrase) if "{" in phrase else []


def is_known(name: str) -> bool:
    """Say whether there is a set of that name."""
    return name in _sets()


def members(name: str) -> list[str]:
    """Return the phrases of a set as they are written; raise ``KeyError`` for an unknown one."""
    return _sets()[name]


@cache
def _sets() -> dict[str, list[str]]:
    return load("sets", Sets).sets
