"""What stands in the lexicons of phrases in ``data/lexicons``: one model a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from nlp.entries import Strict
from nlp.words import beginnings


def _as_phrase(phrase: str) -> str:
    """Return a phrase that the notation allows; raise :class:`nlp.words.notation.PhraseError`."""
    beginnings.check(phrase)
    return phrase


Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Phrase = Annotated[str, AfterValidator(_as_phrase)]
PhraseList = Annotated[list[Phrase], Field(min_length=1)]


class Entry(Strict):
    """A key, its name for people, and the phrases that mean it."""

    key: Key
    name: Annotated[str, Field(min_length=1)]
    phrases: PhraseList


class _Entries(Strict):
    @model_validator(mode="after")
    def _each_once(self) -> _Entries:
        """Refuse a key or a phrase that stands twice in the file."""
        seen: dict[str, str] = {}
        for entry in getattr(self, "entry", ()):
            for name in (f"key {entry.key!r}", *(f"phrase {p!r}" for p in entry.phrases)):
                if name in seen:
                    raise ValueError(f"{name} of {entry.key!r} already stands in {seen[name]!r}")
                seen[name] = entry.key
        return self


class Symptom(Entry):
    """What users notice."""

    category: Literal["ERROR", "UNAVAIL", "DELAY", "DEPERF", "OTHERS"]
    cannot: list[Phrase] = Field(default_factory=list)
    """What people cannot do then: counts behind ``{cannot}``."""
    refuses: list[Phrase] = Field(default_factory=list)
    """What things do not do then: counts behind ``{refuses}``."""
    things: list[Phrase] = Field(default_factory=list)
    """What fails then: counts before ``{fails}`` and behind ``{broken}``."""
    behind: list[Phrase] = Field(default_factory=list)
    """What says so right behind the name of a service or a part, before a pause."""
    none: list[Phrase] = Field(default_factory=list)
    """What says that there was none of it: "nothing was lost"."""
    parts: list[Key] = Field(default_factory=list)
    """The features whose failing it is."""


class Symptoms(_Entries):
    """``symptoms.toml``."""

    ignore: list[Phrase] = Field(default_factory=list)
    """Everyday phrases that hold a symptom's words and mean none."""
    told: list[Phrase] = Field(default_factory=list)
    """What says right behind the name of a service or a part that it fails, before a pause."""
    stuck: list[Phrase] = Field(default_factory=list)
    """The same of what does not move on."""
    blows: list[str] = Field(default_factory=list)
    """Verbs that say right before a service's name that it is out."""
    states: list[Phrase] = Field(default_factory=list)
    """What posts put right behind a service's name."""
    entry: list[Symptom]


class Cause(Entry):
    """What brings an outage about."""

    category: Literal["CONFIG", "OVERLOAD", "DEPLOY", "EXTERNAL", "MAINTAIN", "OTHERS"]
    vague: bool = False
    """Whether it names an outage as often as a cause: it then needs more than a weak cue."""
    firm: list[Phrase] = Field(default_factory=list)
    """Phrases of a vague one that need no more than others do."""
    alone: list[Phrase] = Field(default_factory=list)
    """Phrases that name this cause wherever they stand, without a cue."""
    things: list[Phrase] = Field(default_factory=list)
    """What fails then: counts before ``{broke}`` and ``{fault}`` and behind "a fault in the"."""
    parts: list[Phrase] = Field(default_factory=list)
    """Things that nobody uses for themselves: that one fails is a cause without a cue."""
    words: list[Phrase] = Field(default_factory=list)
    """What names it right where a cause must stand, if no phrase does; so do ``things``."""


class Cue(Strict):
    """Words that say that something is a cause."""

    key: Key
    looks: Literal["ahead", "back", "passage"]
    """Where the cause stands: after the cue, before it, or anywhere in the passage it opens."""
    strong: bool = False
    """Whether a cause that is not in the lexicon is reported too, as seen and not resolved."""
    blames: bool = False
    """Whether a service that is named right behind it is blamed; it is behind a strong one."""
    phrases: PhraseList


class Causes(_Entries):
    """``causes.toml``."""

    cue: list[Cue]
    effects: PhraseList
    """Words that name the outage itself, which is never its own cause."""
    acts: PhraseList
    """Verbs behind “due to” that make it a timetable."""
    entry: list[Cause]


class Phase(Entry):
    """A stage of an outage."""

    status_words: list[str] = Field(default_factory=list)
    """The words with which status pages open an update of this phase."""
    behind: list[Phrase] = Field(default_factory=list)
    """What says so right behind the name of a service or a part, before a pause."""


class Phases(_Entries):
    """``phases.toml``."""

    ignore: list[Phrase] = Field(default_factory=list)
    """Everyday phrases that hold a phase's words and mean none."""
    entry: list[Phase]
    negators: PhraseList
    """Words that, right before a phrase, make it mean the opposite."""


