"""Who is quoted as saying what: "according to X", "X said", "by some accounts"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Literal, NamedTuple

from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names import gazetteers
from nlp.names.kinship import is_monitor

CROWDS = frozenset(
    {
        *("users", "customers", "commuters", "clients", "gamers", "people", "players", "parents"),
        *("passengers", "subscribers", "shoppers", "students", "traders", "travellers"),
        "travelers",
    }
)
"""The names of people who report or complain, as a source."""
_SPEAKING_OF_OTHERS = frozenset({"analysts", "police"})
"""People who say something, and not that they themselves suffer."""
_CROWD = "|".join(
    f"(?<=[{name[0].upper()}{name[0]}]){name[1:]}" for name in sorted(CROWDS | _SPEAKING_OF_OTHERS)
)
PAGE = "status page"
"""The name of an operator's page, as a source."""
_COMPANIES = ("bank", "telecom", "airline", "travel", "retail", "government")
"""Kinds of service that are companies by their own name, whoever owns them."""
_TAIL = 25
"""A verb of saying this close to the sentence's end is said of the whole sentence."""


class Source(NamedTuple):
    """Somebody who is quoted, and where in the text."""

    start: int
    end: int
    name: str
    monitor: bool
    """Whether it counts users' reports (Downdetector)."""
    scope: Literal["clause", "onward", "sentence"]
    """What it is quoted for: its clause, all that follows it too, or the whole sentence."""
    person: bool = False
    """Whether it is somebody who is "he" or "she" afterwards."""


