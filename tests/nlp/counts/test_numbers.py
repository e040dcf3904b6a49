import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.counts import numbers


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("13,000", "13,000", 13_000, 13_000),
        ("1500 users", "1500", 1500, 1500),
        ("1.4 million", "1.4 million", 1_400_000, 1_400_000),
        ("1.4m people", "1.4m", 1_400_000, 1_400_000),
        ("20k users", "20k", 20_000, 20_000),
        ("20K users", "20K", 20_000, 20_000),
        ("13.000 users", "13.000", 13_000, 13_000),
        ("1,50,000 users", "1,50,000", 150_000, 150_000),
        ("3 lakh users", "3 lakh", 300_000, 300_000),
        ("12 000 users", "12 000", 12_000, 12_000),
        ("2.5% of", "2.5", 2.5, 2.5),
        ("two dozen sites", "two dozen", 24, 24),
        ("a dozen sites", "a dozen", 12, 12),
        ("a hundred people", "a hundred", 100, 100),
        ("twenty-three users", "twenty-three", 23, 23),
        ("three hundred and fifty users", "three hundred and fifty", 350, 350),
        ("two million users", "two million", 2_000_000, 2_000_000),
        ("half a million users", "half a million", 500_000, 500_000),
        ("a quarter of a million users", "a quarter of a million", 250_000, 250_000),
        ("a couple of hundred users", "a couple of hundred", 200, 200),
        ("a few hundred users", "a few hundred", 300, None),
        ("several thousand users", "several thousand", 3_000, None),
        ("dozens of users", "dozens", 24, None),
        ("hundreds of users", "hundreds", 200, None),
        ("thousands of users", "thousands", 2_000, None),
        ("thousands and thousands of users", "thousands and thousands", 2_000, None),
        ("tens of thousands of users", "tens of thousands", 20_000, None),
        ("hundreds of thousands of users", "hundreds of thousands", 200_000, None),
        ("millions of users", "millions", 2_000_000, None),
    ],
)
def test_amounts(text: str, words: str, low: float, high: float | None) -> None:
    amount = numbers.read(text, 0)
    assert amount
    assert (text[amount.start : amount.end], amount.low, amount.high) == (words, low, high)


@pytest.mark.parametrize(
    "text",
    ["a user", "one of them", "half the work", "4o", "10.2.1", "several users", "tens", "5G"],
)
def test_no_amounts(text: str) -> None:
    assert numbers.read(text, 0) is None


@pytest.mark.parametrize(
    ("text", "words", "per_cent"),
    [
        ("half of users", "half", 50),
        ("half the users", "half", 50),
        ("a third of users", "a third", 33.333333),
        ("three-quarters of users", "three-quarters", 75),
        ("one in five users", "one in five", 20),
        ("one in every 10 users", "one in every 10", 10),
    ],
)
def test_parts_of_a_whole(text: str, words: str, per_cent: float) -> None:
    part = numbers.fraction(text, 0)
    assert part
    assert (text[part.start : part.end], part.low) == (words, per_cent)


@pytest.mark.parametrize(
    "text", ["half an hour", "one in a row", "a third outage", "one in 0 users"]
)
def test_no_parts_of_a_whole(text: str) -> None:
    assert numbers.fraction(text, 0) is None


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouped_digits_are_the_number(value: int) -> None:
    amount = numbers.read(f"{value:,}", 0)
    assert amount
    assert (amount.low, amount.high) == (value, value)


@given(st.text(min_size=1))
def test_any_text_may_be_asked(text: str) -> None:
    amount = numbers.read(text, 0)
    assert amount is None or 0 < amount.end <= len(text)
