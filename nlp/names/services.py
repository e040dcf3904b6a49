"""Services named in a text: by certain names, by names that need context, by tag or handle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.mentions import Mention
from nlp.names import (
    bynames,
    gazetteers,
    hosts,
    naming,
    scenes,
    shortened,
    surroundings,
    tags,
    unknown,
    venues,
    worded,
)
from nlp.names.gazetteers import Service
from nlp.names.matching import Phrases, Surface, Taken, fold, in_address

_PAGE = re.compile(r"[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}/\w")
"""An address that goes on behind its host."""
_OPENS = re.compile(r"(?:^|[\s(\"'<])(?:https?://)?(?:www\.)?$")
_CLOSES = re.compile(r"/?(?:[\s)\"'>,;:!?]|\.?(?:\s|$))")
"""What stands around the address of a site that is given whole."""
_NAMED = 3
"""How near a service is that the text names without doubt."""
_SHORTEST = 3
"""Letters of a name that a post may well write in lower case: gpay."""
_AGAIN = 2
"""How often doubtful names are looked at again: what stands in a list beside one of them."""
_SERVICE_LINE = re.compile(r"^Service: ([^\n]{1,200})$", re.MULTILINE)

_TITLE = re.compile(r"([A-Z][\w &+.-]{1,40}): ")
"""A title that names first what it is about: "Opal: top-ups delayed"."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a service as the catalogue writes it."""

    service: Service
    written: str
    certain: bool
    is_word: bool = False
    """A shorter form that is a word: it counts only where it is told what it is or does."""


class _Found(NamedTuple):
    """A name where it stands in a text."""

    start: int
    end: int
    names: tuple[_Name, ...]


def find(doc: Doc) -> list[Mention]:
    """Return the services that the text names, in order; none overlap.

    A name that is also a word counts only where its surroundings say so; the address of a site
    is a name, of a page it is none. The rule tells how a
    mention was found: ``services:name``, ``services:context`` (a doubtful name that its
    surroundings confirm), ``services:ambiguous`` (a service for sure, but which?),
    ``services:hashtag``, ``services:handle``, ``services:title`` (within the title),
    ``services:venue`` (where somebody posted), ``services:unknown`` (not in the catalogue),
    ``services:short`` (a shorter form of a name that the text has in full).
    """
    surface = surroundings.surface(doc)
    text, folded = surface.text, surface.folded
    in_tags = tags.find(text, folded)
    tagged = Taken(len(text), ((tag.start, tag.end) for tag in in_tags))
    found = [
        _Found(start, end, tuple(names))
        for start, end, names in _phrases().scan(surface)
        if tagged.is_free(start, end)
        and (_is_site(text, start, end) or not _is_in_address(text, start, end))
    ]
    headed = _headed(doc, surface, found)
    is_post = surroundings.is_post(doc)
    certain = [item for item in found if _is_certain(text, folded, item, is_post=is_post)]
    own = surroundings.own_service(doc)
    named = {item.names[0].service.key for item in certain} | ({own} if own else set())
    spans = [(item.start, item.end) for item in certain]
    is_official = surroundings.is_official(doc)
    is_strict = is_official and own is not None
    kin = _Kin(named, folded, spans, is_strict=is_strict, is_post=is_post)
    mentions = [_mention(text, item, item.names[0].service, "services:name") for item in certain]
    settled = {item.start for item in certain}
    doubtful = [item for item in found if item.start not in settled]
    confirmed = _confirmed(surface, doubtful, kin, headed)
    before = 0
    for _ in range(_AGAIN):  # Sure of a name once, we know it elsewhere too.
        if not before < len(confirmed) < len(doubtful):
            break
        before = len(confirmed)
        keys = {mention.key for mention in confirmed if mention.key}
        edges = [*spans, *((mention.start, mention.end) for mention in confirmed)]
        kin = _Kin(named | keys, folded, edges, is_strict=is_strict, is_post=is_post)
        confirmed = _confirmed(surface, doubtful, kin, headed)
    mentions += confirmed
    mentions += in_tags
    mentions += shortened.written_out(text, mentions)
    mentions += shortened.find(text, folded, mentions)
    strange = unknown.find(text, folded, mentions, is_post=is_post, is_official=is_official)
    strange = shortened.begun(strange, mentions)
    mentions += strange
    mentions += shortened.find(text, folded, mentions, of=strange)
    mentions.sort(key=lambda mention: mention.start)
    return _told(mentions, folded, surroundings.title_end(doc, text))


class _Kin:
    """How near a service is to those that a text names without doubt."""

    def __init__(
        self,
        named: set[str],
        folded: str,
        spans: Iterable[tuple[int, int]],
        *,
        is_strict: bool,
        is_post: bool,
    ) -> None:
        """``spans``: where the names without doubt stand.

        ``is_strict``: an operator speaks who is known, so that a doubtful name is its own or none.
        ``is_post``: somebody posts, who may write names in lower case.
        """
        self.is_strict = is_strict
        self.is_post = is_post
        self.is_telling = is_post or unknown.tells_of_outage(folded)
        self.spans = frozenset(edge for span in spans for edge in span)
        self._named = named
        self._folded = folded
        self._above = {above for key in named for above in gazetteers.ancestors(key)}
        self._nearness: dict[str, int] = {}

    def is_named(self, service: Service) -> bool:
        """Say whether the text names it without doubt."""
        return service.key in self._named

    def nearness(self, service: Service) -> int:
        """Return 3 for a service named or a part of it, 2 for its parents, 1 for remoter kin.

        Found once for a service: its owner is looked for in the whole text.
        """
        if service.key not in self._nearness:
            self._nearness[service.key] = self._found(service)
        return self._nearness[service.key]

    def _found(self, service: Service) -> int:
        if service.key in self._named or service.parent in self._named:
            return 3
        if service.key in self._above or service.parent in self._above:
            return 2
        if set(gazetteers.ancestors(service.key)) & self._named:
            return 2
        if service.owner and service.owner != service.name:
            return int(fold(service.owner) in self._folded)
        return 0


