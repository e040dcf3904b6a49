"""Short texts and headlines: whether an outage is seen at all, and whose it is."""

from __future__ import annotations

import pytest

from nlp.reading import read
from tests.nlp.docs import doc_of


def _services(text: str, kind: str) -> tuple[bool, set[str | None]]:
    reading = next(iter(read([doc_of(text, kind=kind)._.context])))
    return reading.relevant, {claim.service for claim in reading.claims}


@pytest.mark.parametrize(
    ("kind", "text", "service"),
    [
        ("news", "Tills go down at Aldi stores across Ireland.", "aldi"),
        ("social", "tills at Kaufland in Brno all dead, people leave their trolleys", "kaufland"),
        ("social", "can't get a Bolt in Tallinn, app keeps crashing", "bolt"),
        ("social", "Looks like Render deploys are stuck. Nothing on the status page.", "render"),
        ("social", "Peloton classes won't load this morning", "peloton"),
        ("social", "@monzo what's going on? card declined twice in Tesco, app won't load", "monzo"),
        (
            "social",
            "@AmericanAir your site has been down since 9, nobody can log in",
            "american-airlines",
        ),
        ("social", "@signalapp nothing gets through, messages stuck since noon", "signal"),
        ("forum", "Got the update from the App Store and the Sonos app is down for all", "sonos"),
        (
            "forum",
            "Outbound mail stuck in Exchange Online since 9, for all of us",
            "exchange-online",
        ),
        ("forum", "Lloyds app is down. Lloyds on X say they're aware of problems.", "lloyds-bank"),
        ("social", "Bramblecast has been dead since lunch. Spotify it is then", None),
        ("forum", "Prairie Wind Fiber Cooperative down in Marshall County?\n\nNo internet.", None),
        ("forum", "Lumihome cloud outage\n\nLumihome's cloud is down. No routine runs.", None),
        ("forum", "Supabase dashboard won't load since 7, in Safari or Firefox", "supabase"),
        ("news", "Radio Cumbria fell silent for an hour after a fault at its transmitter.", None),
        ("news", "Staff at Medway NHS Foundation Trust used paper as its records crashed.", None),
        ("news", "Clients of Marlborough Building Society could not log in on Monday.", None),
    ],
)
def test_an_outage_is_seen_with_its_service(kind: str, text: str, service: str | None) -> None:
    assert _services(text, kind) == (True, {service})


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("social", "Just crashed my bike outside the Apple store, ouch"),
        ("social", "Instagram disabled my account and support never answers"),
        ("news", "Netflix cancels its drama; fans crash out on social media."),
        ("news", "United's defence collapses in the last ten minutes at Villa."),
    ],
)
def test_what_only_sounds_like_an_outage(kind: str, text: str) -> None:
    assert _services(text, kind) == (False, set())


def test_a_numbered_heading_says_whose_trouble_it_is() -> None:
    text = (
        "Three outages\n\n"
        "1. Slack. Notifications were delayed on Thursday.\n\n"
        "2. Strava. Uploads from Garmin watches stopped arriving on Wednesday."
    )
    assert _services(text, "news") == (True, {"slack", "strava"})


def test_the_forum_of_a_house_tells_of_its_part() -> None:
    text = "Lambda timeouts in eu-west-1?\n\nLambda invocations time out. AWS status: green."
    [reading] = read([doc_of(text, kind="forum", publisher="r/aws")._.context])
    assert {claim.service for claim in reading.claims} == {"aws-lambda"}


def test_a_title_names_the_part_that_a_community_of_its_house_speaks_of() -> None:
    text = "iCloud Mail not receiving\n\nMail never arrives. Apple's status page is green."
    [reading] = read([doc_of(text, kind="forum", publisher="Apple Community")._.context])
    assert {claim.service for claim in reading.claims} == {"icloud"}
