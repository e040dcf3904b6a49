from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import store
from pipelines.revisions import is_new
from tests.pipelines.dumps import dump
from tests.pipelines.made import document

TEXTS = st.lists(
    st.sampled_from(["zoom", "is", "down", "up", "again", "no", "calls", ".", "\n"]), max_size=9
).map(" ".join)


@given(text=TEXTS, held=st.lists(TEXTS, max_size=4), at=st.integers(min_value=0))
def test_what_is_held_is_never_new(text: str, held: list[str], at: int) -> None:
    held.insert(at % (len(held) + 1), text)
    assert not is_new(text, held)
    assert not is_new(f" {text}\n\n", held)


@given(text=TEXTS, more=TEXTS.filter(str.strip))
def test_what_goes_on_is_new_and_what_stops_short_is_not(text: str, more: str) -> None:
    assert is_new(f"{text} {more}", [text])
    assert not is_new(text, [f"{text} {more}"])


@settings(max_examples=15)  # each makes a database
@given(texts=st.lists(TEXTS, min_size=1, max_size=8))
def test_the_same_arrivals_again_change_nothing(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test.db"
        with store.open(path) as kept:
            for text in texts:
                kept.put_document(document(title="", text=text))
            once = dump(path)
            again = {kept.put_document(document(title="", text=text)) for text in texts}
        assert again == {"known"}
        assert dump(path) == once
