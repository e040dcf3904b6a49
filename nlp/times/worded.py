"""Years in words, as people say them: ``nineteen eighty-six``, ``two thousand and twelve``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_FIRST_SAID_IN_TENS = 10
_LAST = 39
"""The latest year of this century that is said in words: "twenty forty" is rather a score."""


def years(numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the words of years, from the words of numbers below a hundred.

    >>> said = years({"twelve": 12, "eighty": 80, "six": 6})
    >>> said["nineteen eighty-six"], said["two thousand and six"], said["twenty twelve"]
    (1986, 2006, 2012)
    """
    small = dict(_below_a_hundred(numbers))
    found: dict[str, int] = {}
    for words, number in small.items():
        if number >= _FIRST_SAID_IN_TENS:
            found[f"nineteen {words}"] = 1900 + number
        if number <= _LAST:
            found[f"two thousand {words}"] = found[f"two thousand and {words}"] = 2000 + number
        if _FIRST_SAID_IN_TENS <= number <= _LAST:
            found[f"twenty {words}"] = 2000 + number
    return found


def _below_a_hundred(numbers: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    units = [(word, number) for word, number in numbers.items() if 0 < number < 10]
    for word, number in numbers.items():
        if 0 < number < 100:
            yield word, number
        if number % 10 == 0 and 20 <= number < 100:
            for unit, more in units:
                yield f"{word} {unit}", number + more
                yield f"{word}-{unit}", number + more
