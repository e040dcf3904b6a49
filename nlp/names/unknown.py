"""Names that are plainly said to be down though the catalogue does not have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.mentions import Mention
from nlp.names import bearers, dictionary, gazetteers, hosts, naming, places
from nlp.names.headlines import is_headline
from nlp.names.matching import Taken, in_address
from nlp.names.telltales import Hint, Weight, hints

_MOST = 20
"""Unknown names of one text, so that looking for them all stays cheap."""
_OUTAGE = (
    *("outage", "downtime", "offline", "post-mortem", "postmortem", "disruption", "incident"),
    *("unavailable", "unreachable", "degraded", "broken", "inaccessible", "crash", "fail"),
    *("error", "locked out", "timing out", "timeout", "won't", "wont ", " stuck", " 50", "blank"),
    *("not working", "not loading", " down again", "down?", "down:", " is down", " are down"),
    *(" was down", " were down", " been down", " went down", " goes down", " still down"),
)
"""Words that a text of an outage has: without them, what is merely likely is none."""
_NEXT = re.compile(r"(?:,? and |, | & |/)([A-Z][A-Za-z0-9]{2,24})(?![\w'’-]| [A-Z])")
"""The next name of a list; a longer one may be a person's."""
_ARTICLES = (
    *("the", "our", "a", "an", "this", "each", "every", "any", "its", "your", "my", "their"),
    "both",
)
_ARTICLE = re.compile(rf"(?:^|[\s(])(?:{'|'.join(_ARTICLES)}) $", re.IGNORECASE)


def find(
    text: str,
    folded: str,
    known: Sequence[Mention],
    *,
    is_post: bool = False,
    is_official: bool = False,
) -> list[Mention]:
    """Return mentions without a key of names that are said to be down, beside the known ones.

    ``is_post``: somebody posts, who may write names in lower case. ``is_official``: an operator
    speaks, so that what it names beside its service is rather a part of that.
    """
    taken = Taken(len(text), ((mention.start, mention.end) for mention in known))
    addresses = [host for host in hosts.find(text) if taken.is_free(host.start, host.end)]
    for host in addresses:
        taken.take(host.start, host.end)
    wrapped = text.replace("\n", " ")
    written: set[tuple[int, int]] = set()
    names: set[str] = set()
    is_of_outage = not is_official and tells_of_outage(folded)
    for hint in hints(text, wrapped, folded, is_post=is_post):
        if not taken.is_free(hint.start, hint.end):
            continue
        if hint.weight is Weight.WRITTEN:
            if _is_handle(wrapped[hint.start : hint.end]):
                written.add((hint.start, hint.end))
        elif hint.weight is Weight.BODY or (hint.weight is Weight.HOUSE and is_of_outage):
            words = wrapped[hint.start : hint.end]
            names.add(words[_begin(words) :])
        elif hint.weight is Weight.SURE or hint.is_bare or is_of_outage:
            names.update(_name(wrapped, hint))
    names |= {short for name in names if (short := name.partition(" ")[0]) and _is_coined(short)}
    names |= set(_listed(wrapped, names))
    spans = [*_wherever(wrapped, names), *written]
    return addresses + [
        _mention(text, start, end)
        for start, end in spans
        if taken.is_free(start, end)
        and ((start, end) in written or not in_address(text, start, end))
    ]


def tells_of_outage(folded: str) -> bool:
    """Say whether a text, folded, has the words of an outage somewhere."""
    return any(word in folded for word in _OUTAGE)


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention(
        label="SERVICE",
        start=start,
        end=end,
        text=text[start:end],
        key=None,
        name=text[start:end].replace("\n", " "),
        rule="services:unknown",
    )


def _name(text: str, hint: Hint) -> Iterator[str]:
    """Yield the name that a hint tells of, if it is one."""
    raw = text[hint.start : hint.end]
    begin = _begin(raw)
    words = raw[begin:]
    if not words or not _is_name(words):
        return
    if hint.is_bare and _has_article(text, hint.start, raw[:begin]):
        return
    is_sure = hint.weight is Weight.SURE or (
        hint.weight is Weight.LIKELY
        and (" & " in words or _is_capital(text, hint.start + begin, hint.end))
    )
    while words and not (is_sure or _is_coined(words)):
        words = words.partition(" ")[2]  # A headline has its other words in capitals too.
    if words:
        yield words


def _has_article(text: str, start: int, stripped: str) -> bool:
    """Say whether an article stands before it, so that it is a thing: The Scheduler was down."""
    if stripped:
        return stripped.split(" ")[0].lower() in _ARTICLES
    return bool(_ARTICLE.search(text, max(0, start - 8), start))


def _is_capital(text: str, start: int, end: int) -> bool:
    """Say whether a capital is there because of the name, and not of the sentence or a headline."""
    if naming.begins_sentence(text, start) or is_headline(text, start, end):
        return False
    return not text[start:end].isupper() or end - start >= _SHORTEST


def _is_coined(words: str) -> bool:
    """Say whether a name is no word, place, person or abbreviation."""
    first = words.split(" ")[0]
    if dictionary.is_word(first) or dictionary.is_word(first.removesuffix("s")):
        return False
    if first.isupper() and len(first) < _SHORTEST:
        return False
    return first.lower() not in bearers.given_names() and not places.index().whole(words)


_SHORTEST = 4
"""Letters of a name in capitals that is hardly an abbreviation such as DNS."""


def _is_handle(words: str) -> bool:
    """Say whether a handle or tag is a service's and no word: #shutdown, #internetdown."""
    word = words.lower()
    return not (word in gazetteers.words("never-a-name") or dictionary.is_word(word))


def _wherever(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return every place where one of a few names stands, the longest first at each."""
    longest = sorted(names, key=lambda name: (-len(name), name))[:_MOST]
    if not longest:
        return []
    either = "|".join(map(re.escape, longest))
    return [match.span() for match in re.finditer(rf"(?<![\w@#])(?:{either})(?!\w)", text)]


def _listed(text: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names that stand in a list behind one of these: Zyntra, Quellmark and Boxwren."""
    for _, end in _wherever(text, names):
        item = _NEXT.match(text, end)
        for _ in range(_MOST):
            if not (item and _is_name(item[1]) and _is_coined(item[1])):
                break
            yield item[1]
            item = _NEXT.match(text, item.end())


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
    first, last = words.split(" ")[0], words.split(" ")[-1]
    if " & " not in words and (places.is_large(words) or places.is_large(first)):
        return False
    if first in gazetteers.words("given-names") or first in gazetteers.words("titles"):
        return False
    if first.lower() in gazetteers.words("software") or last in gazetteers.words("roads"):
        return False
    return not all(_is_common(word) for word in words.lower().split())


def _is_common(word: str) -> bool:
    common = gazetteers.words("never-a-name")
    return word in STOP_WORDS or word in common or word.rstrip("s") in common
