"""How much of a region or feature was affected."""

from __future__ import annotations

import re

from nlp.assertions.passages import Sentence
from nlp.assertions.wordings import Wording
from nlp.mentions import Mention
from nlp.values import Extent

_WORDS: dict[Extent, str] = {
    "minimal": r"minimal(?:ly)?|barely|hardly|(?<!a )few(?!er)|(?<=only )a\s+few"
    r"|negligible|scattered|isolated(?!\s+to\b)"
    r"|marginal(?:ly)?|handful|slight(?:ly)?|(?<!at )least",
    "mostly": r"mostly|mainly|primarily|largely|most|worst|hardest|especially|particularly|chiefly"
    r"|predominantly|concentrated",
    "partly": r"some(?!\s+\d)|parts?|partly|partial(?:ly)?|certain|several|subset"
    r"|a\s+small\s+number|small\s+(?:percentage|fraction)|intermittent(?:ly)?",
    "all": r"(?<!were )(?<!are )(?<!at )(?:(?<!in )all|(?<=in )all(?=\s))|every|entire(?:ly)?|whole"
    r"|completely|nationwide|totally"
    r"|across\s+the\s+board",
}
_WORD = Wording(
    "(?:"
    + "|".join(f"(?P<{extent}>{words})" for extent, words in _WORDS.items())
    + r")\b(?!\s+(?:time|recent|accounts|likely|of\s+the\s+time"
    r"|of\s+(?:the\s+)?(?:day|morning|afternoon|evening|night|week|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)))",
)
_OF = re.compile(r"\s+of\s(?!it\b|them\b|which\b|whom\b)")
"""Behind a word that says how much of the next thing: "Asia and parts of Africa"."""
_EXCEPT = Wording(
    r"(?:except(?:\s+for)?|excluding|apart\s+from|other\s+than|outside)\s+(?:of\s+)?(?:in\s+)?(?:the\s+)?$"
)


def extent(sentence: Sentence, mention: Mention, *, reach: int = 45) -> Extent | None:
    """Return how much of a region or feature its clause says was affected.

    ``reach``: how many characters off such a word may stand.
    """
    clause = sentence.clauses[sentence.clause_of(mention.start)]
    if _EXCEPT.within(sentence.before(mention, clause.start), sentence):
        return None
    low, high = mention.start - clause.start, mention.end - clause.start
    near = [
        (max(low - match.end(), match.start() - high), match.lastgroup)
        for match in _WORD.finditer(clause)
        if low - reach <= match.start()
        and match.end() <= high + reach
        and (match.start() < high or not _OF.match(clause.lower, match.end()))
    ]
    words = [word for distance, word in sorted(near, key=lambda item: item[0]) if distance >= 0]
    for name in _WORDS:
        if words and name == words[0]:
            return name
    return None
