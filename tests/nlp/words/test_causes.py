import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.components import Language
from nlp.words import causes

NLP = Language()
"""Importing the pipes lets a doc have services."""


def found(text: str) -> list[tuple[str, str | None, str]]:
    return [(m.text, m.key, m.rule) for m in causes.find(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("marked", "key", "rule"),
    [
        ("It was due to a [faulty software update].", "faulty-update", "due-to"),
        (
            "The crash was caused by a [bad configuration change].",
            "configuration-change",
            "caused-by",
        ),
        ("The root cause was an [expired certificate].", "expired-certificate", "root-cause"),
        ("Engineers traced it to a [BGP route leak].", "bgp-routing", "caused-by"),
        ("The failure stemmed from a [DNS error].", "dns", "caused-by"),
        ("A [fibre cut near Leeds] led to the blackout.", "fibre-cut", "led-to"),
        ("The carrier blamed a [severed fiber cable].", "fibre-cut", "caused-by"),
        ("A [surge in traffic] overwhelmed the site.", "traffic-surge", "led-to"),
        ("A [DDoS attack] knocked the forum offline.", "ddos", "led-to"),
        ("The bank was offline because of a [cyberattack].", "cyberattack", "due-to"),
        ("It went dark after a [power failure at the site].", "power-failure", "after"),
        ("[Overheating] triggered the shutdown.", "overheating", "led-to"),
        ("The reason for the outage was [human error].", "human-error", "root-cause"),
        ("Trouble began following a [database migration].", "maintenance", "after"),
        ("It was the result of a [memory leak in the proxy].", "memory-leak", "due-to"),
        ("It resulted from a [retry storm].", "retry-storm", "caused-by"),
        ("Delays are due to an [outage at our cloud provider].", "third-party", "due-to"),
        ("The site is down due to [scheduled maintenance].", "maintenance", "due-to"),
        ("A [latent bug] caused the nodes to restart.", "software-bug", "led-to"),
        ("It was triggered by a [failed network switch].", "hardware-failure", "caused-by"),
        ("[Insufficient capacity] may have contributed to the errors.", "capacity", "led-to"),
        ("It was a shock: a [data centre fire] caused it.", "data-centre-fire", "led-to"),
        ("They ruled out a [cyberattack].", "cyberattack", "ruled-out"),
        ("One client's [settings change] triggered it.", "configuration-change", "led-to"),
        ("It was not a [cyberattack].", "cyberattack", "ruled-out"),
        ("There is no evidence of [malicious activity].", "cyberattack", "ruled-out"),
        ("We identified a [race condition in the scheduler].", "software-bug", "found"),
        ("A [severe storm] is to blame.", "weather", "to-blame"),
        ("The operator cited a [DNS error].", "dns", "related-to"),
        ("The fault was a [failed network switch].", "hardware-failure", "related-to"),
        (
            "Ada Byron said the disruption was a result of the “[breakdown of core systems]”.",
            "backend-problem",
            "due-to",
        ),
        ("It was caused by an [Acme sensor update].", "faulty-update", "caused-by"),
        (
            "Root Cause: Two nodes fell. A [misconfigured router] failed.",
            "misconfiguration",
            "root-cause-passage",
        ),
    ],
)
def test_a_cause_near_its_cue_is_found(marked: str, key: str, rule: str) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert (words, key, f"causes:{rule}") in found(text)


def test_what_belongs_to_a_cause_is_in_its_span() -> None:
    text = (
        "That led to speculation that increased user load following the app's launch may have"
        " contributed to the disruption, though nobody confirmed it."
    )
    assert found(text) == [
        ("increased user load following the app's launch", "traffic-surge", "causes:guessed")
    ]


@pytest.mark.parametrize(
    ("marked", "key", "rule"),
    [
        ("They put it down to a [fault in the billing database].", "database", "caused-by"),
        ("Trouble began when a [core switch in Lyon failed].", "hardware-failure", "after"),
        ("It was traced to a [problem with the main generator].", "power-failure", "caused-by"),
        ("The lines went quiet after a [digger cut a buried cable].", "fibre-cut", "after"),
        ("A [supplier failure] took both sites offline.", "third-party", "led-to"),
        ("The cause was a [lock in the orders table].", "database", "root-cause"),
        ("It blamed [botched changes to the routing] rules.", "configuration-change", "caused-by"),
        ("A [memory leak in a new release] is to blame.", "memory-leak", "to-blame"),
        ("The site [sagged under payday demand].", "traffic-surge", "alone"),
        ("My money is on a [dodgy firewall upgrade].", "faulty-update", "guessed"),
        ("Smells like a [DNS problem].", "dns", "guessed"),
        ("Is it a [cyberattack]?", "cyberattack", "guessed"),
        ("The bank denied that it was a [hack].", "cyberattack", "ruled-out"),
        ("It has nothing to do with [load shedding].", "power-failure", "ruled-out"),
        ("There was no sign whatsoever of [outside interference].", "cyberattack", "ruled-out"),
        ("[Sabotage] has been ruled out.", "sabotage", "cleared"),
        ("[Hackers] had nothing to do with it.", "cyberattack", "cleared"),
    ],
)
def test_a_cause_is_read_by_what_failed_and_how_sure_it_is(
    marked: str, key: str, rule: str
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert (words, key, f"causes:{rule}") in found(text)


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("It was caused by the ageing cooling plant.", "ageing cooling plant", "overheating"),
        ("They traced it to one of its own subsystems.", "own subsystems", None),
        ("The carrier blamed a rival operator.", "rival operator", "third-party"),
        ("The crash was due to a stray certificate.", "stray certificate", "expired-certificate"),
    ],
)
def test_where_only_a_cause_can_stand_a_thing_names_it(
    text: str, words: str, key: str | None
) -> None:
    assert [(got.split()[-1], of) for got, of, _ in found(text)] == [(words.split()[-1], key)]


