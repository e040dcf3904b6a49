import pytest

from nlp.words import causes
from tests.nlp.docs import Row, doc_of, rows


def found(text: str) -> list[Row]:
    return rows(causes.find(doc_of(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Slack is down again. Engineers blamed AWS.", "AWS"),
        ("Slack is down again. The fault lies with Cloudflare.", "Cloudflare"),
        ("Slack is down again. Cloudflare is to blame.", "Cloudflare"),
        ("Slack is down again. Presumably AWS.", "AWS"),
        ("A Twilio outage knocked Discord offline.", "Twilio outage"),
    ],
)
def test_another_service_that_is_blamed_is_a_third_party(text: str, words: str) -> None:
    assert (words, "third-party") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Spotify outage left cafes without music.",
        "Looks like Slack is down.",
        "Rumours that Discord denied went round.",
    ],
)
def test_a_service_that_is_out_or_acts_is_none(text: str) -> None:
    assert found(text) == []
