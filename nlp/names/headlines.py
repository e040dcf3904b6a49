"""Lines in which a capital says nothing of the word that has it."""

from __future__ import annotations

_LINE = 120
"""How far a line is looked at, to either side."""


def is_headline(text: str, start: int, end: int) -> bool:
    """Say whether most longer words of a line have capitals, so that a capital says nothing."""
    before = text[max(0, start - _LINE) : start].rpartition("\n")[2]
    line = before + text[start : end + _LINE].partition("\n")[0]
    if line.endswith(".") or ". " in line:
        return False
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 8
