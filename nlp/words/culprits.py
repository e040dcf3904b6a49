"""The causes that an editor lists: by phrases, and by the things whose failure is one.

A phrase names a cause near a cue, or anywhere. A thing ("router", "supplier") does where its fault
is told ("a fault in the router", "the router failed") or, alone, where nothing but a cause stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from nlp.entries import load
from nlp.words.lexicons import Cause, Causes, Cue
from nlp.words.phrases import TOGETHER, Phrases

_WHICH = "in|at|of|near|on|between|behind|for|that|which|inside|linking|serving"
"""What may follow a thing and say which one it is."""


@cache
def lexicon() -> Causes:
    """Return ``causes.toml``."""
    return load("causes", Causes)


@cache
def signs() -> Phrases[Cue | Cause]:
    """Return what says that something is a cause: cues, and causes that need none."""
    means: list[tuple[str, Cue | Cause]] = [
        (phrase, cue) for cue in lexicon().cue for phrase in cue.phrases
    ]
    means += [(phrase, cause) for cause in lexicon().entry for phrase in cause.alone]
    means += [(phrase, cause) for cause in lexicon().entry for phrase in _failing(cause.parts)]
    return Phrases(means, TOGETHER)


@cache
def listed() -> Phrases[Cause]:
    """Return what is a cause near a cue.

    Of phrases of equal length the first entry's wins, and a vague entry's only over no other.
    """
    entries = lexicon().entry
    means = [(phrase, _as_firm(entry)) for entry in entries for phrase in entry.firm]
    for is_vague in (False, True):
        some = [entry for entry in entries if entry.vague is is_vague]
        means += [(phrase, entry) for entry in some for phrase in (*entry.phrases, *entry.alone)]
        means += [
            (phrase, entry) for entry in some for phrase in _failing(entry.things + entry.parts)
        ]
    return Phrases(means, TOGETHER)


@cache
def bare() -> Phrases[Cause]:
    """Return the words that name a cause where nothing but a cause can stand."""
    return Phrases(
        (phrase, entry)
        for entry in lexicon().entry
        for phrase in (*entry.things, *entry.parts, *entry.words)
    )


@cache
def by_key(key: str) -> Cause:
    """Return an entry; raise ``StopIteration`` for one that is not there."""
    return next(entry for entry in lexicon().entry if entry.key == key)


def _as_firm(entry: Cause) -> Cause:
    return entry.model_copy(update={"vague": False})


def _failing(things: Sequence[str]) -> Iterator[str]:
    """Yield that one of some things failed."""
    if not things:
        return
    which = f"({'|'.join(things)})" if len(things) > 1 else things[0]
    yield f"{{fault-in}} ... {which}"
    yield f"{{bad}} {which}"
    yield f"{which} {{fault}}"
    yield f"{which} {{broke}}"
    yield f"{which} ({_WHICH}) [one of] ... {{broke}}"
    yield f"{which} (in|at|inside|of) ... {{house}} {{broke}}"
