"""Scrapy's RFC 2616 cache, kept honest: what is cached never hides what could not be fetched.

The RFC lets a cache answer without asking (guessing freshness from an old ``Last-Modified``) and
answer in place of a failing server. A wire that reports outages may do neither: every crawl asks,
with ``If-None-Match`` and ``If-Modified-Since``, and an error stays an error.
"""

from __future__ import annotations

from scrapy.downloadermiddlewares.httpcache import HttpCacheMiddleware
from scrapy.extensions.httpcache import RFC2616Policy
from scrapy.http import Request, Response


class RevalidationPolicy(RFC2616Policy):
    """Always asks whether the cached answer still holds; only 304 says that it does."""

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """Keep only whole answers that can be asked about."""
        return response.status == 200 and super().should_cache_response(response, request)

    def is_cached_response_fresh(self, cachedresponse: Response, request: Request) -> bool:
        """Say no, and set the request's validators.

        A cached answer without a body may be one that a crash kept from being written: it is
        asked for anew.
        """
        if cachedresponse.body:
            self._set_conditional_validators(request, cachedresponse)
        return False

    def is_cached_response_valid(
        self, cachedresponse: Response, response: Response, request: Request
    ) -> bool:
        """Say yes to 304 only."""
        return response.status == 304


class RevalidationCache(HttpCacheMiddleware):
    """The cache without its recovery from errors."""

    def process_exception(
        self, request: Request, exception: Exception, spider: object = None
    ) -> None:
        """Let the failure through."""
        request.meta.pop("cached_response", None)
