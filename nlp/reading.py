"""The one public function of the reader: documents in, readings out, in order, streaming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from nlp.claims import Claim
from nlp.mentions import Mention


class Readable(Protocol):
    """What the reader needs of a document; ``scraper.items.Document`` is one."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def published_at(self) -> datetime | None: ...
    @property
    def zone(self) -> str | None: ...
    @property
    def service(self) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says."""

    id: str
    relevant: bool
    """Whether the text speaks of outages at all."""
    text: str
    """The exact string that was read; every offset is into it."""
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the JSON object of the reading contract."""
        return {
            "id": self.id,
            "relevant": self.relevant,
            "text": self.text,
            "mentions": [mention.as_json() for mention in self.mentions],
            "claims": [claim.as_json() for claim in self.claims],
        }


def read(documents: Iterable[Readable]) -> Iterator[Reading]:
    """Yield one reading a document, in order, as they come."""
    raise NotImplementedError
