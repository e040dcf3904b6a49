"""What the words beside a word make of it: a feature of a service, or something else."""

from __future__ import annotations

import re

from nlp.mentions import Mention

_BEFORE = re.compile(
    r"(?:\b(?:with|over|use|uses|using|access|accessing|affecting|affected|affects|impacting"
    r"|including|includes?|load|loading|and|or|its|some|all|new|online|both"
    r"|through|disrupting|disrupted|hit|hits|no|send|sending|receive|receiving|make|making|between"
    r"|like|view|viewing|into|enter|entering|submit|submitting|slow|slower|patchy|flaky|spotty|broken|open|opening|play|playing|join|joining|'s|as|lost|losing|without|restored?"
    r"|restoring|while|but|when|only|although|though|not|see|saw|shows?|showing)|s'|[,:(-])\s?$"
)
_ABLE = re.compile(
    r"\b(?:(?<!do )(?<!don't )not|cannot|can|can't|cant|could|couldn't|couldnt|won't|wouldn't"
    r"|(?:un)?able to|trying to|tried to|try to|struggl(?:ed|ing) to|fail(?:ed|ing|s)? to"
    r"|impossible to|neither|(?:let|lets|letting|allow|allows|allowing)"
    r"(?: (?:me|us|you|him|her|them|it|users|customers|people|anyone|anybody))?(?: to)?)"
    r"(?: (?:even|still|only|neither|either|also|now|no longer))?"
    r" (?:(?:[a-z]{2,9} ){1,3}(?:or|nor|and|but not) )?$"
)
"""Before a verb that says what cannot be done: could not post or comment."""
_OBJECT = re.compile(
    r"\b(?:(?:cannot|can't|cant|couldn't|couldnt|could not|can not|can neither|could neither"
    r"|unable to|not able to|impossible to"
    r"|(?:won't|wont|doesn't|wouldn't|not) let (?:me|us|you|them|people|users|customers|anyone)"
    r"|(?:struggl(?:ed|ing)|fail(?:ed|ing|s)?|trying|no way|nobody could) to)"
    r"(?: (?:even|still|either|also|i|we|you|they|people|anyone|users|customers))? "
    r"(?:(?:[a-z'-]{2,12} ){1,5}(?:or|nor|and) )?"
    r"(?!say|tell|comment|confirm|rule|explain|promise)[a-z]{3,12}"
    r"|(?:(?:stop|prevent|block|keep|kept|bar)[a-z]{0,5} (?:[a-z'-]{2,12} ){0,3}|trouble|problems"
    r"|difficult(?:y|ies)|issues)(?: (?:with|when|while|from))? ?[a-z]{3,12}ing) "
    r"(?:(?:the|their|his|her|my|our|any|new|its|in|to|on|a|an|for) )?$"
)
"""Before what cannot be done something with: could not switch profiles."""
_HANDLED = re.compile(
    r"\b(?:(?:reject|refus|declin|approv|accept|carr[yi]|resum|halt|suspend|block|freez|crippl|paraly[sz]"
    r"|reopen|wip|corrupt|garbl)\w{0,4}|turn(?:ed|ing|s)? away|knock(?:ed|ing|s)? out"
    r"|bring(?:s|ing)? back|brought (?:down|back)|(?:takes?|taking|took) down"
    r"|(?:lock|shut|kick|logg|boot|thrown|cut|dropp|knock|push)(?:ed)? (?:out of|off))"
    r" (?:(?:the|its|their|his|her|my|our|all|some|many|most|any|more|both) )?$"
)
"""Before what something is done to that a service does: resumed flights, shut out of accounts."""
_DOING = re.compile(
    r"(?:\b(?:trouble|problems?|issues?|difficult(?:y|ies)|errors?)(?: (?:with|when|while|in))?"
    r"|\bfrom) $"
)
"""Before the form in -ing of a verb that says what one has trouble with, or is kept from."""
_AFTER = re.compile(
    r"(?:(?:'s |'re )(?:fine|ok|okay|down|dead|broken|working|up|back|gone|not|still|all"
    r"|declining|playing|stuck|acting)"
    r"| (?:features?|functions?|functionality|capabilit(?:y|ies)|services?|systems?|tools?|pages?"
    r"|is|are|was|were|not|fail(?:s|ed|ing)?|errors?|outages?|down|unavailable|stopped|stops?"
    r"|issues|problems|requests|delays?|delayed|delivery|die[sd]?|continue[sd]?|keep|kept|processing"
    r"|work(?:s|ed)?|crash(?:es|ed)?|connections?|go(?:es)?|went|won't|wont|can't|cannot|could"
    r"|may|might|will|keeps?|stay(?:s|ed)|left|recovered|recovering|restored|fine|ok|back|gone"
    r"|stall(?:s|ed)?|froze|freezes|empties|just|too|also|as well|themselves|began|begins|running"
    r"|(?:had|has|have) (?:been|gone|thrown|stopped|crashed|failed|slowed|vanished|disappeared"
    r"|frozen|locked|kicked)|refuse[sd]?|time out|load(?:s|ed|ing)?)\b)"
)
_OPENS_LIST = re.compile(
    r"(?:,| and| &)(?: (?:[\w'&/-]|\.(?=\w)){1,20},?){1,9}? (?:is|are|was|were|has|have|had"
    r"|works?|worked|fail(?:s|ed)?|load(?:s|ed)?|remain(?:s|ed)?|stay(?:s|ed)?|continued?)\b"
)
"""Behind the first of a list of which something is said: Comments, history and exports are."""

