"""spaCy's English tokeniser, kept from taking a text apart in quadratic time."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

_UNBROKEN = re.compile(r"\S{400}")
_PLAIN = re.compile(r"\w{1,200}|[^\w\s]|\s")


class GuardedTokenizer:
    """Tokenises as spaCy does, but plainly where a text has hundreds of characters without a blank.

    spaCy peels affixes off such a string one by one, each time anew: 50,000 brackets take minutes.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], vocab: Vocab) -> None:
        """Guard a tokeniser that makes docs of a vocabulary."""
        self.tokenizer = tokenizer
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the doc of a text; ``doc.text == text``."""
        if not _UNBROKEN.search(text):
            return self.tokenizer(text)
        words, spaces = get_words_and_spaces(_PLAIN.findall(text), text)
        return Doc(self.vocab, words=words, spaces=spaces)
