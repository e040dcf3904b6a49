"""The Scrapy add-on that turns our settings into Scrapy's: storing, archiving, replaying."""

from __future__ import annotations

import logging

from scrapy.settings import BaseSettings

_PRIORITY = "spider"  # above the project's settings, below the command line's

# A host that cannot be had is a Fetch that says so; these would add a page of traceback to each.
_LOUD = ("scrapy.downloadermiddlewares.robotstxt", "scrapy.downloadermiddlewares.retry")


class Downwire:
    """Switches on what ``DOWNWIRE_DB``, ``DOWNWIRE_ARCHIVE`` and ``DOWNWIRE_REPLAY`` ask for."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Add the pipeline and the middlewares; a replay waits for nobody and caches nothing."""
        for name in _LOUD:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        middlewares = settings["DOWNLOADER_MIDDLEWARES"]
        if settings.get("DOWNWIRE_DB"):
            settings["ITEM_PIPELINES"].set("pipelines.crawl.StorePipeline", 300, _PRIORITY)
        if settings.get("DOWNWIRE_REPLAY"):
            middlewares.set("scraper.fetching.replay.Replay", 950, _PRIORITY)
            for name in ("HTTPCACHE_ENABLED", "AUTOTHROTTLE_ENABLED", "RETRY_ENABLED"):
                settings.set(name, False, _PRIORITY)
            settings.set("DOWNLOAD_DELAY", 0, _PRIORITY)
        elif settings.get("DOWNWIRE_ARCHIVE"):
            middlewares.set("scraper.fetching.archive.Archive", 950, _PRIORITY)
