from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.sources import Source
from scraper.statuspages import aws_feed
from tests.scraper.statuspages.conftest import IMPORTED, RECEIVED

NOON = 1760443200
HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    key: str = "lambda-eu-west-1"
    at: int = NOON
    title: str = "Service impact: Late starts"
    said: str = "Functions start late."

    def xml(self) -> str:
        when = datetime.fromtimestamp(self.at, UTC)
        return (
            f"<item><title>{escape(self.title)}</title><description>{escape(self.said)}</description>"
            f"<pubDate>{when:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
            f"<guid>https://status.aws.amazon.com/#{self.key}_{self.at}</guid></item>"
        )


def read(items: list[Item], channel: str = "Amazon Web Services") -> list[str]:
    """Return the texts of the incidents in a feed of these items."""
    inside = "".join(item.xml() for item in items)
    body = f"<rss version='2.0'><channel><title>{channel} Service Status</title>{inside}"
    parsed = aws_feed.parse(f"{body}</channel></rss>".encode(), IMPORTED, RECEIVED)
    assert parsed.problems == ()
    return [document.text for document in parsed.documents]


OVER = "Service is operating normally: [RESOLVED] Late starts"


@pytest.mark.parametrize(
    ("items", "incidents"),
    [
        ([], 0),
        ([Item()], 1),
        ([Item(), Item(at=NOON + HOUR)], 1),
        ([Item(), Item(at=NOON + 23 * HOUR), Item(at=NOON + 46 * HOUR)], 1),
        ([Item(), Item(at=NOON + 25 * HOUR)], 2),
        ([Item(), Item(at=NOON + HOUR, title=OVER), Item(at=NOON + 2 * HOUR)], 2),
        ([Item(), Item(at=NOON + HOUR, said="The issue has been resolved."), Item(at=NOON - 9)], 1),
        ([Item(), Item(key="lambda-eu-west-2", at=NOON + 60)], 2),
        ([Item(), Item(key="ec2-eu-west-1", at=NOON + 60)], 2),
    ],
)
def test_the_posts_of_an_incident_are_put_together(items: list[Item], incidents: int) -> None:
    assert len(read(items)) == incidents


@pytest.mark.parametrize(
    ("key", "channel", "header"),
    [
        (
            "ec2-us-east-1",
            "Amazon Web Services",
            "Service: Amazon Elastic Compute Cloud\nRegions: us-",
        ),
        ("ec2-us-east-1", "Amazon EC2 (N. Virginia)", "\nRegions: N. Virginia (us-east-1)"),
        ("newthing-us-east-1", "Amazon New Thing (Ohio)", "Service: Amazon New Thing\n"),
        ("newthing-us-east-1", "Amazon Web Services", "\n\nRegions: us-east-1\n\n"),
        ("route53", "Amazon Web Services", "Service: Amazon Route 53\n\n2025"),
    ],
)
def test_service_and_region_come_from_the_key_and_the_channel(
    key: str, channel: str, header: str
) -> None:
    (text,) = read([Item(key=key)], channel)
    assert header in text


@given(
    st.lists(
        st.builds(
            Item,
            key=st.sampled_from(["ec2-us-east-1", "ec2-us-east-2", "route53"]),
            at=st.integers(NOON, NOON + 7 * 24).map(lambda hours: NOON + (hours - NOON) * HOUR),
            title=st.sampled_from(["Service impact: Late starts", OVER]),
        ),
        max_size=12,
        unique_by=lambda item: (item.key, item.at),
    ),
    st.randoms(),
)
def test_every_post_is_in_one_incident_whatever_the_order(
    items: list[Item], chance: Random
) -> None:
    shuffled = sorted(items, key=lambda _: chance.random())
    texts = read(items)
    assert read(shuffled) == texts
    assert sum(text.count("Functions start late.") for text in texts) == len(items)


@pytest.mark.parametrize(
    "guid", ["", "https://status.aws.amazon.com/#ec2", "https://mill.example/1"]
)
def test_an_item_that_aws_did_not_make_is_a_problem(
    guid: str, imported: Source, received: datetime
) -> None:
    feed = f"<rss version='2.0'><channel><item><title>A</title><guid>{guid}</guid></item>"
    parsed = aws_feed.parse(f"{feed}</channel></rss>".encode(), imported, received)
    assert parsed.documents == ()
    (problem,) = parsed.problems
    assert problem.startswith(f"item number 1: its guid is {guid!r}; expected ")
