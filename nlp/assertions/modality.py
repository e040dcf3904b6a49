"""How a clause means what it says: asserted, negated, hypothetical, planned or past."""

from __future__ import annotations

import re

from nlp.assertions.passages import Clause, Sentence
from nlp.assertions.wordings import Wording
from nlp.claims import Modality
from nlp.mentions import Mention

_HYPOTHETICAL = Wording(
    r"(?:(?<!\d\s)(?<!\bin\s)(?<!\bof\s)(?<!last\s)may(?!,?\s\d)|might"
    r"|could(?!\s*(?:not|n['’]t|no\s+longer|neither|never|hardly|barely|only))"
    r"|possibl[ey]|perhaps|maybe|probably|speculat\w*|rumou?r\w*|suspect\w*"
    r"|believed\s+to|thought\s+to|appears?\s+to|appeared\s+to|seems?\s+to|potential(?:ly)?"
    r"|alleged(?:ly)?|theor(?:y|ies|ised|ized)|if|whether|unclear|likely|expect(?:s|ed)?\s+to"
    r"|wonder(?:s|ed|ing)?|hop(?:es|ed|ing)\s+to|wants?\s+to|aims?\s+to)\b"
)
_HEDGED_EXPERIENCE = Wording(
    r"(?:may|might)\s+(?:also\s+|still\s+|continue\s+to\s+)?(?:have\s+|be\s+)?"
    r"(?:experienc\w+|s(?:ee|een|eeing)|notice\w*|encounter\w*|unable|receiv\w+|fac(?:e|ed|ing)"
    r"|observ\w+|fail\w*|not\s+be\s+able|impacted|affected|delayed|unavailable|degraded)\b"
)
_HEDGED_EFFECT = Wording(r"(?:may|might|could)\s+(?:also\s+)?(?:caus|result|lead|affect|impact)\w*")
_HEDGED_MORE = re.compile(r"\b(?:and|or|with)(?:/or)?\s+(?:possible|potential)\s")
_PLANNED = Wording(
    r"(?:(?:scheduled|planned|upcoming|routine)\s+(?:\w+\s+){0,2}"
    r"(?:maintenance|downtime|outage|upgrade|work|migration|interruption)"
    r"|maintenance\s+(?:window|work|is\s+scheduled)"
    r"|will\s+be\s+(?:briefly\s+|temporarily\s+)?(?:down|unable|unavailable|offline|inaccessible"
    r"|performing|undergoing|upgrading|carrying\s+out|conducting)"
    r"|(?:for|undergo\w*|under)\s+(?!(?:emergency|unscheduled|unplanned|urgent)\b)"
    r"(?:[\w-]+\s+){0,2}maintenance|to\s+(?:go|be\s+taken)\s+(?:offline|down)"
    r"|downtime\s+(?:begins|starts|is\s+expected)"
    r"|will\s+undergo|plans?\s+to\s+take)\b"
)
_DENIED_OUTAGE = Wording(
    r"den(?:y|ies|ied|ying)\s+(?:that\s+)?(?:\w+\s+){0,5}?(?:outages?|down|offline|disruptions?)\b"
)
_NO_OUTAGE = Wording(
    r"(?:is|are|was|were|been|saw|found|had|suffered|experienced)\s+no\s+(?:\w+\s+){0,2}?"
    r"(?:outages?|disruptions?|downtime)\b"
)
_AMID = Wording(
    r"(?:during|amid|after|following|when|due\s+to|caused\s+by|(?:same\s+time|result)\s+(?:as|of))"
    r"\s+(?:an?\s+|the\s+|its\s+|our\s+)?(?:\w+\s+)?(?:scheduled|planned|routine)\b"
)
"""What happened while or because work was done as planned was not planned itself."""
_AHEAD = Wording(r"(?:will|upcoming|(?:is|are)\s+(?:scheduled|planned)|scheduled\s+for)\b")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_EVENT = (
    r"(?:outages?|incidents?|disruptions?|crash(?:es)?|failures?|breakdowns?|blackouts?|downtimes?)"
)
_RECALLED = Wording(
    r"(?:similar|previous|earlier|prior|past|last\s+(?:big|major|such)|infamous|notorious)\s+"
    rf"(?:\w+\s+){{0,2}}{_EVENT}"
    r"|\b(?:similar|another|previous)\s+one\s+(?:on|in|last)\b"
    rf"|\b(?:follows|(?:comes?|came)\s+(?:\w+\s+){{0,4}}?after|recall\w*|reminiscent\s+of|echo\w*"
    rf"|repeat\s+of)\s+(?:an?|another|the)\s+(?:\w+\s+){{0,3}}{_EVENT}\s+(?:on|in|last|earlier)\b"
    r"|\b(?:weeks?|months?|years?)\s+(?:ago|earlier|before)\b"
    r"|\blast\s+(?:month|year|summer|winter|spring|autumn|fall)\b"
    rf"|\b(?:back\s+in|last)\s+{_MONTH}\b"
    r"|\bearlier\s+this\s+(?:month|year)\b"
)
_OF_A_YEAR = Wording(rf"in\s+(?:{_MONTH}\s+)?(?:20[0-2]\d)\b")
_NO = re.compile(
    r"\b(?:no|not|never|neither|nor|without|denie[sd]|deny|ruled?\s+out|rules\s+out|rather\s+than"
    r"|instead\s+of)\b(?!\s+(?:only|just|merely|yet\s+clear|caus\w+|due|because|say|said|comment\w*"
    r"|know|explain\w*|giv\w+|confirm\w*|disclos\w+|specif\w+|related))|n['’]t\b",
    re.IGNORECASE,
)
_NO_CAUSE = re.compile(
    r"\b(?:not|n['’]t|no\s+(?:evidence|sign|indication|link|connection)|denie[sd]|deny|ruled?\s+out"
    r"|unrelated\s+to)\b(?!\s+(?:only|just|merely|confirmed|said|yet|(?!being)\w{2,30}ing)\b)",
    re.IGNORECASE,
)


