from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import markup, texts
from scraper.sources import Source

RECEIVED = datetime(2026, 2, 5, tzinfo=UTC)
GIVEN = Source(
    id="import", name="Files", spider="articles", kind="news", publisher="Mill News", url=""
)


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("a<br>b<br/>c", "a\n\nb\n\nc"),
        ("<div>a<p>b</p>c</div>d", "a\n\nb\n\nc\n\nd"),
        ("a <b>b</b>, <i>c</i>.", "a b, c."),
        ("a<script>x()</script><style>y</style> b<!-- z --> c", "a b c"),
        ("a<noscript><p>x</p></noscript><p>b", "a\n\nb"),
        ("one\nsentence <b>in\ntwo</b> lines", "one sentence in two lines"),
        ("<table><tr><td>a</td> <td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("<p>a&nbsp;b</p>", "a b"),
        ("<br>" * 50_000 + "end", "end"),
        ("<div>" * 200 + "end", "end"),
    ],
)
def test_markup(fragment: str, text: str) -> None:
    assert markup.plain(fragment) == text


@given(st.text())
def test_any_markup_is_text(fragment: str) -> None:
    assert isinstance(markup.plain("<p>" + fragment), str)


@pytest.mark.parametrize(
    ("body", "title", "text", "words"),
    [
        (b" date 2026-02-04 Mast | Mill\n\nCalls drop.", "Mast | Mill",
         "Mast | Mill\n\nCalls drop.", "2026-02-04"),
        (b"2026-02-04T09:30Z\nMast fails\n\nCalls drop.", "Mast fails",
         "Mast fails\n\nCalls drop.", "2026-02-04T09:30Z"),
        (b"Published: 2026-02-04 09:30 GMT Mast fails\nCalls drop.", "Mast fails",
         "Mast fails\n\nCalls drop.", "2026-02-04 09:30 GMT"),
        (b"Calls drop since 2026-02-04.", "", "Calls drop since 2026-02-04.", ""),
        (b"One line.\nAnother.", "", "One line.\nAnother.", ""),
        (b"\xef\xbb\xbfCalls drop.", "", "Calls drop.", ""),
        ("Café zu\n\nStrom weg".encode("utf-16"), "Café zu", "Café zu\n\nStrom weg", ""),
        ("🔥🔥".encode(), "", "🔥🔥", ""),
        (b"a\r\n\r\nb", "a", "a\n\nb", ""),
    ],
)  # fmt: skip
def test_texts(body: bytes, title: str, text: str, words: str) -> None:
    parsed = texts.parse(body, GIVEN, RECEIVED)
    assert parsed.problems == ()
    (document,) = parsed.documents
    assert (document.title, document.text, document.published_text) == (title, text, words)
    assert (document.published_at is None) == (not words)


def test_what_is_given_goes_over_the_date_line() -> None:
    body = b"date 2026-02-04 Mast\n\nCalls drop."
    (document,) = texts.parse(body, GIVEN, RECEIVED, published_text="2026-02-03").documents
    assert document.published_at == datetime(2026, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"a\0b" * 10, "it is a binary file; allowed: text"),
        (bytes(range(1, 32)) * 5, "it is a binary file; allowed: text"),
        (b"", "it holds no text"),
    ],
)
def test_what_is_no_text(body: bytes, said: str) -> None:
    assert texts.parse(body, GIVEN, RECEIVED).problems == (said,)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_document_or_a_problem(body: bytes) -> None:
    parsed = texts.parse(body, GIVEN, RECEIVED)
    assert parsed.documents or parsed.problems
    assert all(document.text.encode() for document in parsed.documents)


def test_a_guessed_encoding_is_said() -> None:
    parsed = texts.parse("Das Café ist zu.".encode("cp1252"), GIVEN, RECEIVED)
    assert [document.text for document in parsed.documents] == ["Das Café ist zu."]
    assert parsed.problems == ("it is not UTF-8; it was read as windows-1252",)
