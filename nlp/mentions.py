"""The Mention: a labelled span of a document and the key it resolves to, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nlp.values import CountValue, TimeValue, Timex

Label = Literal["SERVICE", "FEATURE", "REGION", "TIME", "COUNT", "SYMPTOM", "CAUSE", "PHASE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A labelled span: ``document.text[start:end] == text``."""

    label: Label
    start: int
    """Offset of the first character in the text that was read."""
    end: int
    """Offset after the last character."""
    text: str
    """The raw words."""
    key: str | None
    """What it resolves to; ``None`` means seen, not resolved."""
    name: str | None
    """The key's name for people."""
    rule: str
    """The rule that found it, as ``module:rule``."""
    timex: Timex | None = None
    """TIME only: its TIMEX3 type and value."""
    value: TimeValue | CountValue | None = None
    """TIME and COUNT only: what it means; ``None`` where it could not be resolved."""
    unresolved: str | None = None
    """TIME only: why it has no value, in words for people; ``None`` where it needs none."""
    unit: str | None = None
    """COUNT only: what is counted (``reports``, ``users``, ``downloads`` …)."""
    category: str | None = None
    """SYMPTOM and CAUSE only: the coarse category."""

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract."""
        value: dict[str, Any] = {
            "label": self.label,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "key": self.key,
            "name": self.name,
            "rule": self.rule,
        }
        if self.timex:
            value["timex"] = self.timex.as_json()
        if self.unresolved:
            value["unresolved"] = self.unresolved
        return value
