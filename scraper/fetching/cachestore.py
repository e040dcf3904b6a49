"""Scrapy's cache on disk, safe against a kill in the middle of writing.

An answer is several files. One that was being written when the process was killed would be read
as an empty body or as an error, and stay so, because the server goes on saying 304. So a last
file marks an answer as whole, and what is not marked is not there.
"""

from __future__ import annotations

from pathlib import Path

from scrapy import Spider
from scrapy.extensions.httpcache import FilesystemCacheStorage
from scrapy.http import Request, Response

_MARK = "whole"


class WholeStorage(FilesystemCacheStorage):
    """Answers that were written to their end."""

    def store_response(self, spider: Spider, request: Request, response: Response) -> None:
        """Write an answer, and then that it is whole."""
        mark = self._mark(spider, request)
        mark.unlink(missing_ok=True)
        super().store_response(spider, request, response)
        mark.touch()

    def retrieve_response(self, spider: Spider, request: Request) -> Response | None:
        """Return an answer that is whole, or ``None``."""
        if not self._mark(spider, request).exists():
            return None
        return super().retrieve_response(spider, request)

    def _mark(self, spider: Spider, request: Request) -> Path:
        return Path(self._get_request_path(spider, request)) / _MARK
