"""Whether a word that can be a name is one where it stands: by its case and its neighbours."""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.names import dictionary, gazetteers, parts, places, trades
from nlp.names.headlines import is_headline

_TROUBLE = (
    r"down(?:time)?|offline|outages?|disruptions?|crash(?:es|ed|ing)?|unavailable|inaccessible"
    r"|out (?:in|across|again|since|here|tonight|today)|knocked (?:out|offline)"
    r"|not (?:working|loading|responding)|unresponsive|unreachable"
    r"|fro(?:ze|zen up)|freezes|died|dies|dying|fell over|falls over|conked out|packed up|timed out"
    r"|unusable|degraded|broken|glitch(?:es|ing|y)?|lagg(?:ing|y)|freezing|frozen|buffering"
    r"|timing out|erroring|borked|hosed|toast|ded|busted|kaput|bugged|acting up|messed up|screwed"
    r"|(?:so|super|really|very|painfully|extremely|unusually|insanely) (?:slow|sluggish)"
    r"|(?:(?:is|are|was|do|does|did|wo)n'?t|not) (?:even )?(?:work|load|respond|open|connect|send"
    r"|receiv|sync|start|play|show|updat|refresh|let)(?:e|ing)?"
)
_BE = r"(?:is|are|was|were|(?:(?:has|have|had) )?been|went|goes|go|gone|remains?|seems|appears)"
_OUTAGE_AFTER = re.compile(
    rf"(?:'s|s')?[ ,]{{0,2}}(?:{_BE} (?:[a-z]{{1,15}} ){{0,2}})?(?:{_TROUBLE})\b"
)
_PART = (
    r"dashboards?|notifications?|chats?|huddles?|meetings?|videos?|transfers?|withdrawals?|deposits?"
    r"|checkouts?|search|feeds?|stories|streams?|matchmaking|voicemail|broadband|cameras?|doorbells?"
    r"|thermostats?|baggage|bookings?|check-in|fibre|contactless|emails?|mail|inbox(?:es)?"
    r"|calendars?|orders?|carts?|playlists?|storefronts?|admin|console|portal|builds?|deploys?"
    r"|deployments?|databases?|friends list|party chat|texts|voice calls|tills|terminals|kiosks"
    r"|smart home|live tv|tv (?:boxes|channels)|direct messages|dms|systems?"
    r"|classes|lessons|workouts|owners|rides|scooters|bikes|forecourts|stations?"
    r"|(?:payment |card )?machines"
    r"|installs?|instances|doorbells|lockers|trackers|exams|tickets"
    r"|(?:reservations?|booking|payments?|trading|computer|it|mobile|online|internet)"
    r" (?:systems?|banking|services?|network|platform)"
)
"""What services have: behind a word with a capital it says that the word is a service."""
_AFTER = re.compile(
    r"(?:'s|s')?[ ,]{0,2}(?:"
    rf"(?:{_PART})\b|(?:"
    r"(?:apps?|api|apis|websites?|site|servers?|services?|platform|users?|customers?|subscribers"
    r"|riders|drivers|players|gamers|viewers|listeners|shoppers|investors|traders|members|merchants"
    r"|cards?|network|status|engineers|issues?|problems?|errors?|login|accounts?|models?|chatbot"
    r"|web|desktop|mobile|cloud|developers|teams?|stores?|payments?|calls?|messages?|channels?"
    r"|faces|suffers|hits?|suffered|experienced|faced|says?|said|confirmed|acknowledged|admitted"
    r"|announced|declared|declined|denied|disputed|posted|promised|told|tweeted|webhooks?|terminals?|support"
    r"|keeps?|kept|isn'?t|won'?t|throws|throwing|gives|giving|shows|logs|logged|kicks|kicked"
    r"|experiencing|suffering|facing|blamed|replied|works?|worked|gone|dead|never|kept|stayed"
    r"|has(?:n't| not)|had(?:n't| not)|did(?:n't| not)|would(?:n't| not)|own|next door|maintenance"
    r"|(?:an?|the) (?:[a-z-]{1,15} ){0,3}(?:rival|competitor|unit|subsidiary|app|service|platform"
    r"|provider|bank|lender|operator|carrier|supplier|broker|retailer|maker|processor)"
    r"|apologi[sz]ed|reported|restored|stopped|fails|failed|fixes|back up|recovers?|recovered"
    r"|blames|pinned|refused|opened|welcomed|fine|ok|okay|by contrast|meanwhile"
    r"|for its part)\b"
    rf"|{_BE} (?:[a-z]{{1,15}} ){{0,2}}(?:out|back|experiencing|suffering|facing|hit|affected"
    r"|restored|operational|slow|investigating|having|struggling|recovering|fine"
    r"|gone|dead)\b|will be (?:down|offline|unavailable|unreachable|back|doing|having|performing"
    r"|undergoing|carrying out)\b"
    r"|(?:is|was|has been|keeps?|kept) (?:(?:still|now|just|also|suddenly|constantly|randomly) )?"
    r"(?:not )?[a-z]{2,12}ing\b))"
)
_BEFORE = re.compile(
    r"\b(?:on|took|knocked|between|using|uses?|via|through|access|accessing|into|for|at|with|by"
    r"|affecting|affected|hits?|because|since|while|than|without|whether|unlike|where"
    r"|including|like|of|from|that|to|and|or|when|why|if|as|app|chatbot|assistant|bank|service"
    r"|network|platform|carrier|provider|retailer|giant|messenger|site|tool|rival|operator|lender"
    r"|so (?:is|are|was|were|did|does|has|have)|neither (?:is|are|did|does)"
    r"|airline|game|company|vendor|supplier|processor|about|supplied by|parent|owner|maker|their"
    r"|our|my|your|competitor|alternative|broker|exchange|neither|nor|both|only|even|also"
    r"|(?:post(?:ed)?|incidents?|bugs?|outages?|problems?|issues?|faults?|failures?|errors?|changes?"
    r"|used|alert(?:s|ed)?) in"
    r"|(?:get|hail|book|call|order|find) an?)"
    r"[ ,]{1,2}$"
)
_LOWER_BEFORE = re.compile(
    r"(?:^|[.!?,\n]\s{0,3}|\b(?:know|heard|hope|seems|says|is|are|was|did|has|does|think|guess|hear|guys|so|why|when|if|like"
    r"|else'?s|and|but|because|since|ugh|lol|omg|is it|just|my|our"
    r"|whole|entire|also|even|only|did|got|both) )$"
)
_LOWER_AFTER = re.compile(
    r"(?:'s)?(?: (?:app|site|website|servers?|store|login|network|client|api))?(?:'s)? "
    rf"(?:(?:{_BE} (?:[a-z]{{1,10}} )?)?(?:{_TROUBLE}|gone|dead|cooked|borked|bugged"
    r"|fried|toast|acting up|fine|ok|okay"
    r"|back|slow|lagging|laggy|useless|trash|struggling|failing"
    r"|having (?:[a-z]{1,12} )?(?:issues|problems|trouble)"
    r"|(?:out|gone) (?:in|again|for|since|here|everywhere|all))|works?|sim|keeps? [a-z]{1,10}ing"
    r"|(?:wo|is|does)n'?t (?:load|open|connect|start|send|play|work)(?:ing)?)\b"
)
_LOWER_NOT = re.compile(
    r" (?:(?:is|are|was|has|keeps?|still|just) ){0,2}"
    r"(?:not|isn'?t|won'?t|can'?t|doesn'?t|didn'?t) [a-z]"
    r"|(?:'s| is| keeps| just) [a-z]{2,12}ing "
    r"(?:errors?|[45][0-9][0-9]|me out|everyone out|us out)\b"
)
_LOWER_OWN = re.compile(
    r" (?:(?:app|desktop|mobile|web)s? (?:is|was|just|says?|won'?t|keeps?|still|not|down)"
    r"|maintenance|status page|support (?:says?|said|told|chat|is)|servers? (?:are|is|were)"
    r"|(?:[a-z]{1,10} )?maintenance|outage|login|tweeted|says? (?:its?|they|that|they're)"
    r"|(?:(?:app|desktop|mobile|web) )?(?:gives|giving|throws|throwing|shows|showing|returns)"
    r"|err!|errors?|[45][0-9][0-9]s?|keeps (?:kicking|logging|saying|dropping|booting)"
    r"|does maintenance|said (?:its?|they|that)|error (?:code|[0-9]))\b"
)
"""What stands behind the name of a service in lower case, and hardly behind a word."""
_WORDED = re.compile(
    r"\b(?:the|an?|some|any|no|more|our|their|his|her|your|these|those|of|cut)[ ]$"
)
_VERBS_NEXT = ("to ", "can't ", "cannot ", "couldn't ", "can't even ", "couldn't even ", "even ")
"""Behind these a word in lower case is a verb: can't even ring."""
_DIALLED = re.compile(
    r"\b(?:call|calling|called|dial(?:s|l?ing|l?ed)?|reach(?:ing)?|text(?:s|ing)?(?: to)?"
    r"|texts? to|through to|get to)[ \"'“‘]{1,2}$"
)
_ANSWERED = re.compile(
    r" (?:services?|systems?|working|back\b|restored|access|outages?|failures?|disruptions?|down\b"
    r"|out\b|offline|unavailable|network|lines? (?:is|are|was|were|down|out)|(?:is|was"
    r"|may be|remains?|could not|went|goes|will be|has been) (?!calls?))"
)
_LOWER_INTO = re.compile(
    r"\b(?:(?:log(?:ged|ging)?|sign(?:ed|ing)?|get(?:ting)?|got) ?(?:in|on) ?to|log(?:ged)? out of"
    r"|unplugged|(?:can'?t|cannot|couldn'?t|can not|won'?t let me) (?:even )?"
    r"(?:open|load|access|reach|use|launch|join|play))(?: my)? $"
)
_INTO = (
    *("to ", "my ", "of ", "unplugged ", "open ", "load ", "access ", "reach ", "use ", "launch "),
    *("join ", "play "),
)
"""How those may end: asked first, as it costs less."""
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"'“‘])([A-Z][\w'’.-]{0,30}) $")
_NAME_AFTER = re.compile(r" ([A-Z][\w'’-]{0,30})")
_AS_VERB = re.compile(
    r" (?:in on|into|off|up|away|out (?:for|of)|an?|the|your|my|our|his|her|their|this|it|them|us)"
    r"\b"
)
"""What follows a word that begins a sentence as a verb: "Zoom in", "Grab a coffee"."""
_SINGULAR = re.compile(r"(?:, which)? (?:is|was|has|does|says)\b")
_BARE_EVENT = re.compile(
    r" (?:[a-z]{1,15} )?(?:outages?|disruptions?|glitch(?:es)?|crash(?:es)?)\b"
)
_ROUTE = re.compile(r"\s?[–—-][A-Z]\w+")
"""Behind one end of a route or range."""
_COMPOUND = re.compile(r"-(?!owned|based|like|style|linked)[a-z]")
"""Behind a letter that is but the beginning of a name: X-on."""
_NUMBERED = re.compile(r"(?:^|\n)\(?\d{1,2}[.)] \*{0,2}$")
_ALONE = re.compile(r"\*{0,2}[.:]\*{0,2}\s")
"""Around a name that is a numbered heading: "2. Slack. Notifications were late"."""
_LIST_BEFORE = re.compile(r"(?:,? (?:and|AND|or|OR) |, |/| & )$")
_LIST_BEHIND = re.compile(r"(?:,? (?:and|AND|or|OR) |, |/| & )")
_REACH = 40


