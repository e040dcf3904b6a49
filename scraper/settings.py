"""Scrapy settings: politeness first.

Our own settings, each of which ``-s NAME=VALUE`` sets: ``DOWNWIRE_DB`` (store into this database;
without it nothing is stored and ``scrapy crawl … -O out.json`` works alone), ``DOWNWIRE_ARCHIVE``
(directory that receives every response as WARC), ``DOWNWIRE_REPLAY`` (a WARC file, or a directory
of them, that answers instead of the web), ``DOWNWIRE_PROXY`` (an HTTP proxy for all requests),
``DOWNWIRE_ALLOW`` (private hosts or addresses that may be fetched all the same, with commas).
What they switch on and off stands in :mod:`scraper.fetching.addon`.
"""

from scraper import items

BOT_NAME = "downwire"
SPIDER_MODULES = ["scraper.spiders"]
ADDONS = {"scraper.fetching.addon.Downwire": 0}

DOWNWIRE_DB = None
DOWNWIRE_ARCHIVE = None
DOWNWIRE_REPLAY = None
DOWNWIRE_PROXY = None
DOWNWIRE_ALLOW = ""

# Who we are, and what we are asked not to fetch.
USER_AGENT = "Downwire/0.1 (+https://downwire.example/; contact@downwire.example)"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Downwire"
COOKIES_ENABLED = False

# One request at a time a host, and slower where the host is slow.
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1
AUTOTHROTTLE_MAX_DELAY = 30

# Ask again only whether it has changed.
HTTPCACHE_ENABLED = True
HTTPCACHE_DIR = "httpcache"
HTTPCACHE_GZIP = True
HTTPCACHE_POLICY = "scraper.fetching.revalidation.RevalidationPolicy"
HTTPCACHE_STORAGE = "scraper.fetching.cachestore.WholeStorage"

# Nothing may take for ever, of time or of memory.
DOWNLOAD_TIMEOUT = 30
DNS_TIMEOUT = 10
DOWNLOAD_MAXSIZE = items.LARGEST
DOWNLOAD_WARNSIZE = 0
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
RETRY_TIMES = 1
DEPTH_LIMIT = 10

DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOADER_MIDDLEWARES = {
    "scraper.fetching.guard.Guard": 10,
    "scrapy.downloadermiddlewares.httpcache.HttpCacheMiddleware": None,
    "scraper.fetching.revalidation.RevalidationCache": 900,
}
TWISTED_DNS_RESOLVER = "scraper.fetching.guard.GuardedResolver"

# Nobody is let in while it runs.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

LOG_LEVEL = "WARNING"
FEED_EXPORT_ENCODING = "utf-8"
