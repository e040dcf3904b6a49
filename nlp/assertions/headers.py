"""The header lines of an operator's report: what its platform states as data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.mentions import Label, Mention
from nlp.names import gazetteers
from nlp.names.kinship import is_house

_LINE = re.compile(r"^(Service|Components|Regions|Severity|Began|Ended): ([^\n]+)$", re.MULTILINE)
_MOST = 20
_FEW = 4
"""Components of which each is out; with more it is the whole that is."""


def find(text: str, limit: int) -> list[re.Match[str]]:
    """Return the lines that stand before an offset: groups of name and words.

    The first line of a text is its title, whatever it looks like.
    """
    title = max(text.find("\n", 0, limit), 0)
    return list(islice(_LINE.finditer(text, title, limit), _MOST))


def marks(sentences: Sequence[Sentence], line: re.Match[str], *labels: Label) -> list[Mark]:
    """Return the mentions with these labels among the words of a line."""
    return [
        mark
        for sentence in sentences
        if sentence.start < line.end() and sentence.end > line.start()
        for mark in sentence.marks
        if mark.mention.label in labels and line.start(2) <= mark.mention.start < line.end()
    ]


def service(lines: Sequence[re.Match[str]], sentences: Sequence[Sentence]) -> Subject | None:
    """Return the service on the ``Service:`` line; its key only where the catalogue has it."""
    for line in lines:
        if line[1] != "Service":
            continue
        for mark in marks(sentences, line, "SERVICE"):
            if mark.mention.key:
                return Subject.of(mark.mention)
        return Subject(None, line[2].strip())
    return None


def components(
    lines: Sequence[re.Match[str]], sentences: Sequence[Sentence], whole: Subject
) -> Subjects:
    """Return the services of a house that the ``Components:`` line names, if only those.

    What it names that is a part of another of them goes with that; more than a few are the
    whole.
    """
    for line in lines if is_house(whole.key) else ():
        if line[1] == "Components":
            found = _items(sentences, line)
            parts = {m.key: m for m in found if m.label == "SERVICE"}
            if len(parts) < len(found) or len(parts) > _FEW:
                return ()
            if any(whole.key not in gazetteers.ancestors(key) for key in parts):
                return ()
            return tuple(
                Subject(key, mention.name or mention.text)
                for key, mention in parts.items()
                if not parts.keys() & {*gazetteers.ancestors(key)}
            )
    return ()


def _items(sentences: Sequence[Sentence], line: re.Match[str]) -> list[Mention]:
    """Return the first mention of each item of a list, of one service the first."""
    found: dict[object, Mention] = {}
    comma = -1
    for mark in marks(sentences, line, "SERVICE", "FEATURE"):
        mention = mark.mention
        last, comma = comma, line.string.rfind(",", line.start(2), mention.start)
        if not found or comma > last:
            found.setdefault(mention.key, mention)
    return [*found.values()]
