"""The catalogue: services that can be down, their kinds and features, as editors keep them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from nlp import entries
from nlp.entries import EntryError

OWN_FILE = "DOWNWIRE_SERVICES"
"""The environment variable that names a file of services beside those of ``data/services``."""

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ITEM = re.compile(r"Q[1-9]\d{0,9}")
_COUNTRY = re.compile(r"[A-Z]{2}")

CATEGORIES = (
    *("compute", "storage", "network", "database", "analytics"),
    *("ai", "security", "management", "others"),
)
"""What a cloud's service does: its family in the cloud's list of products."""

_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that can be down. Written in ``data/services/*.toml``."""

    key: str
    """Stable and kebab-case, as in claims and incidents."""
    name: str
    """Name for people."""
    kind: str
    """What sort of service it is: a key of ``data/lexicons/kinds.toml``."""
    category: str | None = None
    """What it does, if it is a cloud's: one of :data:`CATEGORIES`."""
    owner: str | None = None
    """Company that runs it, by name."""
    parent: str | None = None
    """Key of the service that it is a part of."""
    ambiguous: bool = False
    """The name is also a word, a surname or another thing: it counts only in context."""
    aliases: tuple[str, ...] = ()
    """Other names that mean this service alone, former ones and misspellings among them."""
    ambiguous_aliases: tuple[str, ...] = ()
    """Other names that count only in context; several services may share one."""
    former: tuple[str, ...] = ()
    """Names that it once had; each is an alias too."""
    homepage: str | None = None
    """Its site."""
    status_page: str | None = None
    """Where its operator says how it is."""
    wikidata: str | None = None
    """Its item there, as ``Q364``."""
    country: str | None = None
    """ISO 3166-1 code of the one country that it serves first, where its host does not tell it."""

    @property
    def certain_names(self) -> tuple[str, ...]:
        """Names that need no context."""
        own = () if self.ambiguous else (self.name,)
        return (*own, *self.aliases, *self.former)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name by which it is found."""
        return (*self.certain_names, *self.doubtful_names)

    @property
    def host(self) -> str | None:
        """The host of its site, where that is its own and not a page of a larger one.

        >>> Service(key="pypi", name="PyPI", kind="developer", homepage="https://pypi.org/").host
        'pypi.org'
        """
        match = _HOST.fullmatch(self.homepage or "")
        return match[1] if match else None

    @property
    def doubtful_names(self) -> tuple[str, ...]:
        """Names that count only in context."""
        own = (self.name,) if self.ambiguous else ()
        return (*own, *self.ambiguous_aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of service and the words that stand for one. In ``data/lexicons/kinds.toml``."""

    key: str
    name: str
    """Name for people."""
    nouns: tuple[str, ...]
    """What a writer calls such a service: chatbot, assistant …"""
    scene: tuple[str, ...] = ()
    """What is spoken of where such a service is: patients, players …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A part or function of a service. Written in ``data/lexicons/features.toml``."""

    key: str
    name: str
    """Name for people."""
    service: str | None = None
    """Key of the only service that has it; ``None`` where any service may."""
    among: tuple[str, ...] = ()
    """Keys of services or kinds of which its words mean this, and not what they mean elsewhere."""
    phrases: tuple[str, ...] = ()
    """Words that mean it wherever they stand."""
    words: tuple[str, ...] = ()
    """Words that mean it only beside words such as "feature", "with", "is down"."""
    acts: tuple[str, ...] = ()
    """Verbs that mean it only where somebody can or cannot do so."""


@cache
def services() -> dict[str, Service]:
    """Return all services by key, in the order of files and entries.

    Raises :class:`EntryError` naming file and entry.
    """
    return load_services(catalogue())


def catalogue() -> tuple[Traversable, ...]:
    """Return the files that make the catalogue: ``data/services/*.toml``, then the editor's own."""
    own = own_file()
    return (*tomls(entries.folder("services")), *([own] if own else []))


def own_file() -> Path | None:
    """Return the file of services that ``DOWNWIRE_SERVICES`` names, if it names one."""
    named = os.environ.get(OWN_FILE)
    return Path(named) if named else None


def tomls(folder: Traversable) -> list[Traversable]:
    """Return the TOML files of a folder by name."""
    found = (file for file in folder.iterdir() if file.name.endswith(".toml"))
    return sorted(found, key=lambda file: file.name)


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds of service by key. Raises :class:`EntryError`."""
    fields = {"key": str, "name": str, "nouns": list, "scene": list}
    file = entries.folder("lexicons") / "kinds.toml"
    return {
        entry["key"]: Kind(
            key=entry["key"],
            name=entry["name"],
            nouns=tuple(entry["nouns"]),
            scene=tuple(entry.get("scene", ())),
        )
        for _, entry in entries.read(file, "kinds", fields, ("key", "name", "nouns"))
    }


def words(key: str) -> frozenset[str]:
    """Return one list of ``data/lexicons/words.toml``. Raises :class:`EntryError`."""
    if key not in _words():
        raise EntryError(f"words.toml: no entry has the key {key!r}")
    return _words()[key]


@cache
def _words() -> dict[str, frozenset[str]]:
    file = entries.folder("lexicons") / "words.toml"
    found = entries.read(file, "words", {"key": str, "words": list}, ("key", "words"))
    return {entry["key"]: frozenset(entry["words"]) for _, entry in found}


@cache
def features() -> tuple[Feature, ...]:
    """Return all features, general ones first. Raises :class:`EntryError`."""
    return load_features(entries.folder("lexicons") / "features.toml")


@cache
def children() -> dict[str, tuple[str, ...]]:
    """Return the keys of each service's own parts, by its key."""
    found: dict[str, tuple[str, ...]] = {}
    for service in services().values():
        if service.parent:
            found[service.parent] = (*found.get(service.parent, ()), service.key)
    return found


