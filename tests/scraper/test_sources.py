from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.sources import SourcesError, load, loads, pick

GOOD = {
    "id": '"mill-news"',
    "name": '"Mill News, technology"',
    "spider": '"feeds"',
    "kind": '"news"',
    "publisher": '"Mill News"',
    "url": '"https://mill.example/feed.xml"',
}


def table(**changes: str | None) -> str:
    entry = {**GOOD, **changes}
    lines = [f"{key} = {value}" for key, value in entry.items() if value is not None]
    return "\n".join(["[[source]]", *lines, ""])


def test_a_full_entry_and_the_defaults() -> None:
    sources = loads(
        table(country='"GB"', zone='"Europe/London"', follow="true", floor="5")
        + table(id='"hn"', spider='"hackernews"', kind='"forum"', queries='["outage", "is down"]')
    )
    assert list(sources) == ["mill-news", "hn"]
    mill, forum = sources.values()
    assert (mill.country, mill.zone, mill.follow, mill.floor) == ("GB", "Europe/London", True, 5)
    assert (mill.language, mill.service, mill.queries) == ("en", None, ())
    assert (forum.floor, forum.follow, forum.queries) == (1, False, ("outage", "is down"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (table(shade='"red"'), "'mill-news' (number 1): shade: unknown key; allowed: id, name"),
        (table(publishers='"x"'), "did you mean publisher?"),
        (table(id=None), "source number 1: id: is missing; allowed: lower-case"),
        (table(id='"Mill News"'), "id: got 'Mill News'; allowed: lower-case"),
        (table(name='""'), "name: got ''; allowed: some words"),
        (table(url=None), "url: is missing; allowed: an http:// or https:// address"),
        (table(url='"ftp://mill.example/"'), "url: got 'ftp://mill.example/'; allowed: an http://"),
        (table(url='"https:///feed"'), "allowed: an http:// or https:// address with a host"),
        (table(url='"http://[bad/"'), "url: got 'http://[bad/'; allowed: an http://"),
        (table(url="7"), "url: got 7; allowed: an http://"),
        (table(spider='"rss"'), "spider: got 'rss'; allowed: one of feeds, articles, hackernews"),
        (table(kind='"blog"'), "allowed: one of news, forum, social, official"),
        (table(country='"UK"'), "country: got 'UK'; allowed: an ISO 3166-1"),
        (table(zone='"PST8"'), "zone: got 'PST8'; allowed: an IANA time zone"),
        (table(follow='"yes"'), "follow: got 'yes'; allowed: true or false"),
        (table(floor="-1"), "floor: got -1; allowed: a whole number"),
        (table(queries='["down"]'), "queries: the spider hackernews needs them"),
        (table(spider='"hackernews"'), "queries: the spider hackernews needs them"),
        (table() + table(), "'mill-news' (number 2): id: this id is taken"),
        ("[source]\nid = 'x'", "allowed: [[source]] tables only"),
        ("[[sources]]\nid = 'x'", "found sources at the top"),
        ("source = [3]", "source number 1: got 3; allowed: a table with the keys"),
        ("[[source", "is not TOML"),
    ],
)
def test_a_wrong_file_says_where_and_what_is_allowed(text: str, said: str) -> None:
    with pytest.raises(SourcesError) as caught:
        loads(text, "mine.toml")
    assert str(caught.value).startswith("mine.toml: ")
    assert said in str(caught.value)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(SourcesError):
        assert isinstance(loads(text), dict)


def test_a_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    with pytest.raises(SourcesError, match=r"mine\.toml: cannot be read: No such file"):
        load(path)
    path.write_bytes(b"\xff\xfe[[source]]")
    with pytest.raises(SourcesError, match=r"mine\.toml: is not UTF-8"):
        load(path)
    path.write_text(table(), encoding="utf-8")
    assert list(load(path)) == ["mill-news"]


def test_picking_by_id() -> None:
    sources = loads(table())
    assert [source.id for source in pick(sources, ["mill-news"])] == ["mill-news"]
    with pytest.raises(SourcesError, match="did you mean mill-news"):
        pick(sources, ["mil-news"])
