"""How plainly a text says of a service that it fails: what makes it one about an outage.

A clause attests an outage where it says, asks, plans or recalls that a service, a part of one or
a computer system fails, and nothing but small words stand between the two: "the app has been down
since noon", "problems with Vodafone's network". "The Netflix hit crashes out" attests nothing, nor
does what a clause only supposes ("if your app is down") or foresees for good ("will stop working").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.assertions import nameless, supposing
from nlp.assertions.passages import Sentence
from nlp.assertions.troubles import TROUBLE, is_ours
from nlp.entries import load
from nlp.mentions import Label, Mention
from nlp.names.kinship import is_monitor, is_utility
from nlp.words import digital
from nlp.words.lexicons import Attesting

_PLAINLY, _LOOSELY, _BARELY = 4, 2, 1
"""What a sentence weighs that says of a service, a part of one or a system that it fails; one that
tells of what only such a service does, of nothing that does it; a text in which all else fails."""
ENOUGH = 4 * _PLAINLY
"""What leaves no doubt, whatever else a text is about."""
_FAR = 80
"""Characters that small words may fill."""
_WORDS = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_WORK = "maintenance"
_SAYING: tuple[Label, ...] = ("SYMPTOM", "PHASE")
_Span = tuple[int, int]


def weigh(sentences: Sequence[Sentence]) -> int:
    """Return how plainly a text speaks of an outage; no more is counted than leaves no doubt."""
    said, fails = 0, False
    for sentence in sentences:
        told = [mark.mention for label in _SAYING for mark in sentence.of(label)]
        told = [mention for mention in told if not _is_no_failure(sentence, mention)]
        fails = fails or bool(told)
        said += _weight(sentence, told)
        if said >= ENOUGH:
            break
    return said or fails * _BARELY


def _weight(sentence: Sentence, told: Sequence[Mention]) -> int:
    if _is_counted(sentence) or (told and (is_ours(sentence) or _is_linked(sentence, told))):
        return _PLAINLY
    if any(map(_is_loose, told)) or _has_fault(sentence) or _is_troubled(sentence):
        return _LOOSELY
    return 0


def _is_counted(sentence: Sentence) -> bool:
    """Whether a sentence counts reports of trouble."""
    return any(mark.mention.unit == "reports" for mark in sentence.of("COUNT"))


def _is_loose(mention: Mention) -> bool:
    """Whether something is said that only such a service does, of whatever does it."""
    return mention.label == "PHASE" or digital.fails(mention.key)


def _has_fault(sentence: Sentence) -> bool:
    """Whether a sentence gives a cause that only such a service has, or tells of work on one."""
    return any(
        (digital.is_fault(mark.mention.key) or mark.mention.key == _WORK)
        and not _is_no_failure(sentence, mark.mention)
        for mark in sentence.of("CAUSE")
    )


def _is_no_failure(sentence: Sentence, mention: Mention) -> bool:
    """Whether something is said to work, or its clause only supposes it."""
    if mention.key == "operational":
        return True
    return supposing.supposed(sentence, mention)


def _is_troubled(sentence: Sentence) -> bool:
    """Whether a word of trouble stands right by a service, though it says no symptom."""
    named = _named(sentence)
    for trouble in TROUBLE.finditer(sentence) if named else ():
        words = (sentence.start + trouble.start(), sentence.start + trouble.end())
        if any(_are_near(sentence, words, name) for name in named):
            return not supposing.supposes(sentence.lower[: trouble.end()])
    return False


def _is_linked(sentence: Sentence, told: Sequence[Mention]) -> bool:
    """Whether one of what is told stands right by a service, a part of one or a system."""
    said = [(mention.start, mention.end) for mention in told]
    named = _named(sentence, "FEATURE")
    if any(_are_near(sentence, words, name) for words in said for name in named):
        return True
    systems = nameless.systems(sentence)
    return any(_are_near(sentence, words, name) for words in said for name in systems)


def _named(sentence: Sentence, *labels: Label) -> list[_Span]:
    """Return where a sentence names services, and what else is asked for, but no utility's."""
    return [
        (mark.mention.start, mark.mention.end)
        for label in ("SERVICE", *labels)
        for mark in sentence.of(label)
        if not (is_monitor(mark.mention) or is_utility(mark.mention.key))
    ]


def _are_near(sentence: Sentence, said: _Span, name: _Span) -> bool:
    """Whether nothing but small words and other mentions stand between two stretches."""
    if said[0] < name[1] and name[0] < said[1]:
        return said != name  # It may be called Glitch.
    first, last = (name[1], said[0]) if name[1] <= said[0] else (said[1], name[0])
    if last - first > _FAR:
        return False
    between = [mark.mention for mark in sentence.marks if first <= mark.mention.start < last]
    for word in _WORDS.finditer(sentence.lower, first - sentence.start, last - sentence.start):
        if word[0].replace("’", "'") in _linking() or word[0][0].isdigit():
            continue
        offset = sentence.start + word.start()
        if not any(other.start <= offset < other.end for other in between):
            return False
    return True


@cache
def _linking() -> frozenset[str]:
    return frozenset(load("attesting", Attesting).linking)
