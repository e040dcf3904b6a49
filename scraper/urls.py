"""One address for one page: without tracking, AMP, mobile hosts and other accidents.

The canonical address names a page; it need not be the one to fetch it from. Its rules:

>>> canonical("HTTPS://WWW.Mill.Example:443/down/?utm_source=feed&id=7#top")
'https://mill.example/down?id=7'
>>> canonical("https://m.mill.example/down?fbclid=abc&b=2&a=1")
'https://mill.example/down?a=1&b=2'
>>> canonical("https://mill.example/amp/down") == canonical("https://mill.example/down.amp.html")
True
>>> canonical("https://www.google.com/amp/s/mill.example/down/amp/")
'https://mill.example/down'
>>> canonical("https://mill-example.cdn.ampproject.org/c/s/mill.example/down?amp=1")
'https://mill.example/down'
>>> canonical("http://bücher.example/a b/../ü")
'http://xn--bcher-kva.example/%C3%BC'

What is no address on the web is returned as it is, without the space around it:

>>> canonical(" mailto:desk@mill.example ")
'mailto:desk@mill.example'
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|at_(?:medium|campaign|link_.*|format|ptr_name|bbc_team)|ns_.*"
    r"|fbclid|gclid|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok"
    r"|_ga|_gl|_hs(?:enc|mi)|__twitter_impression|ref|ref_src|ref_url|referrer|cmp|cmpid|ocid|ncid"
    r"|smid|smtyp|spm|xtor|guc(?:counter|e_referrer.*)|taid|sr_share|wt\.mc_id|soc_.*"
    r"|ftag|traffic_source|echobox|ito",
    re.IGNORECASE,
)
_AMP_KEYS = {"amp", "outputtype", "output"}
_AMP_START = re.compile(r"^(?:/amp)+(?=/)", re.IGNORECASE)
_AMP_END = re.compile(r"(?:(?:/amp|\.amp)(?:\.html?)?/*|/)+$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^/(?:amp|[cvi]|wp)/(?P<secure>s/)?(?P<rest>[^/]+\..*)$")
_HOST_VARIANT = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)|(?<=\.)m\.(?=wikipedia\.org$)")
_PORTS = {"http": 80, "https": 443}
_SAFE = "!$&'()*+,;=:@/~-._%"


def canonical(url: str) -> str:
    """Return the canonical form of an address; see the module's examples."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return url
    if host.startswith("www.google.") or host.endswith(".cdn.ampproject.org"):
        inner = _AMP_CACHE.match(parts.path)
        if inner:
            secure = "https" if inner["secure"] else "http"
            return canonical(f"{secure}://{inner['rest']}?{parts.query}")
    netloc = _host(host) + (f":{port}" if port not in (None, _PORTS[scheme]) else "")
    return urlunsplit((scheme, netloc, _path(parts.path), _query(parts.query), ""))


def absolute(url: str, base: str) -> str:
    """Return an address found on the page ``base`` in full; empty where it is none on the web.

    >>> absolute("../b?x#y", "https://mill.example/a/c")
    'https://mill.example/b?x#y'
    >>> absolute("javascript:alert(1)", "https://mill.example/")
    ''
    """
    try:
        joined = urljoin(base, url.strip())
        parts = urlsplit(joined)
        usable = parts.scheme in _PORTS and bool(parts.hostname)
    except ValueError:
        return ""
    return joined if usable else ""


def _host(host: str) -> str:
    host = host.rstrip(".")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        host = quote(host, safe="")
    host = _HOST_VARIANT.sub("", host.lower())
    return f"[{host}]" if ":" in host else host


def _path(path: str) -> str:
    path = urlsplit(urljoin("http://h/", "/" + quote(path, safe=_SAFE).lstrip("/"))).path
    return _AMP_END.sub("", _AMP_START.sub("", path)) or "/"


def _query(query: str) -> str:
    pairs = [
        (key, value)
        for key, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key)
        and not (key.lower() in _AMP_KEYS and value.lower() in ("", "1", "true", "amp"))
    ]
    return urlencode(sorted(pairs))