def of_clauses(sentence: Sentence, *, official: bool) -> list[Modality]:
    """Return the modality of each clause of a sentence as a whole.

    "May experience errors" is an operator's polite assertion. ``official``: the operator itself
    speaks: it recalls no old outages, and what "may cause errors" does.
    """
    if announces(sentence):
        return ["planned"] * len(sentence.clauses)
    asks = sentence.text.endswith("?")
    return [_of_clause(clause, asks, official=official) for clause in sentence.clauses]


def _of_clause(clause: Clause, asks: bool, *, official: bool) -> Modality:
    if not official and _is_recalled(clause):
        return "past"
    if asks:
        return "hypothetical"
    if _denies_outage(clause):
        return "negated"
    if not _HYPOTHETICAL.search(clause):
        return "asserted"
    text = _HEDGED_EXPERIENCE.pattern.sub("", clause.lower)
    if official:
        text = _HEDGED_MORE.sub("", _HEDGED_EFFECT.pattern.sub("", text))
    return "hypothetical" if _HYPOTHETICAL.pattern.search(text) else "asserted"


def _is_recalled(clause: Clause) -> bool:
    """Whether a clause tells of an old outage; a year is looked for where there is a "20"."""
    if _RECALLED.search(clause):
        return True
    return "20" in clause.lower and _OF_A_YEAR.search(clause) is not None


def _denies_outage(clause: Clause) -> bool:
    if _DENIED_OUTAGE.search(clause):
        return True
    return "no" in clause.lower and _NO_OUTAGE.search(clause) is not None


def announces(sentence: Sentence) -> bool:
    """Whether a sentence tells of work that is planned."""
    if not _PLANNED.search(sentence):
        return False
    return not _AMID.search(sentence) or _AHEAD.search(sentence) is not None


def denied(sentence: Sentence, mention: Mention, *, reach: int = 25) -> bool:
    """Whether a negation stands close before a mention, in its clause."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return bool(_NO.search(sentence.before(mention, max(clause.start, mention.start - reach))))


def cause_denied(sentence: Sentence, mention: Mention) -> bool:
    """Whether a cause's clause says that it was not the cause."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return bool(_NO_CAUSE.search(sentence.before(mention, clause.start)))
