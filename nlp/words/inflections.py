"""The forms of an English verb: by rule, and from data for those that break the rules."""

from __future__ import annotations

from functools import cache

from nlp.entries import Strict, load


class Inflections(Strict):
    """``inflections.toml``."""

    verbs: dict[str, list[str]]


_VOWELS = "aeiou"


def forms(verb: str) -> tuple[str, ...]:
    """Return a verb's forms: as given, third person, past, participle.

    >>> forms("crash")
    ('crash', 'crashes', 'crashed', 'crashing')
    >>> forms("retry")
    ('retry', 'retries', 'retried', 'retrying')
    >>> forms("freeze")
    ('freeze', 'freezes', 'froze', 'frozen', 'freezing')
    """
    return (verb, *(_irregular().get(verb) or _regular(verb)))


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ing"


@cache
def _irregular() -> dict[str, list[str]]:
    return load("inflections", Inflections).verbs
