"""How a clause means what it says: asserted, negated, hypothetical, planned or past.

The words are an editor's, in ``data/lexicons/modality.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.assertions.passages import Clause, Sentence
from nlp.assertions.wordings import Wording
from nlp.claims import Modality
from nlp.entries import load
from nlp.mentions import Mention
from nlp.words import lexicons
from nlp.words.notation import alternation


def _wording(phrases: Sequence[str]) -> Wording:
    return Wording(rf"(?:{alternation(phrases)})(?!\w)")


_LEXICON = load("modality", lexicons.Modality)
_POSSIBLE = _wording(_LEXICON.possible)
_HEARSAY = _wording(_LEXICON.hearsay)
_PRESUPPOSING = _wording(_LEXICON.presupposing)
_PLANNED = _wording(_LEXICON.planned)
_COMING = _wording(_LEXICON.coming)
_AMID = _wording(_LEXICON.amid)
_AHEAD = _wording(_LEXICON.ahead)
_RECALLED = _wording(_LEXICON.recalled)
_DENIES = _wording(_LEXICON.denies)
_THEN = _wording(_LEXICON.then)
_AUTHORITIES = _wording(_LEXICON.authorities)
_TALK = _wording(_LEXICON.talk)
_FALSE = _wording(_LEXICON.false)
_OPERATORS_MAY = re.compile(
    r"\b(?:may|might)\b(?!\s+(?:have\s+been|be)\s+(?:due|related|caused|linked|the|because))"
    r"|\b(?:and|or|with)(?:/or)?\s+(?:possible|potential)\s"
    r"|\bcould\s+(?:also\s+)?(?:caus|result|lead|affect|impact)\w*"
)
"""What an operator says of who was hit, and of what its trouble does, is no guess."""
_OF_A_YEAR = Wording(
    r"in\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\s+)?(?:20[0-2]\d)\b"
    r"|(?:s|its|their|the|a|his|her|our|that|infamous|big|great|since)\s+20[0-2]\d\s+(?:\w+\s+){0,2}?"
    r"(?:outages?|failures?|crash|collapse|incident|disruption|meltdown|debacle|breakdown|blackout)\b"
)
_ASKS = re.compile(
    r"\W*(?:(?:so|hey|ok|and|but)\W+)?(?:is|are|was|were)\s+"
    r"(?!(?:any|some|every)(?:one|body)\s+else\s+\w+ing\b)(?:\S+\s+){1,4}?(?:down|out|offline|dead|broken|gone)\b"
)
"""How a question begins, with or without its mark."""
_INVERTED = re.compile(
    r"\W*(?:(?:so|hey|ok|and|but|um|guys)\W+)?(?:is|are|was|were|did|does|do|has|have|had|can|could)\s"
    r"(?!(?:any|some|every)(?:one|body)\s+else\b)"
)
"""How a question begins that takes nothing for granted."""
_OR_NOT = re.compile(r"\bor (?:is|just)\b|\bdown for (?:any|every)(?:one|body)\b")
"""In a question that leaves open whom it hits."""
_TOLD = re.compile(r"[\w'’.-]+(?:\s[\w'’.-]+){0,3}?\s(?:is|are|was|were|has|have|went|keeps?)\s")
"""How a statement begins."""
_NO = re.compile(
    r"\b(?:no|neither|nor|without|denie[sd]|deny|ruled?\s+out|rules\s+out|rather\s+than"
    r"|instead\s+of|free\s+of|zero(?!\s+(?:data|signal|service|bars|internet|coverage|network)\b))\b(?!\s+(?:longer|one|healthy\s+upstream|(?:indications?|evidence|signs?|suggestion|proof)\s+that\s+(?:the|this|its|it|these)\b))",
    re.IGNORECASE,
)
_NOR = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
"""Behind these "no" still holds: "no outage, fault or delay"."""
_NOT = re.compile(
    r"(?:(?<!could )(?<!can )\b(?:not|never)\b(?!\s+(?:only|just|merely|yet\s+clear|caus\w+|due"
    r"|because|say|said|comment\w*|know|explain\w*|giv\w+|confirm\w*|disclos\w+|specif\w+|related|reflect\w*"
    r"|show\w*|display\w*|list\w*|mention\w*|acknowledg\w*))|(?<!ca)(?<!could)n['’]t\b(?!\s+(?:reflect|show|display"
    r"|list|mention|acknowledg|say|know|explain|confirm)))[^,]*$",
    re.IGNORECASE,
)
"""Unlike "no", it goes no further than the next comma."""
_NO_CAUSE = re.compile(
    r"\b(?:not|n['’]t|no\s+(?:evidence|sign|indication|link|connection|suggestion)|denie[sd]|deny"
    r"|rul(?:e[sd]?|ing)\s+out|unrelated\s+to|dismiss\w*|reject\w*|rebuff\w*|debunk\w*|scotch\w*|rubbish\w*|quash\w*|rebut\w*"
    r"|shot\s+down|play(?:ed|s)\s+down|nothing\s+to\s+do\s+with)\b"
    r"(?!\s+(?:only|just|merely|confirmed|said|yet|clear|sure|certain|known|know|say|comment|specify|disclose|explain|established|ruled|rule"
    r"|(?!being)\w{2,30}ing)\b)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r",\s(?:saying|adding|blaming|citing|explaining)\b|\binstead\b(?!\sof)"
    r"|\b(?:and|but)\s(?:said|says|added|blamed|blames|put|cited|pointed|attributed|traced|explained)\b",
    re.IGNORECASE,
)
"""Where one who has denied something goes on to say what was so."""
_BEHIND_IT = re.compile(
    r"\b(?:behind|(?:caus|trigger|explain|spark)(?:e|ed|ing)?|(?:cause|reason|source|root)\s+(?:of|for)"
    r"|(?:responsible|blame)\s+for|led\s+to)\s+(?:the|this|that|these|those|its|their|\w+day['’]s)\s"
    r"[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Before a noun that is known to have happened: "may be behind the Starlink outage"."""
