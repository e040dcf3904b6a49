"""What a report calls the service and the place that it is about, in the benchmark's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bench import incident_impact
from bench.incident_report import UNKNOWN, Report, Span
from nlp.mentions import Mention
from nlp.names import gazetteers

_CATEGORIES = {
    "google-cloud-operations": "others",
    "google-cloud-spanner": "storage",
    "google-cloud-firestore": "storage",
    "microsoft-entra": "others",
    "microsoft-graph": "analytics",
}
"""Services that the benchmark counts among others than the catalogue does."""
_CLOUDS = frozenset({"microsoft", "azure", "azure-government", "google-cloud", "aws"})
"""Keys of what a report's service is a part of, or an estate of it."""
_MANY = re.compile(r"multiple (?:\w+ and )?regions|all regions|regions globally|\bglobal\b", re.I)
_WORLD = 12
"""So many regions are all."""
_WORLDS = frozenset({"world", "gcp:global"})
_AREAS = {
    "asia": "Asia",
    "australia": "Australia",
    "europe": "Europe",
    "me": "Middle East",
    "northamerica": "North America",
    "southamerica": "South America",
    "us": "US",
}
_NETWORK = re.compile(r"network|connectivity", re.I)
_REST = re.compile(r" \([A-Z]{2,5}\)")
_PRODUCT = re.compile(r"(?: [A-Z][a-z]+)+")


def service(report: Report) -> str:
    """Return the service as the report's own header names it, else as its title does."""
    span = report.header("Service")
    if span:
        named = report.document.text[slice(*span)]
        return "Multiple Products" if named == "Google Cloud" else named
    names = [*dict.fromkeys(_titled(report))]
    if names:
        return "Multiple Services" if len(names) > 2 else " and ".join(names)
    return "Multiple Services" if any(_parts(report, _impact(report))) else UNKNOWN


def location(report: Report) -> str:
    """Return where the report says that it happened."""
    return _PLACES[report.document.publisher](report)


def _on_amazon(report: Report) -> str:
    """Return the place of the dashboard that it stands on; a service of the world has none."""
    return _regions_line(report) or UNKNOWN


def _on_azure(report: Report) -> str:
    """Return what the title names, else what the passage about the impact does."""
    for span in (report.title, _impact(report)):
        if _MANY.search(report.document.text, *span):
            return "Multiple Regions"
        names = [*dict.fromkeys(mention.text for mention in report.mentions("REGION", span))]
        if names:
            return "Multiple Regions" if len(names) > 2 else " and ".join(names)
    return UNKNOWN


def _on_google(report: Report) -> str:
    """Return the regions that are listed, else those first named, by their part of the world."""
    listed = _regions_line(report)
    if listed:
        return "Global" if listed.count(", ") >= _WORLD else listed
    if incident_impact.is_told_elsewhere(report):
        return UNKNOWN
    for span in (report.title, *incident_impact.passages(report)):
        places = [place for place in report.mentions("REGION", span) if place.key not in _WORLDS]
        ids = [place.text for place in places if (place.key or "").startswith("gcp:")]
        if ids:
            return _by_area(ids)
        if places:
            return places[0].text
    return UNKNOWN


def _by_area(ids: Iterable[str]) -> str:
    """Return regions as "Asia (asia-east1, asia-east2), US (us-east4)".

    All of an area, as in "US multi-region", is that area.
    """
    areas: dict[str, list[str]] = {}
    for name in dict.fromkeys(ids):
        first, *rest = re.split(r"[- ]", name.lower())
        parts = areas.setdefault(_AREAS.get(first, name), [])
        parts += [name] if rest[:1] != ["multi"] else []
    return ", ".join(
        f"{area} ({', '.join(parts)})" if parts else area for area, parts in sorted(areas.items())
    )


def _regions_line(report: Report) -> str:
    span = report.header("Regions")
    return report.document.text[slice(*span)] if span else ""


def category(report: Report) -> str:
    """Return what the catalogue says that the service does, in the benchmark's words."""
    named = service(report)
    if named == UNKNOWN:
        return UNKNOWN
    if not named.startswith("Multiple"):
        for mention in report.mentions("SERVICE", report.header("Service") or report.title):
            known = gazetteers.services().get(mention.key or "")
            if known and known.category:
                return _CATEGORIES.get(known.key, known.category)
    return "network" if _NETWORK.search(named) else "others"


def _impact(report: Report) -> Span:
    return next(incident_impact.passages(report))


def _parts(report: Report, span: Span) -> list[Mention]:
    """Return the mentions of services that are no whole clouds."""
    return [m for m in report.mentions("SERVICE", span) if m.key not in _CLOUDS]


def _titled(report: Report) -> Iterator[str]:
    """Yield the services that the title names, or else what it names after the cloud."""
    text = report.document.text
    parts = _parts(report, report.title)
    for part in parts:
        rest = _REST.match(text, part.end)
        yield text[part.start : rest.end() if rest else part.end]
    if parts:
        return
    places = {mention.start for mention in report.mentions("REGION", report.title)}
    for cloud in report.mentions("SERVICE", report.title):
        product = _PRODUCT.match(text, cloud.end)
        if product and product.start() + 1 not in places:
            yield text[cloud.start : product.end()]
        elif cloud.key == "azure-government":
            yield cloud.text


_PLACES: Mapping[str, Callable[[Report], str]] = {
    "Amazon Web Services": _on_amazon,
    "Microsoft Azure": _on_azure,
    "Google Cloud": _on_google,
}
