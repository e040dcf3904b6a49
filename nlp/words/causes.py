"""What is said to have brought an outage about, where the words near it say that it is a cause.

A cue looks ahead (“due to X”, “root cause was X”), back (“X led to”, “X may have contributed to”)
or opens a passage (“Root cause: …”). The rule names the cue: ``causes:due-to``. The span is the
cause with what belongs to it: “increased user load following the Mac app launch”. What hardly ever
is anything but a cause (“expired certificate”) needs no cue: ``causes:alone``. Behind a strong
cue, words that no entry knows are reported with the key ``None``: seen, not resolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.text.spans import Spans
from nlp.text.texts import text_of
from nlp.words import culprits, happenings, scopes, suppliers, unlisted
from nlp.words.lexicons import Cause, Cue
from nlp.words.notation import alternation, parse
from nlp.words.phrases import Hit

_HEADING = re.compile(r"(?:,? and why)?[\s*_]{0,4}(?:[:?\n–—-]|$)")
"""What follows a cue that opens a passage."""

_DETERMINER = re.compile(
    r"(?:[\s\"'“‘:–—-]|(?:an?|the|its|our|their|this|that|what|some|being|by|to|of|it|was|is|we|he|she|due"
    r"|they|described|called|appears|appeared|be|as|likely|possible|apparent|caused|triggered|related|identified|determined|found|traced)\s){1,8}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(?:by|to|as|that|of|from|in|with|on)\s(?:(?:an?|the|its|our)\s)?", re.IGNORECASE
)
_MODIFIERS = 3
"""How many words between a cue and a cause still belong to the cause."""
_NO_NAME = re.compile(
    r"(?:resolved|identified|unknown|unclear|mitigated|not|yet|still|under|being|known|fixed|now|course"
    r"|embarrassing|simple|obvious|complicated|boring)\b",
    re.IGNORECASE,
)
DENIED = ("causes:ruled-out", "causes:cleared")
"""Rules that find what is said to be no cause."""
_VERB = re.compile(
    r" (?:[a-z]{1,14} )?(?:is|are|was|were|has|have|went|goes|keeps?|won't|isn't|aren't)\b"
)
"""Behind what is guessed where it is no cause but fails itself."""
SUPPLIER = "causes:supplier"
"""The rule that finds the trouble of a service told with that of others, which it brought."""
GUESSED = "causes:guessed"
"""The rule that finds what somebody but supposes; with ``-thing`` where a lone word names it."""
_MANNERS = {"told": SUPPLIER, "laid": "causes:laid-to", "guessed": GUESSED}
_PART = re.compile(r" (?:in|of|on|at|inside|within|with)(?: [\w'’-]{1,20}){0,3} ", re.IGNORECASE)
"""What stands between a cause and the thing that it is in."""
_AND = re.compile(
    r",?(?: (?:and|or|nor|as well as|both|either|an?|the|its|our|some|any|of|by|to|from|then"
    r"|also|even)){1,4} ",
    re.IGNORECASE,
)
"""What stands between two causes on a list."""
_WITH = re.compile(r" (?:at|of|in|inside|with|from|by) (?:one of )?(?:an?|the|its|our|their) ")
"""What stands between what failed and the supplier that it is another fault of."""
_PINS = re.compile(r" (?:[\w'’-]{1,20} ){1,8}?(?:on|to) ")
"""Between a cue and what the outage is put down to: "blamed [the outage in Kolkata on] thieves"."""
_POINTER = re.compile(r"\b(?:this|that|these|those|it)\b", re.IGNORECASE)
_WORD = r"[\w'’/&.+-]{1,30}"
_NOT_VERB = (
    r"(?!(?:may|might|could|would|will|has|have|had|is|are|was|were|be|been|and|but|which|that|who"
    r"|when|while|led|caused|causing|resulted|resulting|leading|though|although|so|because|did|does"
    r"|can|should|meant|made|left|leaving|knocked|took|triggered|says|said"
    r"|began|begins|begun|started|starts|stayed|went|goes|kept|lost|fell|failed|fails|got|came|could"
    r"|crashed|broke|bricked|brought|hit|struck|stopped|forced|kept|prevented|disrupted|grounded|sent)\b)"
)
_TAIL = re.compile(
    rf"(?:\s(?:following|after|during|in|of|on|at|to|from|within|with|for|by|against|affecting"
    rf"|between|across|inside|near|as part of|under"
    rf"|used by|run by|owned by|operated by)(?:\s{_NOT_VERB}{_WORD}){{1,6}}){{1,2}}",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)
"""What denies a cause is no part of it."""
_LATER = re.compile(r"\s(?:after|following|during)\b", re.IGNORECASE)
_UNKNOWN = re.compile(rf"{_NOT_VERB}{_WORD}(?:[ \t]{_NOT_VERB}{_WORD}){{0,9}}", re.IGNORECASE)


def find(doc: Doc) -> list[Mention]:
    """Return what the text names as causes, in order, none overlapping; denied ones too."""
    text = text_of(doc)
    signs = list(culprits.signs().scan(text))
    cues = [Hit(sign.start, sign.end, sign.item) for sign in signs if isinstance(sign.item, Cue)]
    causes = list(culprits.listed().scan(text)) if cues else []
    plain = [cause for cause in causes if not cause.item.vague]
    services = doc._.services
    found = [
        mention
        for cue in cues
        for mention in _of_cue(text, cue, plain if _is_weak(cue.item) else causes, services)
    ]
    found += [
        _mention(text, sign.start, sign.end, "causes:alone", sign.item)
        for sign in signs
        if isinstance(sign.item, Cause)
    ]
    found += [
        _mention(text, sign.start, sign.end, "causes:alone", sign.item)
        for sign in happenings.alone(text)
    ]
    found += [
        _mention(text, start, end, _MANNERS[manner], culprits.by_key(unlisted.ANOTHERS))
        for start, end, manner in suppliers.blamed(text, services)
    ]
    return _apart(found)


def _is_weak(cue: Cue) -> bool:
    return cue.looks == "ahead" and not cue.strong


def _of_cue(
    text: str, cue: Hit[Cue], causes: list[Hit[Cause]], services: list[Mention]
) -> Iterator[Mention]:
    """Yield the causes that the cue points at, if any."""
    hit = _pointed_at(text, cue, causes)
    rule = f"causes:{cue.item.key}"
    if hit:
        start = hit.start
        if cue.item.looks == "ahead":
            start = _widened(text, cue.end, hit.start)
        yield _mention(text, start, _with_tail(text, hit.end, causes), rule, hit.item)
        for other in _joined(text, hit, causes):
            end = _with_tail(text, other.end, causes)
            yield _mention(text, other.start, end, rule, other.item)
    elif (happened := _happened(text, cue)) and not unlisted.named(
        services, cue.end, happened.start
    ):
        yield _mention(text, happened.start, happened.end, rule, happened.item)
    elif cue.item.looks == "back":
        if blamed := unlisted.before(text, cue, services):
            yield _mention(text, *blamed[0], rule, blamed[1])
    elif (span := _unlisted(text, cue)) and not _is_told_of(text, cue, span, services):
        cause = unlisted.behind(text, span, cue.item, services)
        if cause or cue.item.strong:
            yield _mention(text, *span, f"{rule}-thing" if cause else rule, cause)


def _happened(text: str, cue: Hit[Cue]) -> Hit[Cause] | None:
    """Return what the clause that a cue points at tells, word by word."""
    if cue.item.looks == "passage":
        return None
    if cue.item.looks == "ahead" and _is_effect(text, cue.end) and not _PINS.match(text, cue.end):
        return None
    surely = cue.item.strong or cue.item.blames
    return happenings.told(text, *scopes.clause_of(text, cue), surely=surely)


def _is_told_of(text: str, cue: Hit[Cue], span: tuple[int, int], services: list[Mention]) -> bool:
    """Say whether the one service of a text is itself guessed to fail: "looks like X is down"."""
    is_alone = len({service.name for service in services}) == 1
    return is_alone and f"causes:{cue.item.key}" == GUESSED and bool(_VERB.match(text, span[1]))


def _joined(text: str, hit: Hit[Cause], causes: list[Hit[Cause]]) -> Iterator[Hit[Cause]]:
    """Yield the causes that follow one on a list: "neither an attack nor a power cut"."""
    for other in _between(causes, hit.end, hit.end + scopes.REACH):
        if not (
            _AND.fullmatch(text, hit.end, other.start)
            or (other.item.key == unlisted.ANOTHERS and _WITH.fullmatch(text, hit.end, other.start))
        ):
            return
        yield other
        hit = other


def _unlisted(text: str, cue: Hit[Cue]) -> tuple[int, int] | None:
    """Return the words that stand where a cause must, if no phrase does."""
    if cue.item.looks != "ahead" or not (cue.item.strong or cue.item.blames):
        return None
    return _unknown(text, cue)


def _pointed_at(text: str, cue: Hit[Cue], causes: list[Hit[Cause]]) -> Hit[Cause] | None:
    """Return the nearest cause on the side and within the reach of the cue."""
    if cue.item.looks == "back":
        first = scopes.clause_start(text, cue.start)
        return _head(text, [c for c in _between(causes, first, cue.start) if c.end <= cue.start])
    if cue.item.looks == "passage" and not _HEADING.match(text, cue.end):
        return None
    last = scopes.reach_of(text, cue)
    if cue.item.looks == "ahead" and _is_effect(text, cue.end):
        last = min(last, cue.end + scopes.NEAR)
        own = (c for c in _between(causes, cue.end, last) if _is_own(text, cue.end, c))
        return next(own, None)
    ahead = (c for c in _between(causes, cue.start, last) if cue.end < c.end <= last)
    return next(ahead, None)


def _head(text: str, before: list[Hit[Cause]]) -> Hit[Cause] | None:
    """Return the last of some causes, or the one that it belongs to ("a leak in a release")."""
    while len(before) > 1 and _PART.fullmatch(text, before[-2].end, before[-1].start):
        before.pop()
    return before[-1] if before else None


def _between(causes: list[Hit[Cause]], start: int, end: int) -> list[Hit[Cause]]:
    """Return the causes that begin in ``text[start:end]``."""
    first = bisect_left(causes, start, key=lambda cause: cause.start)
    last = bisect_left(causes, end, lo=first, key=lambda cause: cause.start)
    return causes[first:last]


def _is_effect(text: str, start: int) -> bool:
    """Whether what follows the cue is the outage itself (“caused by the outage”)."""
    match = _DETERMINER.match(text, start)
    return bool(_effects().match(text, match.end() if match else start))


def _is_own(text: str, start: int, cause: Hit[Cause]) -> bool:
    """Whether an effect word is the cause's own first word (“due to an outage at its provider”)."""
    match = _DETERMINER.match(text, start)
    return cause.start <= (match.end() if match else start)


