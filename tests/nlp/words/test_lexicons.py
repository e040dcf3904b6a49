import re

import pytest

from nlp.entries import EntryError, load, parse
from nlp.words.inflections import Inflections, forms
from nlp.words.lexicons import Causes, Counts, Phases, Relevance, Symptoms
from nlp.words.phrases import Phrases
from nlp.words.sets import Sets

GOOD = """
[[entry]]
key = "slow"
name = "Slow"
category = "DELAY"
phrases = ["(very|too) slow"]
"""


def test_a_good_lexicon_reads() -> None:
    assert parse(GOOD, Symptoms, "x.toml").entry[0].key == "slow"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (GOOD.replace("DELAY", "LATE"), ["x.toml", "slow", "category", "'DEPERF'", "'LATE'"]),
        (GOOD.replace('"slow"', '"Slow!"'), ["x.toml", "entry number 1", "key", "Slow!"]),
        (
            GOOD + 'colour = "red"',
            ["x.toml", "slow", "colour", "allowed: key, name, phrases, category"],
        ),
        (GOOD.replace("name", "nome"), ["x.toml", "slow", "name", "required"]),
        (GOOD + GOOD, ["x.toml", "key 'slow'", "already stands"]),
        (GOOD + GOOD.replace('"slow"', '"slower"'), ["phrase '(very|too) slow'", "'slower'"]),
        (GOOD.replace('["(very|too) slow"]', "[]"), ["x.toml", "slow", "phrases", "at least 1"]),
        (GOOD.replace('["(very|too) slow"]', '"slow"'), ["x.toml", "slow", "phrases", "list"]),
        (GOOD.replace("very|too", "very|"), ["x.toml", "slow", "phrases", "(very|) slow"]),
        (GOOD.replace("(very", "very"), ["x.toml", "slow", "phrases", "unexpected '|'"]),
        ("[[entry", ["x.toml", "not readable as TOML"]),
        ("", ["x.toml", "entry", "required"]),
    ],
)
def test_a_bad_lexicon_is_refused_by_file_and_entry(toml: str, words: list[str]) -> None:
    with pytest.raises(EntryError) as refused:
        parse(toml, Symptoms, "x.toml")
    assert [word for word in words if word not in str(refused.value)] == []


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('[sets]\na = ["x"]\nb = ["{a} y", "{c}"]', ["'b' uses {c}", "above"]),
        ('[sets]\na = ["{a}"]', ["'a' uses {a}", "above"]),
        ("[sets]\na = []", ["at least 1"]),
    ],
)
def test_a_set_uses_only_those_above_it(toml: str, words: list[str]) -> None:
    with pytest.raises(EntryError) as refused:
        parse(toml, Sets, "sets.toml")
    assert [word for word in words if word not in str(refused.value)] == []


def all_phrases() -> list[tuple[str, str]]:
    symptoms, causes, phases = (
        load("symptoms", Symptoms),
        load("causes", Causes),
        load("phases", Phases),
    )
    counts, relevance = load("counts", Counts), load("relevance", Relevance)
    entries = [*symptoms.entry, *causes.entry, *causes.cue, *phases.entry]
    found = [(phrase, entry.key) for entry in entries for phrase in entry.phrases]
    found += [(phrase, unit.unit) for unit in counts.unit for phrase in unit.words]
    for lists in (counts.minimum, counts.maximum, counts.about, counts.moves, counts.reporting):
        found += [(phrase, "counts") for phrase in lists]
    for lists in (relevance.outage, relevance.hint, relevance.unrelated):
        found += [(phrase, "relevance") for phrase in lists]
    return found


def test_every_phrase_of_every_lexicon_reads() -> None:
    found = all_phrases()
    Phrases(found)
    assert len(found) > 400


def test_there_are_symptoms_of_every_category_and_enough_of_them() -> None:
    entries = load("symptoms", Symptoms).entry
    assert len(entries) >= 45
    assert {entry.category for entry in entries} == {
        "ERROR",
        "UNAVAIL",
        "DELAY",
        "DEPERF",
        "OTHERS",
    }


def test_verbs_that_double_their_last_letter_are_listed() -> None:
    verbs = {verb for phrase, _ in all_phrases() for verb in re.findall(r"<(\w+)>", phrase)}
    doubling = {verb for verb in verbs if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb)}
    assert doubling - load("inflections", Inflections).verbs.keys() == set()


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("crash", "crash crashes crashed crashing"),
        ("time", "time times timed timing"),
        ("retry", "retry retries retried retrying"),
        ("delay", "delay delays delayed delaying"),
        ("drop", "drop drops dropped dropping"),
    ],
)
def test_verbs_are_inflected(verb: str, expected: str) -> None:
    assert " ".join(forms(verb)) == expected
