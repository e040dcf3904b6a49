"""Social networks that a text names as the place where something is said, not as what is down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.mentions import Mention
from nlp.names import gazetteers, naming

_REACH = 100
_SAYING = (
    r"post(?:s|ed|ing)?|wr(?:ote|ites?|iting)|sa(?:id|ys?|ying)|tweet(?:s|ed)?|shar(?:e|ed|ing)"
    r"|announced?|complain(?:ed|ing|ts?)?|threads?|messages?|statements?|comment(?:s|ed|ing)?"
    r"|t(?:akes?|ook|aking|aken)|turn(?:s|ed|ing)?|flock(?:s|ed|ing)?|rush(?:ed|ing)"
    r"|resort(?:ed|ing)|vent(?:ed|ing)?|confirm(?:ed|ing)?|updates?|updated|repl(?:y|ied|ying)"
    r"|jok(?:ed|ing)|memes?|trend(?:s|ed|ing)|hashtags?|accounts?|handle|announcement"
    r"|addressed|claim(?:s|ed|ing)?|t(?:old|elling)|express(?:ed|ing)|voic(?:ed|ing)|air(?:ed|ing)"
    r"|responded|acknowledged|apologi[sz](?:ed|ing)|frustrations?|anger|rage"
)
_NOUN = (
    r"the|its|their|his|her|rival|official|fellow|own|popular|social|media|networks?|networking"
    r"|platforms?|sites?|websites?|apps?|microblogging|messaging|company's|bank's|firm's|service"
)
_SAID_ON = re.compile(
    rf"\b(?:{_SAYING})\b[^.!?\n]{{0,60}}\b(?:on|to|via|over|through)\s"
    rf"(?:(?:{_NOUN})[ ,]{{1,2}}){{0,6}}$"
)
"""What stands before it: posted a statement on the social network …"""
_FAILING = re.compile(
    r"\b(?:not|fail\w*|unable|cannot|troubles?|difficult\w+|stopped|load\w*|disappear\w*|vanish\w*"
    r"|missing|delay\w*|unavailable|(?:problems|issues|errors) (?:when |while |with )?\w+ing)\b"
    r"|n't\b"
)
"""Where saying things is what fails: unable to post on …"""
_LEAD = 20
"""How far before the words of saying such a word may stand."""
_AMONG = re.compile(
    r"\bon (?:the )?(?:rival )?social (?:media|networking|network) "
    r"(?:(?:site|platform|network|app) )?$"
    r"|\b(?:channels|communities|forums) (?:such as|like|including) $"
)
_OWN = re.compile(r"\b(?:an?|its|official|company's|bank's|firm's|carrier's|operator's)\s$")
_ITS_POST = re.compile(r" (?:posts?|page|account|thread|handle|statement|feed|reply|update)\b")
_TO_SAY = re.compile(
    r"(?:,? \(?(?:formerly|now)[^,.;)]{0,30}[,)]?)?(?:"
    r" to (?:vent|complain|voice|share|express|say|joke|ask|report|discuss|air|confirm|post"
    r"|announce|mock|rant|apologi[sz]e|seek|comment|demand)"
    r"| (?:users?|posters?) (?:jok|wrote|quip|tweet|comment|post))"
)
_SPEAK = re.compile(
    r" (?:(?:are|is|now|just|have|has|keeps?) )?(?:sa(?:y|ys|id|ying)|confirm(?:s|ed|ing)?"
    r"|admit(?:s|ted|ting)?|repl(?:y|ied|ying)|tell(?:s|ing)?|told|claim(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing))\b"
)
"""Behind where somebody speaks: "Lloyds on X say they're aware"."""
_ABOUT = re.compile(r"\b(?:with|about|at|over|against)\s$")
_ITSELF = re.compile(r"(?:'s)? (?:mobile |web|desktop )?(?:sites?|apps?|homepage|servers?|users)\b")
_LISTED = re.compile(r"\s?/\s?|,? (?:and|or) |, ")


def find(folded: str, mentions: Sequence[Mention]) -> Iterator[int]:
    """Yield where each mention starts that is such a place; the mentions stand in order.

    Where words such as "is down" follow a name it is none, whatever stands before.
    """
    last: Mention | None = None
    is_venue = False
    for mention in mentions:
        service = gazetteers.services().get(mention.key or "")
        link = folded[last.end : mention.start] if last else ""
        if not service or service.kind != "social" or naming.has_outage_after(folded, mention.end):
            is_venue = False
        elif mention.text.lower().endswith(" hn"):
            is_venue = True
            yield mention.start  # As Show HN: does, and Ask HN.
        elif is_venue and _LISTED.fullmatch(link):
            yield mention.start
        else:
            about = link == " on " and last is not None and _tells_about(folded, last, mention)
            about = about or (link == " on " and bool(_SPEAK.match(folded, mention.end)))
            is_venue = about or _is_said_on(folded, mention)
            if is_venue:
                yield mention.start
        last = mention


def _tells_about(folded: str, other: Mention, mention: Mention) -> bool:
    """Say whether something is told about another service here: issues with Slack on Twitter."""
    before = folded[max(0, other.start - 10) : other.start]
    return other.key != mention.key and bool(_ABOUT.search(before))


def _is_said_on(folded: str, mention: Mention) -> bool:
    before = folded[max(0, mention.start - _REACH) : mention.start]
    if _TO_SAY.match(folded, mention.end):
        return True
    if _ITSELF.match(folded, mention.end):
        return False
    said = _SAID_ON.search(before)
    if said and not _FAILING.search(before, max(0, said.start() - _LEAD)):
        return True
    return bool(_AMONG.search(before)) or bool(
        _OWN.search(before) and _ITS_POST.match(folded, mention.end)
    )
