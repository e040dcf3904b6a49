import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import read
from nlp.words.relevance import is_relevant
from tests.nlp.by_hand import Page


@pytest.mark.parametrize(
    "text",
    [
        "ChatGPT is down for thousands of people",
        "Is Zoom down?",
        "slack down again lol",
        "Major outage hits banks",
        "AWS us-east-1: increased error rates",
        "GitHub Actions is experiencing degraded performance",
        "Customers are unable to log in",
        "I can't connect to the server, anyone else?",
        "Scheduled maintenance on Sunday night",
        "The site went offline at noon",
        "The app keeps crashing on launch",
        "All systems are back online",
        "We have identified the issue and are monitoring",
        "Instagram isn't loading for me 😡😡",
        "Websites unavailable after DNS change",
        "Login issues on PlayStation Network",
        "Phones showed SOS mode all morning",
        "Card payments failing nationwide",
        "The carrier's network had a nationwide failure",
        "Delays processing webhooks",
        "#TwitterDown: twitter down",
        # Posts of a sentence or two
        "Slack notifications are delayed.",
        "Venmo transfers bounce",
        "ok who unplugged claude?? every prompt comes back overloaded",
        "steam store 502 for me and everyone",
        "Xfinity's been out all over town since midnight",
        "Stripe webhooks are so late tonight",
        "everything but search works on this shop",
    ],
)
def test_texts_that_may_speak_of_outages(text: str) -> None:
    assert is_relevant(text)


@pytest.mark.parametrize(
    "text",
    [
        "Shares in the airline are down 3% on Monday",
        "The stock went down by 12 points",
        "The retailer was down 4.5p at 112p, and its rival down 2 1/2p",
        "The index closed down 31.4 as traders took fright",
        "The miner was also down a couple of cents",
        "The hosts were down to ten men by half-time",
        "They did not go down without a fight",
        "Watch it on the sofa, online or offline",
        "Turn the heat down after an hour",
        "The bridge is closed for maintenance, which affected 40 walkers",
        "A winter sale: jackets down 20%",
        "She sat down to write her memoirs",
        "How to cut down on sugar",
        "A power cut hit the village during the storm",
        "Power outages expected as the storm nears",
        "My new down jacket arrived",
        "The car broke down on the motorway",
        "A crash course in Italian cooking",
        "The minister was unavailable for comment",
        "Frozen peas and other bargains",
        "Ten recipes for a slow Sunday",
        "The league title race goes to the wire",
        "Company launches a new phone with a better camera",
        "The new app lets users share photos with customers of the network",
        "A login page for the platform's API, explained",
        "Parliament passed the budget after a long debate on reports of waste",
        "The committee met again. " * 20 + "They could not agree.",
        "",
        "🎉🎉🎉 👍",
    ],
)
def test_texts_that_do_not(text: str) -> None:
    assert not is_relevant(text)


@pytest.mark.parametrize(
    "text",
    ["The lift was stuck in traffic, joked the mayor", "The band's third album is out on Friday"],
)
def test_short_texts_with_the_words_of_a_symptom_are_read_and_claim_nothing(text: str) -> None:
    assert is_relevant(text)
    (reading,) = read([Page(text=text)])
    assert not reading.claims


@pytest.mark.parametrize(
    "text",
    [
        'BBC iPlayer users shown "something went wrong" in the final',
        "zelle payments not showing up?? @Chase",
        "We know that some customers have difficulty placing orders.",
    ],
)
def test_short_texts_that_a_symptom_alone_makes_worth_reading(text: str) -> None:
    assert is_relevant(text)


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    assert is_relevant(text) in {True, False}
