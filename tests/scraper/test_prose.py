from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.prose import from_html, from_markdown, lines


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("1 &lt; 2 &amp; 3", "1 < 2 & 3"),
        ("one\ntwo", "one two"),
        ("one<br>two<br /><br />three", "one\ntwo\nthree"),
        ("<p>one</p><ul><li>two<li>three</ul>", "one\ntwo\nthree"),
        ("<b>one</b> <a href='/'>two</a>.", "one two."),
        ("one<script>alert(1)</script><style>p{}</style>", "one"),
        ("one&nbsp;&nbsp;two", "one two"),
        ("<?xml version='1.0'?><p>one</p>", "one"),
    ],
)
def test_html_reads_as_a_browser_shows_it(html: str, text: str) -> None:
    assert from_html(html) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Start:** noon", "Start: noon"),
        ("# Report\n\n\ntext", "Report\ntext"),
        ("#hashtag", "#hashtag"),
        ("a ** b", "a ** b"),
        ("2 * 3 < 7 & 1", "2 * 3 < 7 & 1"),
        ("one\r\n two  three ", "one\ntwo three"),
        ("see <a href='/'>here</a>\nor there", "see here\nor there"),
        ("List<String> stays", "List<String> stays"),
    ],
)
def test_markdown_loses_its_marks_and_keeps_its_lines(markdown: str, text: str) -> None:
    assert from_markdown(markdown) == text


@given(st.text())
def test_lines_are_trimmed_and_never_empty(text: str) -> None:
    made = lines(text)
    assert lines(made) == made
    assert all(line and line == line.strip() for line in made.split("\n") if made)


@given(st.text(st.sampled_from("<>pbr/*# \n&;a!-?")))
def test_no_markup_raises(text: str) -> None:
    assert "\n\n" not in from_html(text) + from_markdown(text)
