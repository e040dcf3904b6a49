"""The words that say that something is wrong, and what only sounds so: markets."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording

TROUBLE = Wording(
    r"(?:outages?|down(?:time)?|offline|disrupt\w*|unavailab\w+|inaccessible|unable|unreachable"
    r"|errors?|issues?|problems?|troubles?|difficult\w+|glitch\w*|crash\w*|fail\w*|stopped|slow\w*"
    r"|degrad\w+|incidents?|affect\w*|impact\w*|restor\w+|recover\w*|resolv\w+|fix(?:ed|\s+(?:this|it|your))|operational"
    r"|back\s+(?:up|online)|complain\w*|interrupt\w*|broke\w*|cannot|can['’]t|could\s?n['’]t"
    r"|(?:went|turned|gone|blinking|flashing)\s+(?:red|orange|amber)|received\s+reports|out\s+of\s+(?:order|action|service)"
    r"|(?:lapse|episode|meltdown|breakdown|shutdown|hold-?up)s?|lasted|one\s+(?:in|on|last)(?=\s)|cut\s+(?:off|for)|held\s+up|spared?|stumbl\w+|falter\w*|buckl\w+|jam(?:s|med)|wobbl\w+|stall\w*|stutter\w*|went\s+with\s+(?:it|them)|vanish\w*|hiccup\w*|froze\w*|halt(?:ed|s)|cripp?l\w+|knock\w+|dark"
    r"|dead|borked|cooked|bricked|unusable|unresponsive|lagg\w*|wonky|kaput|blackouts?|acting\s+up|on\s+the\s+(?:blink|fritz)"
    r"|apologi[sz]\w*|suffer\w*|hit(?!\s+\d)|silen(?:t|c\w+)|collaps\w+|faults?|stuck|struggl\w*|latenc\w+|delay\w*|bugs?|maintenance|disappear\w*|refus(?:e[sd]?|ing)"
    r"|(?:any|some|every)(?:one|body)\s+else|same(?=\s+(?:here|from|in|for|issue|story|problem|thing)\b|\W{0,3}$)|me\s+too|hardest|worst"
    r"|sits?\s+(?:on|at|there)|los(?:t|e|es|ing)|without|cut\s+off|locked\s+out|tim(?:ed|ing|es)\s+out|hang(?:s|ing)?|hung|works?\s+again|working\s+again"
    r"|not\s+(?:be\s+|have\s+been\s+)?able|(?:nobody|no\s+one|nothing|none)\s+(?:of\s+\w+\s+)?(?:could|can|works?|worked|was|were|loads?|loaded|moved|happens?|happened)|missing|gone|neither|late(?=\s+(?:for|to)\b|[.,;]|$)|blank|declin(?:ed|ing|es)|reject(?:ed|ing|s)|spinn(?:ing|er)|paused|by\s+hand|manually|pen\s+and\s+paper|cash[\s-]only|disabled|suspended|bounc\w+|(?:not|n['’]t)\s+(?:be(?:ing)?\s+)?"
    r"(?:confirm|complet|execut|accept|answer|approv|credit|print|ring|arriv|show|appear|updat|sync|play|stream|process|deliver|receiv|render|scan|check|post|pay|sav"
    r"|book|order|stor|work|fir|pull|push|go\s+through|going\s+through)\w*"
    r"|(?:not|n['’]t)\s+(?:be\s+)?(?:work|load|respond|found|reach|connect|open|join|log|access|send)\w*)\b"
)
"""Words that say that something is wrong, or right again, with what they are said of."""

EVENT = Wording(
    r"(?:outages?|disruptions?|down(?:time)?|offline|incidents?|glitch(?:es)?|crash(?:es)?)\b"
)
"""Nouns and the like that name an outage as such."""
DOES_NOT = re.compile(
    r"\b(?:(?:could|can|would|will|do|does|did|is|are|was|were|has|have|had)\s+(?:not|no\s+longer|neither|hardly)|[a-z]{2,6}n['’]t|wont|dont|doesnt|isnt|arent)\s+"
    r"(?!(?:\w+ly\s+)?(?:say|said|comment|know|expect|give|given|disclose|believe|think|mean|want|need|plan|yet|respond|reply|answer"
    r"|explain|confirm|rule|specify|name|share|provide|expose|include|appl[yi]|require|offer|mind|matter|like|blame|caus|so|it|to\s|just|only|all|sure|clear|known|due|because|the|a|an)\b)"
)
"""What a thing does not do, or nobody can do with it; not what nobody says or knows."""
_OURS = Wording(
    r"(?:we['’]re|we\s+are|we['’]ve|we\s+have|our\s+(?:engineers|teams?|technicians))\s+(?:\w+\s+){0,2}?"
    r"(?:experienc|investigat|aware|working|seeing|looking|identified|fix|restor|resolv|having|facing)"
)
"""How an operator tells of its own trouble without a name."""
_MARKETS = Wording(r"(?:shares|share\s+price|stocks?(?!\s+exchange)|nasdaq|ftse)\b")
_PRICES = re.compile(
    r"\b(?:f[ae]ll\w*|rose|ris\w+|down|up|dropp?\w*|sl[iu]\w+|los\w+|gain\w*|clos\w+|trad\w+"
    r"|lower|higher|points?|investors?)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)


def tells(sentence: Sentence) -> bool:
    """Whether a sentence tells of an outage, or an operator in it of its own trouble."""
    return EVENT.search(sentence) is not None or is_ours(sentence)


def is_ours(sentence: Sentence) -> bool:
    """Whether an operator tells of its own trouble: "we are seeing delays"."""
    return _OURS.search(sentence) is not None and TROUBLE.search(sentence) is not None


def of_markets(sentence: Sentence) -> bool:
    """Whether a sentence is about a share price, where "down" is no outage."""
    if not _MARKETS.search(sentence):
        return False
    if _PERCENT.search(sentence.text):
        return True
    return not sentence.of("SYMPTOM") and _PRICES.search(sentence.text) is not None
