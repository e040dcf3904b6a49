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

_SHORT = 1_500
_VERY_SHORT = 400

_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
_HEADINGS = "//title/text() | (//h1)[1]//text()"

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|!--)", re.IGNORECASE)

_CHALLENGE, _CAPTCHA, _REFUSAL = "a browser challenge", "a captcha", "a refusal"
_CONSENT = "a consent wall"
_TITLES = {
    _CHALLENGE: (
        "just a moment|one moment,? please|please wait|one more step|checking your browser",
        "attention required!?|ddos-guard|client challenge|making sure you'?re not a bot",
        "(?:vercel )?security (?:check(?:point| required)?|verification)",
    ),
    _CAPTCHA: (
        "(?:are you|you are not) a robot|robot or human|robot check|bot verification|captcha",
        "verify (?:that )?you are (?:a )?human|human verification|pardon our interruption",
    ),
    _REFUSAL: (
        "access (?:denied|to this page has been denied)|(?:request )?blocked|forbidden",
        "(?:sorry, )?you have been blocked|web page blocked|(?:application firewall )?block page",
        "your (?:access to this site has been limited|request has been blocked.{0,40})",
        "request (?:unsuccessful|rejected)|unauthori[sz]ed",
    ),
    _CONSENT: (
        "before you continue(?: to .{1,40})?|(?:we value )?your privacy(?: choices)?",
        "cookie consent|consent(?: required)?|manage your privacy",
    ),
    ERROR_PAGE: (
        "(?:error )?[45]\\d\\d(?: [\\w' -]{1,40})?|(?:page )?not found|too many requests|error",
        "(?:internal )?server error|bad gateway|gateway time-?out|site maintenance",
        "service (?:temporarily )?unavailable",
    ),
}
_NAMES = tuple(_TITLES)
_TITLE = re.compile(
    "|".join(f"(?P<t{n}>{'|'.join(_TITLES[name])})" for n, name in enumerate(_NAMES)),
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"https?://(?:consent|guce)\.", re.IGNORECASE)
_TITLE_END = re.compile(r"\s*[.…!?]*\s*(?:[|–—-].{0,60})?")

_MACHINERY = (
    (_CHALLENGE, ("/cdn-cgi/challenge-platform/", "cf-browser-verification", "cf_chl_")),
    (_CHALLENGE, ("_Incapsula_Resource", "awsWafCookieDomainList", "ddos-guard")),
    (
        _CAPTCHA,
        ("captcha-delivery.com", "px-captcha", "g-recaptcha", "h-captcha", "cf-turnstile"),
    ),
    (_CONSENT, ("consent.google.", "consent.yahoo.", "guce.")),
)


def is_html(body: bytes) -> bool:
    """Return whether bytes begin as an HTML page does."""
    return _HTML.match(body[:1_000]) is not None


def blocked(
    body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None, url: str = ""
) -> str | None:
    """Return what stands in the way, as ``a captcha``, or ``None`` for an ordinary answer.

    ``headers`` has lower-case names; ``url`` is where the answer came from in the end. A long
    text is never a block, whatever its title says: news tells of blocks and errors too.
    """
    headers = headers or {}
    if "challenge" in headers.get("cf-mitigated", "") or "challenge" in headers.get(
        "x-amzn-waf-action", ""
    ):
        return _CHALLENGE
    if _CONSENT_HOST.match(url):
        return _CONSENT
    found = _by_page(body) if is_html(body) else None
    if found is None and status in (401, 403, 407, 429, 451):
        return _REFUSAL
    return found


def _by_page(page: bytes) -> str | None:
    tree = Selector(body=page, type="html")
    text = " ".join(" ".join(tree.xpath(_VISIBLE).getall()).split())
    if len(text) > _SHORT:
        return None
    titles = [" ".join(title.split()) for title in tree.xpath(_HEADINGS).getall()]
    # Ordinary pages load the same machinery; only on a bare one does it stand in the way.
    return _by_title(titles) or (_by_machinery(page) if len(text) <= _VERY_SHORT else None)


def _by_title(titles: list[str]) -> str | None:
    for title in titles:
        match = _TITLE.match(title)
        if match and match.lastgroup and _TITLE_END.fullmatch(title, match.end()):
            return _NAMES[int(match.lastgroup[1:])]
    return None


def _by_machinery(page: bytes) -> str | None:
    source = page.decode("latin-1")
    for name, marks in _MACHINERY:
        if any(mark in source for mark in marks):
            return name
    return None
