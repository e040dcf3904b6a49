"""What spiders make of their arguments and of the settings; their crawling is test_crawling's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from scraper.fetching.addon import Downwire
from scraper.sources import Source, SourcesError
from scraper.spiders.articles import ArticlesSpider
from scraper.spiders.feeds import FeedsSpider

MILL = Source(
    id="mill-news", name="Mill News", spider="feeds", kind="news", publisher="Mill News",
    url="https://mill.example/feed.xml", floor=5,
)  # fmt: skip
TOML = """
[[source]]
id = "mill-news"
name = "Mill News"
spider = "feeds"
kind = "news"
publisher = "Mill News"
url = "https://mill.example/feed.xml"
floor = 5
"""


def project() -> Settings:
    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    return settings


def test_every_spider_that_a_source_may_name_is_there() -> None:
    named = {"feeds", "articles", "hackernews", "statuspage", "google_cloud", "aws"}
    assert set(SpiderLoader.from_settings(project()).list()) == named


def test_a_source_by_its_id_or_itself(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TOML)
    assert FeedsSpider(source="mill-news", sources=str(path)).source == MILL
    assert FeedsSpider(source=MILL).floor == 5


def test_an_article_is_one_whatever_the_feed_s_floor() -> None:
    spider = ArticlesSpider(source=MILL, url="https://mill.example/mast")
    assert (spider.url, spider.floor) == ("https://mill.example/mast", 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "type `scrapy crawl feeds -a source=ID`"),
        ({"source": "mil-news"}, "no source is called 'mil-news'; did you mean mill-news?"),
        ({"source": Source(id="a", name="a", spider="aws", kind="official", publisher="a", url="")},
         "type `scrapy crawl aws -a source=a`"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_source_says_what_to_type(
    tmp_path: Path, given: dict[str, Any], said: str
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(TOML)
    with pytest.raises(SourcesError) as caught:
        FeedsSpider(**given, sources=str(path))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("ours", "pipelines", "middlewares"),
    [
        ({}, set(), set()),
        ({"DOWNWIRE_DB": "x.db"}, {"pipelines.crawl.StorePipeline"}, set()),
        ({"DOWNWIRE_ARCHIVE": "x"}, set(), {"scraper.fetching.archive.Archive"}),
        (
            {"DOWNWIRE_REPLAY": "x", "DOWNWIRE_ARCHIVE": "y"},
            set(),
            {"scraper.fetching.replay.Replay"},
        ),
    ],
)
def test_our_settings_switch_on_what_they_ask_for(
    ours: dict[str, str], pipelines: set[str], middlewares: set[str]
) -> None:
    settings, plain = project(), set(project()["DOWNLOADER_MIDDLEWARES"])
    settings.setdict(ours, priority="cmdline")
    Downwire().update_settings(settings)
    assert set(settings["ITEM_PIPELINES"]) == pipelines
    assert set(settings["DOWNLOADER_MIDDLEWARES"]) - plain == middlewares
    replays = "DOWNWIRE_REPLAY" in ours
    assert settings.getbool("HTTPCACHE_ENABLED") is not replays
    assert settings.getbool("AUTOTHROTTLE_ENABLED") is not replays


def test_politeness() -> None:
    settings = project()
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert "+https://" in settings["USER_AGENT"]
    assert "@" in settings["USER_AGENT"]
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
