"""With which words a phrase can begin, told without reading it all.

Thousands of phrases are loaded and few are ever asked for: by its first words one is kept until a
text has such a word, and read then. What is not told at a glance is read after all.
"""

from __future__ import annotations

import re
from functools import cache

from nlp.words import sets
from nlp.words.inflections import forms
from nlp.words.notation import parse

_OPTION = r"(?:[a-z0-9]++(?:'[a-z]++)?|<[a-z]++>)(?: [a-z0-9]++)*+"
_CHOICE = rf"{_OPTION}(?:\|{_OPTION})*+"
_UNIT = re.compile(
    rf"(?:(?P<plain>{_OPTION})|\((?P<choice>{_CHOICE})\)|\[(?P<optional>{_CHOICE})\])(?=[ -]|$)"
    rf"[ -]?(?![ -])"
)
"""A word, or some of which one stands there, apart from what follows."""
_PLAIN = r"(?:(?:[^\W_]|[ '/&%+#-])++|<[a-z]++>|\{[a-z-]++\}|(?<= )\.\.\.(?= [^ .-]))"
_INNER = rf"(?:{_PLAIN}|\|)*+"
_NESTED = rf"(?:{_PLAIN}|\||\({_INNER}\)|\[{_INNER}\])*+"
_SOUND = re.compile(rf"(?:{_PLAIN}|\({_NESTED}\)|\[{_NESTED}\])++")
"""What the notation certainly allows, if it begins with a word and its sets are known."""


@cache
def firsts(phrase: str) -> frozenset[str]:
    """Return the words that a phrase can begin with; raise ``PhraseError`` as ``parse`` does.

    >>> sorted(firsts("[still] (can't|unable to) [<be>] log in"))
    ["can't", 'cant', 'still', 'unable']
    """
    found: set[str] = set()
    unit = _UNIT.match(phrase)
    while unit:
        kind = unit.lastgroup or ""
        for option in unit[kind].split("|"):
            found.update(_forms(option.partition(" ")[0]))
        if kind != "optional":
            return frozenset(found)
        unit = _UNIT.match(phrase, unit.end())
    return frozenset(parse(phrase).openings)


def check(phrase: str) -> None:
    """Raise :class:`nlp.words.notation.PhraseError` for a phrase that is malformed."""
    if not _SOUND.fullmatch(phrase.strip()) or not all(map(sets.is_known, sets.used(phrase))):
        parse(phrase)
    firsts(phrase)


def _forms(word: str) -> tuple[str, ...]:
    """Return what a word of a phrase can stand as."""
    if word.startswith("<"):
        return forms(word[1:-1])
    return (word, word.replace("'", "")) if word.endswith("n't") else (word,)
