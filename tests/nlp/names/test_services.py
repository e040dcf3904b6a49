from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.names import gazetteers, services
from tests.nlp.docs import Row, assert_exact, doc_of, rows, rules

CERTAIN: list[tuple[str, list[Row]]] = [
    ("ChatGPT went dark and chatgpt stayed so.", [("ChatGPT", "chatgpt"), ("chatgpt", "chatgpt")]),
    ("Microsoft Teams fell over", [("Microsoft Teams", "microsoft-teams")]),
    (
        "AT&T's network, T-Mobile and Disney+",
        [("AT&T", "att"), ("T-Mobile", "t-mobile"), ("Disney+", "disney-plus")],
    ),
    ("Let’s Encrypt stopped issuing", [("Let’s Encrypt", "lets-encrypt")]),
    (
        "Amazon Elastic Compute Cloud and DynamoDB",
        [("Amazon Elastic Compute Cloud", "aws-ec2"), ("DynamoDB", "aws-dynamodb")],
    ),
    ("The site Twitter, now renamed", [("Twitter", "x")]),
    ("Bank of America customers", [("Bank of America", "bank-of-america")]),
]

NOTHING = [
    "Cut me some slack, teams: there is no signal here.",
    "Teams were working overnight to restore power.",
    "All 4 regions recovered, and nobody among us noticed.",
    "See https://status.openai.com/ or mail help@slack.com; openai.com/api was up.",
    "Claude Smith photographed Times Square in the dark.",
    "The target was to zoom in on the atlas.",
    "Shares are down. Power is down. The Internet is down.",
    "Premium users reported it. Windows users could not boot. The Board is down to three.",
    "Mr Marlow was unavailable for comment, and John Marlow is down with flu.",
    "An outage at London Heathrow. Texas customers could not call. Our Web Dashboard is down.",
    "ea cod bt vk",
    "Nationwide outage at the telco. Three outages in a week. Nationwide disruption feared.",
    "Atlas, Copilot and so on",
    "It suspended the Halifax–Dublin route.",
    "Flights between Halifax and Dublin are down. Phones in Delhi-NCR are down.",
    "Plane down: two hurt. Planned outage: tonight.\nRegional outage update\nStocks down again",
    "Australia's outage goes on, and Spain is down by two goals.",
    "",
]

IN_CONTEXT: list[tuple[str, list[Row]]] = [
    ("Slack is down for thousands.", [("Slack", "slack")]),
    ("is slack down for anyone else", [("slack", "slack")]),
    ("Discord Down: Users Report Trouble", [("Discord", "discord")]),
    (
        "People could not call through Zoom or pay with Square.",
        [("Zoom", "zoom"), ("Square", "square")],
    ),
    ("The rival chatbot Claude failed as well.", [("Claude", "claude")]),
    ("It took X and Canva offline.", [("X", "x"), ("Canva", "canva")]),
    (
        "Microsoft says Teams users are locked out.",
        [("Microsoft", "microsoft"), ("Teams", "microsoft-teams")],
    ),
    (
        "ChatGPT failed, and so did Codex and Atlas.",
        [("ChatGPT", "chatgpt"), ("Codex", "codex"), ("Atlas", "chatgpt-atlas")],
    ),
    (
        "HSBC, Nationwide and Visa too",
        [("HSBC", "hsbc"), ("Nationwide", "nationwide"), ("Visa", "visa")],
    ),
    (
        "pypi.org answers with 503, so does chat.openai.com",
        [("pypi.org", "pypi"), ("chat.openai.com", "chatgpt")],
    ),
    (
        "Nationwide app is down, says Nationwide",
        [("Nationwide app", "nationwide"), ("Nationwide", "nationwide")],
    ),
    ("GitHub said that Copilot was slow.", [("GitHub", "github"), ("Copilot", "github-copilot")]),
]


@pytest.mark.parametrize(("text", "found"), CERTAIN)
def test_certain_names(text: str, found: list[Row]) -> None:
    mentions = services.find(doc_of(text))
    assert rows(mentions) == found
    assert set(rules(mentions)) == {"name"}


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_service(text: str) -> None:
    assert services.find(doc_of(text)) == []


