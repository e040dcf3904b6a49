from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.blocks import blocked


def page(title: str, body: str = "<p>Hold on.</p>", head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}".encode()


STORY = "<p>" + "Callers in the north could not reach the exchange this morning. " * 40 + "</p>"


@pytest.mark.parametrize(
    ("body", "status", "headers", "said"),
    [
        (page("Just a moment..."), 403, {}, "a browser challenge"),
        (page("Just a moment..."), 200, {}, "a browser challenge"),
        (page("Attention Required! | Cloudflare"), 403, {}, "a browser challenge"),
        (page("Mill News", head='<script src="/cdn-cgi/challenge-platform/x.js">'), 200, {},
         "a browser challenge"),
        (page("Access Denied"), 200, {}, "a refusal"),
        (page("", "<h1>Access to this page has been denied</h1>"), 200, {}, "a refusal"),
        (b"no", 403, {}, "a refusal"),
        (b"slow down", 429, {}, "a refusal"),
        (page("Are you a robot?"), 200, {}, "a captcha"),
        (page("Mill News", '<div class="g-recaptcha"></div>'), 200, {}, "a captcha"),
        (page("Before you continue to Mill News"), 200, {}, "a consent wall"),
        (page("Making sure you're not a bot!"), 200, {}, "a browser challenge"),
        (page("Vercel Security Checkpoint"), 429, {}, "a browser challenge"),
        (page("Robot or human?"), 200, {}, "a captcha"),
        (page("", "<h1>Your request has been blocked by a security policy</h1>"), 200, {},
         "a refusal"),
        (page("503 Service Temporarily Unavailable"), 503, {}, "an error page"),
        (page("Page not found – Mill News"), 200, {}, "an error page"),
        (b"{}", 200, {"cf-mitigated": "challenge"}, "a browser challenge"),
        (page("Access denied: how the exchange fell over", STORY), 200, {}, None),
        (page("Just a moment...", STORY), 200, {}, None),
        (page("Mill", STORY, '<script src="/cdn-cgi/challenge-platform/x.js"></script>'), 200, {},
         None),
        (page("Mill", STORY, "<style>" + " " * 300_000 + "</style><!-- g-recaptcha -->"), 200, {},
         None),
        (page("Error: the mill stands still"), 200, {}, None),
        (page("Error in a cable cut off the north, says operator"), 200, {}, None),
        (page("Mill News"), 200, {}, None),
        (b"<rss><channel><title>Access Denied</title></channel></rss>", 200, {}, None),
        (b'{"incidents": []}', 503, {}, None),
        (b"", 200, {}, None),
    ],
)  # fmt: skip
def test_what_stands_in_the_way(
    body: bytes, status: int, headers: dict[str, str], said: str | None
) -> None:
    assert blocked(body, status=status, headers=headers) == said


def test_a_consent_wall_by_its_host() -> None:
    body = page("Welcome", STORY)
    assert blocked(body, url="https://consent.mill.example/v2?x=1") == "a consent wall"
    assert blocked(body, url="https://mill.example/consent.html") is None


@given(st.binary())
def test_any_bytes_are_judged(body: bytes) -> None:
    assert blocked(b"<html>" + body) in {None, *(
        "a browser challenge", "a captcha", "a refusal", "a consent wall", "an error page"
    )}  # fmt: skip
