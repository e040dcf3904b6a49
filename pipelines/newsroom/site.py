"""What the demo newsroom answers: files and rules in, answers out; no network.

A demo folder holds, for an editor to read and change without Python:

- ``sites/<host>/<path>``: what each host answers; ``story.html`` answers ``/story`` too, and
  ``index.html`` its folder;
- ``site.toml``: the addresses that answer in another way (a redirect, a delay, a status);
- ``sources.toml``: what the crawl watches there, as in ``data/sources.toml``;
- ``expected.toml``: which incidents must come of it, and which documents must not make one.

All files are read once, at the start: no path that a client sends is ever opened.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, ClassVar
from urllib.parse import unquote, urlsplit

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

DEMO = Path(str(importlib.resources.files("data"))) / "demo"
"""The folder of the demo newsroom."""
SOURCES = DEMO / "sources.toml"
"""The sources to crawl there."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


class SiteError(ValueError):
    """The demo's files are wrong; the message names the file, the entry and what is allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One ``[[answer]]`` of ``site.toml``: an address that is more than a file."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    url: Annotated[str, Field(pattern=r"^http://[a-z0-9.-]+/")]
    """The address; a request's query makes no difference."""
    file: str = ""
    """What is answered, as a path in the host's folder; empty: the file that the address names."""
    redirect: str = ""
    """Where the client is sent (301)."""
    status: Annotated[int, Field(ge=200, le=599)] = 200
    """The status, where it is no redirect."""
    delay: Annotated[float, Field(ge=0, le=10)] = 0.0
    """Seconds before the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file as it is served."""

    body: bytes
    type: str
    """Its media type, with the charset."""
    modified: datetime
    """When the file was last changed: aware, UTC, to the second."""

    @property
    def etag(self) -> str:
        """Return the entity tag: weak, as the page is the same zipped or not."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a request gets."""

    status: int
    page: Page
    location: str = ""
    """Where a redirect leads; empty for all else."""
    delay: float = 0.0
    """Seconds to wait first."""


class Site:
    """Every page of the demo newsroom by host and path, and the rules beside them."""

    def __init__(self, pages: Mapping[tuple[str, str], Page], rules: tuple[Rule, ...]) -> None:
        self.pages = pages
        self.rules = rules
        self.hosts = sorted({host for host, _ in pages})

    @classmethod
    def load(cls, folder: Path = DEMO) -> Site:
        """Read ``sites`` and ``site.toml`` of a folder; raises :class:`SiteError`."""
        sites = folder / "sites"
        pages = {
            place: page
            for file in sorted(sites.rglob("*"))
            if file.is_file()
            for page in [_page(file)]
            for place in _places(file.relative_to(sites))
        }
        rules = _rules(folder / "site.toml")
        for rule in rules:
            host, path = _file_of(rule)
            if not rule.redirect and (host, path) not in pages:
                raise SiteError(
                    f"site.toml: {rule.url}: there is no file sites/{host}{path}; "
                    "allowed: a file that is there, or a redirect"
                )
        return cls(pages, rules)

    def answer(self, url: str) -> Answer:
        """Return what an absolute address answers: 502 for a host that is none of the demo's."""
        try:
            host, path = _place(url)
        except ValueError:
            return _notice(HTTPStatus.BAD_REQUEST)
        if host not in self.hosts:
            return _notice(HTTPStatus.BAD_GATEWAY)
        for rule in self.rules:
            if _place(rule.url) == (host, path):
                return self._by(rule)
        page = self.pages.get((host, path))
        return Answer(status=200, page=page) if page else _notice(HTTPStatus.NOT_FOUND)

    def index(self) -> Answer:
        """Return a page for people: the addresses of every host, as links through this server."""
        items = "\n".join(
            f'<li><a href="/{escape(host + path)}">{escape(host + path)}</a></li>'
            for host, path in sorted(self.pages)
            if not path.endswith((".html", "/"))
        )
        title = "Downwire's demo newsroom"
        text = f"<!doctype html>\n<title>{title}</title>\n<h1>{title}</h1>\n<ul>\n{items}\n</ul>\n"
        page = Page(body=text.encode(), type=_TYPES[".html"], modified=datetime.now(UTC))
        return Answer(status=200, page=page)

    def _by(self, rule: Rule) -> Answer:
        if rule.redirect:
            moved = _notice(HTTPStatus.MOVED_PERMANENTLY)
            return Answer(status=301, page=moved.page, location=rule.redirect, delay=rule.delay)
        return Answer(status=rule.status, page=self.pages[_file_of(rule)], delay=rule.delay)


def unchanged(page: Page, none_match: str | None, modified_since: str | None) -> bool:
    """Return whether a conditional request gets 304 (RFC 9110, section 13).

    Takes the values of ``If-None-Match`` and ``If-Modified-Since``, ``None`` where absent; the
    former alone decides where it is given, and a date that is none counts as absent.
    """
    if none_match is not None:
        tags = {tag.strip().removeprefix("W/") for tag in none_match.split(",")}
        return bool(tags & {"*", page.etag.removeprefix("W/")})
    try:
        since = parsedate_to_datetime(modified_since or "")
    except ValueError:
        return False
    return page.modified <= (since if since.tzinfo else since.replace(tzinfo=UTC))


def _page(file: Path) -> Page:
    modified = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
    kind = _TYPES.get(file.suffix, "application/octet-stream")
    return Page(body=file.read_bytes(), type=kind, modified=modified)


def _places(file: Path) -> Iterator[tuple[str, str]]:
    host, path = file.parts[0], "/" + "/".join(file.parts[1:])
    yield host, path
    if file.name == "index.html":
        yield host, path.removesuffix("index.html")
    elif file.suffix == ".html":
        yield host, path.removesuffix(".html")


def _rules(file: Path) -> tuple[Rule, ...]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[Rule, ...]).validate_python(tables.get("answer", ()))
    except tomllib.TOMLDecodeError as error:
        raise SiteError(f"site.toml: is not TOML: {error}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = " ".join(str(part) for part in problem["loc"])
        raise SiteError(f"site.toml: answer {where}: {problem['msg']}") from error


def _file_of(rule: Rule) -> tuple[str, str]:
    host, path = _place(rule.url)
    return host, "/" + rule.file if rule.file else path


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.hostname or "", unquote(parts.path) or "/"


def _notice(status: HTTPStatus) -> Answer:
    text = f"{status.value} {status.phrase}\n"
    page = Page(body=text.encode(), type=_TYPES[".txt"], modified=datetime.now(UTC))
    return Answer(status=status.value, page=page)
