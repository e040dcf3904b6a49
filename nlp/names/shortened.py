"""Shorter forms of names that a text has in full: Limelight Networks, then Limelight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.mentions import Mention
from nlp.names import dictionary, gazetteers, naming, places
from nlp.names.matching import Taken, in_address

_INITIALS = re.compile(r" \((?:the )?[\"“']?([A-Z][A-Za-z&]{1,6})[\"”']?\)")
"""Initials behind the full name: Commonwealth Bank of Australia (CBA)."""
_LETTERS, _MOST_LETTERS = 3, 7
"""How many letters initials have that stand for a name."""
_LINK = r"(?: (?:and|of|for|the|on|to|in|&)){0,2} "
"""Between the words of a name that have capitals."""
_MOST = 40
"""Short forms of one text, so that looking for them all stays cheap."""


def find(
    text: str, folded: str, mentions: Sequence[Mention], of: Sequence[Mention] | None = None
) -> list[Mention]:
    """Return where a text names a service that it has named in full by less than that.

    A short form that is a word, or a place, counts only beside what services do. ``of``: whose
    short forms are looked for, if not those of all mentions.
    """
    shorts: dict[str, Mention] = {}
    for mention in mentions if of is None else of:
        for short in _shorts(text, mention):
            if len(shorts) < _MOST:
                shorts.setdefault(short, mention)
    if not shorts:
        return []
    taken = Taken(len(text), ((mention.start, mention.end) for mention in mentions))
    longest = sorted(shorts, key=lambda short: (-len(short), short))
    either = re.compile(rf"(?<![\w@#&-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    return [
        replace(
            shorts[match[0]],
            start=match.start(),
            end=match.end(),
            text=match[0],
            rule="services:short",
        )
        for match in either.finditer(text)
        if taken.is_free(*match.span()) and _is_meant(text, folded, match)
    ]


def begun(strange: Sequence[Mention], known: Sequence[Mention]) -> list[Mention]:
    """Return strange names, those being of the catalogue that a known one begins with.

    "OP customers … OP Financial Group said".
    """
    begins: dict[str, Mention] = {}
    for mention in known if strange else ():
        first, _, rest = mention.text.partition(" ")
        if rest and mention.key:
            begins.setdefault(first, mention)
    return [
        replace(one, key=whole.key, name=whole.name, rule="services:short")
        if (whole := begins.get(one.text))
        else one
        for one in strange
    ]


def _shorts(text: str, mention: Mention) -> Iterator[str]:
    """Yield the name without its last word, if that only says what it is, and its initials."""
    initials = _INITIALS.match(text, mention.end)
    if initials and _stands_for(initials[1], mention):
        yield initials[1]
    words = mention.text.split()
    if len(words) >= _LETTERS and (spelt := _spelt(words)) and _stands_for(spelt, mention):
        yield spelt
    if len(words) > 1 and (words[-1] in gazetteers.words("what-a-name-is-of")):
        short = " ".join(words[:-1])
        is_place = mention.key is None and places.is_large(short)
        if short[0].isupper() and len(short) > 1 and short.lower() not in _never() and not is_place:
            yield short


def _spelt(words: Sequence[str]) -> str:
    """Return the initials of a name's words that have capitals; empty for fewer than three.

    >>> _spelt("Joint Admissions and Matriculation Board".split())
    'JAMB'
    """
    letters = "".join(word[0] for word in words if word[0].isupper())
    return letters if len(letters) >= _LETTERS and letters.lower() not in _never() else ""


def written_out(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return where a text writes out the name that it has by its initials elsewhere."""
    initials = {m.text: m for m in mentions if m.text.isalpha() and m.text.isupper()}
    told = [one for one in initials if _LETTERS <= len(one) <= _MOST_LETTERS]
    if not told:
        return []
    taken = Taken(len(text), ((mention.start, mention.end) for mention in mentions))
    found = []
    for letters in sorted(told)[:_MOST]:
        for match in re.finditer(_LINK.join(rf"{one}[a-z]{{2,20}}" for one in letters), text):
            if taken.is_free(*match.span()):
                taken.take(*match.span())
                named = initials[letters]
                start, end = match.span()
                found.append(
                    replace(named, start=start, end=end, text=match[0], rule="services:short")
                )
    return found


def _stands_for(initials: str, mention: Mention) -> bool:
    """Say whether initials are a name's own; those of a cloud's parts are the trade's: CDN, WAN."""
    service = gazetteers.services().get(mention.key or "")
    is_part = service is not None and service.category is not None
    return not is_part and " " in mention.text and initials[0] == mention.text[0]


def _never() -> frozenset[str]:
    return gazetteers.words("never-a-name")


def _is_meant(text: str, folded: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if in_address(text, start, end):
        return False
    if places.is_large(match[0]):
        return naming.is_acting(folded, end)
    if dictionary.is_word(match[0].split()[0]):
        return naming.is_named_here(text, folded, start, end, related=True)
    return not naming.is_inside_a_name(text, start, end)
