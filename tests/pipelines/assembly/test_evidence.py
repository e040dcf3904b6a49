from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.claims import CountField, KeyField, TimeField
from nlp.values import (
    Bound,
    CountValue,
    Extent,
    KeyValue,
    Precision,
    TimeValue,
    Value,
    ZoneFrom,
)
from pipelines.assembly.evidence import value_of

MOMENTS = st.integers(min_value=0, max_value=4_000_000_000).map(
    lambda second: datetime.fromtimestamp(second, UTC)
)
TIMES = st.builds(
    TimeValue,
    start=MOMENTS,
    end=MOMENTS.map(lambda moment: moment + timedelta(minutes=1)),
    precision=st.sampled_from(get_args(Precision)),
    zone=st.text(max_size=20),
    zone_from=st.sampled_from(get_args(ZoneFrom)),
    bound=st.none() | st.sampled_from(get_args(Bound)),
    approximate=st.booleans(),
)
COUNTS = st.builds(
    CountValue, min=st.none() | st.integers(min_value=0), max=st.none() | st.integers(min_value=0)
)
KEYS = st.builds(
    KeyValue,
    key=st.none() | st.text(min_size=1, max_size=20),
    name=st.text(max_size=20),
    category=st.none() | st.sampled_from(["ERROR", "CONFIG"]),
    extent=st.none() | st.sampled_from(get_args(Extent)),
)


@pytest.mark.parametrize(
    ("fields", "values"),
    [(TimeField, TIMES), (CountField, COUNTS), (KeyField, KEYS)],
    ids=["times", "counts", "keys"],
)
def test_every_value_comes_back_from_its_json(
    fields: object, values: st.SearchStrategy[Value]
) -> None:
    @given(field=st.sampled_from(get_args(fields)), value=values)
    def holds(field: str, value: Value) -> None:
        stored = json.loads(json.dumps(value.as_json()))
        assert value_of(field, stored) == value  # type: ignore[arg-type]  # drawn from its names

    holds()
