from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import store
from pipelines.revisions import CUT_OFF, is_new
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


@given(text=TEXTS, more=TEXTS.filter(str.strip), dots=st.sampled_from(CUT_OFF))
def test_what_goes_on_is_new_and_what_is_cut_off_is_not(text: str, more: str, dots: str) -> None:
    assert is_new(f"{text} {more}", [text])
    assert not is_new(f"{text}{dots}", [f"{text} {more}"])


ARTICLE = (
    "Zoom is down\n\nCalls have failed since noon. A storm is to blame. Engineers are on their way."
)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Zoom is down\n\nCalls have failed since noon. A storm is to blame.", True),
        ("Zoom is down\n\nCalls have failed since noon. Engineers are on their way.", True),
        ("Zoom is down\n\nCalls have failed since noon. A storm is …", False),
        ("Zoom is down\n\nCalls have failed since noon. A storm is[...]", False),
        ("Zoom was down\n\nCalls failed from noon till one. A storm is …", True),
        ("Calls have failed since noon.", False),
        ("Zoom is down", False),
        ("", False),
    ],
)
def test_shorter_than_the_one_held(text: str, new: bool) -> None:
    assert is_new(text, [ARTICLE]) is new


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
