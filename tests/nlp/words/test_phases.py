import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import read
from nlp.words import phases
from tests.nlp.by_hand import Page

NLP = spacy.blank("en")


def found(text: str) -> list[tuple[str | None, str]]:
    return [(m.key, m.rule) for m in phases.find(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are investigating reports of slow builds.", ["investigating"]),
        ("The firm said it was looking into the matter.", ["investigating"]),
        ("We are aware of an issue with sign-in.", ["investigating"]),
        ("We have identified the issue.", ["identified"]),
        ("The root cause has been found.", ["identified"]),
        ("A fix is being rolled out.", ["identified"]),
        ("Engineers applied the necessary mitigations.", ["mitigated"]),
        ("A fix has been implemented.", ["mitigated"]),
        ("The impact has been mitigated.", ["mitigated"]),
        ("We are monitoring the recovery.", ["monitoring"]),
        ("We will continue to monitor.", ["monitoring"]),
        ("There are early signs of recovery.", ["monitoring"]),
        ("It was officially marked as resolved.", ["resolved"]),
        ("The problem is now fixed.", ["resolved"]),
        ("Service has been restored.", ["resolved"]),
        ("Calls were gradually restored.", ["resolved"]),
        ("The app is back online.", ["resolved"]),
        ("Trains of thought are back to normal.", ["resolved"]),
        ("The outage is over.", ["resolved"]),
        ("Both cash machines were back at ten.", ["resolved"]),
        ("The signal came back shortly after six.", ["resolved"]),
        ("They declared the fault fixed.", ["resolved"]),
        ("Orders are flowing again.", ["resolved"]),
        ("About 40% of the shards have recovered.", ["monitoring"]),
        ("Start times are improving.", ["monitoring"]),
        ("Engineers have identified a broken pump.", ["identified"]),
        ("Crews are working to restore it.", ["identified"]),
        ("We are rolling it back.", ["identified"]),
        ("The release was reverted.", ["mitigated"]),
        ("They may still see errors.", ["ongoing"]),
        ("Uploads continue to fail.", ["ongoing"]),
        ("The board was all green.", ["operational"]),
        ("Service has yet to be restored.", ["ongoing"]),
        ("The incident is now closed.", ["resolved"]),
        ("Calls are being restored.", ["monitoring"]),
        ("Many lines have been reconnected.", ["monitoring"]),
        ("We are working hard to get calls back to normal.", ["identified"]),
        ("They switched to a backup link.", ["mitigated"]),
        ("Engineers are trying to find out why.", ["investigating"]),
        ("The board listed it as operational.", ["operational"]),
        ("All systems are operating normally.", ["operational"]),
        ("They published a post-mortem.", ["postmortem"]),
        ("A root cause analysis of this will be shared.", ["postmortem"]),
        ("The site is still down.", ["ongoing"]),
        ("We are currently experiencing issues.", ["ongoing"]),
        ("The issue has not yet been resolved.", ["ongoing"]),
        ("The fault hasn't been fixed.", ["ongoing"]),
        ("They say that calls would be restored soon.", []),
        ("Scheduled maintenance begins at noon.", ["scheduled"]),
        # what works, in whatever verb
        ("Tickets went on working.", ["operational"]),
        ("The old tills held up.", ["operational"]),
        ("Trams were running.", ["operational"]),
        ("The museum said its cards were working.", ["operational"]),
        ("Ferries are sailing; planes were flying normally.", ["operational"]),
        ("Both looked fine.", ["operational"]),
        ("The board was a sea of green.", ["operational"]),
        ("Green the whole time.", ["operational"]),
        ("It behaves as it should.", ["operational"]),
        ("Lights are working as they should.", ["operational"]),
        # back, in whatever words
        ("edit: its back", ["resolved"]),
        ("we're back", ["resolved"]),
        ("Edit: back for me", ["resolved"]),
        ("Radio back after two-hour silence: back after a long blackout.", ["resolved"]),
        ("finally back up after an hour", ["resolved"]),
        ("By ten seats could be booked again.", ["resolved"]),
        ("Texts go through again.", ["resolved"]),
        ("Volumes were normal again.", ["resolved"]),
        ("The failure lasted from nine to ten.", ["resolved"]),
        ("The backlog has drained.", ["resolved"]),
        # what was done against it
        ("We moved customers to another site.", ["mitigated"]),
        ("Most users had been moved to another path.", ["mitigated"]),
        ("The update was later withdrawn.", ["mitigated"]),
        ("The certificate has been renewed.", ["mitigated"]),
        ("Failovers have completed.", ["mitigated"]),
        ("They rolled back to a known good build.", ["mitigated"]),
        # nearly there
        ("Texts are trickling in.", ["monitoring"]),
        ("Clients are reconnecting.", ["monitoring"]),
        ("They restored about half of the lines.", ["monitoring"]),
        ("Error rates are falling.", ["monitoring"]),
        # what is being done
        ("Teams are working on it.", ["identified"]),
        ("They are still working on the repair.", ["identified"]),
        ("They found the faulty switch.", ["identified"]),
        ("We are undoing the change.", ["identified"]),
        ("Railways say they are still investigating.", ["investigating"]),
        ("We have been made aware of an issue.", ["investigating"]),
        ("The firm is “experiencing a nationwide outage”.", ["ongoing"]),
        ("They announced emergency maintenance.", ["scheduled"]),
        ("Service began to be restored.", ["monitoring"]),
        ("They should no longer be encountering issues.", ["resolved"]),
        ("It was due to be offline on Sunday.", ["scheduled"]),
        ("The portal will be unavailable on Sunday.", ["scheduled"]),
    ],
)
def test_phases_in_words(text: str, expected: list[str]) -> None:
    assert found(text) == [(key, "phases:words") for key in expected]


