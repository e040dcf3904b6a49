"""Pages that stand where an article should: blocks, challenges, captchas, consent walls, errors.

Such a page is never a document: a text that says "503 Service Unavailable" because *we* were
turned away is no evidence of anybody's outage.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parsel import Selector

ERROR_PAGE = "an error page"
"""What :func:`blocked` calls a page that tells of a failure rather than of a refusal."""

_LOOKED_AT = 200_000
_SHORT = 1_500

_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
_HEADINGS = "//title/text() | (//h1)[1]//text()"

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|!--)", re.IGNORECASE)

_TITLES = (
    ("a browser challenge", r"just a moment|checking your browser|one more step|ddos-guard"),
    ("a browser challenge", r"please wait|attention required!?|security check(?: required)?"),
    (
        "a captcha",
        r"(?:are you|you are not) a robot|robot check|verify (?:that )?you are (?:a )?human",
    ),
    ("a captcha", r"human verification|captcha|pardon our interruption|bot verification"),
    ("a refusal", r"access (?:denied|to this page has been denied)|(?:request )?blocked|forbidden"),
    (
        "a refusal",
        r"request (?:unsuccessful|rejected)|sorry, you have been blocked|unauthori[sz]ed",
    ),
    (
        "a consent wall",
        r"before you continue(?: to .{1,40})?|(?:we value )?your privacy(?: choices)?",
    ),
    ("a consent wall", r"cookie consent|consent(?: required)?|manage your privacy"),
    (ERROR_PAGE, r"(?:error )?[45]\d\d(?: [\w' -]{1,40})?|page not found|not found"),
    (
        "an error page",
        r"(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable",
    ),
    (ERROR_PAGE, r"gateway time-?out|too many requests|error|site maintenance"),
)
_TITLE = re.compile(
    "|".join(f"(?P<t{number}>{pattern})" for number, (_, pattern) in enumerate(_TITLES)),
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\s*[.…!?]*\s*(?:[|:–—-].{0,60})?")

_MACHINERY = (
    ("a browser challenge", ("/cdn-cgi/challenge-platform/", "cf-browser-verification", "cf_chl_")),
    ("a browser challenge", ("_Incapsula_Resource", "awsWafCookieDomainList", "ddos-guard")),
    (
        "a captcha",
        ("captcha-delivery.com", "px-captcha", "g-recaptcha", "h-captcha", "cf-turnstile"),
    ),
    ("a consent wall", ("consent.google.", "consent.yahoo.", "guce.")),
)


def is_html(body: bytes) -> bool:
    """Return whether bytes begin as an HTML page does."""
    return _HTML.match(body[:1_000]) is not None


def blocked(
    body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> str | None:
    """Return what stands in the way, as ``a captcha``, or ``None`` for an ordinary answer.

    ``headers`` has lower-case names. A long text is never a block, whatever its title says:
    news tells of blocks and errors too.
    """
    headers = headers or {}
    if "challenge" in headers.get("cf-mitigated", "") or "challenge" in headers.get(
        "x-amzn-waf-action", ""
    ):
        return "a browser challenge"
    found = _by_page(body[:_LOOKED_AT]) if is_html(body) else None
    if found is None and status in (401, 403, 407, 429, 451):
        return "a refusal"
    return found


def _by_page(page: bytes) -> str | None:
    tree = Selector(body=page, type="html")
    text = " ".join(" ".join(tree.xpath(_VISIBLE).getall()).split())
    if len(text) > _SHORT:
        return None
    titles = [" ".join(title.split()) for title in tree.xpath(_HEADINGS).getall()]
    return _by_title(titles) or _by_machinery(page)


def _by_title(titles: list[str]) -> str | None:
    for title in titles:
        match = _TITLE.match(title)
        if match and match.lastgroup and _TITLE_END.fullmatch(title, match.end()):
            return _TITLES[int(match.lastgroup[1:])][0]
    return None


def _by_machinery(page: bytes) -> str | None:
    source = page.decode("latin-1")
    for name, marks in _MACHINERY:
        if any(mark in source for mark in marks):
            return name
    return None