@cache
def _no_names() -> frozenset[str]:
    return gazetteers.words("plain-capitals")


def is_cased(raw: str, written: str) -> bool:
    """Say whether each word is at least as much in capitals as the catalogue writes it.

    >>> is_cased("Among Us", "Among Us"), is_cased("AMONG US", "Among Us")
    (True, True)
    >>> is_cased("among us", "Among Us")
    False
    """
    article = written.startswith("The ")
    pairs = zip(raw.split()[article:], written.split()[article:], strict=False)
    return all(low.isupper() or not up.isupper() for r, w in pairs for low, up in [(r[0], w[0])])


def is_plain(written: str) -> bool:
    """Say whether a name means its service in lower case too: one word, no short acronym.

    >>> is_plain("ChatGPT"), is_plain("EA"), is_plain("Among Us")
    (True, False, False)
    """
    is_acronym = len(written) <= 4 and sum(char.isupper() for char in written) > 1
    return " " not in written and not is_acronym


def is_of_words(raw: str) -> bool:
    """Say whether all words of a name are common ones, so that in lower case it hardly is one.

    >>> is_of_words("among us"), is_of_words("claude code")
    (True, False)
    """
    common = gazetteers.words("never-a-name")
    return all(word in STOP_WORDS or word in common for word in raw.lower().split())