@pytest.mark.parametrize(
    "text",
    [
        "We will update you once the issue is resolved.",
        "It will not be fixed today.",
        "Nobody knows when service will be restored.",
        "They hope it will be fixed soon.",
        "Wait until the problem is resolved.",
        "We have not identified the cause.",
        "Soon there were over 6,000 of them.",
        "The cause of the outage remains unknown.",
        "It was seen by automated monitoring systems.",
        "We are working towards full recovery.",
        "Details are available on request.",
        "We continue to see progress.",
        "The outage lasted two hours.",
        "She was checking in for her flight.",
        "Back up your photographs first.",
        "It broke during a planned database migration.",
        "The band is back in the news.",
        "Engineers operate the plant.",
        "It was an operational issue.",
        "Police are on the way.",
        "His monitoring shop sells cameras.",
        "She is working with the police.",
        "Trains were running late.",
        "Parcels were held up by snow.",
        "What is going on?",
        "Some users are seeing delays.",
        "They stopped to bring systems back up.",
        "You may be having issues.",
        "We are observing increased latency.",
        "They have been working closely with it.",
        "",
    ],
)
def test_denied_and_future_phases_are_left_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ("2026-08-20T14:43:00Z Investigating - We look at it.", "investigating", "Investigating"),
        ("2026-08-20T16:14:00Z Identified - Slow.", "identified", "Identified"),
        ("Aug 20, 14:43 UTC Monitoring - Fine so far.", "monitoring", "Monitoring"),
        ("Aug 20, 2026 - 02:43 PM PDT Resolved - Done.", "resolved", "Resolved"),
        ("**Resolved** - All done.", "resolved", "Resolved"),
        ("[RESOLVED] Slow API", "resolved", "RESOLVED"),
        ("2026-08-20T14:43:00Z Scheduled - Works.", "scheduled", "Scheduled"),
        ("2026-08-20T14:43:00Z In progress - Works.", "ongoing", "In progress"),
        ("2026-08-20T14:43:00Z Verifying - Works.", "monitoring", "Verifying"),
        ("2026-08-20T14:43:00Z Completed - Works.", "resolved", "Completed"),
        ("2026-08-20T14:43:00Z Postmortem - Works.", "postmortem", "Postmortem"),
        ("Resolved. Between nine and ten it was slow.", "resolved", "Resolved"),
        ("Status: Monitoring", None, None),
    ],
)
def test_the_word_that_opens_an_update(line: str, key: str | None, words: str | None) -> None:
    text = f"Slow tasks\n\n{line}\n"
    opened = [m for m in phases.find(NLP.make_doc(text)) if m.rule == "phases:status"]
    assert [(m.key, m.text) for m in opened] == ([(key, words)] if key else [])


