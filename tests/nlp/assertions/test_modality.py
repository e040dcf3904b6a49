from __future__ import annotations

import pytest

from nlp.assertions import modality
from tests.nlp.by_hand import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls are failing in Spain.", "asserted"),
        ("Is the app down?", "hypothetical"),
        ("A bad update may have caused the outage.", "hypothetical"),
        ("There was speculation about a cyberattack.", "hypothetical"),
        ("It is unclear whether the outage is over.", "hypothetical"),
        ("Scheduled maintenance begins at noon.", "planned"),
        ("The portal will be unavailable on Sunday.", "planned"),
        ("During planned maintenance, calls will not connect.", "planned"),
        ("During planned maintenance, calls failed.", "asserted"),
        ("The outage began when a routine maintenance event was performed.", "asserted"),
        ("A similar outage hit the network in March.", "past"),
        ("It crashed three years ago.", "past"),
        ("It comes after an outage in January.", "past"),
        ("The outage began two hours ago.", "asserted"),
        ("On 2 May 2025, calls failed.", "asserted"),
        ("Calls failed on May 3.", "asserted"),
        ("Service came back after an outage of two hours.", "asserted"),
        ("Nobody in the building could place a call.", "asserted"),
        ("is the lobby server down again or what", "hypothetical"),
        ("My money is on a bad router.", "hypothetical"),
        ("It ran on as if calls had never failed.", "asserted"),
        ("Reports that the bank was down are false.", "negated"),
        ("The operator will take the portal offline at nine.", "planned"),
        ("There was no such outage.", "negated"),
        ("Customers could log in from noon.", "asserted"),
        ("From noon tickets could be bought again.", "asserted"),
        ("Customers could face delays until Friday.", "hypothetical"),
        ("Travellers were left guessing by blank screens.", "asserted"),
        ("If your call dropped, it was not only you.", "asserted"),
        ("A technician called a cut cable conceivable.", "hypothetical"),
        ("Users are already blaming the new app.", "hypothetical"),
        ("Talk of a break-in was quickly dismissed.", "negated"),
        ("Anyone else getting logged out of the app?", "asserted"),
        ("Is anyone else getting logged out of the app?", "asserted"),
        ("Game down for anyone else?", "hypothetical"),
        ("Router not connecting since noon?", "asserted"),
        ("has it been down since noon?", "hypothetical"),
        ("Payouts will be delayed until Monday.", "planned"),
        ("Homes will have slower internet.", "planned"),
    ],
)
def test_a_clause_has_a_modality(text: str, expected: str) -> None:
    assert modality.of_clauses(sentence(text), official=False) == [expected]


def test_hearsay_is_so_throughout() -> None:
    told = sentence("Someone tripped over a plug, but that's just a guess.")
    assert set(modality.of_clauses(told, official=False)) == {"hypothetical"}


def test_only_the_end_of_a_statement_may_be_asked() -> None:
    told = sentence("The mail is down for all of us, so are we going home?")
    assert modality.of_clauses(told, official=False) == ["asserted", "hypothetical"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Users may experience delays.", "asserted"),
        ("Some customers might be unable to log in.", "asserted"),
        ("A faulty switch may be the cause.", "hypothetical"),
    ],
)
def test_an_operators_polite_may_is_an_assertion(text: str, expected: str) -> None:
    assert modality.of_clauses(sentence(text), official=True) == [expected]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It was not caused by a cyberattack.", "cyberattack", True),
        ("The firm found no evidence of a cyberattack.", "cyberattack", True),
        ("It ruled out a cyberattack.", "cyberattack", True),
        ("It was caused by a cyberattack.", "cyberattack", False),
        ("It was not only a cyberattack.", "cyberattack", False),
        ("It is not clear if it was a cyberattack.", "cyberattack", False),
        ("The bank debunked talk of a cyberattack.", "cyberattack", True),
    ],
)
def test_a_cause_can_be_denied(text: str, word: str, expected: bool) -> None:
    made = sentence(text, [("CAUSE", word, "x")])
    assert modality.cause_denied(made, made.of("CAUSE")[0].mention) is expected


def test_what_is_not_shown_may_be_there() -> None:
    made = sentence("The page does not reflect the failures.", [("SYMPTOM", "failures", "x")])
    assert not modality.denied(made, made.of("SYMPTOM")[0].mention)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were no outages, faults or failures.", True),
        ("There is no signal, calls are failures.", False),
        ("They could not make calls or report failures.", False),
        ("It was not one of the failures.", True),
    ],
)
def test_a_negation_reaches_what_is_listed(text: str, expected: bool) -> None:
    made = sentence(text, [("SYMPTOM", "failures", "x")])
    assert modality.denied(made, made.of("SYMPTOM")[0].mention, reach=40) is expected


def test_a_sentence_goes_on_about_an_old_outage() -> None:
    assert modality.goes_on(sentence("The firm put that outage down to a storm."))
    assert not modality.goes_on(sentence("The firm is looking into it."))


def test_an_authority_is_told_from_an_operator() -> None:
    assert modality.by_authority(sentence("Ofcom, the regulator, opened an investigation."))
    assert not modality.by_authority(sentence("Engineers are investigating."))
