"""spaCy, imported without its command line, which nobody calls from here.

``import spacy`` imports all of ``spacy.cli`` for the sake of ``spacy.info``: requests, httpx, rich,
jinja2 and more, a tenth of a second and 18 MB before a text is read. Whoever imports ``spacy.cli``
later gets it whole.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from nlp import collecting

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def _import() -> None:
    info = ModuleType(_INFO)
    info.__dict__["info"] = None
    sys.modules |= {_COMMANDS: ModuleType(_COMMANDS), _INFO: info}
    try:
        with collecting.at_rest():
            spacy = import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]
    del spacy.info


if "spacy" not in sys.modules:
    _import()
