"""Whose outage each clause tells of: names, their owners and parts, and what carries over.

A sentence without a name ("the chatbot", "it", "users", "the outage") goes on about the service
before it in its paragraph; a new paragraph returns to the story's own service. A company stands for
its product while the story is about that. A name that is not said to be out is of no outage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names import gazetteers


class Subject(NamedTuple):
    """The service that a clause tells of."""

    key: str | None
    """``None`` where the catalogue does not have it."""
    name: str


Subjects = tuple[Subject, ...]

TROUBLE = Wording(
    r"(?:outages?|down(?:time)?|offline|disrupt\w*|unavailab\w+|inaccessible|unable|unreachable"
    r"|errors?|issues?|problems?|troubles?|difficult\w+|glitch\w*|crash\w*|fail\w*|stopped|slow\w*"
    r"|degrad\w+|incidents?|affect\w*|impact\w*|restor\w+|recover\w*|resolv\w+|fixed|operational"
    r"|back\s+(?:up|online)|complain\w*|interrupt\w*|broke\w*|cannot|can['’]t|could\s?n['’]t"
    r"|stumbl\w+|falter\w*|vanish\w*|hiccup\w*|froze\w*|halt(?:ed|s)|cripp?l\w+|knock\w+|dark"
    r"|suffer\w*|silen(?:t|c\w+)|collaps\w+|faults?|stuck|struggl\w*|latenc\w+|delay\w*|bugs?|maintenance|disappear\w*|refus(?:e[sd]?|ing)"
    r"|tim(?:ed|ing|es)\s+out|hang(?:s|ing)?|hung|works?\s+again|working\s+again"
    r"|not\s+(?:be\s+)?able"
    r"|(?:not|n['’]t)\s+(?:be\s+)?(?:work|load|respond|found|reach|connect|open|join|log|access|send)\w*)\b"
)
"""Words that say that something is wrong, or right again, with what they are said of."""

EVENT = Wording(
    r"(?:outages?|disruptions?|down(?:time)?|offline|incidents?|glitch(?:es)?|crash(?:es)?)\b"
)
"""Nouns and the like that name an outage as such."""
_MARKETS = Wording(r"(?:shares|share\s+price|stocks?|nasdaq|ftse)\b")
_PRICES = re.compile(
    r"\b(?:f[ae]ll\w*|rose|ris\w+|down|up|dropp?\w*|sl[iu]\w+|los\w+|gain\w*|clos\w+|trad\w+"
    r"|lower|higher|points?|investors?)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
_PASSING_LEFT = Wording(
    r"(?:(?:post(?:ed|s|ing)?|wrote|writ(?:es|ing)|took|tak(?:e|es|ing)|tweet\w*|said|shar(?:ed|ing)"
    r"|vent\w*|turn(?:ed|ing)|flock\w*|statement|thread|message|announced|joked?|memes?)"
    r"\s+(?:[\w'’-]+\s+){0,4}?(?:on|to|via|in)"
    r"|via|unlike|than|competitors?|alternatives?(?:\s+(?:such\s+as|like|to))?"
    r"|(?:hosted|powered|owned|made|developed|run|backed|built)\s+(?:on|by)|owners?|parent|maker"
    r"|(?:switch|mov|migrat)\w*\s+to|work(?:s|ed|ing)?\s+(?:at|for)|formerly)"
    r"\s+(?:company\s+|the\s+|of\s+|social\s+network\s+|platform\s+)?[@#\"“'‘(]?$"
)
_PASSING_RIGHT = re.compile(
    r"-(?:owned|backed|made|based|style|like|powered|hosted)\b"
    r"|\s+(?:users?|posts?|accounts?)\s+(?:said|wrote|joked|complain\w+|shared)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\s+(?:(?:has|have|had|also|later)\s+)?(?:said|says|confirm\w*|acknowledg\w*|announc\w*|told"
    r"|fight\w*|battl\w+|scrambl\w+|rush\w*|rac(?:es|ed)|works?|post(?:ed|s)|apologi[sz]\w*|respond\w*|(?:is|was)\s+(?:investigating|aware|working))\b",
    re.IGNORECASE,
)
_BLAMED = Wording(
    r"(?:because\s+of|due\s+to|caused\s+by|linked\s+to|tied\s+to|traced\s+to)\s+"
    r"(?:[\w'’-]+\s+){0,5}(?:at|with|in|of|from)\s+$"
)
_THAT = re.compile(r"\bthat\s+(?:its\s+|the\s+)?$", re.IGNORECASE)
_POSSESSES = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}|-owned\s+", re.IGNORECASE)


_TAGGED_DOWN = re.compile(r"(?:is)?(?:down|outage|offline)\b")
_MOST = 50
"""Services that a text can tell of; what names more is a list."""


class Discourse:
    """What has been talked of so far in one document."""

    def __init__(self, sentences: Sequence[Sentence], sure: Subject | None = None) -> None:
        """Begin a document. ``sure``: the service that an official text speaks for throughout."""
        self._sure = sure
        self._main: Subjects = (sure,) if sure else ()
        self._known: list[Subject] = [sure] if sure else []
        self._current: Subjects = self._main
        self._paragraph = -1
        if not sure:
            self._main = self._first_subjects(sentences)
            self._current = self._main

    def subjects(self, sentence: Sentence) -> list[Subjects]:
        """Return the services that each clause of the next sentence tells of."""
        if self._sure:
            return [self._main for _ in sentence.clauses]
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._current = sentence.paragraph, self._main
        candidates = self._candidates(sentence)
        named = self._named(sentence, candidates)
        self._introduce([*named, self._listed(sentence, candidates)])
        first = next((subjects for subjects in named if subjects), ()) or self._resumed(sentence)
        self._current = first or self._current
        found: list[Subjects] = []
        last = self._current
        for subjects in named:
            last = subjects or last
            found.append(last)
        self._current = last
        return found

    def part(self, key: str | None) -> bool:
        """Whether a service is a part of one that is talked of, or kin of the sure one."""
        if key is None or any(key == subject.key for subject in self._known):
            return False
        lines = set(gazetteers.ancestors(key))
        if any(subject.key in lines for subject in self._known):
            return True
        return self._sure is not None and bool(lines & set(gazetteers.ancestors(self._sure.key)))

    def _first_subjects(self, sentences: Sequence[Sentence]) -> Subjects:
        """Return whom the story is about: the first in trouble, else the only one named."""
        for sentence in sentences:
            for subjects in self._named(sentence, self._candidates(sentence)):
                if subjects:
                    self._introduce([subjects])
                    return subjects
        if not any(EVENT.search(sentence) for sentence in sentences):
            return ()
        named = {
            Subject(mention.key, mention.name or mention.text)
            for sentence in sentences
            for mention in self._candidates(sentence)
        }
        return tuple(named) if len(named) == 1 else ()

    def _introduce(self, named: Iterable[Subjects]) -> None:
        for subject in (subject for subjects in named for subject in subjects):
            if subject not in self._known and len(self._known) < _MOST:
                self._known.append(subject)

    def _resumed(self, sentence: Sentence) -> Subjects:
        """Return the known service that a sentence names without a word of trouble."""
        for mark in sentence.of("SERVICE"):
            if not passing(sentence, mark.mention):
                subjects = self._products(mark.mention)
                if subjects[0] in self._known:
                    return subjects
        return ()

    def _candidates(self, sentence: Sentence) -> list[Mention]:
        """Return the services in a sentence that it can be about: no place, owner or part."""
        marks = sentence.of("SERVICE")
        if not marks or of_markets(sentence):
            return []
        found = [
            mark.mention
            for mark in marks
            if not (is_monitor(mark.mention) or passing(sentence, mark.mention))
            and not (_is_owner(sentence, mark.mention) or self.part(mark.mention.key))
        ]
        if len(found) == 1:
            return found
        return [mention for mention in found if not _is_beside(sentence, mention)]

    def _named(self, sentence: Sentence, candidates: Sequence[Mention]) -> list[Subjects]:
        """Return, of each clause, the services that it says are in trouble."""
        if not candidates:
            return [() for _ in sentence.clauses]
        found: list[list[Subject]] = [[] for _ in sentence.clauses]
        troubled = [TROUBLE.search(clause) is not None for clause in sentence.clauses]
        for mention in candidates:
            number = sentence.clause_of(mention.start)
            if troubled[number] or _is_told_of(sentence, mention):
                found[number] += [s for s in self._products(mention) if s not in found[number]]
        return [_without_parts(subjects) for subjects in found]

    def _listed(self, sentence: Sentence, candidates: Sequence[Mention]) -> Subjects:
        """Return the services that a sentence about trouble names, one clause or another."""
        if not candidates or " | " in sentence.text or not TROUBLE.search(sentence):
            return ()
        return tuple(subject for mention in candidates for subject in self._products(mention))

    def _products(self, mention: Mention) -> Subjects:
        """Return what a name means here: a company means its products that the story is about."""

        def owned(subject: Subject) -> bool:
            return subject.key != mention.key and owns(mention, subject)

        if mention.key and self._main and all(owned(subject) for subject in self._main):
            return self._main
        for subject in self._known:
            if mention.key and owned(subject):
                return (subject,)
        return (Subject(mention.key, mention.name or mention.text),)


def is_monitor(mention: Mention) -> bool:
    """Whether a service watches others (Downdetector)."""
    service = gazetteers.services().get(mention.key or "")
    return service is not None and service.kind == "monitor"


def owns(mention: Mention, subject: Subject) -> bool:
    """Whether a name is that of the company behind a service, or of what it is a part of."""
    if mention.key in gazetteers.ancestors(subject.key):
        return True
    service = gazetteers.services().get(subject.key or "")
    return service is not None and service.owner is not None and service.owner == mention.name


def of_markets(sentence: Sentence) -> bool:
    """Whether a sentence is about a share price, where "down" is no outage."""
    if not _MARKETS.search(sentence):
        return False
    if _PERCENT.search(sentence.text):
        return True
    return not sentence.of("SYMPTOM") and _PRICES.search(sentence.text) is not None


def passing(sentence: Sentence, mention: Mention) -> bool:
    """Whether a service is named as a place, an owner or a comparison, or as a cause."""
    if mention.rule == "services:venue":
        return True
    if any(mark.mention.start <= mention.start < mark.mention.end for mark in sentence.of("CAUSE")):
        return True
    return bool(
        _PASSING_LEFT.within(sentence.before(mention, mention.start - 80), sentence)
        or _PASSING_RIGHT.match(sentence.after(mention))
    )


def _is_owner(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is that of the company that speaks for or owns another named service."""
    others = [mark.mention for mark in sentence.of("SERVICE") if mark.mention.key != mention.key]
    owned = [other for other in others if owns(mention, Subject(other.key, other.text))]
    if not owned:
        return False
    if _SPEAKS.match(sentence.after(mention)):
        return True
    return any(
        other.start > mention.end and _POSSESSES.fullmatch(sentence.after(mention, other.start))
        for other in owned
    )


