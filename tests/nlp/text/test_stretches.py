import re

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.stretches import lower, stretches, words

RUN = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ab1 _'’“”—\n\u0130\u0660.")))


@given(TEXTS)
def test_words_are_what_their_pattern_finds_in_the_text(text: str) -> None:
    for pattern in (RUN, WORD):
        found = [(m.start(), lower(m[0]).replace("’", "'")) for m in pattern.finditer(text)]
        assert [*words(text, pattern)] == found


@given(TEXTS)
def test_lower_case_keeps_every_offset(text: str) -> None:
    assert len(lower(text)) == len(text)


def test_a_stretch_keeps_its_apostrophes_and_its_place() -> None:
    assert stretches("Zoom’s 'Up'—or_not") == ((0, "zoom's"), (7, "'up'"), (12, "or"), (15, "not"))
