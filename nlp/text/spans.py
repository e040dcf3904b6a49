"""Which stretches of a text are taken, so that what is found does not overlap."""

from __future__ import annotations

from bisect import bisect_right


class Spans:
    """Stretches of a text, none overlapping, kept in order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take ``text[start:end]`` and return whether it was free; if not, nothing changes.

        >>> spans = Spans()
        >>> spans.take(5, 9), spans.take(8, 12), spans.take(9, 12), spans.take(0, 5)
        (True, False, True, True)
        """
        place = bisect_right(self._starts, start)
        if place and self._ends[place - 1] > start:
            return False
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True
