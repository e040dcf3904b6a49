"""spaCy's English tokeniser without its list of exceptions, and never in quadratic time.

The list ("don't", "a.m.", emoticons) costs spaCy 40 times what the rest of tokenising does, and no
finder reads it: they look at characters. What is left splits punctuation off words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without types
from spacy.tokens import Doc
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)
from spacy.vocab import Vocab

from nlp.text.texts import keep

NAME = "downwire.Tokenizer.v1"
"""What spaCy's configuration calls the tokeniser."""

_LONG = 400
"""Characters without a blank that are no word any more."""
_BLANK = re.compile(r"\s")
_UNBROKEN = re.compile(rf"\S{{{_LONG}}}")
_PLAIN = re.compile(r"(\w{1,200}|[^\w\s]|\s)( ?)")
"""A word or a sign, and the blank behind it."""


class GuardedTokenizer:
    """Tokenises as another does, but plainly where hundreds of characters stand without a blank.

    spaCy peels affixes off such a string one by one, each time anew: 50,000 brackets take minutes.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], vocab: Vocab) -> None:
        """Guard a tokeniser that makes docs of a vocabulary."""
        self.tokenizer = tokenizer
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the doc of a text; ``doc.text == text``."""
        if not _is_unbroken(text):
            return keep(self.tokenizer(text), text)
        words, blanks = zip(*_PLAIN.findall(text), strict=True)  # Together, the whole text.
        return keep(Doc(self.vocab, words=list(words), spaces=[*map(bool, blanks)]), text)


def _is_unbroken(text: str) -> bool:
    """Whether hundreds of characters stand without a blank: then some whole stretch has none."""
    half = _LONG // 2
    starts = range(0, len(text) - half + 1, half)
    without = any(not _BLANK.search(text, start, start + half) for start in starts)
    return without and _UNBROKEN.search(text) is not None


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]  # catalogue has no types
def create() -> Callable[[Language], GuardedTokenizer]:
    """Return what makes the tokeniser of a pipeline from the affixes of its language."""

    def make(nlp: Language) -> GuardedTokenizer:
        defaults = nlp.Defaults
        tokenizer = Tokenizer(
            nlp.vocab,
            prefix_search=compile_prefix_regex(defaults.prefixes or []).search,
            suffix_search=compile_suffix_regex(defaults.suffixes or []).search,
            infix_finditer=compile_infix_regex(defaults.infixes or []).finditer,
        )
        return GuardedTokenizer(tokenizer, nlp.vocab)

    return make
