import pytest

from nlp.reading import read
from tests.nlp.by_hand import Page


def causes(text: str) -> set[tuple[str | None, str]]:
    """Return the causes that a text claims, with how sure they are."""
    (reading,) = read([Page(text=text)], thorough=True)
    return {
        (getattr(claim.value, "key", None), claim.modality)
        for claim in reading.claims
        if claim.field == "cause"
    }


@pytest.mark.parametrize(
    "denial",
    [
        "A spokesperson said that this was not the case.",
        "The company denied the rumours.",
        "That is simply untrue, its chief executive said.",
    ],
)
def test_a_rumour_that_the_next_sentence_denies_is_both(denial: str) -> None:
    told = "Slack was down on Tuesday. Some users speculated that a cyberattack was behind it. "
    assert causes(told + denial) == {("cyberattack", "hypothetical"), ("cyberattack", "negated")}


def test_what_follows_no_rumour_denies_nothing() -> None:
    text = (
        "Slack was down on Tuesday after a power cut. It was a quiet day. This was not so in May."
    )
    assert causes(text) == {("power-failure", "asserted")}


def test_who_denies_one_cause_may_go_on_to_give_another() -> None:
    text = (
        "Lloyds Bank denied that it had been hacked, saying the outage was due to a faulty update."
    )
    assert causes(text) == {("cyberattack", "negated"), ("faulty-update", "asserted")}


def test_a_reason_for_announced_work_is_sure() -> None:
    text = "HDFC Bank will be offline on Sunday from 1 am to 4 am due to a power shutdown, it said."
    assert ("power-failure", "asserted") in causes(text)


@pytest.mark.parametrize(
    ("text", "key", "modality"),
    [
        ("Slack users were not able to pay due to a power failure.", "power-failure", "asserted"),
        ("Slack did not work for hours after a cable was cut.", "fibre-cut", "asserted"),
        ("Slack is down. The outage was not due to a cyberattack.", "cyberattack", "negated"),
        ("Slack is down. There was no cyberattack.", "cyberattack", "negated"),
        ("Slack was down after an attack, a rumour that it denied.", "cyberattack", "negated"),
    ],
)
def test_what_is_denied_is_the_cause_or_that_something_worked(
    text: str, key: str, modality: str
) -> None:
    assert causes(text) == {(key, modality)}
