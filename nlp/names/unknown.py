"""Names that are plainly said to be down though the catalogue does not have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.mentions import Mention
from nlp.names import gazetteers, places
from nlp.names.matching import Taken, in_address

_REST = r"[A-Za-z0-9]{1,24}+(?:[-.&][A-Za-z0-9]{1,12}+)?"
_NAME = rf"([A-Z](?<![\w.@#/-].){_REST}(?: [A-Z]{_REST}){{0,2}})"
_PARTS = r"(?:apps?|website|site|servers?|services?|platform|portal|network|api)"
_IS = r"(?:is|are|was|were|has been|have been|had been|went|remains?|will be)"
_OWN = (
    r",? (?:which|that) (?:runs|operates|provides|hosts|makes|supplies|processes|powers)\b"
    r"|['’]s (?:status page|app|website|servers?|API|support|engineers|network|platform|dashboard"
    r"|customers|users|spokes(?:man|woman|person)|systems?|login|portal|services?)\b"
    r"| (?:status page|support said"
    r"|(?:app|website|servers?|API) (?:is|was|were|has|would|will|still))"
    r"| (?:said|says|confirmed|acknowledged|tweeted|posted)(?: on [A-Z][a-z]{1,9}day)?(?: that)? "
    r"(?:its|it (?:was|is|had|has) "
    r"(?:aware|investigating|working|identified|fixed|restored|looking))"
)
"""What only a service or its company has or does: Zyntra's status page."""
_DOWN = re.compile(
    rf"{_NAME}(?:['’]s (?:outage|downtime)"
    rf"|(?: {_PARTS})? {_IS} (?:currently |still |again |now |also |completely )?"
    r"(?:down(?! \d| to| by| from| at)|offline|unreachable|inaccessible|not working"
    r"|unavailable(?! for comment| to comment))"
    r"| (?:suffered|suffers|experienced|is experiencing|is suffering|was hit by) an? "
    r"(?:[a-z]{1,12} ){0,2}outage"
    r"| (?:users|customers) (?:report(?:ed)?|could not|cannot|can't|(?:were|are) (?:unable|left)"
    r"|(?:have|had) been (?:unable|left|locked)|stuck without|locked out)\b"
    rf"|(?P<own>{_OWN}))\b"
)
_HEADED = re.compile(
    rf"\n(?:Tell HN: |Ask HN: |Is )?{_NAME}"
    r" (?:(?:is )?(?:[Dd]own|DOWN)(?=[?!:,.]| ?[-–—|]|$|\n| again| for | since | worldwide"
    r"| today| right)"
    r"|(?:[Oo]utage|[Dd]owntime)(?=[?!:]| ?[-–—|]|$|\n| update| hits| leaves| continues| resolved))"
)
"""A name that a line begins with, as headlines do: "Zyntra down: users locked out"."""
_AT = re.compile(
    r" (?:(?=at |of )(?:(?<=outage )|(?<=downtime )|(?<=disruption ))"
    rf"|(?=of )(?:(?<=sers )|(?<=ustomers )))(?:at|of) (?:the )?{_NAME}"
)
"""A name behind what is said to be down: an outage at Zyntra, (C)ustomers of Zyntra.

It begins with a plain blank, which ``re`` skips to, and then looks back.
"""
_KIND = (
    r"(?:payroll|payments?|cloud|hosting|software|internet|broadband|telecoms?|mobile|ticketing"
    r"|booking|email|banking|trading|gaming|streaming|messaging|chat|video|dating|learning|health"
    r"|data ?cent(?:re|er)|network|reservations?|point-of-sale|till|security|crypto|identity|DNS|CI"
    r"|bank|energy|delivery|parking|fitness|school|e-commerce|ride-hailing)"
)
_TRADES = (
    *("provider", "operator", "processor", "supplier", "vendor", "platform", "registrar"),
    *("brokerage", "startup"),
)
_CALLED = re.compile(rf" (?:{'|'.join(_TRADES)}),? (?:called )?{_NAME}")
_OF_A_KIND = re.compile(rf"\b{_KIND}$")
"""A name behind what it is, and what stands before that: payroll provider Zyntra."""
_LONGEST_KIND = 24

_MOST = 20
"""Unknown names of one text, so that looking for them all stays cheap."""


def find(text: str, known: Sequence[Mention]) -> list[Mention]:
    """Return mentions without a key of names that are said to be down, beside the known ones."""
    taken = Taken(len(text), ((mention.start, mention.end) for mention in known))
    wrapped = text.replace("\n", " ")  # Lines end anywhere; two ends in a row match no blank.
    found = {
        match.span(1)
        for match in _DOWN.finditer(wrapped)
        if not (match["own"] and _is_of_another(wrapped, match.start()))
    }
    found |= {match.span(1) for match in _AT.finditer(wrapped)}
    headed = (match.span(1) for match in _HEADED.finditer(f"\n{text}"))
    found |= {(start - 1, end - 1) for start, end in headed}
    found |= {
        match.span(1)
        for match in _CALLED.finditer(wrapped)
        if _OF_A_KIND.search(wrapped, max(0, match.start() - _LONGEST_KIND), match.start())
    }
    spans = ((_begin(wrapped[start:end]) + start, end) for start, end in found)
    names = {wrapped[start:end] for start, end in spans if start < end}
    return [
        Mention(
            label="SERVICE",
            start=start,
            end=end,
            text=text[start:end],
            key=None,
            name=wrapped[start:end],
            rule="services:unknown",
        )
        for start, end in _wherever(wrapped, filter(_is_name, names))
        if taken.is_free(start, end) and not in_address(text, start, end)
    ]


def _is_of_another(text: str, start: int) -> bool:
    """Say whether a name only ends a longer one: the Comptroller of the Currency."""
    return text[max(0, start - 8) : start].endswith((" of ", " of the "))


def _wherever(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return every place where one of a few names stands, the longest first at each."""
    longest = sorted(names, key=lambda name: (-len(name), name))[:_MOST]
    if not longest:
        return []
    either = "|".join(map(re.escape, longest))
    return [match.span() for match in re.finditer(rf"(?<![\w@#])(?:{either})(?!\w)", text)]


def _begin(words: str) -> int:
    """Return where a name begins behind words that only have a sentence's capital.

    >>> _begin("The Zyntra"), _begin("Our"), _begin("Zyntra")
    (4, 3, 0)
    """
    begin = 0
    for word in words.split(" "):
        if word.lower() not in STOP_WORDS:
            return begin
        begin = min(begin + len(word) + 1, len(words))
    return begin


def _is_name(words: str) -> bool:
    """Say whether some word of it is no common one, and it begins with no place or person."""
    common = gazetteers.words("never-a-name")
    first = words.split(" ")[0]
    if places.is_large(words) or places.is_large(first):
        return False
    if first in gazetteers.words("given-names") or first in gazetteers.words("titles"):
        return False
    return not all(
        word in STOP_WORDS or word in common or word.rstrip("s") in common
        for word in words.lower().split()
    )
