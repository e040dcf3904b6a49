"""What a report calls the service and the place that it is about, in the benchmark's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    span = report.header("Regions")
    if span:
        return report.document.text[slice(*span)]
    for span in (report.title, _impact(report)):
        if _MANY.search(report.document.text, *span):
            return "Multiple Regions"
        names = [*dict.fromkeys(mention.text for mention in report.mentions("REGION", span))]
        if names:
            return "Multiple Regions" if len(names) > 2 else " and ".join(names)
    return UNKNOWN


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