_ACCORDING = Wording(
    r"(?:according\s+to|as\s+per|per|citing|(?:data|figures|reports|numbers)\s+(?:from|by|on)"
    r"|reported\s+by|tracked\s+by|logged\s+by|recorded\s+by)\s+"
)
_SAYS = (
    r"(?:said|says|saying|add(?:ed|s)|wrote|writes|tweeted|told|announced|posted|confirm(?:ed|s|ing)"
    r"|acknowledg(?:ed|es)|blam(?:ed|es|ing)|attribut(?:ed|es)|put(?:s)?(?=\s(?:it|that|this|the)\b)"
    r"|den(?:ied|ies)|dismiss(?:ed|es)|rul(?:ed|es)\s+out|admit(?:ted|s)|warn(?:ed|s)|insist(?:ed|s)"
    r"|claim(?:ed|s)|promis(?:ed|es)|disput(?:ed|es)|reject(?:ed|s)|rubbish(?:ed|es)|conced(?:ed|es)"
    r"|estimat(?:ed|es)|declar(?:ed|es)|t(?:ied|ies|raced)|pin(?:ned|s)|explain(?:ed|s)"
    r"|reveal(?:ed|s)|stress(?:ed|es)|assur(?:ed|es)|named|suggest(?:ed|s)|reckon(?:ed|s)|expects)\b"
)
_PRONOUN = Wording(
    rf"(?P<who>it|she|he)\s+(?:(?:has|had|also|later|then|first|since|quickly)\s+)?{_SAYS}"
)
_INVERTED = re.compile(r"[,\"”’']\s+(?:said|says|wrote)\s+(?=[A-Z]|the\s)")
_ACCOUNTS = Wording(
    r"(?:some|other|one|several|most|many)\s+(?:accounts?|estimates?|counts?|reports?)\b"
)
_BY = re.compile(r"\b(?:by|in)\s+$")
_VERB = Wording(
    rf"(?:{_SAYS}|(?:saw|sees|seen|show(?:ed|s|ing)|record(?:ed|s)|register(?:ed|s)"
    r"|log(?:ged|s)|stat(?:ed|es|ing)|not(?:ed|es)|report(?:ed|s)|listed|listing|indicat(?:ed|es)|reads?"
    r"|complain(?:ed|ing)|received|tracked|counted|speculat(?:ed|e|ing)|suspect(?:ed|s|ing)?|guess(?:ed)?"
    r"|display(?:ed|s)|quoted)\b)(?!\s+as\b)"
)
_QUOTES = _ACCORDING.bit | _ACCOUNTS.bit | _VERB.bit
"""What allows none of these quotes nobody: "said" behind a quotation is a verb of saying too."""
_SUBJECT = re.compile(
    r"[A-Zacgipstu](?<!\w.)(?:"
    r"(?P<page>(?:(?<=[Tt])(?:he|heir)|(?<=[Ii])ts)\s+(?:(?:own|official|public)\s+)?"
    r"status\s+(?:page|site|dashboard))\b"
    r"|(?P<company>(?:(?<=[Tt])(?:he|his|heir)|(?<=[Ii])ts)\s+(?:[\w-]+(?:['’]s)?\s+){0,4}?"
    r"(?:company|firm|operator|provider|carrier|startup|giant|maker|developer|bank|lender|telco"
    r"|airline|group|retailer|broadcaster|utility|agency|department|corporation|railway|processor"
    r"|network|insurer|broker(?:age)?|exchange|bourse|supplier|studio|publisher|chain|supermarket"
    r"|university|trust|vendor|streamer|marketplace|isp|start-up|outfit|business|grocer|fintech"
    r"|building\s+society|credit\s+union|hospital|airport|council|platform|service"
    r"|(?:status|support)\s+(?:page|account|site)|dashboard))\b"
    rf"|(?P<crowd>{_CROWD})\b"
    r"|(?P<voice>(?:(?<=[Aa])|(?<=[Tt])he)\s+(?:[\w-]+\s+){0,2}?spokes(?:person|man|woman)"
    r"(?:\s+(?:for|at)\s+the\s+\w+)?)\b"
    r"|(?P<name>(?<=[A-Z])[\w&.'’-]*(?:\s+(?:of\s+)?[A-Z][\w&'’-]*){0,4}))"
)
"""It begins with a plain set of letters, at the start of a word: ``re`` skips to those fast."""
_BETWEEN = re.compile(
    r"(?:['’]s?)?(?:\s*,[^,]{1,70},)?(?:\s+(?!not\b)(?:has|have|had|also|later|then|first|data|figures"
    r"|website|site|chart|graph|spokes(?:person|man|woman)|support|engineers?|officials?|since|itself"
    r"|status|page|dashboard|status\s+page|quickly|publicly|team|who|which)){0,4}"
    r"(?:\s+(?:apologi[sz]ed|responded|replied)\s+(?:[^,.;]{1,40}\s)?and)?\s*",
    re.IGNORECASE,
)
_WITNESS = re.compile(
    r"(?:s[ae]w|sees?|seen|show|record|register|log|list|display|track|count|receiv|read)",
    re.IGNORECASE,
)
"""Verbs of those who count or display: of a service that is no monitor they say what it suffers."""
_PAGE = re.compile(r"page|site|dashboard|account|data|figures|chart|graph|status", re.IGNORECASE)
_THINGS = re.compile(
    r"(?:apps|browsers|errors|messages|pages|screens|sites|websites|requests|servers)$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"said|says|told|wrote|tweeted|added", re.IGNORECASE)
_AMONG = re.compile(r"\s+(?:in|on|at|from|of|across|with)\s+[^,;.]{1,50}?")
"""Where the people are who say something, before what says so."""
_WHERE = re.compile(r"\b(?:on|via|in|to|with)\s$")
"""Before a service that is where somebody says something."""
_TITLES = re.compile(
    r"^(?:(?:The|A|An|Chief|Executive|Technology|Operating|Information|Officer|CEO|CTO|COO|CIO"
    r"|President|Vice|Chairman|Founder|Co-founder|Spokes(?:person|man|woman)|Mr|Ms|Mrs|Dr|Minister"
    r"|Director|Engineer|Senior|Head|But|And|In|On|At|However|Meanwhile|When|While|As|That|It|They"
    r"|We|He|She|I|You|Its|Their|Our|My|This|These|Those|There|No|Some|Many|By|Users|Customers|People|Reports?)\b"
    r"\.?\s*)+",
)
_CONTINUES = re.compile(
    r"(?:the\s+(?:[\w-]+\s+){0,2}?(?:complaints?|reports?|figures?|numbers?|counts?|tracker|site"
    r"|website|platform|spike|total|peak|company|firm|data)|it(?!\s+(?:comes?|came|follow))|they|these|those|that|reports|complaints"
    r"|at\s+(?:its|the)\s+peak|of\s+(?:those|these))\b",
    re.IGNORECASE,
)


class Attribution:
    """Who is quoted in each sentence of a document, in order."""

    def __init__(self) -> None:
        """Begin a document."""
        self._last: Source | None = None
        self._person: Source | None = None
        self._people: dict[str, str] = {}
        """Those who were quoted, by their last name."""
        self._paragraph = -1

    def sources(self, sentence: Sentence, subjects: Sequence[Subject]) -> list[Source]:
        """Return who is quoted in the next sentence, which tells of some services."""
        found = _found(sentence, subjects)
        if pronoun := _PRONOUN.search(sentence):
            found += self._same(sentence, pronoun, subjects)
        carried = self._carried(sentence)
        if carried and all(source.scope == "clause" for source in found):
            found.insert(0, carried)
        found = [one._replace(name=self._people.get(one.name, one.name)) for one in found]
        quoted = [source for source in found if source.scope != "clause"]
        self._last = quoted[-1] if quoted else None
        self._person = next((one for one in reversed(quoted) if one.person), self._person)
        if self._person:
            self._people[self._person.name.rpartition(" ")[2]] = self._person.name
        self._paragraph = sentence.paragraph
        return found

    def _same(
        self, sentence: Sentence, pronoun: re.Match[str], subjects: Sequence[Subject]
    ) -> list[Source]:
        """Return who "it said" is: who was quoted last in the paragraph, else the operator.

        "She said" is the person who was quoted last.
        """
        start, end = sentence.start + pronoun.start(), sentence.start + pronoun.end()
        if pronoun["who"] != "it":
            person = self._person
            return [person._replace(start=start, end=end, scope="sentence")] if person else []
        if self._last and sentence.paragraph == self._paragraph:
            return [self._last._replace(start=start, end=end, scope="sentence")]
        name = _operator(subjects)
        return [Source(start, end, name, False, "sentence")] if name else []

    def _carried(self, sentence: Sentence) -> Source | None:
        """Return the source of the sentence before, where this one goes on from it."""
        if not self._last or sentence.paragraph != self._paragraph:
            return None
        if not _CONTINUES.match(sentence.text):
            return None
        return self._last._replace(start=sentence.start, end=sentence.start, scope="onward")


def source_of(sentence: Sentence, start: int, sources: Sequence[Source]) -> Source | None:
    """Return who is quoted as saying what stands at an offset of the text.

    The nearest source in the same clause, people in general last; else the last one before it
    that is quoted for what follows; else one for the whole sentence.
    """
    if not sources:
        return None
    clause = sentence.clauses[sentence.clause_of(start)]
    same = [source for source in sources if clause.start <= source.start < clause.end]
    if same:
        return min(same, key=lambda source: (source.name in CROWDS, abs(source.start - start)))
    before = [source for source in sources if source.start <= start and source.scope != "clause"]
    if before:
        return before[-1]
    return next((source for source in sources if source.scope == "sentence"), None)


def _found(sentence: Sentence, subjects: Sequence[Subject]) -> list[Source]:
    if not (sentence.hints & _QUOTES or sentence.of("COUNT")):
        return []
    sources = []
    named = chain(_ACCORDING.finditer(sentence), _INVERTED.finditer(sentence.text))
    for match in named:
        source = _named_after(sentence, match.end(), subjects)
        if source:
            sources.append(source._replace(scope="sentence"))
    for match in _ACCOUNTS.finditer(sentence):
        by = _BY.search(sentence.lower, 0, match.start())
        if by:
            start, end = sentence.start + by.start(), sentence.start + match.end()
            sources.append(Source(start, end, match[0], False, "clause"))
    sources.extend(
        _of_mention(mark.mention)._replace(scope="clause")
        for mark in (sentence.of("SERVICE") if sentence.of("COUNT") else ())
        if is_monitor(mark.mention)
    )
    for match in _VERB.finditer(sentence):
        source = _subject_of(sentence, match, subjects)
        if source and len(sentence.text) - match.end() < _TAIL and source.scope == "onward":
            source = source._replace(scope="sentence")
        if source:
            sources.append(source)
    return sorted(set(sources))


def _named_after(sentence: Sentence, offset: int, subjects: Sequence[Subject]) -> Source | None:
    """Return the source named behind "according to"."""
    text = sentence.text[offset : offset + 90]
    for mark in sentence.of("SERVICE"):
        at = mark.mention.start - sentence.start - offset
        if 0 <= at < 60 and "," not in text[:at]:
            return _of_mention(mark.mention)
    match = _SUBJECT.search(text.split(",")[0])
    if not match or _is_other(sentence, match, offset):
        return None
    return _source(match, sentence.start + offset, subjects)


def _subject_of(
    sentence: Sentence, verb: re.Match[str], subjects: Sequence[Subject]
) -> Source | None:
    """Return the source that a verb of saying has as its subject, close before it."""
    low = max(verb.start() - 110, 0)
    for mark in reversed(sentence.of("SERVICE")):
        end = mark.mention.end - sentence.start
        if _WHERE.search(sentence.lower, low, mark.mention.start - sentence.start):
            continue
        if low <= end <= verb.start() and _BETWEEN.fullmatch(sentence.text, end, verb.start()):
            speaks = is_monitor(mark.mention) or not _WITNESS.match(verb[0])
            speaks = speaks or _PAGE.search(sentence.text, end, verb.start()) is not None
            return _of_mention(mark.mention) if speaks else None
    found = None
    for match in _SUBJECT.finditer(sentence.text, low, verb.start()):
        if match["name"] and _WHERE.search(sentence.lower, low, match.start()):
            continue
        if _leads_to(sentence.text, match, verb):
            found = match
    if not found or _is_other(sentence, found) or _is_plain_noun(found, verb):
        return None
    if found["crowd"] and _WITNESS.match(verb[0]):
        return None
    return _source(found, sentence.start, subjects)


def _leads_to(text: str, subject: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether what stands between a subject and a verb lets the one say the other."""
    end = subject.end()
    if text.startswith(",", end) and text.endswith(", ", 0, subject.start()):
        end += 1  # "Its chief, Ana Ruiz, said".
    if _BETWEEN.fullmatch(text, end, verb.start()):
        return True
    if not (subject["crowd"] or subject["voice"]):
        return False
    return _AMONG.fullmatch(text, end, verb.start() - 1) is not None


def _is_other(sentence: Sentence, match: re.Match[str], offset: int = 0) -> bool:
    """Whether a capitalised name is that of a place, a time, a fault: of no speaker."""
    if match["name"] is None:
        return False
    start = sentence.start + offset + match.start()
    end = sentence.start + offset + match.end()
    return any(
        mark.mention.start < end and start < mark.mention.end
        for mark in sentence.marks
        if mark.mention.label not in ("SERVICE", "COUNT")
    )


def _is_plain_noun(match: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether a name is but the first word of the sentence ("Browsers showed …")."""
    if match["name"] is None or match.start() > 0 or " " in match[0]:
        return False
    return not _SPOKEN.fullmatch(verb[0]) or _THINGS.match(match[0]) is not None


def _of_mention(mention: Mention) -> Source:
    name = mention.name or mention.text
    return Source(mention.start, mention.end, name, is_monitor(mention), "onward")


def _source(match: re.Match[str], offset: int, subjects: Sequence[Subject]) -> Source | None:
    start, end = offset + match.start(), offset + match.end()
    if match["crowd"]:
        return Source(start, end, match[0].lower(), False, "clause")
    if match["page"]:
        return Source(start, end, PAGE, False, "onward")
    name = _operator(subjects) if match["company"] or match["voice"] else _plain(match[0])
    person = not match["company"]
    return Source(start, end, name, False, "onward", person) if name else None


def _plain(name: str) -> str:
    """Return a name without titles and possessive.

    >>> _plain("Chief Executive Officer Sam Altman")
    'Sam Altman'
    """
    name = _TITLES.sub("", name).strip(" .'’")
    return re.split(r"['’]s\b", name)[0]


def _operator(subjects: Sequence[Subject]) -> str | None:
    """Return the name of the company behind the first service that is told of."""
    if not subjects:
        return None
    service = gazetteers.services().get(subjects[0].key or "")
    if service is None or service.owner is None or service.kind in _COMPANIES:
        return subjects[0].name
    return service.owner
