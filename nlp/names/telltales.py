"""What stands beside the name of a service that nobody has told us of, and how much it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from nlp.names import parts

_REST = r"[A-Za-z0-9]{1,24}+(?:[-.&][A-Za-z0-9]{1,12}+)?"
_NAME = rf"([A-Z](?<![\w.@#/-].){_REST}(?: (?:& )?[A-Z]{_REST}){{0,2}})"
_PARTS = (
    r"(?:(?:mobile |online |card |payment |booking )?"
    r"(?:apps?|websites?|sites?|servers?|services?|platform|portal|networks?|apis?|cloud|registers|tills"
    r"|checkouts?|readers|terminals|machines|kiosks|systems?|banking|atms|lines))"
)
_IS = (
    r"(?:is|are|was|were|has been|have been|had been|went|goes|gone|remains?|will be"
    r"|(?:appear|seem)(?:s|ed)? to be|['’]s(?: been)?)"
)
_STILL = r"(?:(?:currently|still|again|now|also|completely|briefly|both|all|partially) )?"
_TROUBLE = (
    r"(?:(?:[a-z]{1,12} ){0,3}(?:outages?|downtime|disruptions?|blackout)"
    r"|(?:elevated|increased|degraded|intermittent|high) [a-z]{1,12})"
)
_OWN = (
    r",? (?:which|that) (?:runs|operates|provides|hosts|makes|supplies|processes|powers|handles"
    r"|manages)\b"
    r"|['’]s (?:status page|app|cloud|website|servers?|API|support|engineers|network|platform"
    r"|dashboard|customers|users|spokes(?:man|woman|person)|systems?|login|portal|services?"
    r"|(?:mobile|broadband|payment|online|internet|cloud|booking|phone) "
    r"(?:network|systems?|services?|banking|platform|site|app))\b"
    r"| (?:status page|support (?:said|says|told)"
    r"|(?:app|website|servers?) (?:is|was|were|has|would|will|still|keeps?|won'?t))"
    r"| (?:said|says|confirmed|acknowledged|tweeted|posted|admitted)"
    r"(?: on [A-Z][a-z]{1,9}day)?(?: that)? "
    r"(?:its|one of its|it (?:was|is|had|has) "
    r"(?:aware|investigating|working|identified|fixed|restored|looking))"
)
"""What only a service or its company has or does: Zyntra's status page."""
_BEHIND = re.compile(
    rf"{_NAME}(?:['’]s (?:outage|downtime)"
    r"|(?:, (?:an?|the|part of|owned by) [^,.\n]{3,60},)?"
    rf"(?P<part> {_PARTS})?(?P<bare> {_IS} {_STILL}|['’]s (?:been )?)"
    r"(?:down(?! \d| to| by| from| at (?!\d{1,2}[.:]\d\d|\d{1,2} ?[ap]\.?m|about|around)"
    r"| in the (?:polls|rankings)| \w+ (?:points|goals))"
    r"|offline|unreachable|inaccessible|not working|not loading|having (?:issues|problems|trouble)"
    r"|experiencing (?:issues|problems|trouble|difficulties)"
    r"|unavailable(?! for comment| to comment)|back (?:up|online))"
    r"| (?:went|came) back (?:up|online)"
    rf"| (?:suffered|suffers|experienced|experiences|is experiencing|is suffering|was hit by) an? "
    rf"{_TROUBLE}"
    rf"| (?:experienced|saw) {_TROUBLE}"
    r"| (?:users|customers|subscribers|members|clients|merchants|players) (?:report(?:ed)?"
    r"|could not|cannot|can't|(?:were|are) (?:unable|left)|(?:have|had) been (?:unable|left|locked)"
    r"|stuck without|(?:were )?locked out|lost (?:their|all|signal|service|internet))\b"
    rf"|(?P<own>{_OWN}))\b"
)
"""A name with what is said of it: Zyntra was down. ``bare`` where no part of it is spoken of."""
_NOUNS = re.compile(
    rf"{_NAME}(?:(?P<trade>, (?:an?|the|our|its) (?:[a-z-]{{1,14}} ){{0,3}}(?:provider|platform"
    r"|registrar|processor|software (?:firm|company|maker|supplier)|payments? (?:firm|company)"
    r"|(?:chain|retailer|grocer|supermarket|bank|lender|insurer|broker|brewer|maker|marketplace"
    r"|start-?up|carrier|operator)(?=,|\.| (?:that|which|with|based|owned|behind)\b)"
    r"|app\b|service\b))"
    r"| (?:(?P<event>(?:[Oo]utages?|OUTAGE|[Dd]owntime|[Pp]ost-?[Mm]ortem"
    r"|incident (?:report|review|of)|service disruption)\b)"
    r"|[Dd]own(?:\?|:| again\b| anyone| right now\b| for (?:me|anyone|everyone|you)\b|$)"
    r"|(?:API|app|platform|dashboard|website|servers?|services|account|network|team|engineers"
    r"|users|customers|subscribers|issues|problems|is having|restored service|stopped (?:accepting"
    r"|responding|working|serving)|crashed|blamed a|apologi[sz]ed|not (?:loading|working)"
    r"|support)\b))"
)
"""A name before its trade, a noun of outages (``event``) or what services have: the Zyntra team."""
_HEADED = re.compile(
    rf"\n(?:Tell HN: |Ask HN: |Is )?([A-Z]{_REST}(?: [A-Z]{_REST}){{0,3}})(?: {_PARTS})?"
    r" (?:(?:is )?(?:[Dd]own|DOWN|[Dd]ead|[Oo]ffline|[Bb]roken|[Uu]nreachable|[Bb]orked"
    r"|(?:gone|going|went) (?:dark|down|offline|dead)|not (?:working|loading|responding)|acting up)"
    r"(?=[?!:,.]| ?[-–—|]|$|\n| again| for | since | worldwide| in [A-Z]"
    r"| today| right)"
    r"|(?:[Oo]utage|[Dd]owntime)(?=[?!:]| ?[-–—|]|$|\n| update| hits| leaves| continues| resolved))"
)
"""A name that a line begins with, as headlines do: "Zyntra down: users locked out"."""
_PREPOSITION = re.compile(
    rf" (?:at|of|with|on|into|in to|to|for|using|access|open|reach|use|load|hits?|affected"
    rf"|affecting) (?:the )?{_NAME}"
)
_WENT = r"(?:outages?|downtime|disruptions?)"
_SURELY = re.compile(
    rf"(?:\b{_WENT} (?:at|of|affecting|hit|hits)"
    rf"|\b{_WENT} (?:that|which) (?:affected|hit)"
    r"|(?:sers|ustomers|ubscribers|assengers|layers) of"
    r"|(?:ervers|VPS|VPSes|VMs|oxes|(?:rtual|est) machines|ites|omains|nstances|ailboxes)"
    r" (?:at|with|on)"
    r"|\b(?:log(?:ged|ging)?|sign(?:ed|ing)?) ?(?:in|on) ?to"
    r"|\b(?:what'?s|what is) (?:up|going on|happening|wrong) with"
    r"|\b(?:anyone|anybody|everyone) (?:else )?(?:having|seeing|getting) (?:[a-z]{1,12} ){1,2}with)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:\b(?:problems?|issues?|trouble|errors|incident) (?:at|with|on|affecting)"
    r"|\b(?:engineers|team|developers|support) at"
    r"|\bspokes(?:man|woman|person) (?:for|at)"
    r"|\b(?:can'?t|cannot|couldn'?t|unable to|could not) (?:access|open|reach|load|use)"
    r"|\b(?:customers|users|anyone|everyone|sites|apps) (?:using|on)"
    r"|\brel(?:y|ies|ied|ying) on|\bhosted (?:on|with|at)"
    r"|\bhappened (?:to|with)"
    rf"|\b{_WENT} (?:on|with|for))"
    r" (?:the )?$",
    re.IGNORECASE,
)
_REACH = 48
_LEADS = frozenset(
    {
        *("outage", "outages", "downtime", "disruption", "disruptions", "that", "which", "users"),
        *("customers", "subscribers", "passengers", "players", "log", "login", "logged", "logging"),
        *("sign", "signed", "signing", "in", "on", "up", "happening", "wrong", "having", "seeing"),
        *("issues", "issue", "trouble", "problem", "problems", "errors", "incident", "engineers"),
        *("team", "developers", "support", "spokesman", "spokeswoman", "spokesperson", "can't"),
        *("cant", "cannot", "couldn't", "couldnt", "to", "not", "anyone", "everyone", "sites"),
        *("servers", "vps", "vpses", "vms", "boxes", "machines", "domains", "instances"),
        *("mailboxes", "apps", "rely", "relies", "relied", "relying", "hosted", "happened"),
    }
)
"""The words that may stand before such a preposition."""
_AT_HOME = re.compile(
    rf"[Aa]t {_NAME},? we (?:run|use|take|are|have|had|build|built|believe|rely|operate|host|deploy"
    r"|process|serve|send|store|work|care|know|want|strive|always|never)\b"
)
_WE_RUN = re.compile(rf"\b[Ww]e (?:run|make|build|operate) {_NAME}, (?:an?|the) ")
"""Who speaks of the own company: At Zyntra we run …, We run Zyntra, a …"""
_ASKED = re.compile(
    rf"\b(?:[Ii]s|[Aa]re|[Ww]as|[Hh]as|[Dd]id) {_NAME}(?: (?:app|site|website|servers?))? "
    r"(?:(?:gone|still|completely|currently|just|go) )?"
    r"(?:down(?= (?:for|again|right|today|or|at the moment|everywhere|in [A-Z]))"
    r"|down(?=\s?\?|$)|offline|not working|broken)"
)
_KIND = (
    r"(?:payroll|payments?|cloud|hosting|software|internet|broadband|telecoms?|mobile|ticketing"
    r"|booking|email|banking|trading|gaming|streaming|messaging|chat|video|dating|learning|health"
    r"|data ?cent(?:re|er)|network|reservations?|point-of-sale|till|security|crypto|identity|DNS|CI"
    r"|bank|energy|delivery|parking|fitness|school|e-commerce|ride-hailing|upstream|transit|CDN"
    r"|IT|technology|billing|colocation|SMS|web|analytics|logistics|fintech)"
)
_TRADES = (
    *("provider", "operator", "processor", "supplier", "vendor", "platform", "registrar"),
    *("brokerage", "startup", "firm", "company", "site", "app", "giant", "host", "group"),
)
_CALLED = re.compile(rf" (?:{'|'.join(_TRADES)}),? (?:called )?{_NAME}")
_OF_A_KIND = re.compile(rf"\b{_KIND}$", re.IGNORECASE)
"""A name behind what it is, and what stands before that: payroll provider Zyntra."""
_LONGEST_KIND = 24
_BODY = re.compile(
    r"\b(?P<sure>Building Society|Credit Union|NHS (?:Foundation )?Trust|Health Board"
    r"|University Hospitals?|Platform|Portal|FM)\b"
    r"|\b(?:Health(?:care)?|Hospitals?|University|College|School District|Public Schools|Libraries"
    r"|Broadband|Telecom|Mobile|Bank|Airlines|Airways|Transit|Energy)\b"
    r"(?! [A-Z][a-z])(?<!Central Bank|. World Bank)"
)
_BEARER = re.compile(
    r"(?<![\w@#/.'’-])(?:(?:[A-Z][A-Za-z'’&-]{1,20}|of|and) ){0,3}[A-Z][A-Za-z'’&-]{1,20} $"
)
_RADIO = re.compile(r"\b(?:BBC )?Radio [A-Z][a-z]{2,20}\b")
"""Bodies that run systems of their own, by what they are called: Marlborough Building Society."""
_HANDLE = re.compile(r"[@#](?<![\w@#].)([A-Za-z][A-Za-z0-9]{1,24}?)_?[Ss]tatus\b")
_TAG = re.compile(r"#(?<![\w@#].)([A-Za-z][A-Za-z0-9]{2,24}?)_?(?:[Ii]s)?(?:[Dd]own|[Oo]utage)\b")