def test_an_update_gives_its_status_and_what_its_words_add() -> None:
    text = "2026-08-20T14:43:00Z Monitoring - A fix has been implemented and we are monitoring it."
    assert found(text) == [("monitoring", "phases:status"), ("mitigated", "phases:words")]


@given(st.text(alphabet=st.sampled_from("Resolved - [2026]\n:not fixed is"), max_size=100))
def test_offsets_are_exact_whatever_the_text(text: str) -> None:
    doc = NLP.make_doc(text)
    mentions = phases.find(doc)
    assert all(doc.text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Slack down? WhatsApp fine", ["fine"]),
        ("WhatsApp works, Slack doesn't.", ["works"]),
        ("Slack is out but WhatsApp's ok, she says", ["ok"]),
        ("voice chat fine, cannot log in to Slack", ["fine"]),
        ("Slack is down, Teams no problem, calls to Teams ok", ["no problem", "ok"]),
        ("If WhatsApp works, Slack doesn't.", []),
        ("WhatsApp works with Slack, which is down.", []),
        ("WhatsApp fined over Slack outage", []),
        ("WhatsApp fine print", []),
    ],
)
def test_what_works_is_said_right_behind_its_name(text: str, words: list[str]) -> None:
    (reading,) = read([Page(text=text, kind="social")], thorough=True)
    found = [mention for mention in reading.mentions if mention.rule == "phases:beside"]
    assert [(mention.key, mention.text) for mention in found] == [
        ("operational", word) for word in words
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm has put specialists on the fault.", ["investigating"]),
        ("Staff were made aware of it at nine.", ["investigating"]),
        ("Engineers worked out that a key had expired.", ["identified"]),
        ("The fault has been tracked to a card.", ["identified"]),
        ("The bank knew what had knocked it over.", ["identified"]),
        ("Its people are rolling the release back.", ["identified"]),
        ("The team moved logins onto another cluster.", ["mitigated"]),
        ("They switched the faulty flag off.", ["mitigated"]),
        ("They shipped a patch.", ["mitigated"]),
        ("They put the old build back.", ["mitigated"]),
        ("Speeds are climbing again.", ["monitoring"]),
        ("Reports are tailing away.", ["monitoring"]),
        ("Players are being let back in.", ["monitoring"]),
        ("The disruption has run its course.", ["resolved"]),
        ("Mail was filling up as before.", ["resolved"]),
        ("It let its customers back into the app.", ["resolved"]),
        ("Messages began to arrive at five.", ["resolved"]),
        ("The site never faltered.", ["operational"]),
        ("Films stream without a stutter.", ["operational"]),
        ("Calls got through as they always do.", ["operational"]),
        ("Nothing wrong with the mail.", ["operational"]),
        ("The app still won't budge.", ["ongoing"]),
        ("They put the old sofa back.", []),
        ("The crew worked through the night.", []),
        ("She began to arrive late.", []),
        ("He would never have done that.", []),
        ("They let the dog back.", []),
    ],
)
def test_how_far_it_has_come_by_who_does_what_to_what(text: str, expected: list[str]) -> None:
    assert [key for key, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Transfers are working normally again.", ["resolved"]),
        ("It was available once more.", ["resolved"]),
        ("It is working normally.", ["operational"]),
        ("We'll post again at noon.", []),
        ("He lay on its back.", []),
        ("Crews race to restore coverage in Leyte.", ["identified"]),
        ("They have yet to find out why the lines fell silent.", ["investigating"]),
        ("The failed router has been replaced.", ["mitigated"]),
        ("Full functionality has returned.", ["resolved"]),
    ],
)
def test_how_far_it_has_come(text: str, expected: list[str]) -> None:
    assert [key for key, _ in found(text)] == expected
