from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from pipelines.terminal import progress
from pipelines.terminal.progress import Progress


def test_without_a_terminal_lines_are_few_and_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    out = StringIO()
    clock = iter([100.0, 100.0, 101.0, 106.0, 106.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    with Progress(Console(file=out, width=20)) as line:
        for text in ("one of [three]", "two", "three of three, a line of more than the width"):
            line.now(text)
    assert out.getvalue() == "one of [three]\nthree of three, a line of more than the width\n"


def test_in_a_terminal_one_line_is_rewritten() -> None:
    out = StringIO()
    with Progress(Console(file=out, force_terminal=True, width=60)) as line:
        line.now("reading [3 of 9]")
    shown = out.getvalue()
    assert "\x1b[2K" in shown, "the line is erased at the end"
    assert "\x1b[?25h" in shown, "the cursor is given back"
