"""Error texts as machines show them: codes, names of exceptions, quoted messages.

"error WS-37403-7", "MongoServerSelectionError", "ERR_CONNECTION_RESET", and what an app, a page
or a request says in quotation marks ("every prompt comes back “Overloaded”").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODE = re.compile(
    r"error(?<!\werror)(?: code| number| no\.?)?:? #?(?:[A-Z]{1,12}[-_]?\d[\w-]{0,20}"
    r"|0x[0-9A-Fa-f]{2,16}|[A-Z]{2,12}(?:-[A-Z0-9]{1,12}){1,3})\b",
)
_NAME = re.compile(
    r"\b(?:[A-Z][A-Za-z]{3,40}(?:Error|Exception)|[a-z]{2,20}(?:_[a-z]{2,20}){0,3}_error"
    r"|ERR_[A-Z_]{3,40}|E(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|HOSTUNREACH|AI_AGAIN))\b"
)
_MARKS = ("Error", "Exception", "_error", "ERR_", "ECONN", "ETIMEDOUT", "EHOST", "EAI_")
"""Without one of these a text has no such name."""
_QUOTED = re.compile(r" [\"“](?P<text>[^\"“”\n]{3,80})[\"”]")
"""Short. It begins with a plain blank, which ``re`` skips to; what is before is looked at then."""
_SHOWS = re.compile(
    r"\b(?:apps?|site|page|screens?|website|terminals?|machines?|banner|message|notice|pop-?up"
    r"|phone|tv|prompt|request|call|query|words?|dashboard|client|console|router|it|just|only"
    r"|keeps?|people|users|customers|everyone|me|us)\b[^.!?\n\"“”]{0,24}?"
    r"\b(?:saying|reads?|reading|shows?|showing|displays?|displaying|says|comes? back(?: as| with)?"
    r"|came back(?: as| with)?|returns?|returning|words?|told|getting|gets?)"
    r"(?: (?:an?|the|only|just|me|us|that|message|error)){0,4}[,:]?$"
)
"""What is no speaker, before a quotation: people are quoted in whole sentences."""
_BEFORE = 120
"""The longest that may be."""
_SPEECH = re.compile(r"\b(?:we|i|our|they|you're|i'm|we're)\b", re.IGNORECASE)

Shown = tuple[int, int, str]
"""``text[start:end]`` and the key of the symptom."""


def find(text: str) -> Iterator[Shown]:
    """Yield what machines show in a text, the codes first."""
    if "rror" in text:
        yield from ((*match.span(), "error-codes") for match in _CODE.finditer(text))
    if any(mark in text for mark in _MARKS):
        yield from ((*match.span(), "error-messages") for match in _NAME.finditer(text))


def quoted(text: str) -> Iterator[Shown]:
    """Yield the messages that are quoted, if nothing else is known of their words."""
    if '"' not in text and "“" not in text:
        return
    for match in _QUOTED.finditer(text):
        start = match.start()
        shows = _SHOWS.search(text, max(0, start - _BEFORE), start)
        if shows and not _SPEECH.search(match["text"]):
            yield (*match.span("text"), "error-messages")
