"""How one text was read: what was found in it, what it claims, what was left unresolved."""

from pipelines.explaining.given import documents
from pipelines.explaining.page import page
from pipelines.explaining.terminal import explanation

__all__ = ["documents", "explanation", "page"]
