"""Of which service of a house a line is that worked, and how sure it is that a part failed."""

from __future__ import annotations

import pytest

from nlp.claims import Claim
from nlp.reading import read
from nlp.values import KeyValue
from tests.nlp.by_hand import Page


def parts(text: str) -> dict[str, Claim]:
    """Return the claims about parts, by the parts' keys."""
    (reading,) = read([Page(text=text, kind="news")], thorough=True)
    return {
        claim.value.key or "": claim
        for claim in reading.claims
        if claim.field == "affected_feature" and isinstance(claim.value, KeyValue)
    }


@pytest.mark.parametrize(
    ("text", "feature", "service"),
    [
        ("M-Pesa was down. Voice calls were not affected, Safaricom said.", "calls", "safaricom"),
        ("M-Pesa was down on Friday. SMS and calls worked as usual.", "messaging", "safaricom"),
        ("M-Pesa was down. Withdrawals were not affected.", "cash-machines", "m-pesa"),
        ("Vodafone was down. Calls were not affected.", "calls", "vodafone"),
    ],
)
def test_a_line_is_its_telecoms(text: str, feature: str, service: str) -> None:
    assert parts(text)[feature].service == service


@pytest.mark.parametrize(
    ("text", "feature", "modality"),
    [
        ("Gamma's calls failed. It hopes to have voicemail back by noon.", "voicemail", "asserted"),
        ("Eir broadband out in Galway? Nothing works.", "broadband", "asserted"),
        ("Is NAB internet banking down?", "online-banking", "hypothetical"),
    ],
)
def test_how_sure_it_is_that_a_part_failed(text: str, feature: str, modality: str) -> None:
    assert parts(text)[feature].modality == modality