def has_outage_after(folded: str, end: int) -> bool:
    """Say whether words such as "is down" or "outage" follow."""
    return bool(_OUTAGE_AFTER.match(folded, end))


def is_acting(folded: str, end: int) -> bool:
    """Say whether what follows is what services do, have or suffer: said, users, was restored."""
    return bool(_AFTER.match(folded, end)) or has_outage_after(folded, end)


def _acts_or_has(folded: str, end: int) -> bool:
    """Say whether what follows is what services do, or a part of one: Discord voice."""
    return bool(_AFTER.match(folded, end)) or parts.is_behind(folded, end)


def is_lowercase_outage(folded: str, start: int, end: int) -> bool:
    """Say whether a word in lower case is asked or said to be down: "is slack down"."""
    before = folded[max(0, start - 28) : start]
    if before.endswith(_INTO) and _LOWER_INTO.search(before):
        return True
    if not _LOWER_BEFORE.search(before):
        return False
    return bool(_LOWER_AFTER.match(folded, end) or _LOWER_OWN.match(folded, end))


def is_lowercase_subject(folded: str, start: int, end: int) -> bool:
    """Say whether a word that is no common one begins a sentence of which a service is the subject.

    By a part of it behind the word, or by what it does not do: "slack not delivering".
    """
    if is_of_words(folded[start:end]) or folded[start:end] in gazetteers.words("also-places"):
        return False
    before = folded[max(0, start - 28) : start]
    if _WORDED.search(before) or not _LOWER_BEFORE.search(before) or before.endswith(_VERBS_NEXT):
        return False
    return parts.is_behind(folded, end) or _LOWER_NOT.match(folded, end) is not None


