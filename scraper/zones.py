"""Time zones by the names that publishers and editors write."""

from __future__ import annotations

import zoneinfo
from functools import cache

HOURS = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3,
}  # fmt: skip
"""Those that mean one zone, at least to those who publish; CST and IST do not."""


@cache
def is_zone(name: str) -> bool:
    """Return whether a name is an IANA time zone's, as Europe/London is.

    >>> is_zone("Asia/Kolkata"), is_zone("IST"), is_zone("../passwd")
    (True, False, False)
    """
    return name in zoneinfo.available_timezones()
