import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import read
from nlp.words import symptoms
from tests.nlp.by_hand import Page
from tests.nlp.docs import doc_of

NLP = spacy.blank("en")


def keys(text: str) -> list[str | None]:
    return [mention.key for mention in symptoms.find(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shoppers met error messages at the till.", ["error-messages"]),
        ("The gates stopped reading passports at noon.", ["blocked-operations"]),
        ("Passes would not scan at the barriers.", ["blocked-operations"]),
        ("Permits could not be issued on Monday.", ["blocked-operations"]),
        ("Transfers sat on pending all night.", ["failed-payments"]),
        ("Invoices vanished from the dashboard.", ["missing-data"]),
        ("They have not been able to access their games.", ["unreachable"]),
        ("Fans were booted out of the service.", ["login-failures"]),
        ("One-time passwords were not received for hours.", ["login-failures"]),
        ("Some had not received their wages.", ["failed-payments"]),
        (
            "Salaries have not been paid, and payment declines went on.",
            ["delays", "failed-payments"],
        ),
        (
            "A storm of logins knocked out the site, knocking many people offline.",
            ["unavailable", "unavailable"],
        ),
        ("Farmers could not get online.", ["unreachable"]),
        ("The outage left offices offline.", ["unavailable", "unavailable"]),
        ("is the portal down again?", ["unavailable"]),
        ("Under the load its website buckled, then collapsed.", ["unavailable"] * 2),
        ("The tills have been out since noon.", ["unavailable"]),
        ("It logs me out every minute.", ["login-failures"]),
        ("Since the update the app crashes.", ["crash"]),
        ("Every call returns 503.", ["http-errors"]),
        ("The broker refuses connections.", ["connection-failures"]),
        ("Four households lost broadband.", ["connection-failures"]),
        ("The editor just hangs.", ["stuck-loading"]),
        ("There is a backlog of invoices.", ["delays"]),
        ("The airline cancelled 212 flights.", ["grounded-flights"]),
        ("My photo library is empty.", ["missing-data"]),
        ("Users saw packet drops and network drops.", ["packet-loss", "connection-failures"]),
        ("There were intermittent connection failures.", ["connection-failures"]),
        ("Reads may have resulted in an error or timeout.", ["errors", "timeouts"]),
        ("Phones stopped placing calls and mobile data vanished.", ["dropped-calls", "no-signal"]),
        ("Neighbours couldn't call or text.", ["dropped-calls"]),
        ("A global IT failure began at dawn.", ["glitch"]),
        ("It just says something went wrong.", ["error-messages"]),
        ("We saw elevated error rates on the API.", ["error-rates"]),
        ("an 'elevated error rate' on all models", ["error-rates"]),
        ("There was a sharp rise in upload errors.", ["error-rates"]),
        ("The site returned HTTP 503 to most visitors.", ["http-errors"]),
        ("Visitors got 502 Bad Gateway pages.", ["http-errors"]),
        ("A wave of 500 errors hit the console.", ["http-errors"]),
        ("Requests fail with 5xx errors.", ["failed-requests", "http-errors"]),
        ("Players see error code 84.", ["error-codes"]),
        ("Many builds are failing since noon.", ["failed-requests"]),
        ("Pages failed to load on phones.", ["stuck-loading"]),
        ("I am unable to log in to my account.", ["login-failures"]),
        ("Customers can't log into the app.", ["login-failures"]),
        ("People had trouble signing in.", ["login-failures"]),
        ("Thousands were locked out of their accounts.", ["login-failures"]),
        ("Card payments were declined across the country.", ["failed-payments"]),
        (
            "Shoppers could not pay at the petrol station.",
            ["failed-payments"],
        ),
        ("Messages are not sending.", ["failed-messages"]),
        ("My texts won't send.", ["failed-messages"]),
        ("They were unable to send or receive messages.", ["failed-messages"]),
        ("The app keeps crashing.", ["crash"]),
        ("Laptops showed the blue screen of death.", ["crash"]),
        ("Users saw other users' chat titles.", ["corrupted-data"]),
        ("Readers were unable to access the site.", ["unreachable"]),
        ("They cannot open the portal; it is unreachable.", ["unreachable", "unreachable"]),
        ("The dashboard is unavailable.", ["unavailable"]),
        ("The exchange went dark at dawn.", ["unavailable"]),
        ("The bank's app is down.", ["unavailable"]),
        ("The site isn't working for me.", ["unavailable"]),
        ("Gamers are unable to connect.", ["connection-failures"]),
        ("Offices reported connectivity issues.", ["connection-failures"]),
        ("Homes were left without broadband.", ["connection-failures"]),
        ("My phone has no signal.", ["no-signal"]),
        ("Phones were stuck in SOS mode.", ["no-signal"]),
        ("Subscribers noticed dropped calls.", ["dropped-calls"]),
        ("They were unable to make calls.", ["dropped-calls"]),
        ("Lookups ended in DNS resolution failures.", ["dns-failures"]),
        ("Fans found themselves stuck on loading screens.", ["stuck-loading"]),
        ("The feed would not load; the page was blank.", ["stuck-loading", "blank-page"]),
        ("All I get is a blank screen.", ["blank-page"]),
        ("Parties can't find a match.", ["matchmaking"]),
        ("Calls to the API timed out.", ["timeouts"]),
        ("Some requests are timing out.", ["timeouts"]),
        ("We see increased latency for writes.", ["latency"]),
        ("Matches suffered from lag.", ["latency"]),
        ("Webhook deliveries are delayed.", ["delays"]),
        ("The site loads slowly today.", ["slow-loading"]),
        ("The app is very slow today.", ["slow-loading"]),
        ("Films kept buffering.", ["buffering"]),
        ("Users experience degraded performance.", ["degraded-performance"]),
        ("The network is experiencing packet loss.", ["packet-loss"]),
        ("Everything slowed down to a crawl.", ["slowdown"]),
        ("Requests were throttled.", ["reduced-capacity"]),
        ("Callers complained of choppy audio.", ["poor-quality"]),
        ("My chat history has vanished.", ["missing-data"]),
        ("Balances are not updating, my balance hasn't updated.", ["feed-not-updating"] * 2),
        ("Hundreds of flights were grounded.", ["grounded-flights"]),
        ("Cash machines are out of order.", ["cash-machines"]),
        ("Nobody here could even sign in.", ["login-failures"]),
        ("Staff had no trouble paying, but trouble ordering.", ["failed-payments", "stuck-orders"]),
        ("It refuses to play any music.", ["playback-failures"]),
        ("Emergency calls from the island did not connect.", ["dropped-calls"]),
        ("Card terminals began to fail at noon.", ["failed-payments"]),
        ("An outage of two hours", ["unavailable"]),
        ("Bank down for thousands", ["unavailable"]),
        ("The portal buckled under demand.", ["unavailable"]),
        ("Customers stuck on one tick; texts never arrive.", ["failed-messages"] * 2),
        ("It was a brief glitch.", ["glitch"]),
    ],
)
def test_symptoms_of_the_table_are_found(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine and the match ended in a draw.",
        "She sat down to write a letter.",
        "The store is open to everyone.",
        "He was delighted with the service.",
        "Shares rose after the launch of a new phone.",
        "A new search engine for recipes.",
        "The trial and error method is old.",
        "They connect people across borders.",
        "A spokesman was unavailable for comment.",
        "The firm could not be reached for comment.",
        "We could not immediately verify it.",
        "Its shares were down 3% at noon.",
        "Shares in it are down.",
        "Reports were down to 40 by noon.",
        "A power outage darkened the town.",
        "Costs go down by 3 percent.",
        "She has calmed down and written it down.",
        "An outage tracker counts what users say.",
        "It was a slow news day.",
        "The play opened in London.",
        "",
        "🎉🎉🎉",
    ],
)
def test_plain_texts_have_no_symptoms(text: str) -> None:
    assert keys(text) == []


