from __future__ import annotations

import pytest

from nlp.assertions import roles, tallies
from tests.nlp.by_hand import sentence

NINE, TEN, ELEVEN = "2026-02-03T09:00", "2026-02-03T10:00", "2026-02-03T11:00"

TIMES = [
    # One time, its cue before it.
    ("The outage began at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Users have had no service since 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("The first reports surfaced around 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("The app went dark at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Reports peaked at 9:00 UTC.", ["9:00 UTC"], ["peaked_at"]),
    ("The fault cut off whole towns at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Landlines failed at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("The company acknowledged the fault at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("Engineers began investigating at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("The cause was identified at 9:00 UTC.", ["9:00 UTC"], ["identified_at"]),
    ("A fix was rolled out at 9:00 UTC.", ["9:00 UTC"], ["mitigated_at"]),
    ("Traffic resumed at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("Everything was back at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("All systems were functioning as normal at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The firm put the end at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("It works again after a fault at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Calls were restored by 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The disruption lasted until 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("It works again since 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("A rollout that started at 9:00 UTC caused it.", ["9:00 UTC"], []),
    ("The rollback began at 9:00 UTC.", ["9:00 UTC"], []),
    # Everyday words for the stages.
    ("The card network fell silent at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("The outage first came to light at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("The bank owned up to the outage at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("Engineers pinned the outage down at 9:00 UTC.", ["9:00 UTC"], ["identified_at"]),
    ("The cause was established at 9:00 UTC.", ["9:00 UTC"], ["identified_at"]),
    ("The outage reached its worst at 9:00 UTC.", ["9:00 UTC"], ["peaked_at"]),
    ("By 9:00 UTC all was well.", ["9:00 UTC"], ["resolved_at"]),
    ("The booking site came back to life at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The tills were up and running at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("Trading restarted at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("They had the portal running again by 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    # The time comes first.
    ("At about 9:00 UTC, logins began to fail.", ["9:00 UTC"], ["began_at"]),
    ("By 9:00 UTC, the fault had been fixed.", ["9:00 UTC"], ["resolved_at"]),
    (
        "At 9:00 UTC the operator confirmed that it had identified the fault.",
        ["9:00 UTC"],
        ["identified_at"],
    ),
    # Several.
    (
        "It began at 9:00 UTC, peaked at 10:00 UTC and was resolved at 11:00 UTC.",
        ["9:00 UTC", "10:00 UTC", "11:00 UTC"],
        ["began_at", "peaked_at", "resolved_at"],
    ),
    (
        "Between 9:00 and 10:00 UTC, we experienced errors.",
        ["9:00", "10:00 UTC"],
        ["began_at", "resolved_at"],
    ),
    (
        "The outage lasted from 9:00 to 10:00 UTC.",
        ["9:00", "10:00 UTC"],
        ["began_at", "resolved_at"],
    ),
    (
        "It started at 9:00 UTC (around 10:00 CET).",
        ["9:00 UTC", "10:00 CET"],
        ["began_at", "began_at"],
    ),
    ("The fault was resolved as of 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("As of 9:00 UTC most services were restored.", ["9:00 UTC"], ["resolved_at"]),
    ("The firm said at 9:00 UTC that a fix had been applied.", ["9:00 UTC"], ["mitigated_at"]),
    (
        "It became unreachable at 9:00 UTC and came back at 10:00 UTC.",
        ["9:00 UTC", "10:00 UTC"],
        ["began_at", "resolved_at"],
    ),
    (
        "The firm said at 9:00 UTC that it was facing trouble.",
        ["9:00 UTC"],
        ["acknowledged_at"],
    ),
    ("Users were told at 9:00 UTC that it had been corrected.", ["9:00 UTC"], ["resolved_at"]),
    ("By 9:00 UTC there were many complaints; the peak came later.", ["9:00 UTC"], []),
    ("The culprit is a driver pushed at 9:00 UTC.", ["9:00 UTC"], []),
    ("Complaints reached 1,870 at 9:00 UTC.", ["9:00 UTC"], ["peaked_at"]),
    ("There were over 900 reports as of 9:00 UTC.", ["9:00 UTC"], []),
    ("Response times have been normal since 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The team opened an incident at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("The lines went dead at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Players were disconnected at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("A notice went up on the page at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("They tracked it down at 9:00 UTC.", ["9:00 UTC"], ["identified_at"]),
    ("The servers were restarted at 9:00 UTC.", ["9:00 UTC"], ["mitigated_at"]),
    ("All could log in again by 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The worst of it came at 9:00 UTC.", ["9:00 UTC"], ["peaked_at"]),
    ("The match kicked off at 9:00 UTC.", ["9:00 UTC"], []),
    # Who said it, and how.
    (
        "In a Facebook post at 9:00 UTC, the bank said it was aware.",
        ["9:00 UTC"],
        ["acknowledged_at"],
    ),
    ("It addressed the outage at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("Problems were first reported at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("It initiated an investigation at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("It lasted half an hour, ending shortly after 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("Service began to be restored at 9:00 UTC.", ["9:00 UTC"], []),
    ("They flipped the page to red at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("Status page: investigating since 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("The first word from the firm came at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("At 9:00 UTC it named the culprit.", ["9:00 UTC"], ["identified_at"]),
    ("They found the missing record at 9:00 UTC.", ["9:00 UTC"], ["identified_at"]),
    ("The rule was withdrawn at 9:00 UTC.", ["9:00 UTC"], ["mitigated_at"]),
    ("Users had been moved to another site by 9:00 UTC.", ["9:00 UTC"], ["mitigated_at"]),
    ("They call the incident over as of 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("Volumes were normal again at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("The rest followed at 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("All payments had been posted by 9:00 UTC.", ["9:00 UTC"], ["resolved_at"]),
    ("We first received reports at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("A botched update went out at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    (
        "From shortly before 9:00 until 10:00 UTC nobody could pay.",
        ["9:00", "10:00 UTC"],
        ["began_at", "resolved_at"],
    ),
    # Who noticed it: its operator knew, to its users it began.
    ("The bank noticed the fault at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("It said it first noticed the outage at 9:00 UTC.", ["9:00 UTC"], ["acknowledged_at"]),
    ("Customers first noticed the outage at 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    ("Deputies learned of the outage at 9:00 UTC.", ["9:00 UTC"], []),
    # What leans on the time behind it says nothing of the one before it.
    (
        "A fault at 9:00 UTC kept users offline until 10:00 UTC.",
        ["9:00 UTC", "10:00 UTC"],
        ["resolved_at"],
    ),
    ("Everything worked until 9:00 UTC.", ["9:00 UTC"], ["began_at"]),
    # A stretch of something else.
    ("Offices are open from 9:00 to 10:00 UTC.", ["9:00", "10:00 UTC"], []),
    (
        "Between 9:00 and 10:00 UTC, we saw impact.",
        ["9:00", "10:00 UTC"],
        ["began_at", "resolved_at"],
    ),
    ("Start: 9:00 UTC", ["9:00 UTC"], ["began_at"]),
    ("End: 9:00 UTC", ["9:00 UTC"], ["resolved_at"]),
    # No role.
    ("Engineers froze all changes at 9:00 UTC.", ["9:00 UTC"], []),
    ("They began to bring it back at 9:00 UTC.", ["9:00 UTC"], []),
    ("Half of the lines were back at 9:00 UTC.", ["9:00 UTC"], []),
    ("Service started to recover at 9:00 UTC.", ["9:00 UTC"], []),
    ("Calls were gradually restored from 9:00 UTC.", ["9:00 UTC"], []),
    ("Calls were restored from 9:00 UTC on.", ["9:00 UTC"], []),
    ("It was down in the morning.", ["the morning"], []),
    ("As of 9:00 UTC, the outage goes on.", ["9:00 UTC"], []),
    ("We will provide an update by 9:00 UTC on the outage.", ["9:00 UTC"], []),
    ("The app was launched at 9:00 UTC.", ["9:00 UTC"], []),
]


@pytest.mark.parametrize(("text", "words", "fields"), TIMES)
def test_a_time_fills_the_field_that_the_words_around_it_say(
    text: str, words: list[str], fields: list[str]
) -> None:
    stamps = dict(zip(words, (NINE, TEN, ELEVEN), strict=False))
    made = sentence(text, [("TIME", word, stamp) for word, stamp in stamps.items()])
    assert [role.field for role in roles.times(made)] == fields


@pytest.mark.parametrize(
    "text",
    [
        "The ETA for full recovery is 9:00 UTC.",
        "They hoped to fix it by 9:00 UTC.",
        "She hopes to have the portal running by 9:00 UTC.",
        "The repair could take until 9:00 UTC.",
        "We expect calls to be back by 9:00 UTC.",
    ],
)
def test_when_it_should_be_over_is_planned(text: str) -> None:
    (role,) = roles.times(sentence(text, [("TIME", "9:00 UTC", NINE)]))
    assert (role.field, role.planned) == ("resolved_at", True)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("The app showed errors at 9:00 UTC.", ["began_at"]),
        ("At 9:00 UTC shoppers saw errors.", ["began_at"]),
        ("Some 500 people saw errors at 9:00 UTC.", []),
        ("There were errors still being fixed at 9:00 UTC.", ["resolved_at"]),
        ("The tracker had 500 people between 8:00 and 9:00 UTC.", []),
    ],
)
def test_a_time_beside_a_symptom_alone_is_when_it_began(text: str, fields: list[str]) -> None:
    marks = [("SYMPTOM", "errors", "errors"), ("COUNT", "500 people", "500 reports")]
    here = [mark for mark in marks if mark[1] in text]
    stamps = [("TIME", "9:00 UTC", NINE), ("TIME", "8:00", "2026-02-03T08:00")]
    found = [*here, *(time for time in stamps if time[1] in text)]
    assert [role.field for role in roles.times(sentence(text, found))] == fields


def test_what_one_place_did_is_not_what_the_service_did() -> None:
    text = "Chile had recovered by 9:00 UTC."
    times = [("TIME", "9:00 UTC", NINE)]
    assert roles.times(sentence(text, [("REGION", "Chile", "CL"), *times])) == []
    assert [role.field for role in roles.times(sentence(text, times))] == ["resolved_at"]


def test_what_the_operator_first_reported_it_then_acknowledged() -> None:
    text = "Slack first reported errors at 9:00 UTC."
    made = sentence(text, [("SERVICE", "Slack", "slack"), ("TIME", "9:00 UTC", NINE)])
    assert [role.field for role in roles.times(made)] == ["acknowledged_at"]


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("Zoom suffered an outage on Tuesday.", "on Tuesday", ["began_at"]),
        ("The outage on Tuesday was short.", "on Tuesday", ["began_at"]),
        ("A spokesman said on Tuesday that the outage was short.", "on Tuesday", []),
        ("It is back after a long Tuesday of trouble.", "Tuesday", []),
        ("It fixed the fault that hit on Tuesday.", "on Tuesday", ["began_at"]),
        ("On Tuesday it rained.", "On Tuesday", []),
        ("It published its account of the outage on Tuesday.", "on Tuesday", ["began_at"]),
        ("Tuesday (Northwire) - The outage was short.", "Tuesday", []),
    ],
)
def test_a_bare_day_is_the_day_on_which_an_outage_began(
    text: str, words: str, fields: list[str]
) -> None:
    made = sentence(text, [("TIME", words, "2026-02-03")])
    assert [role.field for role in roles.times(made)] == fields


COUNTS = [
    ("Reports peaked at 5,000 reports.", [("5,000 reports", "5000 reports")], ["peak_reports"]),
    (
        "About 5,000 users reported problems at the peak.",
        [("5,000 users", "5000 users")],
        ["peak_reports"],
    ),
    (
        "Complaints rose from the usual 20 reports to 5,000 reports.",
        [("20 reports", "20 reports"), ("5,000 reports", "5000 reports")],
        ["baseline_reports", "peak_reports"],
    ),
    (
        "They rose from a typical 20 reports to 5,000 reports before falling to 90 reports.",
        [
            ("20 reports", "20 reports"),
            ("5,000 reports", "5000 reports"),
            ("90 reports", "90 reports"),
        ],
        ["baseline_reports", "peak_reports", "peak_reports"],
    ),
    (
        "The tracker saw 5,000 reports, well above a baseline of 20 reports.",
        [("5,000 reports", "5000 reports"), ("20 reports", "20 reports")],
        ["peak_reports", "baseline_reports"],
    ),
    (
        "It fell from 5,000 reports to 90 reports.",
        [("5,000 reports", "5000 reports"), ("90 reports", "90 reports")],
        ["peak_reports", "peak_reports"],
    ),
    (
        "It had 9,000 reports over the day, some 70 reports of them from one town.",
        [("9,000 reports", "9000 reports"), ("70 reports", "70 reports")],
        ["cumulative_reports", "cumulative_reports"],
    ),
    (
        "The tracker saw 900 reports, up from a usual murmur of 8 reports.",
        [("900 reports", "900 reports"), ("8 reports", "8 reports")],
        ["peak_reports", "baseline_reports"],
    ),
    (
        "It drew 640 reports between noon and 2 p.m., with a peak of 90 reports.",
        [("640 reports", "640 reports"), ("90 reports", "90 reports")],
        ["cumulative_reports", "peak_reports"],
    ),
    (
        "It had logged 6,200 reports in total; at the worst point there were 1,100 reports.",
        [("6,200 reports", "6200 reports"), ("1,100 reports", "1100 reports")],
        ["cumulative_reports", "peak_reports"],
    ),
    (
        "The page showed 70 reports, a figure within the normal range.",
        [("70 reports", "70 reports")],
        ["peak_reports"],
    ),
    (
        "Home internet dropped out for some 18,000 customers.",
        [("18,000 customers", "18000 customers")],
        ["users_affected"],
    ),
    (
        "All but 1,500 customers had been reconnected.",
        [("1,500 customers", "1500 customers")],
        ["users_affected"],
    ),
    (
        "It hit 900 of 13,000 customers.",
        [("900", "900 customers"), ("13,000 customers", "13000 customers")],
        ["users_affected"],
    ),
    ("The clerk could not pay 62 staff.", [("62 staff", "62 users")], []),
    ("It left 12 people stranded.", [("12 people", "12 users")], []),
    (
        "Some 300 people in the queue could not pay.",
        [("300 people", "300 users")],
        ["users_affected"],
    ),
    (
        "A total of 50,000 reports came in over the day.",
        [("50,000 reports", "50000 reports")],
        ["cumulative_reports"],
    ),
    (
        "The fault left 9,000 customers without service.",
        [("9,000 customers", "9000 customers")],
        ["users_affected"],
    ),
    (
        "The service has 800 million weekly users and is offline.",
        [("800 million", "800000000 users")],
        [],
    ),
    ("The tracker saw thousands of reports.", [("thousands of reports", "2000 reports")], []),
    (
        "Complaints peaked at thousands of reports.",
        [("thousands of reports", "2000 reports")],
        ["peak_reports"],
    ),
    ("By 9 it had logged 900 reports.", [("900 reports", "900 reports")], ["cumulative_reports"]),
    (
        "It had logged 900 reports at the height of it.",
        [("900 reports", "900 reports")],
        ["peak_reports"],
    ),
    ("It had 200,000 downloads.", [("200,000 downloads", "200000 downloads")], []),
    ("It cost 5 million dollars.", [("5 million dollars", "5000000 money")], []),
    ("Some 4,000 users live there.", [("4,000 users", "4000 users")], []),
]


@pytest.mark.parametrize(("text", "found", "fields"), COUNTS)
def test_a_count_is_typed(text: str, found: list[tuple[str, str]], fields: list[str]) -> None:
    made = sentence(text, [("COUNT", words, value) for words, value in found])
    assert [role.field for role in tallies.counts(made, set())] == fields


def test_people_whom_a_monitor_counts_are_reports() -> None:
    made = sentence("Errors hit some 9,000 users.", [("COUNT", "9,000 users", "9000 users")])
    (position,) = [mark.position for mark in made.of("COUNT")]
    assert [role.field for role in tallies.counts(made, {position})] == ["peak_reports"]
    assert [role.field for role in tallies.counts(made, set())] == ["users_affected"]


def test_people_for_whom_it_is_down_are_people_whoever_counts_them() -> None:
    made = sentence("The app was down for 9,000 users.", [("COUNT", "9,000 users", "9000 users")])
    (position,) = [mark.position for mark in made.of("COUNT")]
    assert [role.field for role in tallies.counts(made, {position})] == ["users_affected"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("On 3 February from 9:00 to 10:00 UTC it was down.", ["began_at"] * 2 + ["resolved_at"]),
        (
            "On 3 February, between 9:00 and 10:00 UTC it was down.",
            ["began_at"] * 2 + ["resolved_at"],
        ),
    ],
)
def test_the_day_of_a_span_is_that_on_which_it_began(text: str, fields: list[str]) -> None:
    times = [
        ("TIME", "3 February", "2026-02-03"),
        ("TIME", "9:00", NINE),
        ("TIME", "10:00 UTC", TEN),
    ]
    assert [role.field for role in roles.times(sentence(text, times))] == fields
