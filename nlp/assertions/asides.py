"""Services named without telling of their outage: places, owners, speakers, causes."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names import kinship
from nlp.names.kinship import are_kin, owns
from nlp.words.causes import SUPPLIER

_PASSING_LEFT = Wording(
    r"(?:(?:post(?:ed|s|ing)?|wrote|writ(?:es|ing)|took|tak(?:e|es|ing)|tweet\w*|said|shar(?:ed|ing)"
    r"|vent\w*|turn(?:ed|ing)|flock\w*|statement|thread|message|announced|joked?|memes?)"
    r"\s+(?:[\w'’-]+\s+){0,4}?(?:on|to|via|in)"
    r"|(?:go(?:es|ing)|do(?:es|ing)\s+the\s+rounds|circulat\w+|spread\w*|viral)\s+(?:a?round|on|across|via)"
    r"|(?<!re)(?:launch|releas|unveil|introduc|announc|present)(?:ed|es|ing|e)?\s+(?:its|their|a|an)(?:\s+new)?"
    r"|which\s+(?:also\s+|itself\s+)?(?:serves?|owns?|runs?|uses?|suppl(?:y|ies)|carr(?:y|ies)|hosts?|powers?"
    r"|relies\s+on|depends?\s+on|sits\s+(?:behind|on)|shares?\s+(?:[\w-]+\s+){1,3}with)(?:\s+[\w'’&.-]+){0,3}?"
    r"|(?:pay(?:ing)?|paid|shopp?(?:ing|ed)?|queu(?:e|es|ed|ing)|stood|standing|groceries|lunch|coffee)"
    r"\s+(?:\w+\s+){0,2}?(?:at|in|from)"
    r"|(?:neighbou?rs?|mates?|friends?|wife|husband|partner|flatmate|housemate|roommate|colleagues?|sister|brother|mum|mom|dad|boss|folks?)"
    r"(?:['’]s)?\s+(?:is\s+|are\s+)?(?:still\s+)?(?:on|with|over\s+at|uses?)"
    r"|(?:posting|writing|typing|surviving|living|limping|tethered|tethering)\s+(?:\w+\s+){0,2}(?:on|over|from|off|to|via)"
    r"|rivals?\s+(?:includ(?:e|es|ing)|(?:such\s+as|like))"
    r"|(?<=['’s]\s)(?:streams?|coverage|channels?|feeds?|broadcasts?|shows?|add-?ons?|plug-?ins?)\s+on"
    r"|belong(?:s|ed|ing)\s+to|via|unlike|than|competitors?|alternatives?(?:\s+(?:such\s+as|like|to))?"
    r"|(?:hosted|powered|owned|made|developed|run|backed|built)\s+(?:on|by)|owners?|parent|maker"
    r"|(?:part(?:ed|ing)|split|spun\s+(?:off|out)|separated|bought|acquired)\s+(?:from|by)"
    r"|(?:now|also|still|today|which|that|it)\s+uses"
    r"|(?:switch|mov|migrat)\w*\s+(?:over\s+)?to|fail(?:ed|ing)\s+over\s+to|work(?:s|ed|ing)?\s+(?:at|for)|formerly)"
    r"\s+(?:company\s+|the\s+|of\s+|social\s+network\s+|platform\s+)?(?:[\w&.-]+['’]s\s+)?[@#\"“'‘(]?$"
)
_AT_TILLS = Wording(
    r"(?:tills?|checkouts?|declined|refused|rejected|bounced|stuck|waiting)\s+(?:\w+\s+){0,2}?(?:at|in|from)\s+(?:the\s+)?$"
)
"""Before a shop where others' payments fail; where no other is named, its own tills do."""
_GOT_FROM = re.compile(
    r"\b(?:got|bought|purchased|download(?:ed|ing)|(?:re-?)?install(?:ed|ing)?|updated?|updating|version|release|reviews?"
    r"|rat(?:ed|ings?)|stars?|listed|available|pulled)\s+"
    r"(?:[\w'’-]+\s+){0,4}?(?:from|on|in|via|off|through)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before the shop from which somebody has what fails: "got the update from the App Store"."""
_ON = re.compile(
    r"\b(?:from|on|to|with|using|via|through)\s+(?:(?:my|our|his|her|their|the|both|all|some|an?)\s+)?$"
)
_DEVICE = re.compile(
    r"\s+(?:smart\s?)?(?:watch(?:es)?|(?:smart)?phones?|tvs?|laptops?|tablets?|handsets?|consoles?|routers?|speakers?"
    r"|sticks?|boxe?s?|trackers?|headsets?|browsers?|numbers|subscribers|addresses|users)\b",
    re.IGNORECASE,
)
"""Around the maker of a device on which something fails ("uploads from Garmin watches"), and those
from whom or to whom nothing gets through ("texts from Rogers users")."""
_TRIED_IN = re.compile(r"\b(?:in|on|with|using|tried|both|and|or)\s+$")
_BROWSERS = ("firefox",)
"""Services that are but what somebody tried it in: "tried Chrome and Firefox"."""
_CANNOT = re.compile(r"n['’]?t\b|\b(?:not|unable|fail\w*|error\w*|stuck)\b", re.IGNORECASE)
"""Where that is what fails: "can't get updates from the App Store"."""
_PASSING_RIGHT = re.compile(
    r"(?:(?:,|,? and) [A-Z][\w&.]{1,20}(?: [A-Z][\w&.]{1,20}){0,2}){0,3}"
    r" (?:are|is|were|was) (?:among|one of)"
    r" (?:its|their|the (?:company|firm|provider)['’]s) (?:\w+ ){0,2}(?:clients|customers|users)\b"
    r"|['’]s?\s+(?:ex-|former\s|one-?time\s|erstwhile\s|rivals?\b|competitors?\b)"
    r"|(?:\s+(?:and|or|&)\s+[A-Z][\w&.]{1,20})?\s+(?:(?:has|have)\s+)?(?:welcomed|gained|gloated|poked|picked\s+up|benefit\w+|profited|enjoyed|invited|offered"
    r"|saw\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:sign-?ups?|downloads?|new\s+users))\b"
    r"|-(?:owned|backed|made|based|style|like|powered|hosted)\b"
    r"|\s+(?:users?|posts?|accounts?)\s+(?:said|wrote|joked|complain\w+|shared|gloat\w*|laugh\w*|mock\w*|cheer\w*|tease\w*)\b",
    re.IGNORECASE,
)
_SAYS_OF = re.compile(r" (?:says|said)(?: [^.;]{0,40})? (?:that )?(?:its )?$")
"""Between a company and a sister of it of which it says something."""
_UNDOES = re.compile(
    r"\s+(?:\w+ly\s+)?(?:undo(?:es)?|undid|fix(?:es|ed)|restor(?:es|ed)|rolls?|rolled|revert(?:s|ed)|resolv(?:es|ed)|repair(?:s|ed)"
    r"|blam(?:es|ed)|pins|pinned|trac(?:es|ed)|identif(?:ies|ied)|warn(?:s|ed)|admit(?:s|ted)|points?|pointed|investigat(?:es|ed)"
    r"|explain(?:s|ed)|reveal(?:s|ed)|promis(?:es|ed)|hopes?|expects?|pushe[sd]|deploy(?:s|ed)|reset)\b"
)
"""Behind a company that does something about its product's outage."""
_TAKES = re.compile(
    r"\s(?:\w+\s){0,2}(?:outage|failure|crash|blackout|collapse|meltdown)\s"
    r"(?:takes?|took|knock(?:s|ed)|brings?|brought|leaves?|left|cuts?|disrupt(?:s|ed)|hits?|downs|downed"
    r"|cripple[sd]|silence[sd]|strands?|stranded|spread|rippled)\b"
)
"""Behind a service whose own outage does that to others."""
_DIALS = Wording(
    r"(?:call|dial|ring|reach|text|contact|access|phon|connect|get|block)\w*(?:\s+(?:to|with|through|emergency))*\s+$"
)
"""Before an emergency number that people call."""
_SPEAKS = re.compile(
    r"(?:,\s+which|,[^,.;]{3,60},|['’]s\s+(?:\w+\s+){0,4}?(?:boss|chief|chief executive|ceo|cto"
    r"|founder|president|director|officer|head|spokes\w+|team|engineers)(?:,[^,.;]{3,40},)?)?"
    r"\s+(?:(?:has|have|had|also|later|both)\s+)?(?:said|says|confirm\w*"
    r"|acknowledg\w*|announc\w*|told|fight\w*|battl\w+|scrambl\w+|rush\w*|rac(?:es|ed)|works?"
    r"|post(?:ed|s)|apologi[sz]\w*|respond\w*|(?:is|was)\s+(?:investigating|aware|working))\b",
    re.IGNORECASE,
)
"""Behind a company that says something, or does something about an outage."""
_BLAMED = Wording(
    r"(?:because\s+of|due\s+to|caused\s+by|linked\s+to|tied\s+to|traced\s+to)\s+"
    r"(?:[\w'’-]+\s+){0,5}(?:at|with|in|of|from)\s+$"
)
_BLAMED_AFTER = Wording(
    r"(?:after|following|amid|when|as)\s+(?:[\w'’-]+\s+){0,4}?(?:faults?|failures?|problems?|glitch|issues?|errors?|update|outage|incident"
    r"|fire|mistake|change|bug)\s+(?:at|with|in|of|from|by|inside)\s+(?:[\w'’-]+\s+){0,4}?$"
)
_CITED = Wording(
    r"(?:according\s+to|(?:data|figures|statistics|numbers|analysis)\s+(?:from|by|of)|tracked\s+by|tell|tells|told)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}?$"
)
_USED = Wording(
    r"(?:mak(?:e|ing)|send(?:ing)?|receiv(?:e|ing)|complet(?:e|ing)|accept(?:ing)?|tak(?:e|ing))\s+(?:any\s+)?$"
)
_DRAGGED = re.compile(r"[^.;]{0,60}?\b(?:with\s+(?:it|them)|down|out|off(?:line)?)\b")
"""Behind what another's outage takes with it, which is no means of payment."""
_SAID_LAST = re.compile(
    r"\s+(?:said|says|told|added|confirmed|warned|wrote)\b[^,;]{0,60}", re.IGNORECASE
)
_SUPPLIES = re.compile(
    r", (?:which|that|who) (?:also )?(?:runs|operates|processes|handles|hosts|supplies|provides"
    r"|manages|maintains|owns|built|builds|makes)\b[^.;]{3,80},"
    r" (?:said|says|confirmed|blamed|told|added|explained)\b"
)
"""Behind a company that others use, and that only says what happened."""
_THAT = re.compile(r"\bthat\s+(?:its\s+|the\s+)?$", re.IGNORECASE)
_POSSESSES = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}|-owned\s+", re.IGNORECASE)
_FEATURES = Wording(r"(?:features?|functions?|capabilities)\b")


