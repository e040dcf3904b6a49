"""Whose outage each clause tells of: names, their owners and parts, and what carries over.

A sentence without a name ("the chatbot", "it", "users", "the outage") goes on about the service
before it in its paragraph; a new paragraph returns to the story's own service. A company stands for
its product while the story is about that. A name that is not said to be out is of no outage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from nlp.assertions import leads, nameless, sparing
from nlp.assertions.asides import (
    as_feature,
    is_beside,
    is_blamed,
    is_bystander,
    is_cited,
    is_owner,
    passing,
    speaks,
)
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects, is_told_of, only_works, troubled
from nlp.assertions.troubles import TROUBLE, of_markets
from nlp.mentions import Label, Mention
from nlp.names import gazetteers
from nlp.names.kinship import is_house, is_monitor, lines, owns

_QUOTES = ('"', "“", "‘", "«")
_GOES_ON = re.compile(
    r"(?:(?:though|although|but|while|and|as|even)\s+){0,2}(?:it|its|they|their|which)\b"
)
"""How a clause begins that goes on about the name before it, whatever the story is about."""
_THINGS: tuple[Label, ...] = ("FEATURE", "REGION")
_Place = tuple[int, Subjects]
"""In which sentence services are named."""
_MOST = 50
"""Services that a text can tell of; what names more is a list."""


class Discourse:
    """What has been talked of so far in one document."""

    def __init__(
        self, sentences: Sequence[Sentence], sure: Subjects = (), *, is_post: bool = False
    ) -> None:
        """Begin a document.

        ``sure``: the services that an official text speaks for throughout. ``is_post``: somebody
        posts, who may name a service and never say that it is what fails.
        """
        self._sure = sure
        self._is_post = is_post
        self._main = self._all = sure
        self._known = [*sure]
        self._keys = {subject.key for subject in sure}
        self._current = sure
        self._paragraph = -1
        self._under: Subjects = ()  # Whom the sentence before has for its only words.
        if not sure:
            self._main = self._first_subjects(sentences)
            self._current = self._main

    @property
    def main(self) -> Subjects:
        """The services that the document is about as a whole."""
        return self._main

    def subjects(self, sentence: Sentence) -> list[Subjects]:
        """Return the services that each clause of the next sentence tells of."""
        candidates = self._candidates(sentence)
        named = self._named(sentence, candidates)
        if self._sure:
            return [self._kin(subjects) or self._main for subjects in named]
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            if not sentence.text.startswith(_QUOTES):  # It goes on about whom was spoken of.
                self._current = self._under or self._main
        self._under = leads.heading(sentence)
        first = next((subjects for subjects in named if subjects), ())
        before = len(self._known)
        self._introduce([*named, self._listed(sentence, candidates), self._under])
        if self._under:
            self._current = self._under
        elif not first:
            known = self._known[:before] if self._current else self._known
            self._current = self._resumed(sentence, known) or self._together(sentence)
        elif not self._current and not self._opens_aside(sentence, named):
            self._current = first  # What stands before a new name goes on about the last.
        found: list[Subjects] = []
        last, is_aside = self._current, False
        for number, subjects in enumerate(named):
            goes_on = bool(number) and _goes_on(sentence, number)
            found.append(subjects or (found[-1] if goes_on else last))
            if subjects or not goes_on:
                is_aside = bool(subjects) and self._is_aside(sentence, number, subjects)
            if not is_aside:
                last = found[-1]
        self._current = last
        return found

    def _opens_aside(self, sentence: Sentence, named: Sequence[Subjects]) -> bool:
        """Whether the first services of a sentence are only said to work."""
        number, told = next((number, told) for number, told in enumerate(named) if told)
        return bool(self._current) and self._is_aside(sentence, number, told)

    def _is_aside(self, sentence: Sentence, number: int, told: Subjects) -> bool:
        """Whether a clause only says of others that they work ("the rival is fine")."""
        if not self._main or set(told) & set(self._main):
            return False
        return sparing.spares(sentence, number)

    def part(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a service is named as a feature of one that is talked of."""
        if self._keys.isdisjoint(gazetteers.ancestors(mention.key)):
            return False
        return as_feature(sentence, mention)

    def _first_subjects(self, sentences: Sequence[Sentence]) -> Subjects:
        """Return whom the story is about: the first in trouble, unless it opens with another.

        Whom it names before that is who it is about where it says so as often; so is a product
        before the company that speaks for it. A post is about the one that it names first
        ("@Rogers any news? No internet here").
        """
        opening, spared = self._opening(sentences)
        place, told = self._first_told(sentences)
        if not told:
            return self._unsaid(sentences, opening, spared)
        if leads.is_only_explained(sentences, place) or leads.is_only_recalled(sentences, place):
            told = nameless.UNKNOWN
        if opening and opening[0] < place and self._is_about(sentences, opening[1], told):
            told = opening[1]
        self._main = self._all = told
        self._introduce([told])
        return self._narrowed(sentences[1:]) if place == 0 else told

    def _is_about(self, sentences: Sequence[Sentence], opening: Subjects, told: Subjects) -> bool:
        """Whether a story is about whom it opens with, not about the first in trouble."""
        if self._is_post and leads.is_addressed(sentences, opening):
            return True
        is_post = self._is_post and not leads.is_titled(sentences)
        return leads.outweighs(sentences, opening, told, is_post=is_post)

    def _opening(
        self, sentences: Sequence[Sentence]
    ) -> tuple[tuple[int, Subjects] | None, Subjects]:
        """Return whom a story names first, and where; and whom it only says to work."""
        spared: Subjects = ()
        for place, sentence in enumerate(sentences):
            for mention in self._candidates(sentence):
                told = (Subject.of(mention),)
                if not only_works(sentence, sentence.clause_of(mention.start)):
                    return (place, told), spared
                spared = spared or told
        return None, spared

    def _first_told(self, sentences: Sequence[Sentence]) -> tuple[int, Subjects]:
        """Return who is the first that a story says to be in trouble, and where."""
        for place, sentence in enumerate(sentences):
            for number, subjects in enumerate(self._named(sentence, self._candidates(sentence))):
                if subjects and not only_works(sentence, number):
                    return place, subjects
        return 0, ()

    def _unsaid(
        self,
        sentences: Sequence[Sentence],
        opening: _Place | None,
        spared: Subjects,
    ) -> Subjects:
        """Return whom a story is about that says of nobody by name that it is in trouble.

        Where something fails before it says of others that they work, that has no name.
        """
        if not (self._is_post or any(map(leads.is_of_outage, sentences))):
            return self._headed(sentences) or spared
        if opening:
            is_old = leads.is_only_recalled(sentences, opening[0])
            return nameless.UNKNOWN if is_old else opening[1]
        before = takewhile(lambda sentence: not sentence.of("SERVICE"), sentences)
        return nameless.UNKNOWN if spared and any(map(nameless.fails, before)) else spared

    def _headed(self, sentences: Sequence[Sentence]) -> Subjects:
        """Return who is the first word under a headline that says what fails, and not whose."""
        if len(sentences) < 2 or not sentences[0].of("SYMPTOM"):
            return ()
        lead = sentences[1]
        found = (Subject.of(one) for one in self._candidates(lead) if one.start == lead.start)
        return tuple(found)

    def _narrowed(self, body: Sequence[Sentence]) -> Subjects:
        """Return whom a story is about whose headline names its services too widely.

        Of several, those that the first sentence about any of them names again; of a service
        (Azure) that part which it names instead (Front Door).
        """
        lead = next((sentence for sentence in body if sentence.of("SERVICE")), None)
        if lead is None or lead.paragraph == 0:
            return self._main
        groups = self._named(lead, self._candidates(lead))
        told = tuple(dict.fromkeys(subject for subjects in groups for subject in subjects))
        if told:
            again = len(self._main) > 1 and set(told) & set(self._main)
            return told if again else self._main
        if len(self._main) > 1:
            return self._main
        parts = (
            Subject.of(mark.mention)
            for mark in lead.of("SERVICE")
            if self._main[0].key in gazetteers.ancestors(mark.mention.key)
            and not sparing.spares(lead, lead.clause_of(mark.mention.start))
        )
        return tuple(parts)[:1] or self._main

    def _introduce(self, named: Iterable[Subjects]) -> None:
        for subject in (subject for subjects in named for subject in subjects):
            if subject not in self._known and len(self._known) < _MOST:
                self._known.append(subject)
                self._keys.add(subject.key)

    def _resumed(self, sentence: Sentence, known: Sequence[Subject]) -> Subjects:
        """Return the known service that a sentence names without a word of trouble."""
        for mark in sentence.of("SERVICE"):
            if not passing(sentence, mark.mention):
                subjects = self._products(sentence, mark.mention)
                number = sentence.clause_of(mark.mention.start)
                spared = self._is_spared_beside(sentence, number, subjects)
                if subjects[0] in known and not spared:
                    return subjects
        return ()

    def _together(self, sentence: Sentence) -> Subjects:
        """Return what goes on: all services of the story where it says "both banks"."""
        if len(self._all) > 1 and leads.is_of_all(sentence):
            return self._all
        return self._current

    def _kin(self, subjects: Subjects) -> Subjects:
        """Return the services among those named for which an operator speaks beside its own."""
        own = {key for subject in self._main for key in lines(subject.key)}
        return tuple(
            subject
            for subject in subjects
            if subject.key not in own
            and any(lines(subject.key) & lines(sure.key) for sure in self._main)
        )

    def _candidates(self, sentence: Sentence) -> list[Mention]:
        """Return the services in a sentence that it can be about: no place, owner or feature."""
        marks = sentence.of("SERVICE")
        if not marks or of_markets(sentence):
            return []
        found = [
            mark.mention
            for mark in marks
            if not (is_monitor(mark.mention) or passing(sentence, mark.mention))
            and not (is_owner(sentence, mark.mention) or self.part(sentence, mark.mention))
        ]
        if len(found) > 1:
            found = leads.without_staff(sentence, found)
            found = [mention for mention in found if not is_beside(sentence, mention)]
        if self._main:
            found = [m for m in found if m.key in self._keys or not is_bystander(sentence, m)]
        return [one for one in found if one.key in self._keys or not is_cited(sentence, one)]

    def _named(self, sentence: Sentence, candidates: Sequence[Mention]) -> list[Subjects]:
        """Return, of each clause, the services that it says are in trouble."""
        if not candidates:
            return [() for _ in sentence.clauses]
        found: list[list[Subject]] = [[] for _ in sentence.clauses]
        in_trouble = troubled(sentence, candidates)
        for mention in candidates:
            number = sentence.clause_of(mention.start)
            if in_trouble[number] or is_told_of(sentence, mention):
                told = self._products(sentence, mention)
                if not speaks(sentence, mention) and self._is_spared_beside(sentence, number, told):
                    continue
                found[number] += [subject for subject in told if subject not in found[number]]
        return [tuple(subjects) for subjects in found]

    def _is_spared_beside(self, sentence: Sentence, number: int, told: Subjects) -> bool:
        """Whether a name is but one of the things that did not fail ("texts and the nbn work")."""
        if not self._main or set(told) & set(self._main):
            return False
        if not sparing.spares(sentence, number):
            return False
        return any(
            sentence.clause_of(mark.mention.start) == number
            for label in _THINGS
            for mark in sentence.of(label)
        )

    def _listed(self, sentence: Sentence, candidates: Sequence[Mention]) -> Subjects:
        """Return the services that a sentence about trouble names, one clause or another."""
        if " | " in sentence.text or not TROUBLE.search(sentence):
            return ()
        blamed = (mark.mention for mark in sentence.of("SERVICE") if mark.mention not in candidates)
        return tuple(
            subject
            for mention in (*candidates, *(one for one in blamed if is_blamed(sentence, one)))
            for subject in self._products(sentence, mention)
        )

    def _products(self, sentence: Sentence, mention: Mention) -> Subjects:
        """Return what a name means here: a company means its products that the story is about."""
        own = Subject.of(mention)
        if not mention.key:
            return (own,)
        if own in self._main:
            others = (subject for subject in self._main if subject != own)
            for_all = all(owns(mention, subject.key) for subject in others)
            return self._main if for_all and speaks(sentence, mention) else (own,)
        if self._main and all(owns(mention, subject.key) for subject in self._main):
            return self._main
        if not (is_house(mention.key) or speaks(sentence, mention)):
            return (own,)
        owned = (subject for subject in self._known if owns(mention, subject.key))
        return (next(owned, own),)


def _goes_on(sentence: Sentence, number: int) -> bool:
    """Whether a clause is about whom the one before names, whatever the story is about."""
    follows = _GOES_ON.match(sentence.clauses[number].lower) is not None
    return follows or sentence.continues(number)
