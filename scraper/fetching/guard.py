"""What may not be fetched: anything but the public web.

A feed is somebody else's text, and so are the addresses in it. Without a guard, an entry that
links to ``http://169.254.169.254/`` or to a printer's page would make us read it aloud. Names are
checked where they are resolved, so that no second look-up can answer differently.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Request
from scrapy.resolver import CachingThreadedResolver
from scrapy.settings import BaseSettings
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(IgnoreRequest):
    """A request that we do not make; the message says why."""


class PrivateAddressError(DNSLookupError):
    """A name that resolves to an address that is not on the public internet."""


# Twisted makes "no results" of every error of a resolver: what was refused is told here.
_refused_names: dict[str, str] = {}


def refusal(url: str, allowed: frozenset[str] = frozenset()) -> str | None:
    """Return why an address may not be fetched, or ``None``; names are not resolved here.

    >>> refusal("https://mill.example/feed.xml")
    >>> refusal("file:///etc/passwd")
    'the scheme file is not fetched; allowed: http, https'
    >>> refusal("http://[::1]/")
    '::1 is not on the public internet; DOWNWIRE_ALLOW=::1 allows it'
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return f"the address cannot be read: {error}"
    if parts.scheme not in ("http", "https"):
        return f"the scheme {parts.scheme or '(none)'} is not fetched; allowed: http, https"
    if not host:
        return "the address names no host"
    if parts.username is not None or parts.password is not None:
        return "an address with a user name or password is not fetched"
    if host not in allowed and (is_private(host) or host.rstrip(".").endswith("localhost")):
        return f"{host} is not on the public internet; DOWNWIRE_ALLOW={host} allows it"
    return None


def is_private(host: str) -> bool:
    """Return whether a host is an IP address, however it is spelled, that is not public.

    >>> [is_private(host) for host in ("10.1.2.3", "2130706433", "0x7f.1", "8.8.8.8", "a.example")]
    [True, True, True, False, False]
    """
    address = _address(host)
    return address is not None and not _is_public(address)


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast


def _address(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        return _old_spelling(host)


def _old_spelling(host: str) -> Address | None:
    """Return the address of one to four decimal, octal or hexadecimal parts, as inet_aton reads."""
    parts = host.rstrip(".").split(".")
    if len(parts) > 4 or not all(part[:1].isdigit() and len(part) < 20 for part in parts):
        return None
    try:
        *leading, last = [int(p, 8 if p[0] == "0" and p.isdigit() else 0) for p in parts]
    except ValueError:
        return None
    number = sum(part << 8 * (3 - place) for place, part in enumerate(leading)) + last
    return ipaddress.IPv4Address(number) if 0 <= number < 2**32 else None


def allowed_hosts(settings: BaseSettings) -> frozenset[str]:
    """Return the private hosts that ``DOWNWIRE_ALLOW`` permits, and the proxy's."""
    proxy = settings.get("DOWNWIRE_PROXY")
    proxies = [urlsplit(proxy).hostname or ""] if proxy else []
    return frozenset([*settings.getlist("DOWNWIRE_ALLOW"), *proxies]) - {""}


class Guard:
    """Downloader middleware: refuses a request before it is made, redirected ones too."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.allowed = frozenset(settings.getlist("DOWNWIRE_ALLOW"))
        self.proxy: str | None = settings.get("DOWNWIRE_PROXY")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Guard:
        """Return the guard that a crawler's settings describe."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise :class:`Refused`, or send the request through the proxy if there is one."""
        reason = refusal(request.url, self.allowed)
        if reason:
            raise Refused(reason)
        if self.proxy:
            request.meta["proxy"] = self.proxy

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Turn a name that was not resolved for its private address into :class:`Refused`."""
        reason = _refused_names.get(urlsplit(request.url).hostname or "")
        if reason and isinstance(exception, CannotResolveHostError):
            raise Refused(reason) from exception


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, refusing names that resolve to addresses that are not public."""

    allowed: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: ReactorBase) -> GuardedResolver:
        """Return the resolver of a process; ``crawler`` is anything with settings."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.allowed = allowed_hosts(crawler.settings)
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802  # Twisted's name
        """Return a name's address, or fail with :class:`PrivateAddressError`."""
        return super().getHostByName(name, timeout).addCallback(self.checked, name)

    def checked(self, address: str, name: str) -> str:
        """Return an address that may be connected to, or raise :class:`PrivateAddressError`."""
        if is_private(address) and not {name, address} & self.allowed:
            _refused_names[name] = (
                f"{name} resolves to {address}, which is not on the public internet; "
                f"DOWNWIRE_ALLOW={name} allows it"
            )
            raise PrivateAddressError(_refused_names[name])
        return address
