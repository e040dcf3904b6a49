"""What services are called for short."""

from __future__ import annotations

import pytest

from nlp.names import bynames, gazetteers
from nlp.names.gazetteers import Service
from nlp.reading import read
from tests.nlp.by_hand import Page


@pytest.mark.parametrize(
    ("key", "shorter"),
    [
        ("hse-ireland", ["HSE"]),
        ("mtn-momo", ["MoMo"]),
        ("maya", ["Maya"]),
        ("home-affairs-south-africa", []),  # words, each of them
        ("cloudflare-dns", []),  # a thing that many have
        ("kuwait-airways", []),  # a place
        ("slack", []),
    ],
)
def test_what_a_service_is_called_for_short(key: str, shorter: list[str]) -> None:
    known = gazetteers.services()
    assert [*bynames.of(known[key], known)] == shorter


def test_an_owner_that_the_catalogue_lacks_is_left_out_too() -> None:
    one = Service(key="acme-zorp", name="Acme Zorp", kind="software", owner="Acme")
    assert [*bynames.of(one, {})] == ["Zorp"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Maya users could not send money on Friday, an outage that the wallet confirmed.", "maya"),
        ("The HSE said that its booking portal is down.", "hse-ireland"),
        ("Maya Lin opened her show while the portal of the museum was down.", None),
    ],
)
def test_a_short_name_counts_in_context(text: str, key: str | None) -> None:
    (reading,) = read([Page(text=text)], thorough=True)
    found = {m.key for m in reading.mentions if m.label == "SERVICE" and m.text in ("Maya", "HSE")}
    assert found == ({key} if key else set())
