"""Which places are those where an outage is felt: ``data/lexicons/whereabouts.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import geonames
from nlp.assertions.passages import Mark, Sentence
from nlp.assertions.wordings import Wording
from nlp.entries import Strict, load
from nlp.mentions import Mention
from nlp.words.lexicons import PhraseList
from nlp.words.notation import alternation


class Whereabouts(Strict):
    """``whereabouts.toml``."""

    felt_before: PhraseList
    sized: PhraseList
    """What may stand between those words and a place."""
    felt_behind: PhraseList
    elsewhere_before: PhraseList
    elsewhere_behind: PhraseList
    persons: PhraseList
    """Who is described by a place and speaks for nobody else."""


_LEXICON = load("whereabouts", Whereabouts)
_FELT_BEFORE = re.compile(
    rf"(?:\b(?:{alternation(_LEXICON.felt_before)})|,)\s*(?:(?:{alternation(_LEXICON.sized)}"
    r"|[\w-]{1,20}ern)[\s-]*){0,3}[\s(]*(?:the\s+)?$"
    r"|(?:^|\n|[;:–—]\s)\W*$|[(\[]\s*(?:in\s+)?$",
    re.IGNORECASE,
)
_FELT_BEHIND = re.compile(
    r"(?:['’]s?)?\s*(?:\([^)]{1,20}\)\s*)?(?:\b[\w-]+\s+){0,2}?"
    rf"(?:{alternation(_LEXICON.felt_behind)})\b",
    re.IGNORECASE,
)
_ELSEWHERE_BEFORE = Wording(rf"(?:{alternation(_LEXICON.elsewhere_before)})\s+(?:the\s+)?$")
_ELSEWHERE_BEHIND = re.compile(
    r"-(?:based|born|headquartered|owned|led|listed|style)\b"
    rf"|\s+(?:{alternation(_LEXICON.elsewhere_behind)})\b",
    re.IGNORECASE,
)
_PERSON_IN = re.compile(
    r"(?<!\bas )\b(?:an?|one|another)\s+(?:[\w'’-]+\s+){0,4}?"
    rf"(?:{alternation(_LEXICON.persons)})\s+(?:in|from|of|near|at|outside)\s+(?:the\s+|[a-z]+ern\s+)?$",
    re.IGNORECASE,
)
_SEAT = re.compile(r"[a-z,]\s+(?!Republic|State|City|Province|Isle)[A-Z][\w&-]+\s+of\s+$")
"""A company's name and "of" before a place: its home ("belongs to Acme of Tokyo")."""
_OWNER = re.compile(r"['’]s\s+[A-Z]")
"""Behind a land whose company or body is named: "Nigeria's JAMB"."""
_STANDPOINTS = frozenset({"regions:home", "regions:clock", "regions:dateline"})
_STAND = re.compile(r":\s+[A-Z“\"]")
"""Behind a place that a paragraph begins with: where its writer is."""
_WITNESS_RIGHT = re.compile(
    r"(?:,? (?:and )?[A-Z][\w.'’-]+){0,4}(?: [a-z][\w'’-]*){0,2}(?: [A-Z][\w.'’-]+){0,3},?"
    r" (?:said|says|writes?|wrote|told|tells|put it|joked|recalled)\b"
)
"""Behind the place of somebody who is quoted ("a Leeds shop owner, Ann Cole, said")."""
_WITNESS_LEFT = re.compile(
    r"[\"”’],? (?:said|says|writes|wrote|joked|recalled|added|asked) [A-Z][^\"“”]{0,120}$"
    r"|, (?:who|whose) [^,;\"“”]{3,80}$|\b(?:stuck|stranded|waiting) (?:in|at) $"
)
_OUTSIDE = re.compile(r"\boutside\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:users?|customers?|people|subscribers|residents|players|passengers|travell?ers|households"
    r"|homes|many|some|those|readers|viewers|clients|shoppers|brother|sister|friends?|mates?"
    r"|parents|mum|mom|dad|colleagues?|cousin|owners|drivers|traders|gamers|commuters|shoppers"
    r"|motorists|pupils|students|teachers|staff|workers|doctors|businesses|merchants|members"
    r"|developers|engineers|patients|callers|fans|investors|creators|sellers|riders|offices)"
    r"\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before a place whose people are those who are hit, quoted or not."""
_DATELINE = re.compile(
    r"(?:,\s+\w{2,15}\.?(?:\s+\d{1,2})?){0,2}\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*)?"
    r"(?:[-–—:]|--)\s+[A-Z]"
)
_CLOUDS = ("aws:", "gcp:", "azure:")
"""How the keys of a cloud's regions begin: what causes an outage there is felt there."""
_JOINED = re.compile(r"\s*(?:,|/|&|,?\s+(?:and|or))\s+(?:the\s+|in\s+)?")
"""Between two places of which the second is where the first is."""
_ME_TOO = re.compile(
    r"\W{0,3}(?:(?:\+1|same|ditto|likewise|seconded|confirmed|can confirm|me too|us too|yes|yep|yup"
    r"|yeah|also)(?: (?:here|problem|issue|thing|story))?[,:;]?(?: (?:in|from|near|at|over in))?"
    r"|(?:(?:i am|i['’]m|im|we are|we['’]re|based|located|writing|posting|this is)(?: here)? )?"
    r"(?:in|from|near|outside)|[\d:.apm]{1,7} here in)(?: the)? $",
    re.IGNORECASE,
)
"""How a post begins that says where its writer meets the same: "same, Ohio", "I'm in Leeds"."""
_ALONE_BEFORE = re.compile(
    r"\W*(?:(?:in|from|around|near|here in|over in)\s+)?(?:the\s+)?"
    r"(?:[\w-]{1,20}ern[\s-]+|(?:north|south|east|west|central|upstate|downtown|rural|greater|inner|outer|mid)[\s-]+){0,2}",
    re.IGNORECASE,
)
_ALONE_BEHIND = re.compile(
    r"(?:,?\s+[A-Z]{2,3})?(?:,?\s+(?:area|region|too|also|btw|fwiw|for reference"
    r"|for what it['’]s worth|if (?:it|that) (?:matters|helps)))?"
    r"(?:(?:,|\s+on|\s*[/|])\s*[\w+]{2,15})?(?:\W*|\.\s.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Around a place that is all of a sentence: "Northern Virginia.", "Phoenix AZ"."""
_ITS_END = re.compile(
    r"(?:,? (?:here|office|area|too|also|as well)\b|,(?: on)? [A-Z][\w& ]{1,20})?[\W_]{0,6}$"
)
_HERE = re.compile(r"(?: [\w-]{2,15}){0,3} here\b")
"""Behind a place with which a post begins: "Melbourne cafe here"."""
_CAUSE_IN = re.compile(
    r"(?:\s+(?:on|at|in|to|of|under|inside)\s+(?:an?|the|its|their|our|one)(?:\s+[\w'’-]+){1,4}?)?"
    r"\s+(?:in|at|near|off|outside|under|beneath|between|of|around)\s+(?:the\s+)?"
)
"""Between a cause and where it lies."""


def is_where_writer_is(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is all of a sentence, or where who writes it is ("Leeds here")."""
    before, after = sentence.before(mention), sentence.after(mention)
    if _ALONE_BEFORE.fullmatch(before) and _ALONE_BEHIND.fullmatch(after):
        return True
    if not before:
        return _HERE.match(after) is not None or after.rstrip(" .!") == " office"
    return bool(_ME_TOO.match(before) and (_ITS_END.match(after) or before.endswith(" here in ")))


def affected(sentence: Sentence) -> Iterator[Mark]:
    """Yield the places of a sentence at which its outage is felt; a list's all or none."""
    last: Mention | None = None
    was_felt = False
    for mark in sentence.of("REGION"):
        mention = mark.mention
        joined = last is not None and _JOINED.fullmatch(sentence.after(last, mention.start))
        if joined and last and _holds(mention, last, sentence):
            continue
        was_felt = (was_felt or not joined) and is_affected_place(sentence, mention)
        last = mention
        if was_felt:
            yield mark


def _holds(state: Mention, city: Mention, sentence: Sentence) -> bool:
    """Whether a place behind a comma is the state or land of the one before: "Ames, Iowa"."""
    if sentence.after(city, state.start) != ", " or not (city.key and state.key):
        return False
    place = geonames.of(city.key)
    return place is not None and f"{place.state}-".startswith(f"{state.key}-")


def is_affected_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a region stands where an outage is felt.

    No dateline, nobody's nationality, no company's home, not where a cause lies.
    """
    if mention.rule in _STANDPOINTS:
        return False
    before, after = sentence.before(mention), sentence.after(mention)
    if _is_elsewhere(sentence, before, after) or _is_left_out(mention, before):
        return False
    if _is_owner(sentence, mention, after):
        return False
    if _lies_a_cause(sentence, mention):
        return False
    if not before.strip(" ,") and _is_dateline(mention, after):
        return False
    if _is_of_witness(before, after):
        return False
    if mention.key == "world" or ":" in (mention.key or ""):
        return True
    if _FELT_BEHIND.match(after) or _FELT_BEFORE.search(before):
        return True
    return is_where_writer_is(sentence, mention)


def _is_elsewhere(sentence: Sentence, before: str, after: str) -> bool:
    return bool(
        _ELSEWHERE_BEHIND.match(after)
        or _ELSEWHERE_BEFORE.within(before, sentence)
        or _SEAT.search(before)
    )


def _is_owner(sentence: Sentence, mention: Mention, after: str) -> bool:
    """Whether a company or body of a land is named behind it, and no place that lies in it."""
    owns = _OWNER.match(after)
    owned = mention.end + owns.end() - 1 if owns else -1
    return owned > 0 and all(mark.mention.start != owned for mark in sentence.of("REGION"))


def _is_left_out(mention: Mention, before: str) -> bool:
    """Whether all but a country is meant: outside the United States; outside Leeds is near it."""
    return mention.rule == "regions:country" and _OUTSIDE.search(before) is not None


def _lies_a_cause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is that of the cause before it: "a cable cut off Kochi"."""
    if (mention.key or "").startswith(_CLOUDS):
        return False
    for mark in sentence.of("CAUSE"):
        cause = mark.mention
        if cause.start <= mention.start < cause.end:
            return True
        if cause.end <= mention.start and _CAUSE_IN.fullmatch(sentence.after(cause, mention.start)):
            return True
    return False


def _is_dateline(mention: Mention, after: str) -> bool:
    return bool(_STAND.match(after) or (mention.text.isupper() and _DATELINE.match(after)))


def _is_of_witness(before: str, after: str) -> bool:
    """Whether a place is where somebody is who is quoted, or one person alone."""
    if _WITNESS_LEFT.search(before) or _PERSON_IN.search(before):
        return True
    return bool(_WITNESS_RIGHT.match(after)) and not _CROWD.search(before)
