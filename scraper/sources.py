"""What is watched: the strict reading of ``data/sources.toml``."""

from __future__ import annotations

import difflib
import importlib.resources
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_args
from urllib.parse import urlsplit

import pycountry
from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from scraper.items import Kind
from scraper.zones import is_zone

Spider = Literal["feeds", "articles", "hackernews", "statuspage", "google_cloud", "aws"]

_KEY = "lower-case letters and digits joined by single hyphens, as in bbc-technology"
_ALLOWED = {
    "id": _KEY,
    "name": "some words",
    "spider": "one of " + ", ".join(get_args(Spider)),
    "kind": "one of " + ", ".join(get_args(Kind)),
    "publisher": "some words",
    "url": "an http:// or https:// address with a host",
    "country": "an ISO 3166-1 alpha-2 code in capitals, as in GB or IN",
    "language": "an ISO 639-1 code in lower case, as in en",
    "zone": "an IANA time zone, as in Europe/London",
    "service": _KEY,
    "follow": "true or false",
    "floor": "a whole number, zero or more",
    "queries": "a list of words to search for",
}


class SourcesError(ValueError):
    """The file of sources is wrong; the message names the file, the entry and what is allowed."""


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or " " in url:
        raise ValueError(_ALLOWED["url"])
    return url


def _country(code: str) -> str:
    if pycountry.countries.get(alpha_2=code) is None or not code.isupper():
        raise ValueError(_ALLOWED["country"])
    return code


def _zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError(_ALLOWED["zone"])
    return name


_Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_Words = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place on the web that is watched: one ``[[source]]`` table."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    id: _Key
    """Names it on the command line and in the database."""
    name: _Words
    """Its name for people."""
    spider: Spider
    """Which spider fetches it."""
    kind: Kind
    """What it publishes."""
    publisher: _Words
    """Whom to cite."""
    url: Annotated[str, AfterValidator(_web_address)]
    """Where it is fetched."""
    country: Annotated[str, AfterValidator(_country)] | None = None
    """ISO 3166-1 alpha-2 code of the publisher."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    """ISO 639-1 code of its texts."""
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    """IANA zone of its newsroom, for times that name none."""
    service: _Key | None = None
    """Key of the service that it speaks for, where it is that service's status page."""
    follow: Annotated[bool, Field(strict=True)] = False
    """Whether the pages that its entries link to are fetched."""
    floor: Annotated[int, Field(ge=0, strict=True)] = 1
    """Fewer items than this in a fetch mean that something broke."""
    queries: tuple[_Words, ...] = ()
    """What is searched for; ``hackernews`` only."""


_ADAPTER = TypeAdapter(Source)


def load(path: Path | None = None) -> dict[str, Source]:
    """Return the sources of a TOML file by id, in the file's order.

    Without a path it is the project's own ``data/sources.toml``. Raises :class:`SourcesError`.
    """
    place = path or importlib.resources.files("data") / "sources.toml"
    name = str(path) if path else "data/sources.toml"
    try:
        text = place.read_text(encoding="utf-8")
    except OSError as error:
        raise SourcesError(f"{name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourcesError(f"{name}: is not UTF-8 text; save it as UTF-8") from error
    return loads(text, name)


def loads(text: str, name: str = "sources.toml") -> dict[str, Source]:
    """Return the sources that TOML text declares, by id; ``name`` is the file in messages."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourcesError(f"{name}: is not TOML: {error}") from error
    entries = tables.pop("source", [])
    if tables or not isinstance(entries, list):
        stray = ", ".join(sorted(tables)) or "source"
        raise SourcesError(f"{name}: found {stray} at the top; allowed: [[source]] tables only")
    sources: dict[str, Source] = {}
    for number, entry in enumerate(entries, start=1):
        source = _source(entry, f"{name}: {_label(entry, number)}")
        if source.id in sources:
            raise SourcesError(
                f"{name}: {_label(entry, number)}: id: this id is taken by an entry above; "
                "allowed: an id of its own"
            )
        sources[source.id] = source
    return sources


def pick(sources: Mapping[str, Source], ids: Iterable[str]) -> list[Source]:
    """Return the sources of these ids, in their order; an unknown id is a SourcesError."""
    picked = []
    for id_ in ids:
        if id_ not in sources:
            near = difflib.get_close_matches(id_, sources, n=3)
            hint = f"did you mean {' or '.join(near)}? " if near else ""
            raise SourcesError(f"no source is called {id_!r}; {hint}`downwire sources` lists them")
        picked.append(sources[id_])
    return picked


def _label(entry: object, number: int) -> str:
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return f"source {id_!r} (number {number})" if id_ else f"source number {number}"


def _source(entry: Any, where: str) -> Source:
    try:
        source = _ADAPTER.validate_python(entry)
    except ValidationError as error:
        raise SourcesError(f"{where}: {_first(error)}") from error
    if bool(source.queries) != (source.spider == "hackernews"):
        raise SourcesError(f"{where}: queries: the spider hackernews needs them, no other has them")
    return source


def _first(error: ValidationError) -> str:
    problem = error.errors()[0]
    key = str(problem["loc"][0]) if problem["loc"] else ""
    if key in _ALLOWED:
        missing = problem["type"].startswith("missing")
        got = "is missing" if missing else f"got {problem['input']!r}"
        return f"{key}: {got}; allowed: {_ALLOWED[key]}"
    if not key:
        return f"got {problem['input']!r}; allowed: a table with the keys {', '.join(_ALLOWED)}"
    near = difflib.get_close_matches(key, _ALLOWED, n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"{key}: unknown key{hint}; allowed: {', '.join(_ALLOWED)}"