_NO_SUCH = re.compile(r"\bno (?:[\w-]{1,20} )?$", re.IGNORECASE)
"""Right before a cause: "there was no cyberattack"."""
_OF_WHAT_FAILED = re.compile(
    r"(?:not|n['’]t|rejected|rejects|rejecting|dismissed)"
    r" (?!(?:\w+ ){0,2}(?:claim|rumou?r|report|talk|idea|theor|that|speculat|believ|th(?:ink|ought)"
    r"|suspect|appear|seem|consider|suggest))"
    r"(?:[\w'’-]{1,30} ){1,16}?(?:after|following|amid|when|as|since|because|due|owing|thanks)\b",
    re.IGNORECASE,
)
"""What denies that something worked, before its cause: "were not able to pay due to"."""
_GIVEN = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:may|might|could)\s+(?:also\s+|well\s+)?(?:have\s+been|be)\s+"
    r"(?:due|related|caused|linked|tied|triggered|the\s+result|down\s+to)\b",
    re.IGNORECASE,
)
"""Behind a noun of which only the cause is in doubt."""


_OTHERS = Wording(r"(?:any|some)(?:one|body)\s+else\b")
_TAG = re.compile(
    r"[,.…–-]\s{0,2}(?:any(?:one|body)|some(?:one|body)) else\b[^,.?!]{0,30}\?[?!]{0,5}$"
)
"""A question behind what its asker has told of himself: "orders not loading, anyone else?"."""


def of_clauses(sentence: Sentence, *, official: bool) -> list[Modality]:
    """Return the modality of each clause of a sentence as a whole.

    "May experience errors" is an operator's polite assertion. ``official``: the operator itself
    speaks: it recalls no old outages, and what "may cause errors" does.
    """
    if announces(sentence):
        return ["planned"] * len(sentence.clauses)
    asks = sentence.text.endswith("?") and not _presupposes(sentence)
    if _HEARSAY.search(sentence):
        return ["hypothetical"] * len(sentence.clauses)
    first = len(sentence.clauses) - 1 if asks and _is_told_first(sentence) else 0
    return [
        _of_clause(clause, asks and number >= first, official=official)
        for number, clause in enumerate(sentence.clauses)
    ]


