"""Article HTML → a Document; no network.

What a page says of itself is asked first, best kept first: JSON-LD (https://schema.org/Article),
then meta tags (https://ogp.me/ and kin), then what stands on the page. Its text is trafilatura's,
or else the JSON-LD's ``articleBody``, or else the paragraphs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import htmldate
import trafilatura
from bs4 import BeautifulSoup, Tag
from w3lib.encoding import html_to_unicode

from scraper import blocks, dates, languages
from scraper.items import LARGEST, Parsed
from scraper.making import make
from scraper.markup import line, plain, tidy
from scraper.sources import Source
from scraper.urls import absolute, canonical

MOST_TAGS = 60_000
"""A page of more tags is refused: articles have some thousands."""

_ARTICLE = re.compile(r"(?:[A-Z][A-Za-z]+)?(?:Article|Posting|Report)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_TIMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "date.published", "parsely-pub-date", "publishdate", "publish-date", "pubdate",
    "publication_date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date", "date",
)  # fmt: skip
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)
_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)
_HEAD = 4_096
_ENOUGH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself; an empty string is nothing."""

    title: str
    body: str
    published_text: str
    publisher: str
    language: str | None
    canonical: str
    """The address that it gives as its own, in full."""


def parse(
    body: bytes,
    source: Source,
    fetched_at: datetime,
    *,
    url: str = "",
    content_type: str | None = None,
    published_text: str = "",
    publisher: str = "",
) -> Parsed:
    """Return the article on a page as a document.

    ``url`` is where the page was asked for; ``published_text`` what the feed that led to it says,
    for a page that does not say itself; ``publisher`` whom that feed names as the origin.
    """
    reason = _no_page(body)
    if reason:
        return _nothing(reason)
    try:
        page = read(body, url=url, content_type=content_type, zone=source.zone)
    except RecursionError:
        return _nothing("its elements are nested too deeply")
    if not page.body:
        return _nothing("no article text is found on it")
    words = page.published_text or published_text
    when, problem = dates.published(words, fetched_at, zone=source.zone)
    made = make(
        source,
        fetched_at,
        title=page.title,
        body=page.body,
        url=url or page.canonical,
        same_as=page.canonical,
        publisher=publisher or source.publisher or page.publisher,
        published_at=when,
        published_text=words,
        language=page.language,
    )
    return Parsed(documents=(made,), problems=(f"the page: {problem}",) if problem else ())


def read(
    body: bytes, *, url: str = "", content_type: str | None = None, zone: str | None = None
) -> Page:
    """Return what a page says of itself; ``zone`` is the publisher's, for its dates."""
    _, html = html_to_unicode(content_type, body, default_encoding="utf-8")
    # Led by this, a page that is nothing but an address is no address: htmldate would fetch it,
    # past the guard, and BeautifulSoup would warn of it.
    html = "<!doctype html>" + html.replace("\0", "")
    soup = BeautifulSoup(html, "lxml")
    article = next(_articles(soup), {})
    meta = _metas(soup)
    publisher = _name(article.get("publisher")) or meta.get("og:site_name", "")
    title = _title(soup, article, meta, publisher)
    return Page(
        title=title,
        body=_without(title, _body(html, soup, article)),
        published_text=_published(html, [*_stamps(soup, article, meta)], zone),
        publisher=publisher,
        language=_language(soup, article),
        canonical=_canonical(soup, meta, url),
    )


def _no_page(body: bytes) -> str | None:
    """Return why bytes are not read as a page, or ``None``."""
    if len(body) > LARGEST:
        return f"it has {len(body):,} bytes; at most {LARGEST:,} are read"
    tags = body.count(b"<")
    if tags > MOST_TAGS:
        return f"it has {tags:,} tags; at most {MOST_TAGS:,} are read"
    if _XML.match(body) and not _XHTML.search(body[:_HEAD]):
        return "it is XML and no HTML page"
    standing = blocks.blocked(body)
    return f"{standing} stands where the article should" if standing else None


def _nothing(problem: str) -> Parsed:
    return Parsed(problems=(f"the page is not read: {problem}",))


def _articles(soup: BeautifulSoup) -> Iterator[Mapping[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [data]
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = [*node, *waiting]
            elif isinstance(node, dict):
                types = node.get("@type")
                if any(_ARTICLE.match(str(t)) for t in (types if type(types) is list else [types])):
                    yield node
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in soup.find_all("meta", content=True):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if key:
            metas.setdefault(str(key).lower(), str(tag["content"]).strip())
    return metas


def _title(
    soup: BeautifulSoup, article: Mapping[str, Any], meta: Mapping[str, str], publisher: str
) -> str:
    said = article.get("headline")
    candidates = [said if isinstance(said, str) else "", *(meta.get(key, "") for key in _TITLES)]
    candidates += [tag.get_text(" ") for tag in (soup.h1, soup.title) if tag]
    title = next((words for words in map(line, candidates) if words), "")
    head, mark, site = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head if mark and publisher and site.casefold() == publisher.casefold() else title


def _stamps(
    soup: BeautifulSoup, article: Mapping[str, Any], meta: Mapping[str, str]
) -> Iterator[object]:
    yield article.get("datePublished")
    yield from (meta.get(key) for key in _TIMES)
    yield from (str(stamp["datetime"]) for stamp in soup.find_all("time", datetime=True, limit=1))


def _published(html: str, stamps: list[object], zone: str | None) -> str:
    for words in stamps:
        if isinstance(words, str) and dates.moment(words, zone=zone):
            return words.strip()
    return htmldate.find_date(html, original_date=True, extensive_search=False) or ""


def _body(html: str, soup: BeautifulSoup, article: Mapping[str, Any]) -> str:
    said = article.get("articleBody")
    told = plain(said) if isinstance(said, str) else ""
    found = trafilatura.extract(html, include_comments=False, include_tables=False) or ""
    found = "\n\n".join(line for line in tidy(found).splitlines() if line)
    if len(found) >= _ENOUGH or len(found) > len(told):
        return found
    return told or _paragraphs(soup)


def _without(title: str, body: str) -> str:
    """Return a body without the headline that stands above it on the page."""
    first, _, rest = body.partition("\n")
    return rest.strip() if line(first) == title else body


def _paragraphs(soup: BeautifulSoup) -> str:
    within = soup.find("article") or soup.find("main") or soup.body
    if not isinstance(within, Tag):
        return ""
    lines = [" ".join(tag.get_text(" ").split()) for tag in within.find_all("p")]
    return "\n\n".join(line for line in lines if line)


def _language(soup: BeautifulSoup, article: Mapping[str, Any]) -> str | None:
    root = soup.find("html")
    said = root.get("lang") if isinstance(root, Tag) else None
    return languages.declared(article.get("inLanguage")) or languages.declared(said)


def _canonical(soup: BeautifulSoup, meta: Mapping[str, str], url: str) -> str:
    """Return the page's own address, unless it is another site's or the front page's."""
    link = soup.find("link", rel="canonical", href=True)
    said = str(link["href"]) if isinstance(link, Tag) else meta.get("og:url", "")
    address = absolute(said, url) if said else ""
    if not (address and url):
        return address
    theirs, ours = urlsplit(canonical(address)), urlsplit(canonical(url))
    if theirs.hostname != ours.hostname or (theirs.path == "/" and ours.path != "/"):
        return ""
    return address


def _name(publisher: object) -> str:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return line(publisher) if isinstance(publisher, str) else ""
