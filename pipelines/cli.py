"""The command line: ``downwire``, its help and its exit statuses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from nlp.entries import EntryError
from pipelines.commands import catalogue, quality, results, texts, web
from pipelines.commands.session import DATABASE, LOCKED, WRONG
from pipelines.lock import LockHeldError
from pipelines.newsroom.site import SiteError
from pipelines.publish.export import ExportError
from pipelines.store import StoreError
from pipelines.terminal.cards import NoIncidentError
from scraper.sources import SourcesError

_HELP = """What is down, since when, and the sentence that says so.

\b
Start here:
  downwire demo       crawl a small newsroom on this machine, show its incidents
  downwire serve      open the result in Datasette on 127.0.0.1
  downwire run        the same on the live web, from data/sources.toml

\b
A run is three steps. Each does only what is new; killed, it is typed again:
  downwire crawl      fetch the sources, keep what they say as documents
  downwire read       find in them what was down, when, where, and who says so
  downwire assemble   make incidents and conflicts of all claims

\b
The database is --db PATH, else DOWNWIRE_DB, else downwire.db in this directory.

\b
Exit status of every command:
  0   done
  1   done, but some input was refused: each is named on standard error
  2   wrong usage or configuration
  75  another run is at work on the database
"""


class _Commands(click.Group):
    """Turns errors of ours into one sentence and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except LockHeldError as error:
            _stop(error, LOCKED)
        except (
            StoreError,
            SourcesError,
            EntryError,
            ExportError,
            NoIncidentError,
            SiteError,
        ) as error:
            _stop(error, WRONG)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer meets them."""
        return list(self.commands)


@click.group("downwire", cls=_Commands, help=_HELP)
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="DOWNWIRE_DB",
    default=DATABASE,
    help="The database.",
)
@click.version_option(package_name="downwire")
@click.pass_context
def main(context: click.Context, /, db: Path) -> None:  # noqa: D103  # its help is _HELP
    context.obj = db


for _command in (
    *(web.demo, web.run, web.crawl, texts.read, texts.assemble),
    *(texts.import_, web.replay, web.sources, catalogue.services),
    *(results.incidents, results.incident, results.serve, results.export),
    *(quality.explain, quality.evaluate),
):
    main.add_command(_command)


def _stop(error: Exception, status: int) -> NoReturn:
    click.echo(f"downwire: {error}", err=True)
    sys.exit(status)