@pytest.mark.parametrize(("text", "found"), IN_CONTEXT)
def test_doubtful_names_in_context(text: str, found: list[Row]) -> None:
    assert rows(services.find(doc_of(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paid with gpay just now", [("gpay", "google-pay")]),
        ("tried claude code first", [("claude code", "claude-code")]),
        ("jio gone again in our lane", [("jio", "jio")]),
        ("we cannot get into slack", [("slack", "slack")]),
        ("won't let me open discord", [("discord", "discord")]),
        ("is it just discord acting up", [("discord", "discord")]),
        ("the best buy of the week, among us", []),
        ("no slack, no target, no signal", []),
    ],
)
def test_posts_write_names_in_lower_case(text: str, found: list[Row]) -> None:
    assert rows(services.find(doc_of(text, kind="forum"))) == found


def test_short_names_count_in_context() -> None:
    text = "RBC and TD fell over. Heathrow said so. Wizz customers waited."
    found = [key for _, key in rows(services.find(doc_of(text)))]
    assert found == ["royal-bank-of-canada", "td-bank", "heathrow-airport", "wizz-air"]


def test_a_name_of_two_services_is_kept_without_a_key() -> None:
    mentions = services.find(doc_of("Users said that Copilot is down."))
    assert rows(mentions) == [("Copilot", None)]
    assert rules(mentions) == ["ambiguous"]


@pytest.mark.parametrize(
    ("text", "row", "rule"),
    [
        ("#ChatGPTDown again", ("ChatGPT", "chatgpt"), "hashtag"),
        ("thanks @SlackStatus", ("SlackStatus", "slack"), "handle"),
        ("#microsoft_teams", ("microsoft_teams", "microsoft-teams"), "hashtag"),
        ("It said in a post on X that all is well", ("X", "x"), "venue"),
        ("Thousands complained on Reddit about it", ("Reddit", "reddit"), "venue"),
        ("She wrote on rival social media platform X that", ("X", "x"), "venue"),
        (
            "its support account on X (formerly Twitter)",
            ("X (formerly Twitter)", "x"),
            "venue",
        ),
        ("an apology on its Facebook page", ("Facebook", "facebook"), "venue"),
        ("On the social media site X, many despaired", ("X", "x"), "venue"),
        ("It stayed silent in channels such as Twitter", ("Twitter", "x"), "venue"),
        ("Crowds swarmed Twitter to complain", ("Twitter", "x"), "venue"),
        ("It had posted on X, which was down", ("X", "x"), "venue"),
        ("It told of an issue via its account on Reddit", ("Reddit", "reddit"), "venue"),
        ("There were issues posting on Facebook", ("Facebook", "facebook"), "name"),
        ("It showed a message on the Facebook website", ("Facebook", "facebook"), "name"),
        ("People cannot post on Facebook", ("Facebook", "facebook"), "name"),
        ("Photos shared no longer load on Instagram", ("Instagram", "instagram"), "name"),
        ("Reddit is down", ("Reddit", "reddit"), "name"),
        ("Zyntra has been down since 9", ("Zyntra", None), "unknown"),
        ("We hear that Zyntra's outage goes on", ("Zyntra", None), "unknown"),
        ("The Zyntra app is not working", ("Zyntra", None), "unknown"),
        ("An outage at Zyntra cut off thousands", ("Zyntra", None), "unknown"),
        ("Customers of Marlow Cloud saw delays", ("Marlow Cloud", None), "unknown"),
        ("Zyntra users reported errors", ("Zyntra", None), "unknown"),
        ("Zyntra users have been unable to log in", ("Zyntra", None), "unknown"),
        ("Zyntra down: thousands locked out", ("Zyntra", None), "unknown"),
        ("Marlow Hub outage: builds stuck for hours", ("Marlow Hub", None), "unknown"),
        ("Since 9 Zyntra is\ndown", ("Zyntra", None), "unknown"),
    ],
)
def test_the_rule_says_how(text: str, row: Row, rule: str) -> None:
    mentions = services.find(doc_of(text))
    assert (rows(mentions), rules(mentions)) == ([row], [rule])


def test_an_unknown_name_is_one_wherever_it_stands() -> None:
    text = "Firms pay through Zyntra, a payroll firm. Zyntra is down; see zyntra.example."
    assert rows(services.find(doc_of(text))) == [("Zyntra", None), ("Zyntra", None)]


def test_what_is_said_of_another_service_is_said_somewhere() -> None:
    mentions = services.find(doc_of("Many told of trouble with Slack on Twitter and Reddit."))
    assert list(zip(rows(mentions), rules(mentions), strict=True)) == [
        (("Slack", "slack"), "context"),
        (("Twitter", "x"), "venue"),
        (("Reddit", "reddit"), "venue"),
    ]


def test_names_in_the_title_say_so() -> None:
    mentions = services.find(doc_of("ChatGPT | Canva\n\nChatGPT is down.", title="ChatGPT | Canva"))
    assert rules(mentions) == ["title", "title", "name"]


@pytest.mark.parametrize(
    ("service", "text", "row"),
    [
        (
            "google-cloud",
            "T\n\nService: Operations\n\nx",
            ("Operations", "google-cloud-operations"),
        ),
        ("google-cloud", "T\n\nIAM is slow", ("IAM", "google-cloud-iam")),
        ("aws", "T\n\nIAM is slow", ("IAM", "aws-iam")),
        ("slack", "T\n\nUsers see errors in Slack", ("Slack", "slack")),
    ],
)
def test_the_operator_means_its_own(service: str, text: str, row: Row) -> None:
    assert rows(services.find(doc_of(text, kind="official", service=service))) == [row]


def test_the_operator_means_nobody_else_by_a_word() -> None:
    text = "T\n\nSecrets Manager is slow for some."
    assert services.find(doc_of(text, kind="official", service="google-cloud")) == []


def test_every_service_is_found_by_its_name() -> None:
    missed = []
    for service in gazetteers.services().values():
        text = f"Thousands reported that {service.name} is down."
        keys = [mention.key for mention in services.find(doc_of(text))]
        if service.key not in keys and not (service.ambiguous and None in keys):
            missed.append((service.key, keys))
    assert missed == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["news", "official"]))
def test_any_text_gives_exact_offsets(text: str, kind: str) -> None:
    doc = doc_of(text + " Slack İs down, #AWSDown " + text, kind=kind, service="slack")
    assert_exact(doc, services.find(doc))


@pytest.mark.parametrize("unit", ["A", "A ", "a-", "@", "#a", "Slack ", "www.", "A.", "Aa's "])
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    doc = doc_of(unit * (40_000 // len(unit)))
    assert_exact(doc, services.find(doc))
