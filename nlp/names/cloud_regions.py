"""Regions of the large clouds: by the cloud's own ids anywhere, by name where that cloud speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp import entries
from nlp.entries import EntryError
from nlp.names import places
from nlp.names.matching import Phrases, Surface, fold
from nlp.names.naming import is_cased

SERVICES = {"aws": "aws", "google-cloud": "gcp", "azure": "azure"}
"""Keys of the clouds in the catalogue, and of their regions."""

_AREAS = (
    *("us", "eu", "ap", "ca", "mx", "sa", "af", "me", "il", "cn", "eusc-de"),
    *("asia", "europe", "australia", "africa", "northamerica", "southamerica"),
)
_ID = re.compile(
    rf"(?<![\w-])((?:{'|'.join(_AREAS)})-(?:gov-|iso[a-z]?-)?[a-z]{{4,12}}-?\d{{1,2}})(?:-?[a-f])?(?![\w-])"
)
_LIKE_AN_ID = re.compile(r"-[a-z]{4,12}-?\d")
"""What all ids have; it begins with a plain sign, which ``re`` skips to."""
_MORE_OF_AN_ID = re.compile(r"-\d")
_IN_BRACKETS = re.compile(r" \(([a-z0-9-]{2,30})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudRegion:
    """A region of a cloud. Written in ``data/lexicons/cloud_regions.toml``."""

    cloud: str
    """``aws``, ``gcp`` or ``azure``."""
    id: str
    """The cloud's own id."""
    name: str
    """Name for people, as the operator writes it."""
    names: tuple[str, ...] = ()
    """Other names."""

    @property
    def key(self) -> str:
        """The key in mentions and claims: ``aws:us-east-1``."""
        return f"{self.cloud}:{self.id}"


@dataclass(frozen=True, slots=True)
class Found:
    """A cloud's region where it stands in a text."""

    start: int
    end: int
    region: CloudRegion
    rule: str


@cache
def regions() -> dict[str, CloudRegion]:
    """Return all regions by key. Raises :class:`EntryError`."""
    fields = {**dict.fromkeys(("cloud", "id", "name"), str), "names": list}
    file = entries.folder("lexicons") / "cloud_regions.toml"
    found: dict[str, CloudRegion] = {}
    for where, entry in entries.read(file, "regions", fields, ("cloud", "id", "name")):
        region = CloudRegion(**{**entry, "names": tuple(entry.get("names", ()))})
        if region.cloud not in SERVICES.values():
            allowed = ", ".join(SERVICES.values())
            raise EntryError(f"{where}: no cloud {region.cloud!r}; allowed: {allowed}")
        if region.key in found:
            raise EntryError(f"{where}: {region.key} is already there; merge the entries")
        found[region.key] = region
    return found


def find(surface: Surface, *, own: str | None, spoken_of: set[str]) -> Iterator[Found]:
    """Yield the regions of clouds in a text; none overlap.

    ``own`` is the cloud that itself speaks: any name of its regions counts, and no other's.
    ``spoken_of`` are the clouds that the text names: their regions' names count where they are
    no other place's or where the word "region" follows; any do where the text has the region's id.
    """
    by_id = [
        Found(match.start(), match.end(), region, "regions:cloud-id")
        for match in (_ID.finditer(surface.folded) if _LIKE_AN_ID.search(surface.folded) else ())
        if (region := _by_id().get(match[1])) and own in (None, region.cloud)
    ]
    ids = {found.region.id for found in by_id}
    taken: set[int] = set()
    for start, end, candidates in _names().scan(surface):
        region = _by_name(surface, (start, end), candidates, own, spoken_of, ids)
        if region:
            stop = _with_id(surface.folded, end, region)
            taken.update(range(start, stop))
            yield Found(start, stop, region, "regions:cloud-name")
    yield from (found for found in by_id if found.start not in taken)


def listed(item: str, own: str | None) -> CloudRegion | None:
    """Return the region that an item of an official list means: ``Iowa (us-central1)``."""
    folded = fold(item)
    code = re.search(r"\(([a-z0-9-]{2,30})\)$", folded)
    for cloud in [own] if own else SERVICES.values():
        region = regions().get(f"{cloud}:{code[1] if code else folded}")
        if region:
            return region
    matches = [region for _, region in _names().whole(item) if region.cloud == own]
    return matches[0] if matches else None


@cache
def _by_id() -> dict[str, CloudRegion]:
    return {region.id: region for region in regions().values() if "-" in region.id}


@cache
def _names() -> Phrases[tuple[str, CloudRegion]]:
    names = [
        (written, region)
        for region in regions().values()
        for written in (region.name, *region.names)
    ]
    names += [(region.id, region) for region in regions().values() if region.cloud == "azure"]
    return Phrases((written, (written, region)) for written, region in names)


def _by_name(
    surface: Surface,
    span: tuple[int, int],
    candidates: list[tuple[str, CloudRegion]],
    own: str | None,
    spoken_of: set[str],
    ids: set[str],
) -> CloudRegion | None:
    """Return the region that a name means here, if it means a cloud's."""
    start, end = span
    folded = surface.folded
    raw = surface.text[start:end]
    if _MORE_OF_AN_ID.match(folded, end):
        return None
    code = _IN_BRACKETS.match(folded, end)
    for written, region in candidates:
        if written == region.id or (code and code[1] == region.id):
            return region
    cased = [(written, region) for written, region in candidates if is_cased(raw, written)]
    for _, region in cased:
        if region.cloud == own:
            return region
    for written, region in cased:
        is_its = _is_distinct(written) or folded.startswith(" region", end)
        if region.id in ids or (region.cloud in spoken_of and is_its):
            return region
    return None


@cache
def _is_distinct(written: str) -> bool:
    """Say whether a name is one that only a cloud uses: N. Virginia, East US 2."""
    return not places.index().whole(written)


def _with_id(folded: str, end: int, region: CloudRegion) -> int:
    """Return the end of the name together with the id in brackets behind it."""
    code = _IN_BRACKETS.match(folded, end)
    return code.end() if code and code[1] == region.id else end