class Relevance(Strict):
    """``relevance.toml``."""

    outage: PhraseList
    """Any of these makes a text relevant."""
    hint: PhraseList
    """Two of these do."""
    trouble: PhraseList
    """One of these does in a short text; in others they are hints."""
    unrelated: PhraseList
    """What stands inside one of these counts for nothing."""
    shared: PhraseList
    """What a post says of a trouble that is not its poster's alone."""


class Topic(Strict):
    """What a text may be about that is no outage."""

    key: Key
    beside: bool = False
    """Whether people are at it when a service fails them: a match, a train."""
    phrases: PhraseList


class Topics(Strict):
    """``topics.toml``."""

    signs: PhraseList
    """What speaks for an outage of a digital or telecoms service."""
    telling: list[Key]
    """Symptoms that only such a service has, whatever people were at."""
    parts: list[Key]
    """Features that only such a service has."""
    faults: list[Key]
    """Causes that are themselves a failure of such a service."""
    topic: list[Topic]


class Attesting(Strict):
    """``attesting.toml``."""

    supposing: PhraseList
    """What a clause with one of these only supposes."""
    asking: PhraseList
    """Before such a word, what makes it none."""
    linking: list[str]
    """Words that may stand between a service and what is said of it."""


class Modality(Strict):
    """``modality.toml``."""

    possible: PhraseList
    """What makes a clause hypothetical."""
    hearsay: PhraseList
    """What makes a whole sentence hypothetical."""
    presupposing: PhraseList
    """Questions that take for granted what they name."""
    certain: PhraseList
    """Phrases with such a word that do not."""
    polite: PhraseList
    """An operator's ways to say what happened."""
    planned: PhraseList
    coming: PhraseList
    """What a clause says of itself alone that it is yet to happen."""
    amid: PhraseList
    """What happened during planned work was not planned."""
    ahead: PhraseList
    recalled: PhraseList
    authorities: PhraseList
    then: PhraseList
    """What goes on about an old outage."""
    denies: PhraseList
    talk: PhraseList
    false: PhraseList
    """What is said of talk that is not true."""


class Unit(Strict):
    """What is counted."""

    unit: Key
    words: PhraseList


class Act(Strict):
    """What is done a number of times."""

    unit: Key
    verbs: PhraseList


class Counts(Strict):
    """``counts.toml``."""

    unit: list[Unit]
    act: list[Act]
    people: PhraseList
    """Units of people, whose number is one of reports where a verb of reporting follows."""
    reporting: PhraseList
    audience: PhraseList
    """Words between a number and people that make it the size of an audience."""
    minimum: PhraseList
    """Words that make the number a lower bound."""
    maximum: PhraseList
    """Words that make the number an upper bound."""
    about: PhraseList
    stops: list[str]
    """Words that never stand between a number and what it counts."""
    moves: PhraseList
    """Verbs of a figure's moving, after which a bare number is the figure."""
    names: list[str]
    """Numbers that are names, such as that of the emergency services."""
    serving: PhraseList
    """Words before people that make their number the size of an audience."""
    using: PhraseList
    """Words behind people that do the same."""
    openers: list[str]
    """Words that open a sentence and are no name."""
    not_before: PhraseList
    """Words after which a number is a name or a code."""
    behind: PhraseList
    """Words behind a number that it does not count: its noun is left out."""
    leads: PhraseList
    """Words before such a number where figures of reports are spoken of."""
    usual: PhraseList
    """Words before a figure that there usually is."""
    strikes: PhraseList
    """Words before a bare number of people: what befell them."""
    suffering: PhraseList
    """Words behind a bare number of people: what they went through."""
    trackers: PhraseList
    """Who counts reports: a bare figure of theirs is one of reports."""
    parties: PhraseList
    """What a few of take part in a story, and are not counted: two banks, three airlines."""


RoleName = Literal[
    "none",
    "expected",
    "as_of",
    "noticed",
    "began_at",
    "peaked_at",
    "acknowledged_at",
    "identified_at",
    "mitigated_at",
    "resolved_at",
]


class Role(Strict):
    """What a time is the time of."""

    key: RoleName
    phrases: PhraseList


class Roles(Strict):
    """``roles.toml``."""

    role: list[Role]


Spared = Literal["none", "minimal", "bare", "other"]


class Sparing(Strict):
    """``sparing.toml``."""

    class Entry(Strict):
        """How much was affected, and the words for it."""

        key: Spared
        phrases: PhraseList

    entry: list[Entry]


Tally = Literal[
    "peak_reports",
    "falling",
    "rise_from",
    "fall_from",
    "baseline_reports",
    "cumulative_reports",
    "logged",
    "other",
]


class Tallies(Strict):
    """``tallies.toml``."""

    class Cue(Strict):
        """What a figure is, and the words that say so."""

        key: Tally
        phrases: PhraseList

    cue: list[Cue]
    struck: PhraseList
    """What befell people, so that their number is one of those affected."""
    could_not: PhraseList
    """What says so behind them alone."""
    merely: PhraseList
    """What people do behind whom no symptom is their own."""