def is_said_again(folded: str, start: int, end: int) -> bool:
    """Say whether a word in lower case may be a service that the text names elsewhere."""
    return not _WORDED.search(folded[max(0, start - 8) : start]) and folded[end : end + 1] != "-"


def is_dialled(folded: str, start: int, end: int) -> bool:
    """Say whether a number is the service behind it: "call 911", and no part of "911 calls"."""
    if re.match(r" (?:calls?|callers?|call-)", folded[end : end + 9]):
        return False
    before = folded[max(0, start - 16) : start]
    return bool(_DIALLED.search(before)) or bool(_ANSWERED.match(folded, end))


def is_named_here(
    text: str, folded: str, start: int, end: int, *, related: bool, telling: bool = False
) -> bool:
    """Say whether a capitalised word that is also a word is a name here.

    ``related`` says that the text names its kin elsewhere, which is evidence except where a
    sentence begins: there any word has a capital. ``telling``: so is what the text tells of, an
    outage: what has a capital for no other reason is then a service.
    """
    if _is_describing(text, folded, start, end) or is_joined(text, start, end):
        return False
    if has_outage_after(folded, end):
        return not _is_part_of_a_name(text, start, end, after=False)
    if trades.is_before(folded, start):
        return not _is_part_of_a_name(text, start, end, after=True)
    if _is_part_of_a_name(text, start, end, after=True):
        return related and _AFTER.match(folded, end) is not None
    begins = begins_sentence(text, start)
    if not related and folded[start:end] in gazetteers.words("only-beside-kin"):
        return False
    if begins and (
        _AS_VERB.match(folded, end) or (not related and _is_plural(text, folded, start, end))
    ):
        return False
    if not text.startswith("\n\n", end) and _acts_or_has(folded, end):
        return True
    if begins or folded[start:end] in gazetteers.words("also-places"):
        return related or (begins and telling and _is_named_alone(text, start, end))
    if related or _BEFORE.search(folded[max(0, start - _REACH) : start]):
        return True
    return telling and not _is_capital_of_another(text, folded, start, end)


