"""spaCy comes without its command line, and whoever wants that gets it."""

import subprocess
import sys

_LATER = """
import sys
from nlp import reading
print("spacy" in sys.modules, "spacy.cli" in sys.modules, "requests" in sys.modules)
import spacy.cli
print(callable(spacy.cli.info), callable(spacy.cli.download))
"""


def test_the_command_line_of_spacy_is_loaded_by_whoever_wants_it() -> None:
    said = subprocess.check_output([sys.executable, "-c", _LATER], text=True)  # noqa: S603 - our own
    assert said.splitlines() == ["True False False", "True True"]
