"""The crawling step: the spiders of many sources in one process, stored as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.settings import Settings
from twisted.internet.defer import Deferred, DeferredSemaphore
from twisted.python.failure import Failure

from pipelines import store
from pipelines.terminal.progress import Progress
from scraper.items import Document, Fetch
from scraper.sources import Source

AT_ONCE = 16
"""Sources that are crawled side by side; each host is still asked for one thing at a time."""

_BLIND = ("blocked", "broken", "failed", "refused")


@dataclass(slots=True, kw_only=True)
class SourceReport:
    """What one source gave."""

    source: str
    """Its key."""
    documents: int = 0
    """How many documents came, known ones among them."""
    fetches: Counter[str] = field(default_factory=Counter)
    """How many requests ended in which outcome."""
    problems: list[str] = field(default_factory=list)
    """A sentence for each request whose answer could not be read, whole or in part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSummary:
    """What a crawl brought."""

    new_documents: int
    new_revisions: int
    sources: tuple[SourceReport, ...]
    """A report for each source, in the order given."""

    @property
    def problems(self) -> list[str]:
        """Return all sources' problems, each naming its source."""
        return [f"{report.source}: {text}" for report in self.sources for text in report.problems]


def crawl(
    sources: Sequence[Source],
    *,
    database: Path | None,
    progress: Progress,
    settings: dict[str, Any] | None = None,
) -> CrawlSummary:
    """Run the spiders of these sources; what they find goes into the database as it comes.

    Without a database nothing is kept. ``settings`` go over those of :mod:`scraper.settings`.
    Raises ``KeyboardInterrupt`` where somebody stopped it; what came until then is kept.
    Once in a process: Twisted's reactor does not start again.
    """
    if database is None:
        return _crawl(sources, _settings(settings or {}), progress)
    with store.open(database) as kept:
        run = kept.start_run()
        summary = _crawl(sources, _settings(settings or {}, database, run), progress)
        kept.end_run(run, new_documents=summary.new_documents, new_revisions=summary.new_revisions)
    return summary


def _settings(
    over: dict[str, Any], database: Path | None = None, run: int | None = None
) -> Settings:
    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    if database:
        place = database.resolve()
        settings.set("DOWNWIRE_DB", str(place), priority="cmdline")
        settings.set("DOWNWIRE_RUN", run, priority="cmdline")
        settings.set("HTTPCACHE_DIR", str(place.parent / ".scrapy" / "httpcache"), "cmdline")
    settings.setdict(over, priority="cmdline")
    return settings


def _crawl(sources: Sequence[Source], settings: Settings, progress: Progress) -> CrawlSummary:
    process = CrawlerProcess(settings)
    watch = _Watch(sources, progress)
    slots = DeferredSemaphore(AT_ONCE)
    crawlers = []
    for source in sources:
        crawler = process.create_crawler(source.spider)
        watch.over(crawler)
        crawlers.append(crawler)
        started: Deferred[Any] = slots.run(process.crawl, crawler, source=source)
        started.addErrback(watch.not_started, source.id)
    process.start()
    if watch.stopped:
        raise KeyboardInterrupt
    return CrawlSummary(
        new_documents=_sum(crawlers, "downwire/new"),
        new_revisions=_sum(crawlers, "downwire/revision"),
        sources=tuple(watch.reports.values()),
    )


def _sum(crawlers: Sequence[Crawler], stat: str) -> int:
    return sum(crawler.stats.get_value(stat, 0) for crawler in crawlers if crawler.stats)


class _Watch:
    """Follows the crawlers by their signals."""

    def __init__(self, sources: Sequence[Source], progress: Progress) -> None:
        self.reports = {source.id: SourceReport(source=source.id) for source in sources}
        self._progress = progress
        self._open = len(sources)
        self.stopped = False

    def over(self, crawler: Crawler) -> None:
        """Follow this crawler. Signals hold their receivers weakly: keep the watch."""
        crawler.signals.connect(self.item, signals.item_scraped)
        crawler.signals.connect(self.spider_error, signals.spider_error)
        crawler.signals.connect(self.item_error, signals.item_error)
        crawler.signals.connect(self.closed, signals.spider_closed)

    def item(self, item: object) -> None:
        """Count what came, and say how far it is."""
        if isinstance(item, Document):
            self.reports[item.source].documents += 1
        elif isinstance(item, Fetch):
            report = self.reports[item.source]
            report.fetches[item.outcome] += 1
            if item.outcome in _BLIND:
                report.problems.append(f"{item.url} {item.outcome}: {item.detail}")
        self._say()

    def spider_error(self, failure: Failure, spider: Spider) -> None:
        """Note a spider's own mistake: it costs its source an answer, nobody else."""
        self._mistake(failure, spider)

    def item_error(self, failure: Failure, spider: Spider) -> None:
        """Note a document that could not be stored."""
        self._mistake(failure, spider)

    def closed(self, reason: str) -> None:
        """Count a source that is done."""
        self.stopped = self.stopped or reason == "shutdown"
        self._open -= 1
        self._say()

    def not_started(self, failure: Failure, source: str) -> None:
        """Note a crawler that could not start."""
        self._open -= 1
        self.reports[source].problems.append(f"its spider did not start: {failure.value!r}")

    def _mistake(self, failure: Failure, spider: Any) -> None:
        self.reports[spider.source.id].problems.append(f"a mistake of ours: {failure.value!r}")

    def _say(self) -> None:
        documents = sum(report.documents for report in self.reports.values())
        done = len(self.reports) - self._open
        self._progress.now(f"crawl: documents {documents}, sources {done} of {len(self.reports)}")


class StorePipeline:
    """Scrapy's item pipeline that keeps documents and fetches in ``DOWNWIRE_DB`` as they come.

    Each belongs to run ``DOWNWIRE_RUN``; ``scrapy crawl`` without one counts as a run of its own.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._counts: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the pipeline of a crawler."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Open the database, and begin a run where none is going on."""
        self._store = store.open(self._crawler.settings["DOWNWIRE_DB"])
        given = self._crawler.settings.getint("DOWNWIRE_RUN")
        self._own_run = not given
        self._run = given or self._store.start_run()
        source = getattr(self._crawler.spider, "source", None)
        if isinstance(source, Source):
            self._store.put_sources([source])

    def close_spider(self) -> None:
        """Close the database, and end the run if it is our own."""
        if self._own_run:
            new, changed = self._counts["new"], self._counts["revision"]
            self._store.end_run(self._run, new_documents=new, new_revisions=changed)
        self._store.close()

    def process_item(self, item: Any) -> Any:
        """Keep a document or a fetch, whole, before the next is looked at."""
        if isinstance(item, Document):
            arrival = self._store.put_document(item)
            self._counts[arrival] += 1
            if self._crawler.stats:
                self._crawler.stats.inc_value(f"downwire/{arrival}")
        elif isinstance(item, Fetch):
            self._store.put_fetch(item, self._run)
        return item