def _is_capital_of_another(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether a capital may be a person's, a headline's, or a thing's: the Oracle."""
    if text[start:end] in gazetteers.words("given-names") or is_headline(text, start, end):
        return True
    return _WORDED.search(folded[max(0, start - 8) : start]) is not None


def _is_named_alone(text: str, start: int, end: int) -> bool:
    """Say whether a word can only be a name: as a numbered heading, or by being no other word."""
    if _ALONE.match(text, end) and _NUMBERED.search(text, max(0, start - 8), start):
        return True
    return _is_no_word(text[start:end])


def _is_no_word(raw: str) -> bool:
    """Say whether a name is none of the language's words, so that no other sense has a capital."""
    if raw in gazetteers.words("given-names") or places.is_large(raw):
        return False
    return not any(map(dictionary.is_word, raw.split()))


def is_joined(text: str, start: int, end: int) -> bool:
    """Say whether a dash makes it a part of a longer name: Delhi-NCR, Halifax–Dublin."""
    if _ROUTE.match(text, end) or (end - start == 1 and _COMPOUND.match(text, end)):
        return True
    return text[start - 1 : start] in ("-", "–") and text[max(0, start - 2)].isalnum()


def _is_plural(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether a word ends as a plural does, and no verb says that it is one thing."""
    return text[start:end].endswith("s") and not _SINGULAR.match(folded, end)


def _is_describing(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether a sentence's first word only describes an outage: Nationwide outage."""
    if folded[start:end] not in gazetteers.words("describing-outages"):
        return False
    return begins_sentence(text, start) and _BARE_EVENT.match(folded, end) is not None


def is_listed(text: str, start: int, end: int, edges: frozenset[int]) -> bool:
    """Say whether a capitalised word stands in a list beside a name; ``edges`` are those of names.

    >>> is_listed("HSBC, Nationwide and Visa", 6, 16, frozenset({0, 4}))
    True
    """
    if _is_part_of_a_name(text, start, end, after=True):
        return False
    before = _LIST_BEFORE.search(text, max(0, start - 8), start)
    behind = _LIST_BEHIND.match(text, end)
    return bool(before and before.start() in edges) or bool(behind and behind.end() in edges)


def begins_sentence(text: str, start: int) -> bool:
    """Say whether only blanks and quotes stand between here and the end of a sentence."""
    before = text[max(0, start - 6) : start].rstrip(" \"'“‘([*-")
    return start == 0 or not before or before[-1] in ".!?:\n|–—"


def is_inside_a_name(text: str, start: int, end: int) -> bool:
    """Say whether capitalised words beside it make it a part of some longer name."""
    return _is_part_of_a_name(text, start, end, after=True)


def _is_part_of_a_name(text: str, start: int, end: int, *, after: bool) -> bool:
    """Say whether a capitalised word beside it makes it a part of some longer name."""
    before = _NAME_BEFORE.search(text, max(0, start - 34), start)
    if before and before[1] not in _no_names() and not before[1].endswith(("'s", "’s")):
        return True
    following = _NAME_AFTER.match(text, end) if after else None
    return following is not None and following[1] not in _no_names()
