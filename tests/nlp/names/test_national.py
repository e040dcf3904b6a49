"""A brand's own company in the one country that a text speaks of."""

from __future__ import annotations

import pytest

from nlp.names import services
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
    ],
)
def test_which_of_its_companies(text: str, key: str) -> None:
    assert services.find(doc_of(text))[0].key == key
