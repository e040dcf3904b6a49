"""The Claim: what one passage asserts of a service's outage, and who is quoted as saying it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nlp.values import Value

TimeField = Literal[
    "began_at", "peaked_at", "acknowledged_at", "identified_at", "mitigated_at", "resolved_at"
]
CountField = Literal["peak_reports", "baseline_reports", "cumulative_reports", "users_affected"]
KeyField = Literal["affected_feature", "affected_region", "symptom", "cause", "phase", "severity"]
Field = TimeField | CountField | KeyField
Modality = Literal["asserted", "negated", "hypothetical", "planned", "past"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One field of one service's outage as one passage states it."""

    service: str | None
    """Key of the service; ``None`` where a service is meant that the catalogue does not have."""
    field: Field
    value: Value
    value_text: str
    """The raw words of the value."""
    modality: Modality
    attributed_to: str | None
    """Who is quoted as saying it; ``None`` where the publisher says it itself."""
    start: int
    """Offset of the passage's first character in the text that was read."""
    end: int
    """Offset after the passage's last character: ``text[start:end]`` is the passage."""
    mentions: tuple[int, ...] = ()
    """Positions in the reading's mentions of those that carry it."""
    occasion: int = 0
    """Which of the service's outages in this document: 0 is the first that it tells of."""
    correction: str | None = None
    """What an editor put right in it: why, and by what evidence."""

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract; a correction only where there is one."""
        value = {
            "service": self.service,
            "field": self.field,
            "value": self.value.as_json(),
            "value_text": self.value_text,
            "modality": self.modality,
            "attributed_to": self.attributed_to,
            "start": self.start,
            "end": self.end,
        }
        if self.correction:
            value["correction"] = self.correction
        return value
