from hypothesis import given
from hypothesis import strategies as st

from nlp.text.spans import Spans


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6))))
def test_what_is_taken_never_overlaps(asked: list[tuple[int, int]]) -> None:
    spans, taken = Spans(), set[int]()
    for start, length in asked:
        span = set(range(start, start + length))
        assert spans.take(start, start + length) == taken.isdisjoint(span)
        if taken.isdisjoint(span):
            taken |= span