def slug(name: str) -> str:
    """Return a name as a key; empty where it has no letter or digit of the Latin alphabet.

    >>> slug("Réplication (EU)")
    'replication-eu'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@lru_cache(maxsize=20_000)
def ancestors(key: str | None) -> tuple[str, ...]:
    """Return the service's parent, the parent's parent and so on, nearest first.

    >>> ancestors("codex")
    ('chatgpt', 'openai')
    """
    return ancestors_in(services(), key)


def ancestors_in(catalogue: Mapping[str, Service], key: str | None) -> tuple[str, ...]:
    """Return the same of a catalogue that is given; a parent it lacks ends the chain."""
    chain: list[str] = []
    service = catalogue.get(key) if key else None
    while service and service.parent and service.parent not in chain:
        chain.append(service.parent)
        service = catalogue.get(service.parent)
    return tuple(chain)


def load_services(files: Iterable[Traversable]) -> dict[str, Service]:
    """Read TOML files as the services of one catalogue. Raises :class:`EntryError`."""
    fields = {
        **dict.fromkeys(("key", "name", "kind", "category", "owner", "parent"), str),
        "ambiguous": bool,
        **dict.fromkeys(("aliases", "ambiguous_aliases", "former"), list),
        **dict.fromkeys(("homepage", "status_page", "wikidata", "country"), str),
    }
    found: dict[str, Service] = {}
    places: dict[str, str] = {}
    for file in files:
        for where, entry in entries.read(file, "services", fields, ("key", "name", "kind")):
            service = _service(where, entry)
            if service.key in found:
                raise EntryError(f"{where}: the key is taken by {places[service.key]}")
            found[service.key] = service
            places[service.key] = where
    _check_parents(found, places)
    _check_names(found, places)
    return found


def load_features(file: Traversable) -> tuple[Feature, ...]:
    """Read a TOML file of features. Raises :class:`EntryError`."""
    lists = dict.fromkeys(("among", "phrases", "words", "acts"), list)
    fields = {"key": str, "name": str, "service": str, **lists}
    found: dict[tuple[str | None, tuple[str, ...], str], Feature] = {}
    for where, entry in entries.read(file, "features", fields, ("key", "name")):
        feature = Feature(**_tuples(entry))
        _check_key(where, feature.key)
        if feature.service and feature.service not in services():
            raise EntryError(f"{where}: no service {feature.service!r} in data/services")
        if not feature.phrases and not feature.words:
            raise EntryError(f"{where}: give phrases or words by which it is found")
        if unknown := set(feature.among).difference(services(), kinds()):
            raise EntryError(f"{where}: no services nor kinds {sorted(unknown)} in data")
        if (feature.service, feature.among, feature.key) in found:
            raise EntryError(f"{where}: the key is taken; choose another or merge the entries")
        found[feature.service, feature.among, feature.key] = feature
    return tuple(sorted(found.values(), key=lambda feature: feature.service or ""))


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}


def _service(where: str, entry: dict[str, Any]) -> Service:
    service = Service(**_tuples(entry))
    _check_key(where, service.key)
    if service.kind not in kinds():
        allowed = ", ".join(kinds())
        raise EntryError(f"{where}: no kind {service.kind!r}; allowed: {allowed}")
    if service.category not in (None, *CATEGORIES):
        allowed = ", ".join(CATEGORIES)
        raise EntryError(f"{where}: no category {service.category!r}; allowed: {allowed}")
    for field in ("homepage", "status_page"):
        address = getattr(service, field)
        if address and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
            raise EntryError(f"{where}: {field} must be an http address, not {address!r}")
    if service.wikidata and not _ITEM.fullmatch(service.wikidata):
        raise EntryError(
            f"{where}: wikidata must be an item such as Q364, not {service.wikidata!r}"
        )
    if service.country and not _COUNTRY.fullmatch(service.country):
        raise EntryError(f"{where}: country must be a code such as GB, not {service.country!r}")
    return service


def _check_key(where: str, key: str) -> None:
    if not _KEY.fullmatch(key):
        raise EntryError(f"{where}: a key is lower-case words joined by hyphens, not {key!r}")


def _check_parents(found: dict[str, Service], places: dict[str, str]) -> None:
    for service in found.values():
        seen = {service.key}
        parent = service.parent
        while parent:
            if parent not in found:
                raise EntryError(f"{places[service.key]}: no service has the parent key {parent!r}")
            if parent in seen:
                raise EntryError(f"{places[service.key]}: the parents go round in a circle")
            seen.add(parent)
            parent = found[parent].parent


def _check_names(found: dict[str, Service], places: dict[str, str]) -> None:
    """Refuse a name without need of context that another service has too."""
    certain: dict[str, str] = {}
    for service in found.values():
        for name in service.certain_names:
            other = certain.setdefault(name.lower(), service.key)
            if other != service.key:
                raise EntryError(
                    f"{places[service.key]}: {name!r} already means {other} "
                    f"({places[other]}); put it into ambiguous_aliases of both"
                )
    for service in found.values():
        for name in service.doubtful_names:
            if name.lower() in certain:
                raise EntryError(
                    f"{places[service.key]}: {name!r} is ambiguous here but certain for "
                    f"{certain[name.lower()]}; put it into ambiguous_aliases of both"
                )
