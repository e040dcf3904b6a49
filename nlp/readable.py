"""What the reader asks of a document."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

LIMIT = 1_000_000
"""Characters of a text that are read at most."""


class Readable(Protocol):
    """What the reader needs of a document; ``scraper.items.Document`` is one."""

    @property
    def id(self) -> str:
        """Its stable id."""

    @property
    def text(self) -> str:
        """What is read; all offsets are into it."""

    @property
    def title(self) -> str:
        """Its headline; empty where there is none."""

    @property
    def url(self) -> str:
        """Where it was found; empty for none."""

    @property
    def publisher(self) -> str:
        """Who says it."""

    @property
    def kind(self) -> str:
        """``news``, ``forum``, ``social`` or ``official``."""

    @property
    def published_at(self) -> datetime | None:
        """When it was first published: aware, UTC."""

    @property
    def zone(self) -> str | None:
        """The publisher's home zone (IANA)."""

    @property
    def language(self) -> str | None:
        """ISO 639-1 code of the text's language, where it is known."""

    @property
    def service(self) -> str | None:
        """Key of the service that it speaks for, where it is official."""