def _is_beside(sentence: Sentence, mention: Mention) -> bool:
    """Whether of several services one only speaks of another, or is blamed for its trouble."""
    if _BLAMED.within(sentence.before(mention, mention.start - 80), sentence):
        return True
    if not _SPEAKS.match(sentence.after(mention)):
        return False
    return any(
        mark.mention.start > mention.end and _THAT.search(sentence.before(mark.mention))
        for mark in sentence.of("SERVICE")
    )


def _is_told_of(sentence: Sentence, mention: Mention) -> bool:
    """Whether a symptom, a phase or a count of reports stands in a service's clause.

    Or a tag says it: "#SlackDown".
    """
    if _TAGGED_DOWN.match(sentence.lower, mention.end - sentence.start):
        return True
    number = sentence.clause_of(mention.start)
    return any(
        sentence.clause_of(mark.mention.start) == number
        for mark in sentence.marks
        if mark.mention.label in ("SYMPTOM", "PHASE") or mark.mention.unit == "reports"
    )


def _without_parts(subjects: list[Subject]) -> Subjects:
    """Drop parts beside their whole: they are its features."""
    keys = {subject.key for subject in subjects if subject.key}
    return tuple(
        subject for subject in subjects if not keys & set(gazetteers.ancestors(subject.key))
    )