def test_a_symptom_carries_its_words_name_and_category() -> None:
    (mention,) = symptoms.find(NLP.make_doc("It shows a Blank Page now."))
    assert (mention.text, mention.name, mention.category, mention.rule) == (
        "Blank Page",
        "Blank page",
        "UNAVAIL",
        "symptoms:lexicon",
    )


@given(st.text(alphabet=st.sampled_from("error failtologn50 3.\n'é’"), max_size=80))
def test_offsets_are_exact_whatever_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    found = symptoms.find(doc)
    assert all(doc.text[m.start : m.end] == m.text and m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls to the emergency number failed from midnight, Optus said.", ["dropped-calls"]),
        ("Vodafone internet slow after cable fault", ["slow-loading"]),
        ("Robinhood orders frozen in final hour", ["stuck-orders"]),
        ("Slack huddles died first, then search failed.", ["unavailable", "failed-search"]),
        ("Telstra landlines silent in Yorkton", ["unavailable"]),
        ("WHATSAPP MELTDOWN! Millions wait", ["unavailable"]),
        ("Blaze silences KakaoTalk", ["unavailable"]),
        ("Students could not hand in assignments on Canvas.", ["blocked-operations"]),
        ("Grab bookings jammed for hours", ["stuck-orders"]),
        ("Problems with assignments on Canvas", []),
        ("Slack died to make room for Teams", []),
        ("Spotify prices that failed to impress", []),
        ("Users cannot stand the new Spotify orders page", []),
    ],
)
def test_the_part_tells_what_its_failing_is(text: str, expected: list[str]) -> None:
    (reading,) = read([Page(text=text)], thorough=True)
    found = [mention.key for mention in reading.mentions if mention.label == "SYMPTOM"]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nothing you typed was lost.",
        "No client positions had been lost.",
        "It said that no money had gone missing.",
        "We did not lose a single order.",
        "Nobody has lost any data.",
    ],
)
def test_that_nothing_was_lost_is_said_of_missing_data(text: str) -> None:
    found = symptoms.find(doc_of(text))
    assert [(mention.key, mention.rule) for mention in found] == [("missing-data", symptoms.NONE)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Calls from its phones are not going through.", ["dropped-calls"]),
        ("Staff are waiting for their wages.", ["delays"]),
        ("It stopped sending alerts.", ["missing-notifications"]),
        ("There were no motion alerts all night.", ["missing-notifications"]),
        ("It hasn't uploaded a single run.", ["failed-uploads"]),
        ("It refuses my MPIN.", ["login-failures"]),
        ("Trains were not interrupted.", []),
        ("Purchases go on without interruption.", []),
    ],
)
def test_what_was_noticed(text: str, keys: list[str]) -> None:
    assert [mention.key for mention in symptoms.find(doc_of(text))] == keys
