"""What was not affected, or hardly: ``data/lexicons/sparing.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.entries import load
from nlp.mentions import Mention
from nlp.values import Extent
from nlp.words.lexicons import Spared, Sparing
from nlp.words.phrases import TOGETHER, Hit, Phrases

_RECOVERED = Wording(
    r"(?:(?<!for )(?<!right )now|again|restored"
    r"|back(?!\s+(?:to|at|in)\s+(?!normal|full|work|service|action))|recovered|resolved|returned|ha(?:s|ve|d)\s+since|fixed|mitigated|once)\b",
)
"""Beside these, what works is right again, and was not."""
_EXTENTS: dict[Spared, Extent] = {"none": "none", "minimal": "minimal", "bare": "none"}
_ITSELF = re.compile(
    r"(?:\s+(?:to|from|in|at|on|between|via)\s+(?:the\s+)?[\w'’-]+)?"
    r"\s+(?:(?!(?:and|or|but|that|which|who|to|is|are|was|were|has|have|no|not|never|nothing|cannot|[a-z]{2,6}n['’]?t|of|for|by)\b)[\w'’-]+\s+){0,2}"
)
"""Between what is spared and a bare verb: "the app control works", "tickets themselves opened"."""
_OBJECT = re.compile(r"\s+(?!(?:again|here|too|for|in|on|at|from|and|but|while|now|just|as)\b)\w")
"""Behind a verb that has an object, or more to say: "users in Ireland opened Teams"."""
_SO = re.compile(
    r"\b(?:(?:so|neither|nor)\s+(?:did|do|does|was|were|is|are|has|have|had|will|would)"
    r"|as\s+(?:did|do|does|was|were|is|are|has|have|had)|along\s+with|same\s+(?:goes\s+)?(?:for|with))"
    r"\s+(?:(?:the|its|their|our|my)\s+)?(?:(?:users|customers|subscribers|people|those)\s+(?:in|of)\s+(?:the\s+)?)?"
    r"(?:[\w'-]+(?:\s+[\w'-]+)?,?\s+(?:and|or)\s+)?$",
    re.IGNORECASE,
)
"""Before what shares the lot of what was named first."""
_AND = re.compile(
    r"(?:\s+(?:itself|themselves))?(?:(?:,|,?\s+(?:and|or|&))\s+|\s+(?:in|on|of|to|for|from|via)\s+)"
    r"(?:(?:the|its|their|our)\s+)?"
)
_FAILS = re.compile(
    r"\b(?:fail\w*|broke\w*|crash\w*|stuck|dead|lost|down|out\s+of\s+(?:action|order)|blank|froze\w*"
    r"|gone|slow\w*|unavailable|unreachable|errors?|refus\w+|collaps\w+)\b"
)
"""What befell a thing that words behind it cannot spare."""
_ALL_BUT = re.compile(
    r"\b(?:except(?:ing)?(?:\s+(?:for|in|from))?|apart\s+from|aside\s+from|bar|other\s+than|excluding"
    r"|but\s+not)\s+(?:(?:the|its|our|their|in|on|for|with|to)\s+){0,2}(?:[A-Z][\w+]*\s+){0,2}$"
)
"""Before what is no part of what was said: "all is down except email"."""
_TURN = re.compile(
    r"\b(?:so(?! (?:did|do|does|was|were|is|are)\b)|but|only|because|though|although|while|whereas"
    r"|except|when|if)\b"
)
"""Behind these begins what the words before them do not spare."""
_CAN_BUT = re.compile(r"\b(?:can|could)(?: (?:still|only|also))? (?:[\w'’-]+ ){0,6}$")
"""Before what can be done where something else cannot: "can text but not call"."""
_BUT_NOT = re.compile(r"(?: [\w'’-]+){0,4} but not\b")
_SUBJECT = re.compile(
    r"(?:(?:and|but|while|though|although|yet|so)\s+)?(?!(?:is|are|was|were|has|have|had|will|would|which|who"
    r"|that|it|also|still|both|all|said|says|however|too|they|these|those|as|including|along|like)\b)[\w'’-]+"
)
"""How words behind a comma begin that have a subject of their own."""
_LIST = re.compile(
    r"(?:, [\w'’-]+(?: [\w'’-]+){0,3}){0,6}, (?:[\w'’-]+ ){1,4}(?:and|or|&) (?:[\w'’-]+ ){1,4}"
)
"""What stands between the first of a list of things and what is said of all."""
_TOPIC = re.compile(
    r"(?:^|[,;:]\s)(?:for|in|on|at|with|as\s+for|across)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before what a whole sentence is about: "In Spain, calls were fine"."""
