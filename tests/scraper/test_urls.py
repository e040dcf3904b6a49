from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.urls import absolute, canonical


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://mill.example:80", "http://mill.example/"),
        ("https://mill.example:8443/a", "https://mill.example:8443/a"),
        ("https://user:word@mill.example/a", "https://mill.example/a"),
        ("https://mobile.mill.example/a/", "https://mill.example/a"),
        ("https://amp.mill.example/a?outputType=amp", "https://mill.example/a"),
        ("https://en.m.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/A"),
        ("https://m.example/a", "https://m.example/a"),
        ("https://mill.example/lamp", "https://mill.example/lamp"),
        ("https://mill.example/amplifier/a", "https://mill.example/amplifier/a"),
        ("https://mill.example/a/amp/?utm_medium=x", "https://mill.example/a"),
        ("https://mill.example/item?id=7&p=", "https://mill.example/item?id=7&p="),
        ("https://mill.example/a%20b", "https://mill.example/a%20b"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("http://[bad/", "http://[bad/"),
        ("https://mill.example:99999/", "https://mill.example:99999/"),
        ("", ""),
    ],
)
def test_canonical(url: str, same: str) -> None:
    assert canonical(url) == same


@pytest.mark.parametrize(
    ("url", "full"),
    [
        ("/a", "https://mill.example/a"),
        ("//other.example/a", "https://other.example/a"),
        ("data:text/html,x", ""),
        ("http://[bad", ""),
    ],
)
def test_absolute(url: str, full: str) -> None:
    assert absolute(url, "https://mill.example/x/y") == full


@given(
    st.from_regex(r"https?://[a-z.]{1,20}(:[0-9]{1,5})?/[ -~é]{0,40}", fullmatch=True) | st.text()
)
def test_canonical_is_stable(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once