_FAILS_LATER = re.compile(
    r"(?: (?!(?:and|or|but|which|who|that|to|because|after|when|while)\b)[a-z0-9'-]{1,20}){0,4} (?:"
    r"(?:fail|recover|crash|crawl|freez|stall|slow|drop|time|resum|break|work|return|bounc|lag)(?:s|es|ed|ing)?"
    r"|broke|froze|frozen|broken|unavailable|unreachable|unaffected|affected|down|offline|disrupted|delayed|suspended|cancelled|canceled"
    r"|dead|dying|patchy|unusable|inaccessible|unresponsive|intermittent(?:ly)?|fine|okay|stuck|hung|blank|missing|wiped|unstable|stutter(?:s|ed|ing)?"
    r"|as (?:usual|normal)|throughout|up and running|spared|untouched|restored"
    r"|back (?:up|online|to)|never|not"
    r"|(?:is|are|was|were|has|have|had|does|do|did|would|could|will|ca|wo)(?: not|n't))\b"
)
"""Behind a word within its clause: what becomes of it."""
_WHAT_FOR = re.compile(
    r" of | for (?!(?:an?|the|about|around|more|over|nearly|almost|close|up|some|several|most|many"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|half|days|weeks|months|now|me|us|my|our"
    r"|anyone|others|hours|minutes|users|customers|everyone|people|all|\d)\b)"
)
"""Behind a word of which it is said what it is of or for: a call for action."""
_BEFORE_VERB = re.compile(
    r" (?:(?:is|are|was|were|do|does|did|ca|could|wo|would)(?: not|n't)|keeps?|kept|stopped"
    r"|not|never|(?:is|are|wo|do|does|did|ca|could)nt|cannot|will not|fail(?:s|ed|ing)? to"
    r"|refuses? to)"
    r"(?: (?:been|always|even|properly|actually|reliably|also|being))? "
)
"""Between a feature and the verb that says what it does not do: photos are not uploading."""
DOERS = frozenset({"mobile-app", "desktop-app", "web", "dashboard"})
"""Of these it may be said what they do not let one do: the app won't post."""
_KIND_OF = re.compile(
    r" (?:providers?|company|companies|firms?|giants?|days?|processors?|operators?|carriers?"
    r"|makers?|specialists?|apps?|networks?|platforms?|deadlines?|holiday|season)\b"
)
"""Behind a word that only says what kind of company, app or day it is: a payment app."""
_TELLS = re.compile(
    r"(?:'s (?:data|figures|map|graph|users)| (?:said|says|showed|shows|put it|recorded|registered"
    r"|received|noted|added|collects|tracks|monitors|dedicated)\b)"
)
_ACCORDING = re.compile(r"\b(?:according to|per|as) (?:the|that|this) $")
_DONE_WITH = re.compile(r" (?:(?:the|their|his|her|my|our|any|new|its|an?) ){0,2}")
"""Between a verb and what it is done with."""
_COUNTED = re.compile(r"(?:(?<![\d:.,])\d(?:,?\d){0,9}|\bhow many) (?:[a-z]{3,12}ed )?$")
"""Before what is counted, and not used: 63 delayed flights."""
_SHORT = 4
"""No longer than this are verbs that end as "ring" does."""
_NEAR = 60
_COUNT = 24


