from __future__ import annotations

from io import StringIO

from rich.console import Console

from pipelines import explaining
from pipelines.explaining import terminal
from tests.pipelines.explaining.made import TEXT, document, reading


def shown(text: str, **over: object) -> str:
    of = document(text, **over)
    console = Console(file=StringIO(), width=1000, force_terminal=True, color_system="standard")
    for part in explaining.explanation(of, reading(of)):
        console.print(part)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_mentions_have_the_colour_of_their_label() -> None:
    read = reading(document())
    coloured = terminal.coloured(read)
    assert coloured.plain == TEXT
    styled = {(span.start, span.end, span.style) for span in coloured.spans}
    for mention in read.mentions:
        assert (mention.start, mention.end, terminal.COLOURS[mention.label]) in styled


def test_what_is_claimed_and_what_is_not_resolved_is_listed() -> None:
    told = shown(TEXT)
    for part in ("speaks of an outage", "login-failures", "left unresolved", "Zyntra"):
        assert part in told


def test_the_text_cannot_move_the_cursor_or_use_markup() -> None:
    told = shown("Zoom is down.\x1b[2J\x07 [red]So[/red] [link=x]what[/link]")
    assert "\x1b[2J" not in told
    assert "\x07" not in told
    assert "[red]So[/red] [link=x]what[/link]" in told


def test_a_text_that_nobody_reads_says_so() -> None:
    told = shown("Zoom ist seit heute früh nicht zu erreichen.", language="de")
    assert "de, not read" in told
