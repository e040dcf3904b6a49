from __future__ import annotations

import pytest

from nlp.assertions.attribution import Attribution, source_of
from nlp.assertions.passages import sentences
from nlp.assertions.subjects import Subject
from tests.nlp.by_hand import doc

ZOOM = [Subject("zoom", "Zoom")]
WATCHERS = ("Downdetector",)


def quoted(text: str, words: str) -> str | None:
    """Return who is quoted for some words of a text."""
    found = [("SERVICE", name, name.lower()) for name in WATCHERS if name in text]
    attribution = Attribution()
    for sentence in sentences(doc(text, found)):
        sources = attribution.sources(sentence, ZOOM)
        if words in sentence.text:
            source = source_of(sentence, sentence.start + sentence.text.index(words), sources)
            return source.name if source else None
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("According to Downdetector, 900 people had trouble.", "900", "Downdetector"),
        ("According to outage tracker Downdetector, it began at nine.", "nine", "Downdetector"),
        ("Some 900 people had trouble, according to Downdetector.", "900", "Downdetector"),
        ("Downdetector showed 900 reports.", "900", "Downdetector"),
        ("Downdetector, which counts complaints, recorded 900 reports.", "900", "Downdetector"),
        ("Data from Downdetector showed 900 reports.", "900", "Downdetector"),
        ("Zoom's chief engineer Ana Ruiz said it began at nine.", "nine", "Ana Ruiz"),
        ("Chief Executive Officer Ana Ruiz said that it is over.", "over", "Ana Ruiz"),
        ("The company's status page confirmed that calls failed.", "calls", "Zoom"),
        ("The company said that calls failed.", "calls", "Zoom"),
        ("Their status page says that calls failed.", "calls", "status page"),
        ("The telco put it down to a fallen mast.", "mast", "Zoom"),
        ("A spokesman for the lender blamed a mast.", "mast", "Zoom"),
        ("Some users on Reddit suspected hackers.", "hackers", "users"),
        ("Its chief engineer, Ana Ruiz, later blamed a mast.", "mast", "Ana Ruiz"),
        ("Ana Ruiz said it is over. Calls failed from nine, Ruiz said.", "nine", "Ana Ruiz"),
        ("Ana Ruiz said it is over.\n\nShe blamed a mast.", "mast", "Ana Ruiz"),
        ("It blamed a fallen mast.", "mast", "Zoom"),
        ("She blamed a fallen mast.", "mast", None),
        ("The lights went out in the bank next door.", "lights", None),
        ("Zoom has apologised after calls failed.", "calls", None),
        ("“Calls failed for an hour,” said Ana Ruiz.", "hour", "Ana Ruiz"),
        ("Ana Ruiz said Downdetector was down.", "down.", "Ana Ruiz"),
        ("Reports came from Spain, data showed on Monday.", "Reports", None),
        ("Browsers showed that calls failed.", "calls", None),
        ("Users complained that calls failed.", "calls", "users"),
        ("People complained that calls failed.", "calls", "people"),
        ("Police in Cumbria said that calls failed.", "calls", "police"),
        ("Users saw calls fail.", "calls", None),
        ("There were 900 reports by some accounts.", "900", "some accounts"),
        ("The company has not confirmed that calls failed.", "calls", None),
        ("Calls failed for hours.", "hours", None),
    ],
)
def test_who_is_quoted_in_a_sentence(text: str, words: str, name: str | None) -> None:
    assert quoted(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Downdetector saw a spike. The complaints reached 900.", "900", "Downdetector"),
        ("Downdetector saw a spike. Calls failed in Ohio.", "Ohio", None),
        ("Downdetector saw a spike.\n\nThe complaints reached 900.", "900", None),
        (
            "Downdetector saw it. The figure was 90, with 900 by some accounts.",
            "90,",
            "Downdetector",
        ),
        (
            "Downdetector saw it. The figure was 90, with 900 by some accounts.",
            "900",
            "some accounts",
        ),
    ],
)
def test_a_source_carries_over_where_the_next_sentence_goes_on(
    text: str, words: str, name: str | None
) -> None:
    assert quoted(text, words) == name
