"""Services named in a text: by certain names, by names that need context, by tag or handle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp import gazetteers, naming, surroundings, unknown
from nlp.gazetteers import Service
from nlp.matching import Phrases, fold, in_address
from nlp.mentions import Mention

_TAG = re.compile(r"(?<!\w)[#@](\w{2,60})")
_TAG_ENDINGS = re.compile(
    r"(?:is)?(?:down|outages?|offline|crash(?:ed)?|broken|notworking|status|support|care|help|hq|app"
    r"|official)$"
)
_VENUE = re.compile(
    r"\b(?:post(?:s|ed|ing)?|wrote|writes|writing|said|says|tweet(?:s|ed)?|shar(?:ed|ing)|announced"
    r"|complain(?:ed|ing|ts)?|threads?|messages?|statements?|comment(?:s|ed)?|took|turned|flocked"
    r"|vented|confirmed|updates?|updated|replied|joked|joking)\b[^.!?\n]{0,40}\b(?:on|to|via)\s$"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a service as the catalogue writes it."""

    service: Service
    written: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A name where it stands in a text."""

    start: int
    end: int
    names: tuple[_Name, ...]


def find(doc: Doc) -> list[Mention]:
    """Return the services that the text names, in order; none overlap.

    A name that is also a word counts only where its surroundings say so. The rule tells how a
    mention was found: ``services:name``, ``services:context`` (a doubtful name that its
    surroundings confirm), ``services:ambiguous`` (a service for sure, but which?),
    ``services:hashtag``, ``services:handle``, ``services:title`` (within the title),
    ``services:venue`` (where somebody posted), ``services:unknown`` (not in the catalogue).
    """
    surface = surroundings.surface(doc)
    text, folded = surface.text, surface.folded
    found = [
        _Found(start, end, tuple(names))
        for start, end, names in _phrases().scan(surface)
        if not in_address(text, start, end)
    ]
    certain = [item for item in found if _is_certain(text, folded, item)]
    named = {item.names[0].service.key for item in certain}
    own = surroundings.own_service(doc)
    family = _family(named | ({own} if own else set()))
    mentions = [_mention(text, item, item.names[0].service, "services:name") for item in certain]
    settled = {item.start for item in certain}
    mentions += [
        mention
        for item in found
        if item.start not in settled and (mention := _doubtful(text, folded, item, family))
    ]
    mentions.extend(_tags(text, folded, mentions))
    mentions.extend(unknown.find(text, mentions))
    title_end = surroundings.title_end(doc, text)
    refined = [_refined(mention, folded, title_end) for mention in mentions]
    return sorted(refined, key=lambda mention: mention.start)


@cache
def _phrases() -> Phrases[_Name]:
    return Phrases(
        (written, _Name(service, written, certain))
        for service in gazetteers.services().values()
        for names, certain in ((service.certain_names, True), (service.doubtful_names, False))
        for written in names
    )


@cache
def _compact() -> dict[str, Service]:
    """Return services by their names without blanks and signs, as tags and handles write them."""
    return {
        re.sub(r"[\W_]+", "", fold(name)): service
        for service in gazetteers.services().values()
        for name in (service.name, *service.aliases, *service.former)
    }


def _is_certain(text: str, folded: str, item: _Found) -> bool:
    """Say whether a name needs no context; a name in lower case needs a cue beside it."""
    name = item.names[0]
    if not name.certain:
        return False
    raw = text[item.start : item.end]
    if naming.is_cased(raw, name.written) or naming.is_plain(name.written):
        return True
    return naming.has_outage_after(folded, item.end)


def _family(named: set[str]) -> set[str]:
    """Return the services with their ancestors, parts and siblings in the same parent."""
    everyone = set(named)
    for key in named:
        above = gazetteers.ancestors(key)
        everyone.update(above, gazetteers.children().get(key, ()))
        if above:
            everyone.update(gazetteers.children()[above[0]])
    return everyone


def _doubtful(text: str, folded: str, item: _Found, family: set[str]) -> Mention | None:
    """Return the mention of a name that is also a word, if its surroundings speak for it."""
    raw = text[item.start : item.end]
    if not naming.is_cased(raw, item.names[0].written):
        is_asked = naming.is_lowercase_outage(folded, item.start, item.end)
        names = item.names if is_asked else ()
    else:
        related = tuple(name for name in item.names if _is_related(name.service, family, folded))
        names = related or item.names
        if not naming.is_named_here(text, folded, item.start, item.end, related=bool(related)):
            names = ()
    if not names:
        return None
    if len(names) > 1:
        return _mention(text, item, None, "services:ambiguous")
    return _mention(text, item, names[0].service, "services:context")


def _is_related(service: Service, family: set[str], folded: str) -> bool:
    """Say whether the text names the service's kin or its owner."""
    if service.key in family:
        return True
    if not service.owner or service.owner == service.name:
        return False
    return fold(service.owner) in folded


def _tags(text: str, folded: str, taken: Iterable[Mention]) -> list[Mention]:
    """Return the services in hashtags and handles such as #ChatGPTDown."""
    if "#" not in text and "@" not in text:
        return []
    starts = {mention.start for mention in taken}
    found = []
    for match in _TAG.finditer(folded):
        start = match.start(1)
        whole = match[1].replace("_", "")
        stem = _TAG_ENDINGS.sub("", whole)
        service = _compact().get(whole) or _compact().get(stem)
        if service is None or start in starts:
            continue
        length = len(stem) if match[1].startswith(stem) and stem else len(match[1])
        rule = "services:hashtag" if text[start - 1] == "#" else "services:handle"
        found.append(_mention(text, _Found(start, start + length, ()), service, rule))
    return found


def _mention(text: str, item: _Found, service: Service | None, rule: str) -> Mention:
    raw = text[item.start : item.end]
    return Mention(
        label="SERVICE",
        start=item.start,
        end=item.end,
        text=raw,
        key=service.key if service else None,
        name=service.name if service else raw,
        rule=rule,
    )


def _refined(mention: Mention, folded: str, title_end: int) -> Mention:
    """Return the mention with the rule that says where it stands."""
    rule = mention.rule
    service = gazetteers.services().get(mention.key or "")
    if mention.end <= title_end:
        rule = "services:title"
    elif service and service.kind == "social" and _is_venue(mention, folded):
        rule = "services:venue"
    if rule == mention.rule:
        return mention
    return Mention(
        label=mention.label,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        key=mention.key,
        name=mention.name,
        rule=rule,
    )


def _is_venue(mention: Mention, folded: str) -> bool:
    before = folded[max(0, mention.start - 70) : mention.start]
    return bool(_VENUE.search(before)) and not naming.has_outage_after(folded, mention.end)
