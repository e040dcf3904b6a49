"""Commands that work on texts: import, read, assemble."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from pipelines.commands.session import at_work, refused, say_next, say_read, status
from pipelines.terminal import summaries
from scraper.items import Kind

if TYPE_CHECKING:
    from scraper.files import Defaults

Command = Callable[..., Any]


_SAID = (
    click.option("--publisher", default="", help="Who says it, where the file does not tell."),
    click.option("--published", default="", help="When, as ISO 8601: 2026-02-04T09:30:00+05:30."),
    click.option(
        "--kind",
        type=click.Choice(get_args(Kind)),
        default="news",
        show_default=True,
        help="Who speaks; official is the operator itself.",
    ),
    click.option("--url", default="", help="Where it was published."),
    click.option(
        "--zone", help="The publisher's home zone, as Asia/Kolkata, for times without one."
    ),
    click.option("--service", help="Key of the service that an official text speaks for."),
)


def said_of_files(command: Command) -> Command:
    """Give a command the options of what whoever gives a file says of it."""
    return reduce(lambda made, option: option(made), reversed(_SAID), command)


def defaults_of(given: dict[str, Any]) -> Defaults:
    """Return what those options say. Raises :class:`click.UsageError` for what is not allowed."""
    from scraper.files import Defaults

    try:
        return Defaults(**given)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@said_of_files
@click.pass_obj
def import_(db: Path, /, paths: tuple[str, ...], **given: Any) -> None:
    """Keep files as documents, read them, assemble.

    Text, HTML, a feed, the JSON of a known platform, or JSONL of documents. A directory stands
    for the files in it, - for standard input. A text without a date makes no incident unless it
    says itself when the outage was.

    \b
    downwire import story.html --publisher "The Ledger" --zone Europe/London
    downwire import notes.txt --published 2026-02-04T09:30:00Z
    downwire import history.atom --kind official --service github
    """
    from pipelines import imports, steps

    defaults = defaults_of(given)
    with at_work(db) as progress:
        steps.prepare(db)
        summary = imports.import_paths(db, paths, defaults, progress)
        found = steps.read_step(db, progress)
        assembled = steps.assemble_step(db, progress)
    for problem in summary.problems:
        refused(problem)
    click.echo(summaries.imported(summary))
    say_read(found)
    click.echo(summaries.assembled(assembled))
    say_next(db, "incidents")
    sys.exit(status(summary.problems))


@click.command()
@click.option("--jsonl", is_flag=True, help="Documents from standard input, readings to output.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read: up to one for each core.",
)
@click.pass_obj
def read(db: Path, /, jsonl: bool, workers: int) -> None:
    """Find in stored documents what they claim.

    With --jsonl no database is touched: each line of standard input is a JSON object with id and
    text, and where known title, url, publisher, published (ISO 8601) and kind (news, forum,
    social, official); each line of output is its reading, in order, as it is done; with more
    than one worker, in bundles.

    \b
    echo '{"id": "a", "text": "Zoom is down."}' | downwire read --jsonl
    """
    from pipelines import read as reading
    from pipelines import steps

    if jsonl:
        sys.exit(status(reading.read_jsonl(sys.stdin.buffer, _write, refused, workers=workers)))
    with at_work(db) as progress:
        steps.prepare(db)
        summary = steps.read_step(db, progress, workers=workers)
    say_read(summary)
    say_next(db, "assemble")


@click.command()
@click.pass_obj
def assemble(db: Path, /) -> None:
    """Make incidents and conflicts of all claims."""
    from pipelines import steps

    with at_work(db) as progress:
        steps.prepare(db)
        summary = steps.assemble_step(db, progress)
    click.echo(summaries.assembled(summary))
    say_next(db, "incidents")


def _write(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()
