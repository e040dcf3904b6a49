import pytest
import spacy

from nlp.words import symptoms

NLP = spacy.blank("en")


def found(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.key) for m in symptoms.find(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("It throws error QX-4471-B at login.", "error QX-4471-B", "error-codes"),
        ("The update fails with error 0x80a40019.", "error 0x80a40019", "error-codes"),
        ("Our logs show PoolTimeoutException.", "PoolTimeoutException", "error-messages"),
        ("Chrome says ERR_TUNNEL_FAILED.", "ERR_TUNNEL_FAILED", "error-messages"),
        ("Each call returns quota_gone_error.", "quota_gone_error", "error-messages"),
        ('The page just says "Back in a bit".', "Back in a bit", "error-messages"),
        ("Every request comes back “Too busy”.", "Too busy", "error-messages"),
    ],
)
def test_what_a_machine_shows_is_an_error(text: str, words: str, key: str) -> None:
    assert (words, key) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        'The spokeswoman said "nothing to add".',
        'The app shows "our new menu" on its first page.',
        "Human error was ruled out in 2024.",
    ],
)
def test_what_people_say_is_none(text: str) -> None:
    assert found(text) == []


def test_words_that_are_known_keep_their_meaning() -> None:
    assert found('The screen reads "cannot log in".') == [("cannot log in", "login-failures")]
