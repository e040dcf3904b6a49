"""What is said of something right behind its name, before a pause: "the tills froze at noon"."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from nlp.words.notation import WORD
from nlp.words.phrases import Hit, Phrases

T = TypeVar("T")

_WIDELY = r"(?:(?:nationwide|worldwide|everywhere|globally|here|there|today|alike|briefly|also) )?"
_BETWEEN = re.compile(rf"(?:'s|s')? {_WIDELY}(?=\w)")
_HEAD = re.compile(
    r"(?:'s|s')? (?:(?:services?|systems?|requests|attempts|pages?|servers?|lines?|functions?"
    r"|features?|tools?|calls|platforms?|buttons?|runs|jobs|users|customers|section|tab|list|history"
    r"|options?|screens?|windows?) )?"
    rf"{_WIDELY}(?=\w)"
)
"""Between a part and what is said of it: "login attempts fail"."""
_WHERE = re.compile(r"(?:in|at|for|on|to|from|across|of|via|over|throughout|around|between)\b")
_STEPS = 5
"""How many words may tell which part: "calls to the emergency number failed"."""
_STEP = re.compile(r"[\w'&.-]{1,24} (?=\w)")
_AFTER = re.compile(
    r"(?! for a (?:second|sec|moment)\b)"
    r"(?:\s*(?:[.,;:!?)\n\"]|$| - )| (?:again|for|in|at|on|across|worldwide|nationwide|globally"
    r"|overnight|this|during|mid|just|around|about|after|when|while|shortly|since|everywhere"
    r"|over(?! to\b)|yesterday|today|under|amid|twice|completely|and|as|before|late|early"
    r"|until|till|from|between|too|first|last|entirely|throughout|but|or|near|here|tonight"
    r"|because|every|halfway|all|by|within|soon|though|tho|btw|so|now|anyway|otherwise"
    r"|instead|right)\b)"
)
"""What follows where that is all that is said, not of something else nor of a mere moment."""


class Beside(Generic[T]):
    """Phrases that mean something only right behind a name."""

    def __init__(self, phrases: Phrases[T]) -> None:
        """Take them."""
        self._phrases = phrases

    def of_name(self, folded: str, end: int) -> Hit[T] | None:
        """Return what a folded text says right behind the name that ends at ``end``."""
        return self._at(folded, _BETWEEN.match(folded, end))

    def of_part(self, folded: str, end: int) -> Hit[T] | None:
        """Return what it says behind a part of a service and the words that tell which."""
        gap = _HEAD.match(folded, end)
        hit = self._at(folded, gap)
        if hit or gap is None or not _WHERE.match(folded, gap.end()):
            return hit
        for _ in range(_STEPS):
            gap = _STEP.match(folded, gap.end())
            if gap is None:
                return None
            if hit := self._at(folded, gap):
                return hit
        return None

    def _at(self, folded: str, gap: re.Match[str] | None) -> Hit[T] | None:
        word = WORD.match(folded, gap.end()) if gap else None
        hit = self._phrases.begun(folded, word.start(), word[0], len(folded)) if word else None
        return hit if hit and _AFTER.match(folded, hit.end) else None