def test_causes_on_a_list_are_each_found() -> None:
    text = "It was due to a software bug and a power cut."
    assert [key for _, key, _ in found(text)] == ["software-bug", "power-failure"]


def test_a_cause_belongs_to_no_service_that_only_does_something() -> None:
    assert found("Looks like the exchange is having a bad day.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Delays were due to a squirrel in the switch room.", "squirrel in the switch room"),
        ("The outage was caused by cows leaning on a pole.", "cows leaning on a pole"),
    ],
)
def test_an_unlisted_cause_behind_a_strong_cue_is_seen_not_resolved(text: str, words: str) -> None:
    assert [(got, key) for got, key, _ in found(text)] == [(words, None)]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("They had let an expired certificate slip.", "expired certificate", "expired-certificate"),
        ("A digger severed a fibre cable.", "digger severed a fibre cable", "fibre-cut"),
        ("Hardware failure, they told us.", "Hardware failure", "hardware-failure"),
        ("A memory leak again?", "memory leak", "memory-leak"),
        ("The portal saw a surge of visitors.", "surge of visitors", "traffic-surge"),
        ("Routine maintenance runs until 6.", "Routine maintenance", "maintenance"),
    ],
)
def test_what_is_hardly_anything_but_a_cause_needs_no_cue(text: str, words: str, key: str) -> None:
    assert found(text) == [(words, key, "causes:alone")]


@pytest.mark.parametrize(
    "text",
    [
        "The chaos caused by the outage angered travellers.",
        "We apologise for the trouble this caused.",
        "The firm released a software update on Monday.",
        "A configuration change is planned for the new offices.",
        "Users reported network issues after lunch.",
        "The errors were not caused by it.",
        "Most complaints were related to messages, and 40% cited the app.",
        "Half of the reports were linked to failed card payments.",
        "The outage was a rare embarrassment for the carrier.",
        "The visitors were down to nine men when the feed stopped.",
        "The bank, due to publish its results on Tuesday, said nothing.",
        "Earlier incidents were triggered by this operation.",
        "We have identified the root cause and a deployment is under way.",
        "Nothing is known. The cause remains unclear.",
        "A power cut is a nuisance. The shop sells torches because it can.",
        "",
    ],
)
def test_without_a_cue_or_a_thing_there_is_no_cause(text: str) -> None:
    assert found(text) == []


def test_a_cue_does_not_reach_into_the_next_sentence() -> None:
    assert found("It broke because of this. A software update is out.") == []


@given(st.text(alphabet=st.sampled_from("due to cause by a bug.\n,root: é"), max_size=120))
def test_offsets_are_exact_whatever_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    mentions = causes.find(doc)
    assert all(doc.text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