def passing(sentence: Sentence, mention: Mention) -> bool:
    """Whether a service is named as a place, an owner or a comparison, or as a cause."""
    if mention.rule == "services:venue":
        return True
    if any(_is_blamed_by(sentence, mark.mention, mention) for mark in sentence.of("CAUSE")):
        return True
    if kinship.is_emergency_line(mention) and _is_dialled(sentence, mention):
        return True
    before = sentence.before(mention, mention.start - 80)
    if mention.key in _BROWSERS and _TRIED_IN.search(before):
        return True
    if kinship.is_app_store(mention.key) and _GOT_FROM.search(before):
        return _CANNOT.search(before) is None
    if len(sentence.of("SERVICE")) > 1 and _AT_TILLS.within(before, sentence):
        return True
    return bool(
        _PASSING_LEFT.within(before, sentence) or _PASSING_RIGHT.match(sentence.after(mention))
    )


def _is_blamed_by(sentence: Sentence, cause: Mention, mention: Mention) -> bool:
    """Whether a name is but part of a cause, and not itself said to take others down."""
    if cause.rule == SUPPLIER or not cause.start <= mention.start < cause.end:
        return False
    return _TAKES.match(sentence.after(mention)) is None


def _is_dialled(sentence: Sentence, mention: Mention) -> bool:
    """Whether an emergency number is what people call, not what is down ("could not dial 911")."""
    if sentence.after(mention).lower().startswith((" call", "-call")):
        return True
    return _DIALS.within(sentence.before(mention, mention.start - 40), sentence)


