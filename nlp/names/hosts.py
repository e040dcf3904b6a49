"""Services named by the address of one of their machines: requests to api.stripe.com."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlp.mentions import Mention
from nlp.names import gazetteers
from nlp.names.gazetteers import Service

_ENDING = re.compile(
    r"\.(?:com\.au|co\.uk|com|io|net|org|app|dev|ai|co|sh|gg|tv|me|in|de|eu|us|cloud|nl|fr|ca|nz)"
    r"(?![\w-]|\.\w|/\w)"
)
_HOST = re.compile(
    r"(?<![\w@./-])(?:https?://)?((?:[a-z0-9][a-z0-9-]{0,30}\.){0,3}[a-z0-9-]{2,31})$"
)
_REACH = 120
_BEFORE = re.compile(
    r"(?:\b(?:requests?|calls?|connections?|queries|traffic|log-?ins?|uploads?|downloads?|errors?"
    r"|timeouts?|[45]\d\ds?|responses?|pings?|mails?|sync\w*|connect\w*|signing|logging)"
    r"(?: (?:to|from|on|at|against|for|with|in|into|of)){1,2}"
    r"|\b(?:reach|load|access|open|ping|resolve|fetch|curl|hit|get|pull|clone)(?:ing|s)?"
    r"(?: from| to)?)"
    r" [`'\"(<*]{0,2}(?:https?://)?$",
    re.IGNORECASE,
)
"""What stands before the address of what fails."""
_BEHIND = re.compile(
    r"[`\"')*]{0,2} (?:(?:domain|website|site|api|server|endpoint)s? )?"
    r"(?:(?:is|are)(?! (?:fine|ok|okay|up|good|green|healthy)\b)|was|seems|appears"
    r"|has been|not|down|unreachable|returns?|returning|gives|giving|throws|throwing|times?|timing"
    r"|keeps|won'?t|doesn'?t|isn'?t|fail(?:s|ing|ed)?|hangs|hanging|responds|refuses|went|goes"
    r"|still)\b"
)


def find(text: str) -> Iterator[Mention]:
    """Yield the addresses that name a service: any of a known one's, others where they fail."""
    for ending in _ENDING.finditer(text):
        begin = max(0, ending.start() - _REACH)
        host = _HOST.search(text, begin, ending.start())
        if host is None:
            continue
        start, end = host.start(1), ending.end()
        owner = _owner(text[start:end])
        is_page = text.startswith("status.", start) and not owner
        is_link = host.start() < start
        if (owner and not is_link) or is_page or _fails(text, host.start(), end):
            yield _mention(text[start:end], start, owner)


def _fails(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    return _BEHIND.match(text, end) is not None or _BEFORE.search(before) is not None


def _owner(host: str) -> Service | None:
    """Return whose machine it is: that of the longest known end of its name.

    >>> _owner("api.stripe.com").key
    'stripe'
    """
    parts = host.split(".")
    ends = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return next((known()[end] for end in ends if end in known()), None)


@cache
def known() -> dict[str, Service]:
    """Return services by the hosts of their sites; of several at one, the whole and not a part."""
    found: dict[str, Service] = {}
    for service in sorted(gazetteers.services().values(), key=lambda one: one.parent is not None):
        if service.host:
            found.setdefault(service.host, service)
    return found


def _mention(words: str, start: int, owner: Service | None) -> Mention:
    return Mention(
        label="SERVICE",
        start=start,
        end=start + len(words),
        text=words,
        key=owner.key if owner else None,
        name=owner.name if owner else words,
        rule="services:name" if owner else "services:unknown",
    )
