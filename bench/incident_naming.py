"""What a report calls the service and the place that it is about, in the benchmark's words."""

from __future__ import annotations

from bench.incident_report import UNKNOWN, Report
from nlp.mentions import Label
from nlp.names import gazetteers

_CATEGORIES = {
    "google-cloud-operations": "others",
    "google-cloud-spanner": "storage",
    "google-cloud-firestore": "storage",
    "microsoft-entra": "others",
    "microsoft-graph": "analytics",
}
"""Services that the benchmark counts among others than the catalogue does."""
_MOST = 2
"""Names that the benchmark lists; more are "Multiple"."""


def service(report: Report) -> str:
    """Return the service as the report's own header names it, else as its title does."""
    span = report.header("Service")
    if span:
        named = report.document.text[slice(*span)]
        return "Multiple Products" if named == "Google Cloud" else named
    return _listed(report, "SERVICE", "Multiple Services")


def location(report: Report) -> str:
    """Return where the report says that it happened."""
    span = report.header("Regions")
    if span:
        return report.document.text[slice(*span)]
    return _listed(report, "REGION", "Multiple Regions")


def category(report: Report) -> str:
    """Return what the catalogue says that the service does, in the benchmark's words."""
    if service(report).startswith("Multiple"):
        return "others"
    for mention in report.mentions("SERVICE", report.header("Service") or report.title):
        known = gazetteers.services().get(mention.key or "")
        if known and known.category:
            return _CATEGORIES.get(known.key, known.category)
    return UNKNOWN


def _listed(report: Report, label: Label, many: str) -> str:
    """Return the names in the title, or what stands for many."""
    names = list(dict.fromkeys(mention.text for mention in report.mentions(label, report.title)))
    return many if len(names) > _MOST else " and ".join(names) or UNKNOWN
