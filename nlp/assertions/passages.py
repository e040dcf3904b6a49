"""Sentences and their clauses, with the mentions that lie in them: the ground of every claim."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.assertions.wordings import Begun, Wording, begun, between, hints
from nlp.mentions import Label, Mention
from nlp.text import stretches
from nlp.text.sentences import starts_of
from nlp.text.texts import text_of

LAYERS = (
    "services",
    "features",
    "regions",
    "times",
    "counts",
    "causes",
    "symptoms",
    "phases",
)
"""The extension attributes that hold mentions, in the order of the pipes."""

_BREAK = re.compile(
    r"[\s;:,](?:(?<=[;:])\s+"
    r"|(?<=,)\s+(?=(?:with|which|who|even\s+as|as|and|so|leaving|while|whereas|although|though|but)\s)"
    r"|(?<=,)\s+(?=(?:potentially|possibly)\s+\w+ing\s)"
    r"|(?<=\s)(?=[\s|–—]|wh|al|tho|bu|and)\s*(?:\|\s+|[–—]\s+|(?=(?:while|whereas|although|though|but)\s)"
    r"|(?=and\s+(?:at|by)\s+(?:(?:about|around)\s+)?\d)"
    r"|(?=and\s+(?:potentially|possibly)\s+\w+ing\s)"
    r"|(?=and\s+(?:hop(?:es?|ed)|expect(?:s|ed)?|plans?|aims?)\s)))"
)
"""Where a clause ends. It begins with a plain set of characters: ``re`` skips to those fast."""
_SIGN = re.compile(r"[;:,|–—]")
_CONNECTIVE = Wording(
    r"while|whereas|although|though|but|and\s+(?:at|by|hop|expect|plan|aim|potentially|possibly)"
)
"""What has neither a sign nor such a word has no break."""
_NEEDS_VERBS = re.compile(r"(?:and|as|so)\s(?!potentially|possibly)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|says?|said|saw"
    r"|sees?|began|fell|rose|went|came|hit|lost|took|remains?|works?|\w{3,40}ed)\b"
)
_VERB_ALONE = re.compile(
    r"(?:which|who)\s|(?:but|and|yet|though)\s+(?:\w+ly\s+)?(?:never|not|could|cannot|can|was|were|is"
    r"|are|has|have|had|did|does|do|then|still|failed|lost|remained|stayed|saw|got|received)\b"
    r"(?!\s+(?:it|they|we|he|she|you|i)\b)"
)
"""How a clause begins that has no subject of its own."""
_DOING = re.compile(rf"{_VERB.pattern}|\b(?:\w{{2,30}}ing|down|out|dead|offline)\b")
"""A verb before a list of names would go on, in posts too: "X throwing errors, Y is fine"."""
_SPEAKER = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:said|says|data|figures|show\w*|added|told|wrote|posted"
    r"|confirmed|announced|status|website|page|spokes\w+)\b"
)
"""Behind a name whose bearer is quoted for what stands before it."""
_KEY = "downwire.mentions"
_LONGEST = 1_500
"""Characters of a sentence; what is longer is no prose, and is cut so that time stays linear."""


class Mark(NamedTuple):
    """A mention and its position in the reading's mentions."""

    position: int
    mention: Mention


class Clause(NamedTuple):
    """A part of a sentence that says one thing: ``doc.text[start:end] == text``."""

    start: int
    end: int
    text: str
    lower: str
    """The same in lower case, character for character: what is searched for words."""
    begun: Begun
    """Where wordings may begin in it, by their offsets in the document."""
    hints: int
    """Which wordings those are."""


class Sentence(NamedTuple):
    """A sentence of the text without the blanks around it, its clauses and its mentions."""

    document: str
    """The whole text: ``document[start:end] == text``."""
    start: int
    end: int
    text: str
    lower: str
    """The same in lower case, character for character: what is searched for words."""
    begun: Begun
    """Where wordings may begin in it, by their offsets in the document."""
    hints: int
    """Which wordings those are."""
    paragraph: int
    """Counted from 0; a blank line or a line break begins the next."""
    clauses: tuple[Clause, ...]
    marks: tuple[Mark, ...]
    """The mentions that begin in it, by their start."""
    labels: Mapping[Label, Sequence[Mark]]
    """The same by their label."""

    def of(self, label: Label) -> Sequence[Mark]:
        """Return its mentions with a label, in order."""
        return self.labels.get(label, ())

    def clause_of(self, offset: int) -> int:
        """Return which of its clauses an offset of the text lies in."""
        clauses = self.clauses
        last = len(clauses) - 1
        for number in range(last):
            if offset < clauses[number].end:
                return number
        return last

    def lists(self, number: int) -> bool:
        """Whether a clause only lists what the one before names: "four were hit: A, B and C"."""
        if not self.clauses[number - 1].text.rstrip().endswith(":"):
            return False
        return _VERB.search(self.clauses[number].lower) is None

    def continues(self, number: int) -> bool:
        """Whether a clause says more of what the one before names.

        Behind a colon, with "which", or with a verb alone: "money left Zenith but never arrived".
        """
        if self.clauses[number - 1].text.rstrip().endswith(":"):
            return True
        return _VERB_ALONE.match(self.clauses[number].lower) is not None

    def before(self, mention: Mention, since: int | None = None) -> str:
        """Return the sentence's words before a mention, from an offset of the text on."""
        return self.text[max((since or self.start) - self.start, 0) : mention.start - self.start]

    def after(self, mention: Mention, until: int | None = None) -> str:
        """Return the sentence's words behind a mention, up to an offset of the text."""
        return self.text[mention.end - self.start : (until or self.end) - self.start]


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """Return all mentions of a document, by their start: the order that claims count in.

    Found once, when all layers are, and kept in the doc's user data.
    """
    known = doc.user_data.get(_KEY)
    if not isinstance(known, tuple):
        known = doc.user_data[_KEY] = so_far(doc)
    return known


