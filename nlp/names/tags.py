"""Services in hashtags and handles: #ChatGPTDown, @SkyUK, @AskPayPal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from nlp.mentions import Mention
from nlp.names import gazetteers, unknown
from nlp.names.gazetteers import Service
from nlp.names.matching import fold, in_address

_TAG = re.compile(r"(?<!\w)[#@](\w{2,60})")
_TAG_ENDINGS = re.compile(
    r"(?<=\w{3})(?:(?:is)?(?:down|outages?|offline|crash(?:ed)?|broken|notworking)|status|support|cares?|cs"
    r"|help(?:s|ers)?|hq|apps?|official|tweets|team|online|presence|gam(?:e|es|ing)|servers?|plc|ltd"
    r"|fail(?:s|ed|ing)?|problems|sucks|(?:customer)?services?|customers?|newsroom|corporate|corp"
    r"|motors|ai|bank|mobile|telecom|broadband|airways|music|tv|radio|play|labs|inc|news|global"
    r"|[0-9]{2,4}|uk|usa|india|ireland"
    r"|australia|canada|africa|nigeria|kenya|ghana|philippines|singapore|malaysia|france|italia)+$"
)
_TAG_BEGINNINGS = re.compile(r"^(?:ask|hey|team|my|the(?:official)?)(?=\w{3})")
_TAG_COUNTRY = re.compile(
    r"(?:(?:(?<=[a-z])|(?<=[A-Z]{3}))(?:UK|US|IN|IE|AU|CA|ZA|SA|NG|KE|PH|SG|MY|EU|DE|FR|NZ)?_?"
    r"|_(?i:UK|US|IN|IE|AU|CA|ZA|SA|NG|KE|PH|SG|MY|EU|DE|FR|NZ))$"
)
"""The company's branch, in capitals of its own: @SkyUK."""


def find(text: str, folded: str) -> list[Mention]:
    """Return the services in the hashtags and handles of a text."""
    if "#" not in text and "@" not in text:
        return []
    found = []
    for match in _TAG.finditer(folded):
        start = match.start(1)
        whole = match[1].replace("_", "")
        is_tag = text[start - 1] == "#"  # Of which the rest may say what is up: #ChatGPTDown.
        known = _compact() if is_tag else _handles()
        stem, service = _tagged(whole, text[start : match.end()], known)
        if service is None or in_address(text, start, match.end()):
            continue
        if not (text[start].isupper() or _is_sure(service, whole, folded, is_tag=is_tag)):
            continue
        length = len(stem) if is_tag and match[1].startswith(stem) else len(match[1])
        rule = "services:hashtag" if is_tag else "services:handle"
        found.append(_mention(text, start, start + length, service, rule))
    return found


def _is_sure(service: Service, whole: str, folded: str, *, is_tag: bool) -> bool:
    """Say whether a name in lower case is the service's: it is where an outage is told to it."""
    if not service.ambiguous or whole != fold(service.name).replace(" ", ""):
        return True
    return not is_tag and unknown.tells_of_outage(folded)


def of_handle(name: str) -> Service | None:
    """Return the service that an account without its sign speaks for.

    >>> of_handle("vodafoneservice").key, of_handle("jane_smith")
    ('vodafone', None)
    """
    return _tagged(fold(name), name, _handles())[1]


def _tagged(whole: str, written: str, known: Mapping[str, Service]) -> tuple[str, Service | None]:
    """Return the name in a tag or handle without what stands around it, and whose it is."""
    branch = fold(_TAG_COUNTRY.sub("", written)).replace("_", "")
    bare = _TAG_BEGINNINGS.sub("", whole)
    airline = f"{whole}lines" if whole.endswith("air") else whole
    kept = (whole, airline, _TAG_ENDINGS.sub("", whole), branch, _TAG_BEGINNINGS.sub("", branch))
    for stem in (*kept, bare, _TAG_ENDINGS.sub("", bare)):
        if stem in known:
            return stem, known[stem]
    return whole, None


@cache
def _compact() -> dict[str, Service]:
    """Return services by their names without blanks and signs, as tags and handles write them."""
    return {
        re.sub(r"[\W_]+", "", fold(name)): service
        for service in gazetteers.services().values()
        for name in (service.name, *service.aliases, *service.former)
    }


@cache
def _handles() -> dict[str, Service]:
    """Return services by what a handle may call them: by names that mean others elsewhere too."""
    every = gazetteers.services().values()
    doubtful = Counter(name for service in every for name in set(service.ambiguous_aliases))
    also = {
        re.sub(r"[\W_]+", "", fold(name)): service
        for service in every
        for name in service.ambiguous_aliases
        if doubtful[name] == 1
    }
    return also | _compact()


def _mention(text: str, start: int, end: int, service: Service, rule: str) -> Mention:
    return Mention(
        label="SERVICE",
        start=start,
        end=end,
        text=text[start:end],
        key=service.key,
        name=service.name,
        rule=rule,
    )
