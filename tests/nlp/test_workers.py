from __future__ import annotations

from collections.abc import Iterator

import pytest

from nlp import workers


def squares(numbers: list[int]) -> list[int]:
    return [number * number for number in numbers]


def not_thirteen(numbers: list[int]) -> list[int]:
    if 13 in numbers:
        raise ValueError("thirteen")
    return numbers


def test_what_is_made_comes_in_order_and_little_is_asked_for_ahead() -> None:
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1, 1001):
            asked.append(number)
            yield number

    made = workers.in_order(squares, numbers(), 2)
    assert next(made) == 1
    assert len(asked) <= (2 * workers.WAITING + 1) * workers.BUNDLE
    assert list(made) == [number * number for number in range(2, 1001)]


def test_a_mistake_comes_back() -> None:
    with pytest.raises(ValueError, match="thirteen"):
        list(workers.in_order(not_thirteen, range(40), 2))
