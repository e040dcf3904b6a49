import pytest

from nlp.words import causes, happenings
from tests.nlp.docs import doc_of


def keys(text: str) -> list[str | None]:
    return [mention.key for mention in causes.find(doc_of(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("It was out after an engineer pushed a key with the wrong name.", "human-error"),
        ("The site buckled as 30,000 students tried to enrol at the same moment.", "traffic-surge"),
        ("Vodafone blamed the outage in Pune on thieves who made off with wiring.", "sabotage"),
        (
            "Its gateway's certificate had lapsed on Sunday.",
            "expired-certificate",
        ),
        ("Phones died after a ship ripped through the second of its cables.", "fibre-cut"),
        ("Burst water mains flooded the exchange in Leith.", "data-centre-fire"),
        ("A security certificate that nobody had renewed.", "expired-certificate"),
        ("Phones were dead because a gale had brought down two masts.", "weather"),
        ("The trouble came from our processing partner in Toronto.", "third-party"),
        ("It may have been caused by an upstream market data vendor.", "third-party"),
        ("Generators ran out of diesel, which took it offline.", "power-failure"),
        ("It fell over when a routine job wiped the live tables.", "script-error"),
        (
            "It was out after the courts had instructed operators.",
            "government-order",
        ),
    ],
)
def test_what_happened_is_told_by_the_kinds_of_its_words(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Calls failed over to the other site after a minute.",
        "Customers were told to try again at the same time tomorrow.",
        "The rain-hit match had power.",
        "It was down. The domain is new. The fee lapsed.",
    ],
)
def test_words_that_tell_no_cause(text: str) -> None:
    assert keys(text) == []


def test_what_is_denied_between_its_words_is_not_told() -> None:
    assert list(happenings.alone("Its chillers had not failed.")) == []


def test_a_denial_ends_where_it_is_told_what_was_so() -> None:
    text = "Officials denied an attack and blamed damaged submarine cables."
    found = {mention.key: mention.rule for mention in causes.find(doc_of(text))}
    assert found["cyberattack"] in causes.DENIED
    assert found["fibre-cut"] not in causes.DENIED
