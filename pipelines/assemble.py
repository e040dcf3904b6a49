"""The step from stored claims to stored incidents: rebuilt whole, so it can run at any time."""

from __future__ import annotations

from nlp.gazetteers import services
from pipelines.evidence import Assembly
from pipelines.incidents import assemble
from pipelines.store import Store


def assemble_stored(store: Store) -> Assembly:
    """Judge all stored claims anew, keep the incidents and conflicts, and return them."""
    assembly = assemble(store.evidence(), services())
    store.put_assembly(assembly)
    return assembly
