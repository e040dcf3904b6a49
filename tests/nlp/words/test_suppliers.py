"""The trouble of one service that is told as the cause of another's."""

import pytest

from nlp.words import causes
from tests.nlp.docs import Row, doc_of, rows


def found(text: str) -> list[Row]:
    return rows(causes.find(doc_of(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Slack and Notion went dark on Monday after Fastly stumbled.",
            "Fastly stumbled",
        ),
        (
            "IndiGo flights were late as its host Navitaire, which it uses, broke down.",
            "Navitaire, which it uses, broke down",
        ),
        (
            "Trello was unreachable because Cloudflare had an outage.",
            "Cloudflare had an outage",
        ),
        ("Shopify was down following problems at Stripe.", "problems at Stripe"),
        ("Canva is down. Users pointed at Fastly.", "Fastly"),
        ("Square is down. The common thread is Google Cloud.", "Google Cloud"),
        ("Monzo is down. The problem was at Mastercard.", "Mastercard"),
        ("AWS outage live: Ring and Snapchat down", "AWS outage"),
    ],
)
def test_the_trouble_of_a_supplier_is_a_cause(text: str, words: str) -> None:
    assert (words, "third-party") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "WhatsApp went down an hour after Instagram did.",
        "The Telstra outage comes a week after Optus suffered a failure.",
        "After Slack went down, Teams users gloated.",
        "Slack outage: what we know",
        "It happened when a Rogers outage hit. Interac said little.",
    ],
)
def test_what_only_came_before_or_stands_alone_is_none(text: str) -> None:
    assert "third-party" not in [key for _, key in found(text)]