_CLOSE = re.compile(r"\s+(?:\w+\s+){0,4}")
_REACH = 60
"""How many characters behind such words what they spare may stand ("no impact in Spain")."""


def spares(sentence: Sentence, number: int) -> bool:
    """Whether a clause of a sentence says that something was not affected."""
    return any(hit.item != "bare" for hit in _hits(sentence, number))


def extent(sentence: Sentence, mention: Mention) -> Extent | None:
    """Return ``none`` for what its clause says was not affected, ``minimal`` for hardly.

    What failed between a mention and such words is what they are not about.
    """
    hits = _hits(sentence, sentence.clause_of(mention.start))
    if _can_but_not(sentence, mention):
        return "none"
    if _is_excepted(sentence, mention):
        return None if hits else "none"
    if _so_too(sentence, mention):
        first = _before(sentence, mention.start)
        return _EXTENTS[first[-1].item] if first else None
    found = (hit for hit in hits if _is_of(sentence, mention, hit))
    return next((_EXTENTS[hit.item] for hit in found), None)


def _is_excepted(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is what the words before it except, which went wrong or did not."""
    found = _ALL_BUT.search(sentence.text, 0, mention.start - sentence.start)
    return found is not None and not _CAN_BUT.search(sentence.lower, 0, found.start())


def _can_but_not(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is what can be done where something else cannot."""
    after = sentence.after(mention)
    if "but not" not in after or not _BUT_NOT.match(after):
        return False
    return _CAN_BUT.search(sentence.lower, 0, mention.start - sentence.start) is not None


def _so_too(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention goes on with what was spared before it: "and so did the API"."""
    return _SO.search(sentence.before(mention)) is not None


def _is_of(sentence: Sentence, mention: Mention, hit: Hit[Spared]) -> bool:
    """Whether words that spare something are about a mention: behind it, or right before it."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    if hit.item == "bare":
        if _OBJECT.match(sentence.lower, hit.end):
            return False
        last = _last_of_list(sentence, mention)
        return last.end <= start and bool(_ITSELF.fullmatch(sentence.after(last, start)))
    if mention.end > start:
        return mention.start < end or _follows(sentence, end, mention.start)
    between = sentence.after(mention, start)
    if ". " in between or _has_nearer(sentence, mention, start):
        return False
    if ", " in between and _is_apart(sentence, mention, start):
        return False
    return not _fails_between(sentence, mention.end, start)


def _is_apart(sentence: Sentence, mention: Mention, offset: int) -> bool:
    """Whether words at an offset are of something else, behind a comma: "no data, calls fine"."""
    between = sentence.after(mention, offset)
    before, _, own = between.rpartition(", ")
    if not _SUBJECT.match(own) or _TOPIC.search(sentence.before(mention)):
        return False
    if _LIST.fullmatch(between):
        return False
    if _last_of_list(sentence, mention).end > mention.end + len(before):
        return False
    if mention.label == "FEATURE":
        return True
    return any(mark.mention.end <= offset - len(own) for mark in sentence.of("SYMPTOM"))


def _has_nearer(sentence: Sentence, mention: Mention, offset: int) -> bool:
    """Whether another place, not of the same list, stands between one and an offset."""
    if mention.label != "REGION":
        return _fails_before(sentence, mention)
    last = _last_of_list(sentence, mention)
    return any(last.end <= mark.mention.start < offset for mark in sentence.of(mention.label))


def _fails_before(sentence: Sentence, mention: Mention) -> bool:
    """Whether a thing is what failed, before a comma: "locked out of the login, app is fine"."""
    if not sentence.after(mention).lstrip("\"”'’").startswith(","):
        return False
    return any(
        mark.mention.start <= mention.start
        and (
            mark.mention.end >= mention.end
            or _CLOSE.fullmatch(sentence.after(mark.mention, mention.start))
        )
        for mark in sentence.of("SYMPTOM")
    )


def _last_of_list(sentence: Sentence, mention: Mention) -> Mention:
    """Return the last of the mentions that one is listed with: "the API and the store"."""
    last = mention
    for mark in sentence.of(mention.label):
        other = mark.mention
        if other.start >= last.end and _AND.fullmatch(sentence.after(last, other.start)):
            last = other
    return last


def _hits(sentence: Sentence, number: int) -> list[Hit[Spared]]:
    hits = [*_found(sentence.document, sentence.start, sentence.end), *_working(sentence)]
    if not hits:
        return []
    clause = sentence.clauses[number]
    low, high = clause.start - sentence.start, clause.end - sentence.start
    return [
        hit
        for hit in hits
        if low <= hit.start < high
        and not _is_recovery(sentence, hit, low, high)
        and not _is_of_failing(sentence, hit)
    ]


def _is_of_failing(sentence: Sentence, hit: Hit[Spared]) -> bool:
    """Whether words that spare something are but the end of what fails: "won't my app open"."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    return any(
        mark.mention.start < start and end <= mark.mention.end for mark in sentence.of("SYMPTOM")
    )


def _working(sentence: Sentence) -> Iterator[Hit[Spared]]:
    """Yield the words of a sentence that tell a stage in which all works."""
    for mark in sentence.of("PHASE"):
        if mark.mention.key == "operational":
            start = mark.mention.start - sentence.start
            yield Hit(start, mark.mention.end - sentence.start, "none")


def _before(sentence: Sentence, offset: int) -> list[Hit[Spared]]:
    """Return the words before an offset of the text that spare something."""
    hits = _found(sentence.document, sentence.start, sentence.end)
    return [hit for hit in hits if sentence.start + hit.end <= offset and hit.item != "bare"]


def _is_recovery(sentence: Sentence, hit: Hit[Spared], low: int, high: int) -> bool:
    """Whether words beside those that spare say that things are right again."""
    before = sentence.lower[low : hit.start].rpartition(". ")[2].rpartition(", ")[2]
    after = sentence.lower[hit.start : high].partition(". ")[0]
    return "since " in after or _RECOVERED.within(before + after, sentence)


def _fails_between(sentence: Sentence, start: int, end: int) -> bool:
    if any(start <= mark.mention.start < end for mark in sentence.of("SYMPTOM")):
        return True
    return _FAILS.search(sentence.lower, start - sentence.start, end - sentence.start) is not None


def _follows(sentence: Sentence, end: int, start: int) -> bool:
    between = sentence.text[end - sentence.start : start - sentence.start]
    if len(between) > _REACH or "," in between or ". " in between:
        return False
    return _TURN.search(between) is None


@lru_cache(maxsize=32)
def _found(text: str, start: int, end: int) -> tuple[Hit[Spared], ...]:
    """Return the words that spare something; kept, as each mention of a sentence asks."""
    return tuple(hit for hit in _phrases().within(text, start, end) if hit.item in _EXTENTS)


@cache
def _phrases() -> Phrases[Spared]:
    entries = load("sparing", Sparing).entry
    told = ((phrase, entry.key) for entry in entries for phrase in entry.phrases)
    return Phrases(told, TOGETHER)
