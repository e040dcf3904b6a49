"""Names that no catalogue has, in post-mortems, posts and the press, beside those that it has."""

from __future__ import annotations

import pytest

from nlp.names import services
from tests.nlp.docs import doc_of, rows
from tests.nlp.names.unknown_texts import POST_MORTEMS, POSTS, PRESS


@pytest.mark.parametrize(
    ("kind", "text", "keys"),
    [
        (kind, text, keys)
        for kind, table in (("news", POST_MORTEMS), ("forum", POSTS), ("news", PRESS))
        for text, keys in table
    ],
)
def test_what_a_text_names(kind: str, text: str, keys: list[str | None]) -> None:
    assert [mention.key for mention in services.find(doc_of(text, kind=kind))] == keys


def test_initials_stand_for_the_name_before_them() -> None:
    text = "Commonwealth Bank of Australia (CBA) is down. CBA said so."
    assert {key for _, key in rows(services.find(doc_of(text)))} == {"commonwealth-bank"}
    trade = "The Azure Content Delivery Network (CDN) was slow. A CDN caches."
    assert [words for words, _ in rows(services.find(doc_of(trade)))].count("CDN") == 0


def test_a_text_that_tells_of_no_outage_names_nobody_unknown() -> None:
    assert services.find(doc_of("The Zyntra team and engineers at Quellmark had a party.")) == []


def test_what_an_operator_names_is_a_part_of_its_service() -> None:
    text = "Disruption with GHEC Zyntra Sync. The Zyntra team is on it."
    assert services.find(doc_of(text, kind="official", service="github")) == []