_SMALL = r"([a-z][a-z0-9]{3,20})"
_POSTED = (
    re.compile(rf"\b(?:is|are|has|did) {_SMALL} (?:gone |go )?(?:down|offline|broken)\b"),
    re.compile(
        rf"(?<![\w@#.'’-]){_SMALL} (?:is|has been|seems|app is|servers are|site is) "
        r"(?:still |completely )?(?:down|offline|dead|broken|back up)\b(?! to| by)"
    ),
    re.compile(
        rf"\b(?:issues|trouble|problems|errors|going on) with {_SMALL}"
        r"(?= today| rn| right now| again|\?|$)"
    ),
    re.compile(rf"\b(?:any|some)(?:one|body) else'?s {_SMALL}\b"),
    re.compile(
        rf"(?<![\w@#.'’-]){_SMALL} (?:is |keeps |just )?"
        r"(?:returning|throwing|giving|showing|spitting)"
        r" (?:out )?(?:me |us )?(?:an? )?(?:errors?|[45]\d\d)s?\b"
    ),
)
"""Names in lower case, as people post: is zyntra down."""
_DEAD = re.compile(
    rf"{_NAME} (?:is|has been|been) (?:still |completely )?dead"
    r" (?:since|again|all (?:day|morning)|today)\b"
)
_OPENING = re.compile(rf"(?:^|[.!?:] |\n){_NAME}")
"""A name with which a post or a sentence of it begins."""


