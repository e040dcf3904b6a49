"""Times at which a text was written or filed, not of what it tells."""

from __future__ import annotations

import re

from nlp.assertions import lengths
from nlp.assertions.passages import Sentence
from nlp.mentions import Mention

_PLACE = re.compile(r"[A-Z][\w.,'’() -]{2,40},?\s+")
"""Before the day of a dateline."""
_DASH = re.compile(r"(?:,?\s*\d{4})?\s*[-–—]+\s")
"""Behind it."""
_POSTED = re.compile(
    r"\b(?:update|posted|published|issued|updated)(?:\s+#?\d{1,2})?\s*[,:(–—-]?\s*$", re.IGNORECASE
)
"""Before the time that ends a heading."""


def tells_when_written(sentence: Sentence, mention: Mention) -> bool:
    """Whether a time is that of a dateline, or of a heading that ends with it."""
    return _is_dateline(sentence, mention) or _is_stamp(sentence, mention)


def _is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Whether a day is that on which a story was filed: "NAIROBI, Sept 8 - "."""
    if not lengths.is_day(mention) or _DASH.match(sentence.after(mention)) is None:
        return False
    return _PLACE.fullmatch(sentence.before(mention)) is not None


def _is_stamp(sentence: Sentence, mention: Mention) -> bool:
    """Whether a heading ends with when it was written: "System down - update 3, 19 May, 8 am"."""
    ends = sentence.end - mention.end <= 1
    return ends and _POSTED.search(sentence.before(mention)) is not None
