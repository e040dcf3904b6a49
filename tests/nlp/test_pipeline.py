from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from spacy.tokens.underscore import Underscore

from nlp import components, pipeline
from tests.nlp.by_hand import Page

TOLD = Page(
    text=(
        "Slack is down across Germany\n\n"
        "Slack has been down since 9:05 a.m. ET on 3 February 2026, and more than 3,000 users in "
        "Berlin could not log in. A bad configuration change is to blame; engineers are "
        "investigating."
    ),
    title="Slack is down across Germany",
    publisher="The Ledger",
)
REPORTED = Page(
    text=(
        "Slack: Login is failing\nService: Slack\nComponents: Login/SSO\n"
        "Locations: Frankfurt (eu-central-1)\n\n"
        "2026-02-03T14:05:00Z Investigating - Since 13:50 UTC users have been unable to log in.\n\n"
        "2026-02-03T16:00:00Z Resolved - The incident is over."
    ),
    title="Slack: Login is failing",
    kind="official",
    service="slack",
)


@dataclass
class Asked:
    """Which of ``doc._`` is read and written."""

    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Note what is asked of any doc's extension attributes."""
    found = Asked()
    read, write = Underscore.__getattr__, Underscore.__setattr__

    def noted_read(self: Underscore, name: str) -> object:
        found.read.add(name)
        return read(self, name)

    def noted_write(self: Underscore, name: str, value: object) -> None:
        found.written.add(name)
        write(self, name, value)

    monkeypatch.setattr(Underscore, "__getattr__", noted_read)
    monkeypatch.setattr(Underscore, "__setattr__", noted_write)
    return found


def test_each_pipe_has_what_it_needs() -> None:
    nlp = pipeline.build()
    assert tuple(nlp.pipe_names) == components.PIPES
    problems = (nlp.analyze_pipes() or {})["problems"]
    assert not any(problems.values())


def test_there_is_no_statistical_model() -> None:
    assert all(not hasattr(pipe, "model") for _, pipe in pipeline.build().pipeline)


@pytest.mark.parametrize("page", [TOLD, REPORTED], ids=["told", "reported"])
def test_each_pipe_asks_for_what_it_says_and_gives_what_it_says(page: Page, asked: Asked) -> None:
    nlp = pipeline.build()
    doc = nlp.make_doc(page.text)
    doc._.context = page
    for name, pipe in nlp.pipeline:
        asked.read.clear()
        asked.written.clear()
        doc = pipe(doc)
        meta = nlp.get_pipe_meta(name)
        assert _layers(meta.requires) == asked.read - {"context"}, name
        assert _layers(meta.assigns) == asked.written, name
    assert doc.has_annotation("SENT_START")
    assert all(getattr(doc._, layer) for layer in _layers(nlp.get_pipe_meta("claims").assigns))


def _layers(attributes: list[str]) -> set[str]:
    """Return the extension attributes among those that a pipe declares."""
    return {name.removeprefix("doc._.") for name in attributes if name.startswith("doc._.")}