class Weight(Enum):
    """How much it tells."""

    SURE = "sure"
    LIKELY = "likely"
    """Enough for a name that has its capital in the midst of a sentence."""
    COINED = "coined"
    """Enough for a name that is no word."""
    BODY = "body"
    """It says itself what it is, whatever place it begins with: Marlborough Building Society."""
    HOUSE = "house"
    """So it does, but people are there for more than its service: Ohio University."""
    WRITTEN = "written"
    """It is written as one: a handle, a tag."""


class Hint(NamedTuple):
    """A name that may be a service's."""

    start: int
    end: int
    weight: Weight
    is_bare: bool = False
    """Said to be down itself, without its app or site: where an article stands before, a thing."""


def hints(text: str, wrapped: str, folded: str, *, is_post: bool) -> Iterator[Hint]:
    """Yield the names that something tells of; a name may come more than once.

    ``wrapped`` is the text on one line: lines end anywhere; two ends in a row match no blank.
    """
    for match in _HEADED.finditer(f"\n{text}"):
        yield Hint(match.start(1) - 1, match.end(1) - 1, Weight.SURE)
    yield from _said(wrapped)
    yield from _bodies(wrapped)
    if is_post:
        yield from _posted(wrapped, folded)
    yield from _behind_prepositions(wrapped)
    yield from _written(wrapped)