@cache
def _phrases() -> Phrases[_Name]:
    known = gazetteers.services()
    named = [
        (written, _Name(service, written, certain))
        for service in known.values()
        for names, certain in ((service.certain_names, True), (service.doubtful_names, False))
        for written in names
    ]
    taken = {written for written, _ in named}
    shorter = [
        (short, _Name(service, short, certain=False))
        for service in known.values()
        for short in bynames.of(service, known)
        if short not in taken
    ]
    taken.update(short for short, _ in shorter)
    worded = [
        (short, _Name(service, short, certain=False, is_word=True))
        for service in known.values()
        for short in bynames.words_of(service)
        if short not in taken
    ]
    return Phrases((*named, *shorter, *worded, *_hosts()))


def _hosts() -> Iterator[tuple[str, _Name]]:
    """Yield the hosts of services."""
    for host, service in hosts.known().items():
        if host not in service.certain_names:
            yield host, _Name(service, host, True)


def _is_certain(text: str, folded: str, item: _Found, *, is_post: bool) -> bool:
    """Say whether a name needs no context.

    A name in lower case needs a cue beside it, except one in a post that is not made of words.
    """
    name = item.names[0]
    if not name.certain:
        return False
    raw = text[item.start : item.end]
    if naming.is_plain(name.written) or any(naming.is_cased(raw, n.written) for n in item.names):
        return True
    if is_post and len(raw) >= _SHORTEST and not naming.is_of_words(raw):
        return naming.is_said_again(folded, item.start, item.end)
    return naming.has_outage_after(folded, item.end)


def _is_site(text: str, start: int, end: int) -> bool:
    """Say whether a host stands there and is all of an address: https://www.figma.com/."""
    if "." not in text[start:end]:
        return False
    opened = _OPENS.search(text, max(0, start - 14), start)
    return opened is not None and _CLOSES.match(text, end) is not None


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Say whether the span is a part of an address or names a page of a site."""
    return in_address(text, start, end) or _PAGE.match(text, start, end + 2) is not None


def _headed(doc: Doc, surface: Surface, found: list[_Found]) -> _Found | None:
    """Return what the line ``Service: …`` of an official report names, or its title first."""
    if not surroundings.is_official(doc):
        return None
    line = _SERVICE_LINE.search(surface.text) or _TITLE.match(surface.text)
    spans = {(item.start, item.end): item for item in found}
    return spans.get(line.span(1)) if line else None


def _confirmed(
    surface: Surface, doubtful: list[_Found], kin: _Kin, headed: _Found | None
) -> list[Mention]:
    """Return the mentions of those doubtful names that their surroundings speak for."""
    found = (_doubtful(surface, item, kin, is_headed=item is headed) for item in doubtful)
    return [mention for mention in found if mention]


def _doubtful(surface: Surface, item: _Found, kin: _Kin, *, is_headed: bool) -> Mention | None:
    """Return the mention of a name that is also a word, if its surroundings speak for it."""
    text, folded = surface.text, surface.folded
    raw = text[item.start : item.end]
    if raw.isdigit() and not naming.is_dialled(folded, item.start, item.end):
        return None
    is_cased = naming.is_cased(raw, item.names[0].written)
    if not (is_headed or is_cased or _is_lower(surface, item, kin)):
        return None
    kept = [(kin.nearness(name.service), name) for name in item.names]
    nearest = max(nearness for nearness, _ in kept)
    names = [name for nearness, name in kept if nearness == nearest]
    is_meant = is_headed or not (kin.is_strict and not nearest)
    if all(name.is_word for name in names) and nearest < _NAMED:
        is_meant = is_headed or worded.is_told(text, folded, item.start, item.end)
    elif is_cased and is_meant and not is_headed and not raw.isdigit():
        related = nearest > 0
        is_meant = naming.is_named_here(
            text, folded, item.start, item.end, related=related, telling=kin.is_telling
        )
        if not is_meant and len({name.service.key for name in names}) == 1:
            is_meant = naming.is_listed(text, item.start, item.end, kin.spans)
    if not is_meant:
        return None
    if len({name.service.key for name in names}) > 1:
        meant = scenes.meant([name.service for name in names], folded)
        return _mention(text, item, meant, "services:context" if meant else "services:ambiguous")
    return _mention(text, item, names[0].service, "services:context")


def _is_lower(surface: Surface, item: _Found, kin: _Kin) -> bool:
    """Say whether a name in lower case is one: by its neighbours, or in a post that names it."""
    if naming.is_lowercase_outage(surface.folded, item.start, item.end):
        return True
    if kin.is_post and naming.is_lowercase_subject(surface.folded, item.start, item.end):
        return True
    if not kin.is_post or not any(kin.is_named(name.service) for name in item.names):
        return False
    return naming.is_said_again(surface.folded, item.start, item.end)


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


def _told(mentions: list[Mention], folded: str, title_end: int) -> list[Mention]:
    """Return the mentions with rules that say which are venues and which stand in the title."""
    places = set(venues.find(folded, mentions))
    return [
        replace(mention, rule="services:venue")
        if mention.start in places
        else replace(mention, rule="services:title")
        if mention.end <= title_end
        else mention
        for mention in mentions
    ]
