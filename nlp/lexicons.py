"""The strict reader of ``data/lexicons``: what editors wrote, checked, as values.

A file that does not read is refused with its name, the entry, what was wrong and what was allowed.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
PhraseList = Annotated[list[Annotated[str, Field(min_length=2)]], Field(min_length=1)]
Lexicon = TypeVar("Lexicon", bound=BaseModel)


class LexiconError(ValueError):
    """A lexicon that cannot be read: names the file, the entry, and what was allowed."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Entry(_Strict):
    """A key, its name for people, and the phrases that mean it."""

    key: Key
    name: Annotated[str, Field(min_length=1)]
    phrases: PhraseList


class _Entries(_Strict):
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


class Symptoms(_Entries):
    """``symptoms.toml``."""

    ignore: list[str] = []
    """Everyday phrases that hold a symptom's words and mean none."""
    entry: list[Symptom]


class Cause(Entry):
    """What brings an outage about."""

    category: Literal["CONFIG", "OVERLOAD", "DEPLOY", "EXTERNAL", "MAINTAIN", "OTHERS"]
    vague: bool = False
    """Whether it names an outage as often as a cause: it then needs more than a weak cue."""


class Cue(_Strict):
    """Words that say that something is a cause."""

    key: Key
    looks: Literal["ahead", "back", "passage"]
    """Where the cause stands: after the cue, before it, or anywhere in the passage it opens."""
    strong: bool = False
    """Whether a cause that is not in the lexicon is reported too, as seen and not resolved."""
    phrases: PhraseList


class Causes(_Entries):
    """``causes.toml``."""

    cue: list[Cue]
    effects: PhraseList
    """Words that name the outage itself, which is never its own cause."""
    entry: list[Cause]


class Phase(Entry):
    """A stage of an outage."""

    status_words: list[str] = []
    """The words with which status pages open an update of this phase."""


class Phases(_Entries):
    """``phases.toml``."""

    ignore: list[str] = []
    """Everyday phrases that hold a phase's words and mean none."""
    entry: list[Phase]
    negators: PhraseList
    """Words that, right before a phrase, make it mean the opposite."""


class Relevance(_Strict):
    """``relevance.toml``."""

    outage: PhraseList
    """Any of these makes a text relevant."""
    hint: PhraseList
    """Two of these do."""
    unrelated: PhraseList
    """What stands inside one of these counts for nothing."""


class Unit(_Strict):
    """What is counted."""

    unit: Key
    words: PhraseList


class Counts(_Strict):
    """``counts.toml``."""

    unit: list[Unit]
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


class Inflections(_Strict):
    """``inflections.toml``."""

    verbs: dict[str, list[str]]


def load(name: str, model: type[Lexicon]) -> Lexicon:
    """Return ``data/lexicons/NAME.toml`` as checked; raise :class:`LexiconError`."""
    path = f"lexicons/{name}.toml"
    return parse(files("data").joinpath(path).read_text("utf-8"), model, f"data/{path}")


def parse(toml: str, model: type[Lexicon], origin: str) -> Lexicon:
    """Return a lexicon from its TOML; ``origin`` is the file's name in errors."""
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{origin}: not TOML: {error}") from error
    try:
        return model.model_validate(table)
    except ValidationError as error:
        problems = "\n".join(_explain(table, dict(problem)) for problem in error.errors())
        raise LexiconError(f"{origin}: {problems}") from error


def _explain(table: dict[str, Any], problem: dict[str, Any]) -> str:
    """Return one problem in words: which entry, which field, what was allowed, what was found."""
    where, named = [], ""
    value: Any = table
    for step in problem["loc"]:
        where.append(f"number {step + 1}" if isinstance(step, int) else str(step))
        value = value[step] if isinstance(step, int) or step in value else None
        if isinstance(value, dict):
            named = str(value.get("key") or value.get("unit") or named)
        if value is None:
            break
    entry = f" (of {named!r})" if named else ""
    found = "" if isinstance(problem["input"], dict) else f", not {problem['input']!r}"
    return f"{' '.join(where) or 'file'}{entry}: {problem['msg']}{found}"