def _posted(text: str, folded: str) -> Iterator[Hint]:
    for pattern in _POSTED:
        for match in pattern.finditer(text):
            yield Hint(*match.span(1), Weight.COINED, True)
    for match in _DEAD.finditer(text) if " dead " in text else ():
        yield Hint(*match.span(1), Weight.COINED, True)
    for match in _OPENING.finditer(text):
        if parts.is_behind(folded, match.end()) and not parts.is_at(folded, match.start(1)):
            yield Hint(*match.span(1), Weight.COINED)


def _said(text: str) -> Iterator[Hint]:
    for match in _BEHIND.finditer(text):
        if text.endswith((" in ", " near ", " across "), 0, match.start()):
            continue
        if not (match["own"] and _is_of_another(text, match.start())):
            is_bare = match["bare"] is not None and match["part"] is None
            yield Hint(*match.span(1), Weight.SURE, is_bare)
    for sign, pattern in ((" we ", _AT_HOME), ("e ", _WE_RUN), ("?", _ASKED)):
        for match in pattern.finditer(text) if sign in text else ():
            yield Hint(*match.span(1), Weight.SURE, True)
    for match in _NOUNS.finditer(text):
        is_likely = match["event"] or match["trade"]
        yield Hint(*match.span(1), Weight.LIKELY if is_likely else Weight.COINED)
    for match in _CALLED.finditer(text):
        if _OF_A_KIND.search(text, max(0, match.start() - _LONGEST_KIND), match.start()):
            yield Hint(*match.span(1), Weight.SURE)


def _bodies(text: str) -> Iterator[Hint]:
    for match in _BODY.finditer(text):
        bearer = _BEARER.search(text, max(0, match.start() - _REACH), match.start())
        if bearer:
            weight = Weight.BODY if match["sure"] else Weight.HOUSE
            yield Hint(bearer.start(), match.end(), weight)
    for match in _RADIO.finditer(text) if "Radio " in text else ():
        yield Hint(*match.span(), Weight.BODY)


def _behind_prepositions(text: str) -> Iterator[Hint]:
    for match in _PREPOSITION.finditer(text):
        lead = text[max(0, match.start() - 16) : match.start()].rpartition(" ")[2]
        if lead.lower() not in _LEADS:
            continue
        before = text[max(0, match.start(1) - _REACH) : match.start(1)]
        if _SURELY.search(before):
            yield Hint(*match.span(1), Weight.SURE)
        elif _LIKELY.search(before):
            yield Hint(*match.span(1), Weight.COINED)


def _written(text: str) -> Iterator[Hint]:
    """Yield whose status a handle or tag tells."""
    if "@" in text or "#" in text:
        for pattern in (_HANDLE, _TAG):
            for match in pattern.finditer(text):
                yield Hint(*match.span(1), Weight.WRITTEN)


def _is_of_another(text: str, start: int) -> bool:
    """Say whether a name only ends a longer one: the Comptroller of the Currency."""
    return text[max(0, start - 8) : start].endswith((" of ", " of the "))
