from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import explaining
from tests.pipelines.explaining.made import TEXT, document, reading

HOSTILE = """Zoom is down <script>alert(1)</script> & "so" <img src=x onerror=alert(1)>

Slack"></span><a href="javascript:x">is down, says </td></table> Someone {label} {0} %s."""


def drawn(text: str) -> BeautifulSoup:
    of = document(text)
    return BeautifulSoup(explaining.page([(of, reading(of))]), "lxml")


def words(soup: BeautifulSoup) -> list[str]:
    """Return the words of the text as displaCy drew them, without its labels."""
    return [
        piece
        for block in soup.select("div.spans")
        for node in block.find_all(string=True, recursive=True)
        if not node.find_parent("span", style=lambda style: style and "position: absolute" in style)
        for piece in node.split()
    ]


def test_the_text_its_labels_and_its_claims_are_there() -> None:
    page = drawn(TEXT)
    assert "".join(words(page)) == "".join(TEXT.split())
    shown = page.get_text(" ")
    for part in ("SERVICE", "zoom", "began_at", "2026-02-03 14:00 UTC", "Left unresolved"):
        assert part in shown


def test_a_claim_stands_under_its_passage_with_the_words_that_carry_it() -> None:
    page = drawn(TEXT)
    row = next(row for row in page.select("tr") if "began_at" in row.get_text())
    assert row.find_all("td")[-1].get_text() == "9 am ET on Tuesday"
    passage = row.find_previous("th", class_="passage")
    assert passage is not None
    assert passage.get_text() in TEXT


def test_what_words_mean_stands_under_them() -> None:
    under = [
        tag.get_text(" ", strip=True) for tag in drawn(TEXT).select("div.spans span span span")
    ]
    for label in ("SERVICE zoom", "TIME 2026-02-03T09:00"):
        assert label in under


@pytest.mark.parametrize("text", [TEXT, HOSTILE])
def test_the_page_needs_nothing_else_and_runs_nothing(text: str) -> None:
    page = drawn(text)
    assert page.find_all(["script", "img", "link", "iframe", "form"]) == []
    assert {link["href"] for link in page.find_all("a")} <= {"#"}
    assert not [
        tag for tag in page.find_all() for name in tag.attrs if name.startswith(("on", "src"))
    ]
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("<>&\"'{}% \nZoom is down 9am"), max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    told = f"Zoom is down. {text}"
    assert "".join(words(drawn(told))) == "".join(told.split())
