"""How much of a region or feature was affected, and which places are not places of an outage."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.values import Extent

_WORDS: dict[Extent, str] = {
    "minimal": r"minimal(?:ly)?|barely|hardly|few(?!er)|negligible|scattered|isolated(?!\s+to\b)"
    r"|marginal(?:ly)?|handful|slight(?:ly)?|(?<!at )least",
    "mostly": r"mostly|mainly|primarily|largely|most|worst|hardest|especially|particularly|chiefly"
    r"|predominantly|concentrated",
    "partly": r"some(?!\s+\d)|parts?|partly|partial(?:ly)?|certain|several|subset"
    r"|a\s+small\s+number|small\s+(?:percentage|fraction)|intermittent(?:ly)?",
    "all": r"(?<!were )(?<!are )(?<!at )(?:(?<!in )all|(?<=in )all(?=\s))|every|entire(?:ly)?|whole"
    r"|completely|nationwide|totally"
    r"|across\s+the\s+board",
}
_WORD = Wording(
    "(?:"
    + "|".join(f"(?P<{extent}>{words})" for extent, words in _WORDS.items())
    + r")\b(?!\s+(?:time|recent|accounts|likely|of\s+the\s+time"
    r"|of\s+(?:the\s+)?(?:day|morning|afternoon|evening|night|week|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)))",
)
_PLACE_LEFT = re.compile(
    r"\b(?:in|across|throughout|of|from|over|for|to|within|around|including|and|or|hit|hits|affect\w*"
    r"|impact\w*|especially|mainly|mostly|users?|customers?|people|subscribers|outages?|parts|between"
    r"|,)\s*(?:(?:the|parts\s+of|much\s+of|most\s+of|all\s+of|all|some|central|mainland|both|[\w-]+ern"
    r"|(?:north|south)[\s-]?(?:east|west)?|east|west|mid|greater|upstate|downtown|rural|inner|outer|wider|whole|entire"
    r"|metropolitan|metro|coastal|(?:cities|towns|states|places|areas|countries|regions|markets|provinces)\s+(?:such\s+as|like|including))"
    r"[\s-]*){0,3}[\s(]*(?:the\s+)?$|(?:^|\n)\W*$|[(\[]\s*(?:in\s+)?$",
    re.IGNORECASE,
)
_PLACE_RIGHT = re.compile(
    r"['’]?\s*(?:\([^)]{1,20}\)\s*)?(?:\b[\w-]+\s+)?(?:users?|customers?|people|subscribers"
    r"|residents|here\b|office|offices|folks|area|clients|players|travellers|region|regions|zone|availability|outages?|was|were|is|are"
    r"|saw|mostly|mainly|the\s+most|alone|faced|experienced|reported|over)\b",
    re.IGNORECASE,
)
_NO_PLACE_LEFT = Wording(
    r"(?:based\s+in|headquartered\s+in|headquarters\s+in|launch\w*\s+in|data\s+cent(?:re|er)s?\s+in"
    r"|(?:exchanges?|switching\s+cent(?:re|er)s?|hubs?|facilit(?:y|ies)|sites?|plants?|buildings?|stations?|sub-?stations?|towers?|cabinets?|nodes?|warehouses?|headquarters)"
    r"\s+(?:in|at|near|outside|of)|offices?\s+in|born\s+in|listed\s+in|time\s+in|statement\s+(?:from|in)|bank\s+of"
    r"|university\s+of|president\s+of|government\s+of|times\s+of"
    r"|(?:moved|shift\w*|rout(?:ed|ing)|rerout(?:ed|ing)|redirect\w*|divert\w*|fail\w*\s+over)\b[^.;]{0,60}?"
    r"\bto)\s+(?:the\s+)?$"
)
_NO_PLACE_RIGHT = re.compile(
    r"-(?:based|born|headquartered|owned|led|listed|style)\b"
    r"|\s+(?:data\s?cent(?:re|er)s?|company|firm|giant|start-?up|maker|billionaire|ceo|regulators?|government|president|time"
    r"|stock|market|operator|carrier|telecoms?|bank|entrepreneur|businessman|conglomerate|rival"
    r"|minister|officials?|court|dollars?|owned|standard|daylight|summer|citizens?|founder)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"[a-z,]\s+(?!Republic|State|City|Province|Isle)[A-Z][\w&-]+\s+of\s+$")
"""A company's name and "of" before a place: its home ("belongs to Acme of Tokyo")."""
_STANDPOINTS = frozenset({"regions:home", "regions:clock", "regions:dateline"})
_EXCEPT = Wording(
    r"(?:except(?:\s+for)?|excluding|apart\s+from|other\s+than|outside)\s+(?:of\s+)?(?:in\s+)?(?:the\s+)?$"
)
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
_CROWD = re.compile(
    r"\b(?:users?|customers?|people|subscribers|residents|players|passengers|travell?ers|households"
    r"|homes|many|some|those|readers|viewers|clients|shoppers)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before a place whose people are those who are hit, quoted or not."""
_DATELINE = re.compile(
    r"(?:,\s+\w{2,15}\.?(?:\s+\d{1,2})?){0,2}\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*)?"
    r"(?:[-–—:]|--)\s+[A-Z]"
)


def extent(sentence: Sentence, mention: Mention, *, reach: int = 45) -> Extent | None:
    """Return how much of a region or feature its clause says was affected.

    ``reach``: how many characters off such a word may stand.
    """
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    if _EXCEPT.within(sentence.before(mention, clause.start), sentence):
        return None
    low, high = mention.start - clause.start, mention.end - clause.start
    near = [
        (max(low - match.end(), match.start() - high), match.lastgroup)
        for match in _WORD.finditer(clause)
        if low - reach <= match.start() and match.end() <= high + reach
    ]
    words = [word for distance, word in sorted(near, key=lambda item: item[0]) if distance >= 0]
    for name in _WORDS:
        if words and name == words[0]:
            return name
    return None


_ME_TOO = re.compile(
    r"\W{0,3}(?:(?:\+1|same|ditto|likewise|seconded|confirmed|can confirm|me too|us too|yes|yep|yup"
    r"|yeah|also)(?: (?:here|problem|issue|thing|story))?[,:;]?(?: (?:in|from|near|at|over in))?"
    r"|(?:(?:i am|i['’]m|im|we are|we['’]re|based|located|writing|posting|this is)(?: here)? )?"
    r"(?:in|from|near|outside)|[\d:.apm]{1,7} here in)(?: the)? $",
    re.IGNORECASE,
)
"""How a post begins that says where its writer meets the same: "same, Ohio", "I'm in Leeds"."""
_ITS_END = re.compile(
    r"(?:,? (?:here|office|area|too|also|as well)\b|,(?: on)? [A-Z][\w& ]{1,20})?[\W_]{0,6}$"
)
_HERE = re.compile(r"(?: [\w-]{2,15}){0,3} here\b")
"""Behind a place with which a post begins: "Melbourne cafe here"."""


def is_where_writer_is(sentence: Sentence, mention: Mention) -> bool:
    """Whether a place is all of a sentence, or where who writes it is ("Leeds here")."""
    if mention.end - mention.start == len(sentence.text.strip(" .!()[]")):
        return True
    before, after = sentence.before(mention), sentence.after(mention)
    if not before:
        return _HERE.match(after) is not None or after.rstrip(" .!") == " office"
    return bool(_ME_TOO.match(before) and (_ITS_END.match(after) or before.endswith(" here in ")))


def is_affected_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a region stands where an outage is felt.

    No dateline, nobody's nationality, no company's home.
    """
    if mention.rule in _STANDPOINTS:
        return False
    before, after = sentence.before(mention), sentence.after(mention)
    if (
        _NO_PLACE_RIGHT.match(after)
        or _NO_PLACE_LEFT.within(before, sentence)
        or _SEAT.search(before)
    ):
        return False
    if not before.strip(" ,") and _is_dateline(mention, after):
        return False
    if _is_of_witness(before, after):
        return False
    if mention.key == "world" or ":" in (mention.key or ""):
        return True
    return bool(_PLACE_RIGHT.match(after) or _PLACE_LEFT.search(before))


def _is_dateline(mention: Mention, after: str) -> bool:
    return bool(_STAND.match(after) or (mention.text.isupper() and _DATELINE.match(after)))


def _is_of_witness(before: str, after: str) -> bool:
    """Whether a place is where somebody is who is quoted."""
    if _WITNESS_LEFT.search(before):
        return True
    return bool(_WITNESS_RIGHT.match(after)) and not _CROWD.search(before)
