"""Which service an operator's own text is of, by who published it: "GitHub Status"."""

from __future__ import annotations

import re
from functools import cache

from nlp.names import gazetteers, kinship, tags
from nlp.names.matching import fold

_ITS = re.compile(
    r"(?:\s+(?:(?:service|system|cloud|api|platform|network|customer)\s+)?"
    r"(?:status(?:\s+page)?|health(?:\s+dashboard)?|support|help|care|team|newsroom|engineering"
    r"|e-?mails?|newsletter|notices?|(?:service\s+)?updates|bulletin|announcements?|incidents?|operations"
    r"|customer\s+(?:care|service|support|notices?)|press\s+office|website|app|community\s+manager))$"
)
"""What a company calls the page or account that speaks for it."""


_BLOG = re.compile(
    r"(?:['’]s)?\s+(?:(?:tech|technology|engineering|developers?|dev|company|product|infrastructure)\s+)?"
    r"(?:blog|engineering|incidents?|post-?mortems?)$"
)
"""What it calls the place where it tells at length what happened."""
_COMMUNITY = re.compile(r"^r/|\s(?:user\s)?(?:community|forums?|subreddit|discord|user\s+group)$")
"""What a place is called where those meet who use a service."""


_OF_IT = re.compile(r"(?<=\w{3})[\s_]?(?:official|support|help|users|customers|motors|app|games?)$")
"""What the name of such a place has behind the service's."""
_NETWORKS = ("social", "messaging", "streaming", "monitor")
"""Kinds of services on which people post: by its bare name a publisher is but the place."""


def community(publisher: str) -> gazetteers.Service | None:
    """Return the service of whose users a publisher is the forum.

    >>> community("Shopify Community").key, community("r/Rogers").key, community("Shopify")
    ('shopify', 'rogers', None)
    >>> community("r/teslamotors").key, community("r/Comcast_Xfinity").key
    ('tesla', 'xfinity')
    """
    name = fold(publisher.strip())
    stem = _COMMUNITY.sub("", name)
    if stem == name:
        return None
    names = (stem, _OF_IT.sub("", stem), *reversed(stem.split("_")))
    return next((found for one in names if (found := _by_name().get(one))), None)


def account(publisher: str) -> gazetteers.Service | None:
    """Return the service that posts under its own name; none for where anybody may post.

    >>> account("Plusnet Help").key, account("Nationwide Building Society").key
    ('plusnet', 'nationwide')
    >>> account("Reddit"), account("Google Play")
    (None, None)
    """
    own = service(publisher)
    if own is None or own.kind in _NETWORKS or kinship.is_app_store(own.key):
        return None
    return own


def blog(publisher: str) -> gazetteers.Service | None:
    """Return the service on whose blog, or under whose name, a text of its own appeared.

    >>> blog("Dropbox Tech Blog").key, blog("Basecamp").key, blog("The Ledger")
    ('dropbox', 'basecamp', None)
    """
    return _by_name().get(_BLOG.sub("", fold(publisher.strip())))


def is_blog(publisher: str) -> bool:
    """Say whether a publisher is what a company writes itself.

    >>> is_blog("Zyntra Engineering Blog"), is_blog("The Ledger")
    (True, False)
    """
    return _BLOG.search(fold(publisher.strip())) is not None


def service(publisher: str) -> gazetteers.Service | None:
    """Return the service of the catalogue that a publisher is or speaks for.

    >>> service("GitHub Status").key, service("The Ledger")
    ('github', None)
    """
    name = fold(publisher.strip().removeprefix("@"))
    found = _by_name().get(name) or _by_name().get(_ITS.sub("", name))
    return found or (tags.of_handle(name) if publisher.startswith("@") else None)


@cache
def _by_name() -> dict[str, gazetteers.Service]:
    """Return services by all their names; of several so called, one that is no part of another."""
    found: dict[str, gazetteers.Service] = {}
    for one in sorted(gazetteers.services().values(), key=lambda one: one.parent is not None):
        for name in one.all_names:
            found.setdefault(fold(name), one)
    return found
