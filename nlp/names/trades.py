"""Words right before a name that say what it is: the operator Three, payments app Wave."""

from __future__ import annotations

import re

_TRADE = re.compile(
    r"\b(?:provider|operator|carrier|telco|isp|bank|lender|broker|insurer|airline|network|app"
    r"|platform|firm|company|retailer|chain|supermarket|supplier|utility|exchange|processor|service"
    r"|startup|fintech|website|card|wallet|brand|host|unit|rival|giant|group|maker)[ ]$"
)
_LONGEST = 16


def is_before(folded: str, start: int) -> bool:
    """Say whether such a word stands right before an offset.

    >>> is_before("the operator three said", 13), is_before("all three said", 4)
    (True, False)
    """
    return _TRADE.search(folded, max(0, start - _LONGEST), start) is not None
