from __future__ import annotations

import pytest

from nlp.assertions import extraction
from nlp.values import TimeValue
from tests.nlp.by_hand import doc

HOURS = {f"{hour}:00": f"2026-02-03T{hour:02}:00" for hour in range(8, 15)}


def stretch(text: str, update: str = "") -> tuple[str | None, str | None]:
    """Return the leading start and end that an operator's report states, as clock times."""
    stamps = "Slow calls\n\n2026-02-03T09:05:00Z Update - {}\n\n2026-02-03T15:00:00Z Resolved - {}"
    page = stamps.format(update or "We are looking into it.", text)
    found: list[tuple[str, str, object]] = [
        ("TIME", clock, at) for clock, at in HOURS.items() if clock in page
    ]
    claims = extraction.find(doc(page, found, kind="official", service="aws"))
    first: dict[str, str] = {}
    for claim in claims:
        if isinstance(claim.value, TimeValue):
            first.setdefault(claim.field, f"{claim.value.start:%H:%M}".lstrip("0"))
    return first.get("began_at"), first.get("resolved_at")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 8:00 and 11:00, calls failed.", ("8:00", "11:00")),
        ("Starting at 8:00, calls took longer to connect than usual.", ("8:00", "15:00")),
        # Several stretches: the outage spans them.
        ("Between 8:00 and 9:00 and between 10:00 and 12:00, calls failed.", ("8:00", "12:00")),
        (
            "Between 8:00 and 9:00, calls failed. From 10:00 to 11:00, messages were delayed too.",
            ("8:00", "11:00"),
        ),
        # A stretch is whole, whoever was hit by it.
        ("Between 8:00 and 11:00, some customers had failed calls.", ("8:00", "11:00")),
        # A part's end is not the end.
        (
            "Starting at 8:00, calls failed. By 10:00, the vast majority had fully recovered.",
            ("8:00", "15:00"),
        ),
        (
            "Starting at 8:00, calls failed. By 10:00, errors had returned to normal. "
            "By 11:00, most delayed calls had recovered.",
            ("8:00", "15:00"),
        ),
        (
            "Starting at 8:00, calls failed. By 10:00, most calls had recovered. "
            "By 11:00, all calls had recovered.",
            ("8:00", "11:00"),
        ),
        ("Starting at 8:00, calls failed. Power was restored at 9:00.", ("8:00", "15:00")),
        (
            "Starting at 8:00, calls failed. Power was restored at 9:00 and at 10:00, the calls "
            "had recovered.",
            ("8:00", "10:00"),
        ),
    ],
)
def test_the_stretch_that_a_report_states(text: str, expected: tuple[str, str]) -> None:
    assert stretch(text) == expected


def test_a_later_update_corrects_an_earlier_one() -> None:
    earlier = "Since 9:00, calls fail. Calls in one zone recovered at 10:00."
    assert stretch("Between 8:00 and 12:00, calls failed.", earlier) == ("8:00", "12:00")
    assert stretch("All is well.", "Between 8:00 and 9:00, calls failed.") == ("8:00", "9:00")
