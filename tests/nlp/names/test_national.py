"""A brand's own company in the one country that a text speaks of."""

from __future__ import annotations

import pytest

from nlp.names import national, regions
from tests.nlp.docs import doc_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Vodafone is down in much of Germany.", "vodafone-germany"),
        ("Vodafone and Telstra phones were dead.", "vodafone-australia"),
        ("Vodafone is down.", "vodafone"),
        ("Vodafone is down in Germany and the UK.", "vodafone"),
        ("Vodafone customers who rely on Eir lines lost calls; Telstra did not.", "vodafone"),
        ("MTN phones were dead all over Ghana.", "mtn-ghana"),
        ("MTN phones were dead in Nigeria and Ghana.", "mtn"),
        ("MTN was slow in Nigeria and Ghana; Capitec, in Sandton, noticed nothing.", "mtn"),
        ("Xfinity is out, so everyone is on T-Mobile.", "xfinity"),
        (
            "Vodafone left Prague and Brno without data; O2 had no trouble.",
            "vodafone-czech-republic",
        ),
        ("Vodafone is dead in half of Cologne again.", "vodafone-germany"),
        ("Orange calls failed in Cluj-Napoca and Bucharest.", "orange-romania"),
        ("MTN phones were dead in Kigali.", "mtn"),
        ("Airtel was slow in Lagos.", "airtel-nigeria"),
        ("Airtel was slow in Noida.", "airtel"),
        ("Vodafone was slow from Munich to Budapest.", "vodafone"),
    ],
)
def test_which_of_its_companies(text: str, key: str) -> None:
    doc = doc_of(text)
    doc._.regions = regions.find(doc)
    assert national.find(doc)[0].key == key


def test_a_paper_is_of_its_own_country() -> None:
    doc = doc_of("Vodafone was down on Sunday.", publisher="The Sydney Courier")
    doc._.regions = []
    assert national.find(doc)[0].key == "vodafone-australia"