def _is_told_first(sentence: Sentence) -> bool:
    """Whether a sentence only ends as a question: "Teams is down, so are we off?"."""
    opening = sentence.clauses[0].lower
    return not _INVERTED.match(opening) and _TOLD.match(opening) is not None


def _presupposes(sentence: Sentence) -> bool:
    """Whether a question is of something that its asker meets ("anyone else getting 502s?")."""
    if _INVERTED.match(sentence.lower):
        return False
    return bool(_PRESUPPOSING.search(sentence) or _TAG.search(sentence.lower[-60:]))


def _of_clause(clause: Clause, asks: bool, *, official: bool) -> Modality:
    if not official and _is_recalled(clause):
        return "past"
    if asks or _ASKS.match(clause.lower):
        return "hypothetical"
    if _DENIES.search(clause) or (_TALK.search(clause) and _FALSE.search(clause)):
        return "negated"
    if _COMING.search(clause):
        return "planned"
    if not _POSSIBLE.search(clause):
        return "asserted"
    text = _certain().sub("", clause.lower)
    if official:
        text = _OPERATORS_MAY.sub("", text)
    return "hypothetical" if _POSSIBLE.pattern.search(text) else "asserted"


@cache
def _certain() -> re.Pattern[str]:
    """Return what has a word of what may be, and is sure."""
    return re.compile(rf"\b(?:{alternation(_LEXICON.certain + _LEXICON.polite)})(?!\w)")


def _is_recalled(clause: Clause) -> bool:
    """Whether a clause tells of an old outage; a year is looked for where there is a "20"."""
    if _RECALLED.search(clause):
        return True
    return "20" in clause.lower and _OF_A_YEAR.search(clause) is not None


def announces(sentence: Sentence) -> bool:
    """Whether a sentence tells of work that is planned."""
    if not _PLANNED.search(sentence):
        return False
    return not _AMID.search(sentence) or _AHEAD.search(sentence) is not None


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the old outage that the one before it recalled."""
    return _THEN.search(sentence) is not None


def asks_whether(sentence: Sentence) -> bool:
    """Whether a sentence asks if something is so: "is Zoom down?", not "Zoom down again?"."""
    text = sentence.lower
    return any((_INVERTED.match(text), _ASKS.match(text), _OR_NOT.search(text)))


def asks_others(sentence: Sentence) -> bool:
    """Whether a sentence asks who else meets it ("anyone else in Porto?")."""
    return _OTHERS.search(sentence) is not None


def by_authority(sentence: Sentence) -> bool:
    """Whether a sentence tells of an authority: a regulator, the police, a ministry."""
    return _AUTHORITIES.search(sentence) is not None


def denied(sentence: Sentence, mention: Mention, *, reach: int = 25) -> bool:
    """Whether a negation stands close before a mention, in its clause."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    before = sentence.before(mention, clause.start)
    near = max(len(before) - reach, 0)
    none = _NO.search(before, near)
    if none and ("," not in before[none.end() :] or _NOR.search(before, none.end())):
        return True
    return _NOT.search(before, near) is not None


def given(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is what happened and its clause but supposes why: "it may be due to"."""
    if _GIVEN.match(sentence.after(mention)):
        return True
    return _BEHIND_IT.search(sentence.before(mention, mention.start - 80)) is not None


def cause_denied(sentence: Sentence, mention: Mention) -> bool:
    """Whether a cause's clause says that it was not the cause."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    before = sentence.before(mention, clause.start)
    turns = [turn.end() for turn in _TURN.finditer(before)]
    if _NO_SUCH.search(before[-30:]):
        return True
    denial = _NO_CAUSE.search(before, turns[-1] if turns else 0)
    if denial is None:
        return False
    return not _OF_WHAT_FAILED.match(f"{before}{mention.text}", denial.start())