def speaks(sentence: Sentence, mention: Mention) -> bool:
    """Whether a company says something, or does something about an outage."""
    return _SPEAKS.match(sentence.after(mention)) is not None


def is_owner(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is that of the company that speaks for or owns another named service."""
    number = sentence.clause_of(mention.start)
    owned = [
        mark.mention
        for mark in sentence.of("SERVICE")
        if mark.mention.key != mention.key and _stands_above(sentence, mention, mark.mention)
    ]
    if kinship.is_house(mention.key) and any(_heads(sentence, number, one) for one in owned):
        return True
    owned = [other for other in owned if sentence.clause_of(other.start) == number]
    if not owned:
        return False
    if speaks(sentence, mention) or _UNDOES.match(sentence.after(mention)):
        return True
    return any(
        other.start > mention.end and _POSSESSES.fullmatch(sentence.after(mention, other.start))
        for other in owned
    )


def _stands_above(sentence: Sentence, mention: Mention, other: Mention) -> bool:
    """Whether a name is that of another's house, or of a sister of it that speaks for it."""
    if owns(mention, other.key):
        return True
    return (
        are_kin(mention.key, other.key)
        and _SAYS_OF.match(sentence.after(mention, other.start)) is not None
    )


def _heads(sentence: Sentence, number: int, other: Mention) -> bool:
    """Whether a clause heads the one that names a service: "Meta outage: Facebook is down"."""
    if sentence.clause_of(other.start) != number + 1:
        return False
    return sentence.clauses[number].text.rstrip().endswith(":")


def is_blamed(sentence: Sentence, mention: Mention) -> bool:
    """Whether others' trouble is laid at the door of a service ("after a fault at Akamai")."""
    before = sentence.before(mention, mention.start - 80)
    return _BLAMED.within(before, sentence) or _BLAMED_AFTER.within(before, sentence)


def is_beside(sentence: Sentence, mention: Mention) -> bool:
    """Whether of several services one only speaks of another, or is blamed for its trouble."""
    if is_blamed(sentence, mention) or _is_used(sentence, mention):
        return True
    if not speaks(sentence, mention):
        return False
    return any(
        mark.mention.start > mention.end and _THAT.search(sentence.before(mark.mention))
        for mark in sentence.of("SERVICE")
    )


def _is_used(sentence: Sentence, mention: Mention) -> bool:
    """Whether a service is but what one named before it is used with ("make UPI payments")."""
    if sentence.of("SERVICE")[0].mention.start >= mention.start:
        return False
    if not _USED.within(sentence.before(mention, mention.start - 40), sentence):
        return False
    return _DRAGGED.match(sentence.after(mention)) is None


def is_cited(sentence: Sentence, mention: Mention) -> bool:
    """Whether a service is named as a source alone ("according to FlightAware")."""
    return _CITED.within(sentence.before(mention, mention.start - 40), sentence)


def is_bystander(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that a story has not told of is none whose service fails.

    It may be who says what of it ("It was over, Finanz Informatik said"; "Worldpay, which processes
    payments for both, said a fault was to blame"), where others' payments fail ("card declined in
    Tesco") or the maker of a device ("uploads from Garmin watches").
    """
    if _DEVICE.match(sentence.after(mention)) and _ON.search(sentence.before(mention)):
        return True
    if _AT_TILLS.within(sentence.before(mention, mention.start - 80), sentence):
        return True
    return _ends_as_source(sentence, mention) or bool(_SUPPLIES.match(sentence.after(mention)))


def _ends_as_source(sentence: Sentence, mention: Mention) -> bool:
    if not sentence.before(mention).endswith((", ", ",” ", '," ')):
        return False
    return _SAID_LAST.fullmatch(sentence.after(mention)) is not None


def as_feature(sentence: Sentence, mention: Mention) -> bool:
    """Whether a service is listed among the features of its whole ("features such as Codex")."""
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    return _FEATURES.search(clause) is not None
