"""Whose outage a text tells of that its own operator wrote, though nothing says so beside it.

A post-mortem on a company's blog is the press by its kind, and speaks of "our customers": whom it
names besides are its suppliers, and what monitors it, and not who was down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.assertions.asides import is_blamed, passing
from nlp.assertions.passages import Sentence
from nlp.assertions.subjects import Subject, Subjects
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.names import publishers
from nlp.names.kinship import is_monitor

_WE = Wording(r"(?:we|our|us|ours|we['’](?:re|ve|d|ll))\b")
_OURS = Wording(
    r"our\s+(?:[\w-]+\s+){0,3}?(?:customers?|users?|subscribers?|members|players|engineers?|on-call|platform|services?"
    r"|systems?|infrastructure|databases?|servers?|clusters?|api|apis|app|website|dashboard|network|backend|fleet"
    r"|checkout|builds?|products?|failover|monitoring|status\s+page|data\s?cent(?:er|re)s?)\b"
    r"|we\s+(?:\w+ly\s+)?(?:experienced|suffered|deployed|rolled|reverted|restored|restarted|rebooted|failed\s+over|shipped"
    r"|apologi[sz]e|are\s+(?:truly\s+|deeply\s+|very\s+)?sorry|let\s+(?:you|our)|host\s+(?:our|it)|were\s+in)\b"
)
"""What only those say who run what was down."""
_OUTAGE_OF_OURS = re.compile(
    r"\bour\s+(?:own\s+)?(?:[\w.-]+\s+){0,3}?(?:outage|downtime|post-?mortem)\b", re.IGNORECASE
)
"""How such people post, among whom others speak of their own systems as victims."""
_QUOTES = ('"', "“", "”")
_REVIEW = Wording(
    r"incident\s+(?:follow|report|review|retro)|root\s+cause|what\s+happened|rca\b|follow-?up\s+(?:on|to)"
)
_OPENING = 2
"""In how many sentences a text says what it is."""
_OFTEN = 2
_SHARE = 5
"""One sentence in so many speaks of its writers, where they are no journalists."""
_AT = re.compile(r"\b[Aa]t\s+$|\b[Ww]e\s+(?:run|make|build|operate|are)\s+$")
_SO_THEY = re.compile(r",\s+(?:we|an?|the)\b")
"""Around the name of those who write: "at Zyntra, we …", "we run Zyntra, a …"."""
_BESIDE = re.compile(
    r"(?:\b(?:on|with|to|from|by|in|at|into|using|uses?|used|via|through|like|running|run|behind|between|for"
    r"|provider|vendor|partner|host|supplier|processor|and|or)|,)\s+(?:the\s+|our\s+)?(?:[A-Z]\w+\s+)?$"
)
"""Before what the writers use."""


def of(sentences: Sequence[Sentence], publisher: str, *, is_post: bool) -> Subjects:
    """Return whose outage a text is that those tell of who run it; none for any other text."""
    if not (_posts(sentences) if is_post else _write(sentences, publisher)):
        return ()
    return (_named(sentences, publisher, is_post=is_post),)


def _named(sentences: Sequence[Sentence], publisher: str, *, is_post: bool) -> Subject:
    """Return who writes: by its own words, its publisher, or whom it names first but as a user."""
    marks = [(one, mark.mention) for one in sentences for mark in one.of("SERVICE")]
    themselves = (
        Subject.of(two)
        for one, two in marks
        if _SO_THEY.match(one.after(two)) and _AT.search(one.before(two))
    )
    own = publishers.account(publisher) if is_post else publishers.blog(publisher)
    if own:
        return Subject(own.key, own.name)
    stranger = Subject(None, publisher)
    told = iter(()) if publishers.is_blog(publisher) else _told(marks)
    return next(themselves, None) or next(told, stranger)


def _told(marks: Sequence[tuple[Sentence, Mention]]) -> Iterator[Subject]:
    """Yield whom a text names first and not as what is used, each once."""
    used: set[str | None] = set()
    for sentence, mention in marks:
        if mention.key in used or is_monitor(mention) or _is_used(sentence, mention):
            used.add(mention.key)
        else:
            yield Subject.of(mention)


def _is_used(sentence: Sentence, mention: Mention) -> bool:
    """Whether those who write name a service as one that they or others use."""
    if passing(sentence, mention) or is_blamed(sentence, mention):
        return True
    return sentence.start > 0 and _BESIDE.search(sentence.before(mention)) is not None


def _write(sentences: Sequence[Sentence], publisher: str) -> bool:
    """Whether a text speaks of its writers as of those who run something, outside quotes."""
    own = [one for one in sentences if _WE.search(one) and not any(q in one.text for q in _QUOTES)]
    if not own or len(own) * _SHARE < len(sentences):
        return False
    if publishers.is_blog(publisher) or any(map(_reviews, sentences[:_OPENING])):
        return True
    return len(own) >= _OFTEN and any(map(_OURS.search, own))


def _reviews(sentence: Sentence) -> bool:
    """Whether a sentence says that what follows is the review of an incident."""
    phases = (mark.mention.key for mark in sentence.of("PHASE"))
    return "postmortem" in phases or _REVIEW.search(sentence) is not None


def _posts(sentences: Sequence[Sentence]) -> bool:
    return any(_WE.search(one) and _OUTAGE_OF_OURS.search(one.text) for one in sentences)
