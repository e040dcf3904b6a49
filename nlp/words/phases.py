"""How far an outage has come: investigating, identified … resolved, as its words say.

Two rules find them. ``phases:status`` reads the word that opens an update of a status page
(``2026-08-20T14:43:00Z Investigating - …``, ``Aug 20, 14:43 UTC Resolved - …``, ``[RESOLVED] …``).
``phases:words`` reads phrases anywhere; one that is denied or put in the future is left out.
``phases:beside`` reads what stands right behind the name of a service or a feature, where people
save words: "Telegram fine", "search works, chat doesn't".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from nlp.entries import load
from nlp.mentions import Mention
from nlp.names import surroundings
from nlp.text.spans import Spans
from nlp.text.texts import text_of
from nlp.words.beside import Beside
from nlp.words.lexicons import Phase, Phases
from nlp.words.openings import surface
from nlp.words.phrases import TOGETHER, Hit, Phrases

_STAMP = r"(?:\d[\w:.,+/-]{0,35}|[A-Z][a-z]{2,8}[.,]{0,2}|[A-Z]{2,5}|[ap]\.?m\.?|at|[-–—|])"
_OPENS = rf"^[ \t*>•-]{{0,4}}(?:{_STAMP}[ \t]{{1,3}}){{0,8}}?"
_BEFORE = 48
"""How many characters before a phrase may hold what denies it."""
_AGAIN = re.compile(r" (?:once )?(?:again|more)\b", re.IGNORECASE)
OVER = ("resolved", "operational")
"""The phases in which all is well."""
_PART = re.compile(
    r"(?:%|\b(?:per\s?cent|half|most|majority|many|some|parts?|thirds?|quarters?))\s+of\s+"
    r"(?:[\w-]{1,20}\s){0,5}$"
    r"|\b(?:some|most|many|certain|several)\s(?:[\w-]{1,20}\s){1,2}$",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|would|should|must|could|may|might|to)\s(?:\w{1,20}\s)?$")
_UNTIL = re.compile(r"(?:when|once|before|until|till)\s+[\w'-]+", re.IGNORECASE)
_TILL = re.compile(r"[^.;:\n]{0,24}?\b(?:until|till)\b", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"\bnot\s+until\b", re.IGNORECASE)
"""As in "did not load again until five", "not until five did it load again"."""
_CAME_ABOUT = re.compile(
    r"(?!.{0,40}\b(?:is|are|be|been|being|has|have|will)\b)"
    r"(?:[\w'-]{1,20}\s){0,4}?(?:was|were|had|came|went|got|put|let|brought|undone|undid|withdrew|\w{2,20}ed)\b",
    re.IGNORECASE,
)
"""What has come about: "until it was restored at five" says that it was."""
_CLAUSE = re.compile(r"[.;:!?\n,]|\b(?:and|but|so)\b")


def find(doc: Doc) -> list[Mention]:
    """Return the phases that the text asserts, in order, none overlapping."""
    text = text_of(doc)
    found = list(_status_words(text))
    taken = Spans()
    for hit, _ in found:
        taken.take(hit.start, hit.end)
    found += [
        (hit, "phases:words")
        for hit in _in_words(text)
        if not _denied(text, hit) and taken.take(hit.start, hit.end)
    ]
    found += [
        (hit, "phases:beside")
        for hit in _beside(doc)
        if not _denied(text, hit) and taken.take(hit.start, hit.end)
    ]
    found.sort(key=lambda pair: pair[0].start)
    return [_mention(text, hit, rule) for hit, rule in found]


def _mention(text: str, hit: Hit[Phase], rule: str) -> Mention:
    return Mention(
        label="PHASE",
        start=hit.start,
        end=hit.end,
        text=text[hit.start : hit.end],
        key=hit.item.key,
        name=hit.item.name,
        rule=rule,
    )


def told(folded: str, end: int) -> Phase | None:
    """Return what a folded text says right behind the name of a part that ends at ``end``."""
    hit = _said().of_part(folded, end)
    return hit.item if hit else None


def _status_words(text: str) -> Iterator[tuple[Hit[Phase], str]]:
    """Yield the words that open an update of a status page."""
    pattern, phases = _openers()
    for match in pattern.finditer(text):
        group = "bracketed" if match["bracketed"] else "plain"
        phase = phases[match[group].lower()]
        yield Hit(match.start(group), match.end(group), phase), "phases:status"


def _beside(doc: Doc) -> Iterator[Hit[Phase]]:
    """Yield what is said right behind the name of a service or a part of one."""
    folded = surface(text_of(doc)).folded
    for mention in surroundings.services(doc):
        if hit := _said().of_name(folded, mention.end):
            yield hit
    for mention in surroundings.features(doc):
        if hit := _said().of_part(folded, mention.end):
            yield hit


def _in_words(text: str) -> Iterator[Hit[Phase]]:
    """Yield the phrases that mean a phase."""
    for hit in _phrases().scan(text):
        if hit.item:
            reached = _again(text, Hit(hit.start, hit.end, hit.item))
            yield Hit(hit.start, hit.end, _in_part(text, hit.start, reached))


def _again(text: str, hit: Hit[Phase]) -> Phase:
    """Return how far it has come where what works had not: "is working normally again"."""
    if hit.item.key == "operational" and (
        _AGAIN.search(text, hit.start, hit.end) or _AGAIN.match(text, hit.end)
    ):
        return _phase("resolved")
    return hit.item


def _in_part(text: str, start: int, phase: Phase) -> Phase:
    """Return how far it has come where only a part has recovered: "half of them are back"."""
    if phase.key in OVER and _PART.search(text[max(0, start - _BEFORE) : start]):
        return _phase("monitoring")
    return phase


@cache
def _phase(key: str) -> Phase:
    return next(entry for entry in _lexicon().entry if entry.key == key)


def _denied(text: str, hit: Hit[Phase]) -> bool:
    """Whether words around the phrase, in its clause, deny it or put it in the future."""
    if hit.item.key in {"ongoing", "scheduled"}:
        return False
    before = text[max(0, hit.start - _BEFORE) : hit.start].replace("’", "'")
    clause = _CLAUSE.split(before)[-1]
    if text.startswith("be ", hit.start) and _FUTURE.search(clause.lower()):
        return True
    negated = _negators().search(clause)
    if negated is None:
        return False
    if _UNTIL.match(negated[0]):
        return not _CAME_ABOUT.match(text, hit.start, hit.end)
    lasted = _NOT_UNTIL.search(before) or _TILL.match(text, hit.end)
    return not (lasted and hit.item.key == "resolved" and not _FUTURE.search(clause.lower()))


@cache
def _lexicon() -> Phases:
    return load("phases", Phases)


@cache
def _phrases() -> Phrases[Phase | None]:
    # Of phrases of equal length the first wins: those that mean nothing.
    means: list[tuple[str, Phase | None]] = [(phrase, None) for phrase in _lexicon().ignore]
    means += [(phrase, entry) for entry in _lexicon().entry for phrase in entry.phrases]
    return Phrases(means, TOGETHER)


@cache
def _said() -> Beside[Phase]:
    entries = _lexicon().entry
    return Beside(Phrases((phrase, entry) for entry in entries for phrase in entry.behind))


@cache
def _negators() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _lexicon().negators)
    return re.compile(
        rf"(?<!\w)(?:{words})(?:[ \t]{{1,2}}[\w'-]{{1,20}}){{0,3}}\s?$", re.IGNORECASE
    )


@cache
def _openers() -> tuple[re.Pattern[str], dict[str, Phase]]:
    phases = {word: entry for entry in _lexicon().entry for word in entry.status_words}
    words = "|".join(re.escape(word) for word in sorted(phases, key=len, reverse=True))
    pattern = (
        rf"{_OPENS}(?:\[(?P<bracketed>(?i:{words}))\]"
        rf"|\**(?P<plain>(?i:{words}))\**[ \t]{{0,2}}(?:[-–—:.|](?=[ \t\n])|,(?= \d)|$))"
    )
    return re.compile(pattern, re.MULTILINE), phases
