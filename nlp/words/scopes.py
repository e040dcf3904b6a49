"""How far a cue of a cause reaches, and what of a text is the clause that must tell the cause."""

from __future__ import annotations

import re

from nlp.words.lexicons import Cue
from nlp.words.phrases import Hit

_DENIES = "ruled-out"
"""The cue of what is said to be no cause."""
REACH = 140
"""How far a cause may stand from its cue, in characters."""
NEAR = 48
"""The same for cues that are only weak signs of a cause, such as “after”."""
_PASSAGE = 700
"""How far a passage about the root cause is read."""
_STOP = re.compile(
    r"[.!?](?=\s|$|[\"'”’)])|[;\n]|,\s(?:but|though|although|while|and|which|with|where|whose)\s"
)
_TURN = re.compile(
    rf"{_STOP.pattern}|\b(?:because|after|due to|owing to"
    r"|and (?:blam|put|said|point|attribut|trac)\w*)\b"
)
"""The same for what is denied: there it goes on to say what was so."""
CLAUSE_END = re.compile(r"[.!?](?=\s|$|[\"'”’)])|[;:\n,()]|\s[-–—]\s")


def reach_of(text: str, cue: Hit[Cue]) -> int:
    """Return the offset up to which the cue looks ahead."""
    if cue.item.looks == "passage":
        blank = text.find("\n\n", cue.end + 3, cue.end + _PASSAGE)
        return blank if blank >= 0 else cue.end + _PASSAGE
    return _stop_of(text, cue, cue.end + (REACH if cue.item.strong else NEAR))


def _stop_of(text: str, cue: Hit[Cue], reach: int) -> int:
    """Return where the clause ends that a cue opens, at most at ``reach``."""
    stops = _TURN if cue.item.key == _DENIES else _STOP
    stop = stops.search(text, cue.end, reach)
    return stop.start() if stop else reach


def clause_start(text: str, before: int) -> int:
    """Return where the clause begins that ends at ``before``, at most the reach away."""
    first = max(0, before - REACH)
    for stop in _STOP.finditer(text, first, before):
        first = stop.end()
    return first


def clause_end(text: str, start: int) -> int:
    """Return where the clause ends that ``start`` is in, at most the reach away."""
    stop = CLAUSE_END.search(text, start, start + REACH)
    if stop or len(text) <= start + REACH:
        return stop.start() if stop else len(text)
    return max(start, text.rfind(" ", start, start + REACH))


def clause_of(text: str, cue: Hit[Cue]) -> tuple[int, int]:
    """Return the clause that a cue points at, with the cue where it looks ahead."""
    if cue.item.looks == "back":
        return clause_start(text, cue.start), cue.start
    return cue.start, _stop_of(text, cue, cue.end + REACH)