def so_far(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of the layers that are found by now, by their start."""
    layers = doc._  # Made anew each time that it is asked for.
    found = [mention for layer in LAYERS for mention in getattr(layers, layer)]
    return tuple(sorted(found, key=attrgetter("start", "end")))


def beginning(sentence: Sentence, start: int) -> Sentence:
    """Return a sentence without what stands before an offset of the text, mentions included."""
    text = sentence.text[start - sentence.start :]
    marks = [mark for mark in sentence.marks if mark.mention.start >= start]
    worded = between(sentence.begun, start, sentence.end)
    return _sentence(sentence.document, start, text, worded, sentence.paragraph, marks)


def sentences(doc: Doc) -> list[Sentence]:
    """Return the sentences of a document whose mentions are found."""
    text = text_of(doc)
    marks = [Mark(position, mention) for position, mention in enumerate(mentions(doc))]
    starts = [mark.mention.start for mark in marks]
    worded = begun(text)
    found = []
    paragraph, last = 0, 0
    for start, end in _spans(doc, text):
        if "\n" in text[last:start]:
            paragraph += 1
        last = end
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        here = between(worded, start, end)
        found.append(_sentence(text, start, text[start:end], here, paragraph, inside))
    return found


def _sentence(
    document: str, start: int, text: str, worded: Begun, paragraph: int, marks: Sequence[Mark]
) -> Sentence:
    labels: dict[Label, list[Mark]] = {}
    for mark in marks:
        labels.setdefault(mark.mention.label, []).append(mark)
    lower = stretches.lower(text)
    named = [
        mark.mention.start - start
        for mark in labels.get("SERVICE", ())
        if not _SPEAKER.match(lower, mark.mention.end - start)
    ]
    whole = Clause(start, start + len(text), text, lower, worded, hints(worded))
    divided = whole.hints & _CONNECTIVE.bit or _SIGN.search(lower)
    clauses = _clauses(whole, named) if divided else (whole,)
    return Sentence(document, *whole, paragraph, clauses, tuple(marks), labels)


def _spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence that is not blank."""
    starts = starts_of(doc)
    for start, stop in zip((0, *starts), (*starts, len(text)), strict=True):
        while start < stop:
            end = _cut(text, start, stop)
            words = text[start:end].strip()
            if words:
                begin = text.index(words[0], start)
                yield begin, begin + len(words)
            start = end


def _cut(text: str, start: int, stop: int) -> int:
    """Return where to end a sentence: at a blank if it is too long to be one."""
    if stop - start <= _LONGEST:
        return stop
    blank = text.rfind(" ", start + 1, start + _LONGEST)
    return blank if blank > 0 else start + _LONGEST


def _clauses(whole: Clause, named: Sequence[int]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence; a list of names is not taken apart.

    ``named``: where services are named that are not quoted; one behind a comma begins what is
    said of it.
    """
    lower = whole.lower
    breaks = {match.end(): match.start() for match in _BREAK.finditer(lower)}
    others = {start: start - 2 for start in named if lower.endswith(", ", 0, start)}
    cuts = [0]
    for end, start in sorted((others | breaks).items()):
        needs_verbs = end in others or _NEEDS_VERBS.match(lower, end)
        verb = _DOING if end in others else _VERB
        if needs_verbs and not (verb.search(lower, cuts[-1], start) and _VERB.search(lower, end)):
            continue
        cuts.append(end)
    if len(cuts) == 1:
        return (whole,)
    return tuple([_part(whole, *edges) for edges in pairwise([*cuts, len(lower)])])


def _part(whole: Clause, start: int, end: int) -> Clause:
    first, last = whole.start + start, whole.start + end
    worded = between(whole.begun, first, last)
    return Clause(first, last, whole.text[start:end], whole.lower[start:end], worded, hints(worded))
