"""Whether a name of a place means a place where it stands, by the words around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from nlp.names import gazetteers
from nlp.names.bearers import Part, given_names
from nlp.names.naming import begins_sentence
from nlp.names.places import Place

_LARGE, _MIDDLING, _SMALL, _VILLAGE, _TINY = 250_000, 100_000, 15_000, 5_000, 1_000
"""People in cities that need no, little, more … and most evidence beside their name."""
_WORLD_CITY = 1_000_000
_KNOWN = 50_000
"""People in cities that are known by a name that no person bears."""
_TELLING = 5
"""Letters of a name that is hardly anything else."""
_IN = re.compile(
    r"\b(?:in|near|across|around|outside|throughout|within|inside|greater|central|downtown"
    r"|parts of|areas? of|city of|town of|village of|metro|north of|south of|east of|west of"
    r"|suburban|nearby|residents of)[ ]$"
)
_BESIDE = re.compile(
    r"(?:\b(?:from|at|of|to|and|or|for|including|like|between|as|hit|hits|affecting|with|both"
    r"|especially|mainly|mostly|the|east|west|north|south|northern|southern|eastern|western"
    r"|off|via|through|into|towards?|beyond|past|than|left|leaves?|reach(?:es|ed)?|over|by|hosts?"
    r"|visit(?:s|ed)?)"
    r"|'s|[,:(])[ ]$"
)
_SEAT = re.compile(r"-(?:based|headquartered)\b|(?:'s)? (?:police|mayor|council|courts?)\b")
_OF_TOWN = re.compile(r" ([a-z]{3,14})\b")
_BEARER_AFTER = re.compile(
    r" (?:River|Creek|Ocean|Sea|Channel|Delta|Canal|Basin|Strait|Lake|Falls|Gulf(?! Coast)"
    r"|Avenue|Ave\.|Street|Boulevard|Blvd\.|Road|Rd\.|Lane|Drive|Parkway|Turnpike)(?!\w)"
)
_BEARER_BEFORE = re.compile(r"\b(?:Lake|Mount|Mt\.|(?:Gulf|Sea|Bay|Strait) of) $")
_CLOCK = re.compile(
    r"\b(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s?[ap]\.?m\b\.?)?\s(?:in|on)\s(?:the\s)?"
    r"(?:\w{1,12}\s?\w{0,12}'s?\s)?$"
)
_CLOCK_REACH = 52
_DATELINE = re.compile(r" ?[—–]{1,2} | --? | \([A-Z]")
_OPENING, _CLOSING = ("(", "["), (")", "]")
_HERE = re.compile(r" (?:(?:area|folks|gang|people|customer|user|resident) )?here\b")
_LANGUAGE_BEFORE = re.compile(r"\b(?:speak(?:s|ing)?|spoke|fluent in|translated into|in) $")
_LANGUAGE_AFTER = re.compile(
    r"(?:-|\s)(?:language|speaking|speakers?|version|subtitles|translation)\b"
)


class Sighting(NamedTuple):
    """A name of places where it stands in a text."""

    start: int
    end: int
    candidates: tuple[Place, ...]


class Occurrence(NamedTuple):
    """A name of a place where it stands, with the place that it would mean."""

    text: str
    folded: str
    """See :func:`nlp.names.matching.fold`."""
    item: Sighting
    place: Place
    role: Part
    nearness: int
    """How near the text's other names are: see :meth:`nlp.names.homes.Homes.nearness`."""
    is_told: bool
    """The text tells somewhere which of its namesakes is meant."""
    is_known_person: bool
    """The text has a person of that name."""
    is_at_home: bool = False
    """The publisher is named after it."""
    is_listed: bool = False
    """It is on a list with a place of its sort: Fort Madison, Keokuk and Mount Pleasant."""

    def is_meant(self) -> bool:
        """Say whether it means its place here, and not a person, a word or a part of a name."""
        kind = self.place.kind
        if self._is_anothers():
            return False
        if kind == "people":
            return not self._is_language()
        if kind == "area" or is_home(self.folded, self.item.end):
            return True
        if self.role is Part.PERSON:
            return False
        if kind not in ("city", "county"):
            return self._is_land()
        return self.role is Part.ALONE and self._is_town()

    def _is_land(self) -> bool:
        """Say whether the name of a country or state is not a person's or a word: Chad, Turkey."""
        if self._is_inside() or not (self._is_given() or self._is_word()):
            return True
        if self.role is Part.LONGER or self.is_known_person:
            return False
        if self.nearness or self.is_listed:
            return True
        return self._is_beside() and not begins_sentence(self.text, self.item.start)

    def _is_town(self) -> bool:
        size = self.place.population
        if self._name() in gazetteers.words("places-that-are-months"):
            return self.is_told
        if self._has_people() and (not self._is_word() or self._is_one_of_a_town()):
            return self._is_inhabited(size)
        if self._is_inside() or self._is_set_off() or (self.is_at_home and self._is_owner()):
            return self._is_inhabited(size)
        if self.is_listed and size >= (_MIDDLING, _VILLAGE, 0)[self.nearness]:
            return True
        if self._opens_story():
            return size >= _SMALL or self.nearness > 1 or self.is_told
        if self.is_known_person:
            return False
        is_doubtful = self._is_word() or (self._is_given() and size < 5 * _WORLD_CITY)
        if is_doubtful and (self.is_told or self.is_at_home) and self._is_amid():
            return True
        if is_doubtful:
            return self._is_likely(size, self.nearness - (size < _WORLD_CITY))
        is_known = self.is_told or size >= self._enough() or self.place.kind == "county"
        return is_known or self._is_likely(size, self.nearness)

    def _enough(self) -> int:
        """Return from which size on a town is meant that nothing speaks for but its name."""
        if not self._name().isalpha():
            return _TINY if len(self.item.candidates) == 1 else _SMALL
        return _LARGE if self._is_common() else _KNOWN

    def _is_inhabited(self, size: int) -> bool:
        """Say whether a town is meant behind words such as "in", and not a page or a product."""
        if self.is_told or self.is_at_home or self.nearness > 1 or self.place.kind == "county":
            return True
        if self._is_word():
            return size >= _MIDDLING
        is_only = len(self.item.candidates) == 1
        return size >= (_TINY if is_only or self.nearness else _SMALL)

    def _opens_story(self) -> bool:
        """Say whether the name in capitals opens a line, as the place that a story is from."""
        start, end = self.item.start, self.item.end
        opens = not start or self.text[start - 1] == "\n"
        is_shouted = opens and self.text[start:end].isupper()
        return is_shouted and _DATELINE.match(self.text, end) is not None

    def _is_likely(self, size: int, nearness: int) -> bool:
        """Say whether a lesser city is meant without words such as "in" before it."""
        if nearness < 0 or self.text[self.item.start : self.item.end].isupper():
            return False
        is_common = self._is_common()
        if begins_sentence(self.text, self.item.start):
            least = _VILLAGE if is_common else _TINY
            return nearness > 1 and size >= least
        if nearness > 1:
            return not is_common or size >= _VILLAGE or self._is_beside()
        least = (_MIDDLING, _SMALL)[nearness] if is_common else (_SMALL, _TINY)[nearness]
        return self._is_beside() and size >= least

    def _is_beside(self) -> bool:
        return bool(_BESIDE.search(self.folded[max(0, self.item.start - 14) : self.item.start]))

    def _is_amid(self) -> bool:
        """Say whether words go before it that may stand before a place, and no sentence begins."""
        if self.folded.endswith("the ", 0, self.item.start):
            return False  # "the Herald", "the Peru that he knew"
        return self._is_beside() and not begins_sentence(self.text, self.item.start)

    def _is_common(self) -> bool:
        """Say whether the name is a person's too, or so short that it may be anything."""
        return self.place.is_surname or self._is_given() or len(self._name()) < _TELLING

    def _is_owner(self) -> bool:
        """Say whether something is the town's: Reading officials, Reading's water."""
        return self._has_people() or self.folded.startswith("'s ", self.item.end)

    def _has_people(self) -> bool:
        """Say whether a word for who or what is of a town follows: a Berea man, Boston schools."""
        if self.text[self.item.start : self.item.end].isupper():
            return False  # an abbreviation, as of a state: "our WA stores"
        following = _OF_TOWN.match(self.folded, self.item.end)
        return following is not None and following[1] in gazetteers.words("of-a-town")

    def _is_one_of_a_town(self) -> bool:
        """Say whether one person is of a town that is a word too: a Nelson man."""
        before = self.folded[max(0, self.item.start - 4) : self.item.start]
        return f" {before}".endswith((" a ", " an ")) and self.nearness > 1

    def _is_anothers(self) -> bool:
        """Say whether a river, a lake or a street bears the name: Lake Ontario, Georgia Avenue."""
        before = self.text[max(0, self.item.start - 12) : self.item.start]
        return bool(_BEARER_AFTER.match(self.text, self.item.end) or _BEARER_BEFORE.search(before))

    def _is_word(self) -> bool:
        """Say whether the name is also a word that may well begin with a capital."""
        return self.place.is_word or self._name() in gazetteers.words("places-that-are-words")

    def _is_given(self) -> bool:
        return self._name() in given_names()

    def _is_inside(self) -> bool:
        return is_said_inside(self.folded, self.item.start)

    def _is_set_off(self) -> bool:
        """Say whether it stands as is_set_off says, and is no abbreviation in brackets."""
        start, end = self.item.start, self.item.end
        return not self.text[start:end].isupper() and is_set_off(self.folded, start, end)

    def _is_language(self) -> bool:
        """Say whether a people's name means its language: in French, English-speaking."""
        after = _LANGUAGE_AFTER.match(self.folded, self.item.end)
        if after:
            return True
        before = self.folded[max(0, self.item.start - 16) : self.item.start]
        ends = self.folded[self.item.end : self.item.end + 1] in (".", ",", "")
        return ends and bool(_LANGUAGE_BEFORE.search(before))

    def _name(self) -> str:
        return self.folded[self.item.start : self.item.end]


def is_home(folded: str, end: int) -> bool:
    """Say whether a place is named as somebody's seat: London-based, Toronto police."""
    return bool(_SEAT.match(folded, end))


def is_said_inside(folded: str, start: int) -> bool:
    """Say whether words such as "in" stand before a place."""
    return bool(_IN.search(folded[max(0, start - 14) : start]))


def is_set_off(folded: str, start: int, end: int) -> bool:
    """Say whether a place stands in brackets or alone, or is where the writer is: Leeds here."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if before in _OPENING and after in _CLOSING:
        return True
    alone = folded[max(0, start - 3) : start].rstrip().endswith((".", "!", "?", "\n"))
    if alone and not folded[end : end + 3].strip(" .!\n"):
        return True
    return _HERE.match(folded, end) is not None


def is_by_the_clock(folded: str, start: int) -> bool:
    """Say whether a place only says where it is that late: 5pm in the UK."""
    return bool(_CLOCK.search(folded, max(0, start - _CLOCK_REACH), start))
