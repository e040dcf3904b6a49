"""What the press says in ways of its own: words found, and words that only look like them."""

from __future__ import annotations

import pytest

from nlp.reading import read
from nlp.values import KeyValue
from tests.nlp.by_hand import Page


def found(text: str) -> set[str]:
    (reading,) = read([Page(text=text)], thorough=True)
    return {f"{mention.label} {mention.key}" for mention in reading.mentions}


def claimed(text: str, field: str) -> list[tuple[str | None, str]]:
    (reading,) = read([Page(text=text)])
    values = [(claim.value, claim.modality) for claim in reading.claims if claim.field == field]
    return [(getattr(value, "key", None), modality) for value, modality in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monzo customers could not log onto the app.", "FEATURE login"),
        ("With Telstra out, nobody could ring emergency services.", "FEATURE emergency-calls"),
        ("Callers on Telstra were told not to dial 000.", "FEATURE emergency-calls"),
        ("Fastly engineers had begun rerouting traffic.", "PHASE identified"),
        ("Fastly was quick in pinpointing the fault.", "PHASE identified"),
        ("Starling said it was actively implementing a fix.", "PHASE identified"),
        ("Starling continues to work to restore transfers.", "PHASE identified"),
        ("At noon traffic began to return to Telstra.", "PHASE monitoring"),
        ("OCBC has been progressively restoring its services.", "PHASE monitoring"),
        ("Telstra has yet to pinpoint the cause.", "PHASE investigating"),
        ("Problems with Telstra were still being reported at ten.", "PHASE ongoing"),
        ("Mastercard is operating at close to normal levels.", "PHASE operational"),
        ("OCBC was down owing to an issue at a data centre.", "CAUSE data-centre-failure"),
        (
            "Vodafone was down due to a fault in a piece of network equipment.",
            "CAUSE hardware-failure",
        ),
        (
            "OCBC was out because of a problem with its access control servers.",
            "CAUSE authentication-system",
        ),
        (
            "Canva kept returning an odd page, then returned error messages.",
            "SYMPTOM error-messages",
        ),
        ("Nobody could pay with Revolut, locked out of their accounts.", "SYMPTOM login-failures"),
    ],
)
def test_is_found(text: str, expected: str) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Telstra is working to restore services after an outage.", "FEATURE backups"),
        ("Monzo was down from 11 till noon.", "FEATURE point-of-sale"),
        ("X gave no official timeline for the outage.", "FEATURE timeline"),
        ("Codes from HSBC did not arrive on mobile phones.", "FEATURE mobile-data"),
        ("An overnight outage at the FAA grounded flights.", "PHASE scheduled"),
        ("Monzo was out following overnight maintenance.", "PHASE scheduled"),
        ("The outage stopped Monzo customers paying bills.", "PHASE resolved"),
        ("Phones on Telstra switched to SOS mode in the outage.", "PHASE mitigated"),
        ("Visa is back at full capacity.", "SYMPTOM reduced-capacity"),
        ("The Down Detector site lists Monzo.", "SYMPTOM unavailable"),
        ("Engineers at Telstra are working to determine the cause.", "PHASE operational"),
        ("Telstra continues to work on it.", "PHASE operational"),
        ("A network device failed, said Telstra.", "SYMPTOM smart-home"),
        ("Unlike the 2011 PSN outage, this one was short.", "COUNT None"),
    ],
)
def test_is_not_found(text: str, unexpected: str) -> None:
    assert unexpected not in found(text)


def test_a_phrase_ends_with_its_sentence() -> None:
    text = "Telstra left homes without internet services. The network dropped out at four."
    (reading,) = read([Page(text=text)])
    assert not [m for m in reading.mentions if m.label == "SYMPTOM" and ". " in m.text]


def test_a_guess_at_its_size_leaves_the_outage_certain() -> None:
    text = "An outage hit Telstra, stopping trains and potentially affecting millions of users."
    assert claimed(text, "symptom") == [("unavailable", "asserted")]


def test_parts_of_the_next_place_are_not_of_the_last() -> None:
    (reading,) = read([Page(text="Starlink went down across Japan, Spain and parts of Chile.")])
    extents = {
        claim.value.key: claim.value.extent
        for claim in reading.claims
        if claim.field == "affected_region" and isinstance(claim.value, KeyValue)
    }
    assert extents == {"JP": None, "ES": None, "CL": "partly"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Telstra users had zero data and delayed texts.", "asserted"),
        ("Telstra had zero failed calls.", "negated"),
        ("There is no sign that the Telstra outage came from abroad.", "asserted"),
        ('Starlink users met "no healthy upstream" error messages.', "asserted"),
    ],
)
def test_what_no_and_zero_deny(text: str, expected: str) -> None:
    assert {modality for _, modality in claimed(text, "symptom")} == {expected}


def test_an_exchange_that_fails_is_no_news_of_markets() -> None:
    text = (
        "Tokyo Stock Exchange had an outage and halted trading. Traders were unable to buy shares."
    )
    (reading,) = read([Page(text=text)])
    assert reading.relevant
