from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.names import features
from tests.nlp.docs import Row, assert_exact, doc_of, rows, rules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Image generation and the search functionality failed.",
            [("Image generation", "image-generation"), ("search functionality", "search")],
        ),
        (
            "Nobody could log in or upload files.",
            [("log in", "login"), ("upload files", "file-uploads")],
        ),
        ("DNS queries and the API", [("DNS queries", "dns"), ("API", "api")]),
        ("fine-tuning jobs stalled", [("fine-tuning jobs", "fine-tuning")]),
        ("calls to 999 did not connect", [("calls to 999", "emergency-calls")]),
        (
            "Phone lines, mobile services and emergency calls failed",
            [
                ("Phone lines", "landline"),
                ("mobile services", "mobile-data"),
                ("emergency calls", "emergency-calls"),
            ],
        ),
    ],
)
def test_phrases_mean_their_feature(text: str, found: list[Row]) -> None:
    mentions = features.find(doc_of(text))
    assert rows(mentions) == found
    assert set(rules(mentions)) == {"phrase"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("trouble with search", "search"),
        ("including messages", "messaging"),
        ("Search is down", "search"),
        ("payments failed", "payments"),
        ("the email service", "email"),
        ("login, storage", "object-storage"),
        ("People had trouble with payments according to Downdetector.", "payments"),
        ("Downdetector's data shows problems with login", "login"),
    ],
)
def test_words_need_neighbours(text: str, key: str) -> None:
    assert features.find(doc_of(text))[-1].key == key


@pytest.mark.parametrize(
    "text",
    [
        "The search for answers goes on.",
        "Regulators renewed calls for rules on social media.",
        "There were connectivity issues, and we know that connectivity is important.",
        "The error reporting website Downdetector and Downdetector's website drew a graph.",
        "Downdetector, a popular outage tracking site, and the portal showed a spike.",
        "According to the site, users were reporting trouble, posting on social media.",
        "The service's status dashboard turned red, and the video-sharing site that is so loved.",
        "The outage-tracking website showed a spike, the company said on its website.",
        "By some accounts it was worse.",
        "Pages of reports, issues of trust, actions to take.",
        "https://example.com/login/api/search",
        "",
    ],
)
def test_what_names_no_feature(text: str) -> None:
    assert features.find(doc_of(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cards issued in Kenya will keep working.", ["payments"]),
        ("Orders entered before the halt were purged.", ["orders"]),
        ("By 7:30 kiosks were printing again.", ["check-in"]),
        ("Internet, TV and landline all gone since 19:45.", ["broadband", "broadcast", "landline"]),
        ("Customers could neither ring nor text.", ["calls", "messaging"]),
        ("It won't let me pay.", ["payments"]),
        ("They had trouble texting.", ["messaging"]),
        ("Members could not watch films or switch profiles.", ["video", "account"]),
        ("Lawyers could not lodge documents, video links held.", ["file-uploads", "meetings"]),
        ("They could not file returns or download statements.", ["file-uploads", "balances"]),
        ("Some 63 delayed flights.", []),
        ("It could not say how many purchases had been refused.", []),
        ("Please do not pay twice.", []),
        ("OpenAI would not comment, and did not reply.", []),
        ("Long queues formed, and cash machines were out of order.", ["cash-machines"]),
        ("Voice cut out for a second.", []),
        ("A jump in trading volume was to blame.", []),
    ],
)
def test_what_is_done_and_what_becomes_of_it_make_a_feature(text: str, found: list[str]) -> None:
    assert [mention.key for mention in features.find(doc_of(text))] == found


@pytest.mark.parametrize(
    ("service", "text", "key"),
    [
        ("Freshdesk", "Tickets are not loading.", "support"),
        ("Eventim", "Tickets are not loading.", "ticket-sales"),
        ("Mailgun", "Deliveries were late.", "email"),
        ("PyPI", "Downloads are failing.", "packages"),
        ("Steam", "Downloads are failing.", "file-downloads"),
        ("Kraken", "It froze withdrawals.", "transfers"),
        ("Barclays", "It froze withdrawals.", "cash-machines"),
        ("Twitch", "The chat is not working.", "messaging"),
        ("Gemini", "The chat is not working.", "conversations"),
    ],
)
def test_some_words_mean_another_feature_of_some_services(
    service: str, text: str, key: str
) -> None:
    assert features.find(doc_of(f"{service} is down. {text}"))[-1].key == key


def test_features_of_a_service_count_where_it_is_spoken_of() -> None:
    text = "{} said Actions and Pages were slow. Issues remain."
    of_github = features.find(doc_of(text.format("GitHub")))
    assert rows(of_github) == [("Actions", "actions"), ("Pages", "pages")]
    assert set(rules(of_github)) == {"service"}
    assert features.find(doc_of(text.format("The company"))) == []


def test_listed_components_are_features_known_or_not() -> None:
    text = "Trouble\n\nService: GitHub\nComponents: Copilot, Git Operations, Frobnicator (EU)\n\nx"
    mentions = features.find(doc_of(text, kind="official", service="github"))
    assert rows(mentions) == [
        ("Copilot", "github-copilot"),
        ("Git Operations", "git-operations"),
        ("Frobnicator (EU)", "frobnicator-eu"),
    ]
    assert rules(mentions) == ["component"] * 3
    assert "component" not in rules(features.find(doc_of(text, kind="news")))


@pytest.mark.parametrize("service", ["github", None])
def test_an_operator_calls_its_parts_by_their_names(service: str | None) -> None:
    text = "Errors\n\nService: GitHub\n\nErrors with Pages and search, and with two instances."
    found = features.find(doc_of(text, kind="official", service=service))
    assert rows(found) == [("Pages", "pages")]
    cloud = "Errors\n\nService: Azure\n\nErrors with the store, and with instance launches."
    found = features.find(doc_of(cloud, kind="official", service=service and "azure"))
    assert rows(found) == [("instance launches", "virtual-machines")]
    other = "Errors\n\nService: Zoom\n\nErrors with search."
    found = features.find(doc_of(other, kind="official", service=service and "zoom"))
    assert rows(found) == [("search", "search")]


def test_no_feature_within_the_name_of_a_service() -> None:
    assert features.find(doc_of("Azure DNS and Prime Video")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_exact_offsets(text: str) -> None:
    text = f"{text}\n\nComponents: {text}, API\n\nİ search, {text} login"
    doc = doc_of(text, kind="official", service="github")
    assert_exact(doc, features.find(doc))


@pytest.mark.parametrize("unit", ["search ", "git ", ",", "Components: a\n", "API,"])
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    doc = doc_of(unit * (40_000 // len(unit)), kind="official")
    assert_exact(doc, features.find(doc))
