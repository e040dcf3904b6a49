"""Where sentences begin, by rule: no model, and right for headlines, lists and status updates.

A line's end is a boundary unless the next line goes on in lower case; so are a full stop, an
exclamation and a question mark before a space, unless the word before is an abbreviation, an
initial or the next word is in lower case. Behind a question, or behind a plain word in lower case
("gpay is fine btw. anyone else"), the next word may be so. A picture ends a sentence too, unless
the next word goes on. A stamp and status word that open an update
(``2026-08-20T14:43:00Z Investigating - We …``) belong to the update's first sentence.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from spacy.tokens import Doc

from nlp.text.texts import text_of

_KEY = "downwire.sentences"
_NO = np.uint64(2**64 - 1)
"""What spaCy, which reads its attributes unsigned, takes as -1: no sentence begins."""
_STOP = re.compile(
    r"[.!?…\n\u2600-\u27bf\U0001f300-\U0001faff]"
    r"(?:(?<=\n)\s{0,64}|(?<!\n)[.!?…]{0,3}[\"'”’»)\]]{0,3}[ \t\xa0]{1,8}(?=\S))"
)
"""A line's end, a stop or a picture. It begins with a plain set: ``re`` skips to those fast."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|al|Inc|Ltd|Corp|Co|Bros|St|Ave|Rd|Mt|Ft|No|Nos|Fig|Vol"
    r"|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|[A-Za-z](?:\.[A-Za-z]){0,3}))$"
)
_SHORT_FORM = re.compile(r"(?:[ap]\.m|U\.[SKN]|U\.S\.A|E\.U|D\.C|Inc|Ltd|Corp|Co|etc|Jr|Sr)$")
"""Abbreviations that may also end a sentence."""
_STARTER = re.compile(
    r"[\"'“‘(\[]?(?:The|This|That|These|It|Its|He|She|They|We|You|I|A|An|But|And|However|In|On|At|By"
    r"|As|After|Before|When|While|Some|Many|Users|Customers|There|Our|For|If|More|Most|No)\b"
)
"""Words that hardly follow an abbreviation inside a sentence with a capital."""
_HOUR = re.compile(r"\d\s?[ap]\.m$")
_DATES_ON = re.compile(
    r"[^A-Z]|(?:[A-Z]{1,4}T|UTC|MSK|WIB)\b(?!&)"
    r"|(?:Eastern|Central|Mountain|Pacific|Atlantic|Newfoundland|Alaska|Hawaii|Greenwich|Zulu"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|[^.,;]{2,18}\b[Tt]ime\b"
)
"""How a moment goes on behind its hour: with a zone, a day, a date, "Brasília time"."""
_PLAIN = re.compile(
    r"(?<![\w.'’&/@#-])(?!(?:approx|appx|esp|etc|govt|incl|max|min|resp|viz)\b)[a-z]{3,30}$"
)
"""A word before a stop that is no abbreviation, as in posts that never use a capital."""
_GOES_ON = re.compile(
    r"[^a-zA-Z]|(?:is|are|was|were|has|have|had|and|or|but|down|out|for|in|on|at|since|again|too|with|from"
    r"|to|of|when|because|while|right|now|still|just|not|isn|won)\b"
)
"""How a sentence goes on behind a picture in its middle: "Slack 🔥 is down"."""
_LIST_ITEM = re.compile(r"[-*•–—]\s|\d{1,3}[.)]\s")


def mark(doc: Doc) -> Doc:
    """Set where the sentences of the doc begin, and return it."""
    if not len(doc):
        return doc
    offsets = doc.to_array("IDX")  # By iteration each token would become an object of Python's.
    places = np.searchsorted(offsets, np.array([0, *starts_of(doc)], dtype=offsets.dtype))
    marks: Any = np.full(len(doc), _NO, dtype=np.uint64)
    marks[places[places < len(doc)]] = 1
    return doc.from_array(["SENT_START"], marks)


def starts_of(doc: Doc) -> list[int]:
    """Return the :func:`boundaries` of a doc's text, found once and kept in its user data."""
    starts = doc.user_data.get(_KEY)
    if not isinstance(starts, list):
        starts = doc.user_data[_KEY] = boundaries(text_of(doc))
    return starts


def boundaries(text: str) -> list[int]:
    """Return the offsets at which a sentence begins, without the first; ascending.

    >>> text = "It began at 9 a.m. in the U.S. It is over."
    >>> [text[at:] for at in boundaries(text)]
    ['It is over.']
    >>> text = "Up by 9 a.m. Eastern or 1 p.m. Zoom was next."
    >>> [text[at:] for at in boundaries(text)]
    ['Zoom was next.']
    """
    return [m.end() for m in _STOP.finditer(text) if m.end() < len(text) and _breaks(text, m)]


def _breaks(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after this stop or line's end."""
    if match[0][0] == "\n":
        return _line_breaks(text, match)
    following = text[match.end() : match.end() + 32]
    if match[0][0] > "\u25ff":
        return _GOES_ON.match(following) is None
    if following[0].islower():
        return _breaks_lower(text, match)
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    if not _ABBREVIATION.search(before):
        return True
    if _HOUR.search(before):
        return _DATES_ON.match(following) is None
    return bool(_SHORT_FORM.search(before) and _STARTER.match(following))


def _breaks_lower(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after this stop with a word in lower case."""
    if match[0].startswith("?"):
        return not match[0].rstrip("?!… \t\xa0")
    if match[0].rstrip() != ".":
        return False
    return _PLAIN.search(text, max(0, match.start() - 32), match.start()) is not None


def _line_breaks(text: str, match: re.Match[str]) -> bool:
    """A line's end breaks, except where a wrapped line goes on in lower case."""
    if match[0].count("\n") > 1 or not match.start():
        return True
    following = text[match.end() : match.end() + 4]
    ended = text[max(match.start() - 2, 0) : match.start()].rstrip("\r")[-1:] in ".!?:;…\"'”’)]"
    return ended or not following[0].islower() or bool(_LIST_ITEM.match(following))