def _widened(text: str, cue_end: int, start: int) -> int:
    """Return where a cause begins: right behind the cue, if only modifiers lie between."""
    match = _DETERMINER.match(text, cue_end)
    first = match.end() if match else cue_end
    between = text[first:start]
    links = list(_LINK.finditer(between))
    if links:
        first += links[-1].end()
    near = len(text[first:start].split()) <= _MODIFIERS and not (
        scopes.CLAUSE_END.search(between) or _NOT.search(between)
    )
    return first if first < start and near else start


def _with_tail(text: str, end: int, causes: list[Hit[Cause]]) -> int:
    """Return the end of a cause with what belongs to it (“… following the Mac app launch”).

    What it followed is no part of it where that is a cause itself.
    """
    tail = _TAIL.match(text, end, scopes.clause_end(text, end))
    if not tail:
        return end
    others = _between(causes, end, tail.end())
    if others and (_LATER.match(text, end) or others[0].item.key == unlisted.ANOTHERS):
        return end
    return tail.end()


def _unknown(text: str, cue: Hit[Cue]) -> tuple[int, int] | None:
    """Return the words behind a strong cue that no entry knows; none where they name no thing."""
    match = _DETERMINER.match(text, cue.end)
    start = match.end() if match else cue.end
    if not match or _POINTER.search(match[0]) or _is_effect(text, cue.end):
        return None
    words = _UNKNOWN.match(text, start, scopes.clause_end(text, start))
    if not words or len(words[0]) < 3:
        return None
    if _NO_NAME.match(words[0]) or _effects().search(text, start, words.end()):
        return None
    if cue.item.key == "due-to" and _acts().match(text, start):
        return None
    return start, words.end()


def _mention(text: str, start: int, end: int, rule: str, cause: Cause | None) -> Mention:
    return Mention(
        label="CAUSE",
        start=start,
        end=end,
        text=text[start:end],
        key=cause.key if cause else None,
        name=cause.name if cause else None,
        rule=rule,
        category=cause.category if cause else None,
    )


def _apart(found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions without overlaps: denials win, the resolved, the first, the longest."""
    taken = Spans()
    ranked = sorted(found, key=lambda m: (m.rule not in DENIED, m.key is None, m.start, -m.end))
    return sorted((m for m in ranked if taken.take(m.start, m.end)), key=lambda m: m.start)


@cache
def _acts() -> re.Pattern[str]:
    """Return what “due to” has behind it on a timetable: a verb that is no noun here."""
    return re.compile(rf"(?:{alternation(culprits.lexicon().acts)})(?!\w| of\b)", re.IGNORECASE)


@cache
def _effects() -> re.Pattern[str]:
    words = "|".join(parse(phrase).regex for phrase in culprits.lexicon().effects)
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)