def make_feature(folded: str, start: int, end: int) -> bool:
    """Say whether the neighbours of a word that may be a feature make it one."""
    if not may_be_feature(folded, start, end):
        return False
    before = folded[max(0, start - _NEAR) : start]
    if _AFTER.match(folded, end) or _BEFORE.search(before[-16:]) or _ABLE.search(before):
        return True
    if _OBJECT.search(before) or _HANDLED.search(before):
        return True
    if _begins(folded, start) and (folded[end - 1] == "s" or _OPENS_LIST.match(folded, end)):
        return True  # Things in general: what opens a sentence so is what it is about.
    return _FAILS_LATER.match(folded, end) is not None


def make_act(folded: str, start: int, end: int) -> bool:
    """Say whether a verb says what somebody can or cannot do."""
    before = folded[max(0, start - _NEAR) : start]
    if end - start > _SHORT and folded.startswith("ing", end - 3):
        return _DOING.search(before) is not None
    return _ABLE.search(before) is not None


def may_be_feature(folded: str, start: int, end: int) -> bool:
    """Say whether nothing beside a word tells that it is none: a kind of company, a count."""
    if _KIND_OF.match(folded, end):
        return False
    what_for = _WHAT_FOR.match(folded, end)
    if what_for and not (what_for[0] == " of " and _FAILS_LATER.match(folded, end)):
        return False
    before = folded[max(0, start - _COUNT) : start]
    return not (_TELLS.match(folded, end) or _ACCORDING.search(before) or _COUNTED.search(before))


def _begins(folded: str, start: int) -> bool:
    """Say whether a sentence or a line begins here; a fold has blanks for line breaks."""
    before = folded[max(0, start - 2) : start].rstrip(" ")
    return not before or before[-1] in ".!?:"


def is_kind_of(folded: str, end: int) -> bool:
    """Say whether a phrase only says what kind of company, app or day follows it."""
    return _KIND_OF.match(folded, end) is not None


def is_verb_of(folded: str, last: Mention, mention: Mention) -> bool:
    """Say whether a word says what the feature before it does: the photos are not uploading."""
    is_verb = mention.rule == "features:word" or mention.text.isalpha()
    if not is_verb or last.key in DOERS:
        return False
    return _BEFORE_VERB.fullmatch(folded, last.end, mention.start) is not None


def heads(folded: str, found: list[Mention]) -> list[Mention]:
    """Return the features without what of two neighbours only says what kind the other is.

    "Inbox notifications" are notifications, "point-of-sale purchases" are made at the point of
    sale; "app logins" are both, as either may be hit alone. To download statements is about these.
    """
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last and _is_done_with(folded, last, mention):
            kept.pop()
            last = None
        if last is None or mention.start != last.end + 1 or _stand_alone(last, mention):
            kept.append(mention)
        elif mention.rule != "features:word" or last.rule == "features:word":
            kept[-1] = mention
    return kept


def _is_done_with(folded: str, last: Mention, mention: Mention) -> bool:
    """Say whether a verb only says what is done with the feature behind it."""
    if last.rule != "features:act":
        return False
    return _DONE_WITH.fullmatch(folded, last.end, mention.start) is not None


def _stand_alone(last: Mention, mention: Mention) -> bool:
    return last.key in DOERS or "features:component" in (last.rule, mention.rule)
