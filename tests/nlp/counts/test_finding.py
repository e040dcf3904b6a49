import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.counts import finding as counts
from nlp.values import CountValue

NLP = spacy.blank("en")
Row = tuple[str, str | None, int | None, int | None]


def found(text: str) -> list[Row]:
    rows: list[Row] = []
    for mention in counts.find(NLP.make_doc(text)):
        assert isinstance(mention.value, CountValue)
        rows.append((mention.text, mention.unit, mention.value.min, mention.value.max))
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Bounds
        ("13,000 reports", ("13,000 reports", "reports", 13_000, 13_000)),
        ("It saw more than 13,000 reports.", ("more than 13,000 reports", "reports", 13_000, None)),
        ("It saw over 20,000 reports.", ("over 20,000 reports", "reports", 20_000, None)),
        ("at least 40 complaints", ("at least 40 complaints", "complaints", 40, None)),
        ("upwards of 900 reports", ("upwards of 900 reports", "reports", 900, None)),
        ("Nearly 1,500 reports came.", ("Nearly 1,500 reports", "reports", None, 1500)),
        ("as many as 20k reports", ("as many as 20k reports", "reports", None, 20_000)),
        ("fewer than 100 reports", ("fewer than 100 reports", "reports", None, 100)),
        ("about 1,500 reports", ("about 1,500 reports", "reports", 1500, 1500)),
        ("just 19 reports", ("just 19 reports", "reports", 19, 19)),
        ("13,000+ reports", ("13,000+ reports", "reports", 13_000, None)),
        ("13,000-plus users", ("13,000-plus users", "users", 13_000, None)),
        ("500 or more complaints", ("500 or more complaints", "complaints", 500, None)),
        ("500 or fewer complaints", ("500 or fewer complaints", "complaints", None, 500)),
        ("40 or so people", ("40 or so people", "users", 40, 40)),
        # Ranges
        ("between 3 and 40 reports", ("between 3 and 40 reports", "reports", 3, 40)),
        ("3,000-4,000 users", ("3,000-4,000 users", "users", 3000, 4000)),
        ("3,000 to 4,000 users", ("3,000 to 4,000 users", "users", 3000, 4000)),
        ("3 to 4 million users", ("3 to 4 million users", "users", 3_000_000, 4_000_000)),
        # Units by the noun
        ("thousands of users", ("thousands of users", "users", 2000, None)),
        ("dozens of websites", ("dozens of websites", "sites", 24, None)),
        ("1.4 million customers", ("1.4 million customers", "customers", 1_400_000, 1_400_000)),
        ("2,100 individual user reports", ("2,100 individual user reports", "reports", 2100, 2100)),
        ("1,500 Harbour users", ("1,500 Harbour users", "users", 1500, 1500)),
        ("1,500 B&Q customers", ("1,500 B&Q customers", "customers", 1500, 1500)),
        ("2,000 Australians lost it", ("2,000 Australians", "users", 2000, 2000)),
        ("about 300 flights", ("about 300 flights", "flights", 300, 300)),
        ("200,000 downloads", ("200,000 downloads", "downloads", 200_000, 200_000)),
        ("10,000 shares", ("10,000 shares", "shares", 10_000, 10_000)),
        ("90,000 monthly users", ("90,000 monthly users", "audience", 90_000, 90_000)),
        ("$2.5 billion in fees", ("$2.5 billion", "money", 2_500_000_000, 2_500_000_000)),
        ("over 3 million dollars", ("over 3 million dollars", "money", 3_000_000, None)),
        ("5% of requests failed", ("5%", "percent", 5, 5)),
        ("1.5 per cent of calls", ("1.5 per cent", "percent", 1, 2)),
        ("half of users were hit", ("half of users", "percent", 50, 50)),
        ("one in five customers", ("one in five customers", "percent", 20, 20)),
        ("9,000 people use it every day", ("9,000 people", "audience", 9000, 9000)),
        ("It has 9,000 customers.", ("9,000 customers", "audience", 9000, 9000)),
        # Units by the verb
        ("13,000 users reported problems", ("13,000 users", "reports", 13_000, 13_000)),
        ("Over 900 people in Spain have complained.", ("Over 900 people", "reports", 900, None)),
        ("It affected 2 million users.", ("2 million users", "users", 2_000_000, 2_000_000)),
        ("60 users affected by it reported in", ("60 users", "users", 60, 60)),
        ("reports from more than 2,000 people", ("more than 2,000 people", "reports", 2000, None)),
        ("over 1,200 of them reported trouble", ("over 1,200 of them", "reports", 1200, None)),
        # Units from before
        ("Reports topped 9,000 at noon.", ("topped 9,000", "reports", 9000, None)),
        ("Reports peaked at 12,000.", ("12,000", "reports", 12_000, 12_000)),
        ("Complaints rose to over 8,000 at 2 p.m.", ("over 8,000", "complaints", 8000, None)),
        ("Outage reports had fallen to about 700 by noon.", ("about 700", "reports", 700, 700)),
        ("The number of reports was 5,210.", ("5,210", "reports", 5210, 5210)),
        # People by name, and people as such
        ("12,000 AT&T customers", ("12,000 AT&T customers", "customers", 12_000, 12_000)),
        ("Hundreds of Zoom and Box users", ("Hundreds of Zoom and Box users", "users", 200, None)),
        ("Zoom is down for thousands.", ("thousands", "users", 2_000, None)),
    ],
)  # fmt: skip
def test_one_count(text: str, expected: Row) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reports peaked at 12,000, falling to 3,700 by noon.", [12_000, 3_700]),
        ("Reports rose from a typical 30 to 26,000 at noon.", [30, 26_000]),
        ("It had 900 reports for Acme and 400 for Acme Maps.", [900, 400]),
        ("Four in 10 reports came from Rome.", []),
        ("Reports hit 900 at 9:45 a.m., then eased to about 300 two hours later.", [900, 300]),
        ("Reports fell from 12,000 to 3,700.", [12_000, 3_700]),
        ("It went from 12,000 to 3,700 reports.", [12_000, 3_700]),
        ("There were 40 reports. The figure rose to 900.", [40, 900]),
        ("It had 900 reports about Zoom at 10.40 and some 200 about Slack.", [900, 200]),
        ("Zoom drew 900 reports from Spain and another 200.", [900, 200]),
        ("It took 6,000 reports, 1,400 of them from Spain.", [6000, 1400]),
        ("It showed 900 reports, up from a usual hum of about 60.", [900, 60]),
        ("It showed 900 reports. Normally Zoom draws 20.", [900, 20]),
    ],
)
def test_two_counts_share_a_unit(text: str, expected: list[int]) -> None:
    assert [(row[1], row[2]) for row in found(text)] == [("reports", low) for low in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The site was down for 3 hours and 20 minutes.",
        "Visitors saw 500 errors and HTTP 503 pages.",
        "It ran GPT-4o in us-east-1 on port 8080.",
        "On February 4 users lost access.",
        "On 4 February users lost access.",
        "In 2026 users expect more.",
        "It began at 9 users say.",
        "Windows 11 users were hit.",
        "Office 365 customers were hit.",
        "Version 10.2.1 users were hit.",
        "It is open 24/7 to users.",
        "It began at 12:32 PM.",
        "A 24-hour outage.",
        "Call 555-0199 for help.",
        "One user and a customer wrote in.",
        "The queue peaked at 3 hours.",
        "Users in the top 10 countries.",
        "Some callers could not reach 911.",
        "Calls failed, 911 calls too.",
        "🎉 5️⃣",
        "",
        "Many Three customers were cut off.",
        "Normally the sun rises at 6.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet=st.sampled_from("1234,. users reports over to%$-kfrom\n"), max_size=80))
def test_offsets_and_bounds_hold_whatever_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    mentions = counts.find(doc)
    assert all(doc.text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    for mention in mentions:
        assert isinstance(mention.value, CountValue)
        low, high = mention.value.min, mention.value.max
        assert (low, high) != (None, None)
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The noun was said before.
        (
            "Complaints to the site peaked early, at 4,100 for Acme and 2,600 for Beta.",
            [("4,100", 4100), ("2,600", 2600)],
        ),
        (
            "Reports about Acme, at 2,300, outnumbered those for Beta (under 400) and Gamma (150).",
            [("2,300", 2300), ("under 400", None), ("150", 150)],
        ),
        (
            "Downdetector: 61,000 reports from Brazil. Chile 8,900, Peru 4,000.",
            [("61,000 reports", 61_000), ("8,900", 8900), ("4,000", 4000)],
        ),
        ("The tracker drew 90 reports; Beta topped out at 45.", [("90 reports", 90), ("45", 45)]),
        ("At 9 it had 900 reports. By 11 it stood at 310.", [("900 reports", 900), ("310", 310)]),
        (
            "It showed 700 reports. Over the day it gathered 2,100.",
            [("700 reports", 700), ("2,100", 2100)],
        ),
        # Who counts says what is counted.
        ("Downdetector jumped from 12 to 1,900 in minutes.", [("12", 12), ("1,900", 1900)]),
        ("Over 5,000 complained within the hour.", [("Over 5,000", 5000)]),
        ("The site showed over 32,000 Acme outages.", [("over 32,000 Acme outages", 32_000)]),
        ("Some 800 service disruptions were logged.", [("Some 800 service disruptions", 800)]),
        ("Acme had 96 reports, while Beta had 23.", [("96 reports", 96), ("23", 23)]),
        (
            "About 2,500 incidents of UK users reporting it",
            [("About 2,500 incidents of UK users reporting", 2500)],
        ),
        (
            "Downdetector saw 5,300 about Acme, from a usual five or six.",
            [("5,300", 5300), ("five or six", 5)],
        ),
    ],
)
def test_reports_whose_noun_is_left_out(text: str, expected: list[tuple[str, int | None]]) -> None:
    rows = [
        (words, low) for words, unit, low, _ in found(text) if unit in ("reports", "complaints")
    ]
    assert rows == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is down for thousands worldwide.", [("thousands", "users")]),
        ("1.4 million left without a signal", [("1.4 million", "users")]),
        ("The fault hit 20,000 overnight.", [("20,000", "users")]),
        (
            "113 flights were cancelled and 276 were late.",
            [("113 flights", "flights"), ("276", "flights")],
        ),
        (
            "It cancelled 214 flights and delayed about 130 more.",
            [("214 flights", "flights"), ("about 130", "flights")],
        ),
        ("It puts the number of failed payments at 38 million.", [("38 million", "requests")]),
        ("It was downloaded 64 million times last year.", [("64 million times", "downloads")]),
        ("The clip was viewed over 2 million times.", [("over 2 million times", "posts")]),
        (
            "Fault hits dozens of Canadian storefronts",
            [("dozens of Canadian storefronts", "sites")],
        ),
    ],
)
def test_what_a_number_without_its_noun_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, unit) for words, unit, _, _ in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two banks and three airlines use it.",
        "It is the third of 12 outages this year.",
        "An outage hit 3 regions.",
        "Downdetector was founded in 2012 in Utrecht.",
        "The tracker had reports at 10.40 and again at 14.30.",
        "Since about 10.28 half the sites say so.",
        "About two thirds concerned the website.",
        "Reports came in. He is 45 and lives there.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert not found(text)


def test_a_lower_bound_that_is_never_reached_is_an_upper_one() -> None:
    assert found("It never logged more than 310 reports.")[0][2:] == (None, 310)
    assert found("The curve shot up to 24,000 reports.")[0][2:] == (24_000, 24_000)


def test_people_who_log_in_are_no_reports() -> None:
    assert found("Thousands of people could not log in.")[0][1] == "users"
    assert found("Thousands of people logged complaints.")[0][1] == "reports"
