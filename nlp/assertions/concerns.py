"""Whether a sentence is about something that is wrong, or right again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.assertions import lengths, modality, roles, sparing, whereabouts
from nlp.assertions.passages import Sentence
from nlp.assertions.troubles import DOES_NOT, TROUBLE
from nlp.assertions.wordings import Wording

_IT = re.compile(
    r"(?:(?:edit|update|eta)\W{0,3}\d?\W{0,3})?(?:it|mine|ours|this|that|they|these|dropped|died|lost"
    r"|went|cut|first\s+(?:noticed|seen|spotted|reported|detected)|all\s+this|since|started|starting|began|happening|going\s+on"
    r"|been\s+(?:like|going|down|out|happening|doing))\b",
    re.IGNORECASE,
)
_MOST_OF_THEM = Wording(
    r"(?:most|many|half|two-thirds|three-quarters|the\s+majority|the\s+bulk)(?:\s+of\s+(?:them|those|these"
    r"|(?:the\s+)?(?:reports|complaints)))?\s+(?:came|come|were|are|originated)\s+(?:from|in)\b"
)
"""Where reports came from that the sentence before counts."""
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+){0,2}$")
_TOO = re.compile(r"(?:[^\W\d]+\W+){1,4}(?:too|as well|also)\W*$", re.IGNORECASE)
"""What shares the lot of what stands before it: "App too."."""
_CONCERNED = Wording(
    r"(?:concern(?:ed|ing)|mention(?:ed|ing)|point(?:ed|ing)\s+(?:at|to)|cit(?:ed|ing)"
    r"|relat(?:ed|ing)\s+to|involv(?:ed|ing)|complain\w*|report\w*)\b"
)
_FRACTION = Wording(
    r"(?:half|(?:two|three)[\s-]+(?:thirds|quarters|fifths)|(?:a|one)\s+(?:third|quarter|fifth)"
    r"|most|rest|remainder|majority|bulk)\b"
)


def in_trouble(sentence: Sentence, times: Sequence[roles.TimeRole]) -> bool:
    """Whether a sentence is about something that is wrong, or right again."""
    return bool(
        sentence.of("SYMPTOM")
        or sentence.of("PHASE")
        or sentence.of("CAUSE")
        or any(role.field != "began_at" for role in times)
        or _has_lasted(sentence, times)
        or (times and _IT.match(sentence.text))
        or TROUBLE.search(sentence)
        or _MOST_OF_THEM.search(sentence)
        or modality.asks_others(sentence)
        or _shares(sentence)
        or any(
            whereabouts.is_where_writer_is(sentence, mark.mention) for mark in sentence.of("REGION")
        )
        or any(sparing.spares(sentence, number) for number in range(len(sentence.clauses)))
        or (
            sentence.of("FEATURE")
            and (_TOO.match(sentence.text) or DOES_NOT.search(sentence.lower))
        )
        or any(sparing.extent(sentence, mark.mention) for mark in sentence.of("FEATURE"))
    )


def _has_lasted(sentence: Sentence, times: Sequence[roles.TimeRole]) -> bool:
    """Whether something has been so since a clock time: "songs keep stopping since 5.30"."""
    return any(
        role.mark.mention.value
        and not (lengths.is_vast(role.mark.mention) or lengths.is_day(role.mark.mention))
        and _SINCE.search(sentence.lower, 0, role.mark.mention.start - sentence.start)
        for role in times
    )


def _shares(sentence: Sentence) -> bool:
    """Whether a sentence says what shares of those who complained it was about."""
    if not _CONCERNED.search(sentence):
        return False
    if _FRACTION.search(sentence):
        return True
    return any(mark.mention.unit == "percent" for mark in sentence.of("COUNT"))
