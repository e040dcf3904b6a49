"""Commands that fetch: run, demo, replay, crawl, sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from pipelines.commands.session import (
    PORT,
    at_work,
    check_port,
    refused,
    say_next,
    say_read,
    show,
    status,
)
from pipelines.terminal import summaries
from pipelines.terminal.tables import incidents_table
from scraper.sources import Source, load, pick

_sources_file = click.option(
    "--sources",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another file of sources than data/sources.toml.",
)
_archive = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep every response in this directory, as WARC.",
)
_log = click.option(
    "--log",
    type=click.Choice(["critical", "error", "warning", "info", "debug"]),
    default="critical",
    help="How much of Scrapy's own log is shown: by default nothing.",
)
_ids = click.argument("ids", nargs=-1, metavar="[SOURCE]...")


@click.command()
@_ids
@_sources_file
@_archive
@_log
@click.pass_obj
def run(
    db: Path, /, ids: tuple[str, ...], file: Path | None, archive: Path | None, log: str
) -> None:
    """Crawl, read, assemble; show the incidents.

    Of all sources, or of those named: downwire run github-status
    """
    sys.exit(status(_run(db, _chosen(file, ids), _settings(log, archive))))


@click.command()
@click.option("--browse", is_flag=True, help="Only serve the newsroom, to look at it.")
@click.option(
    "--port", type=PORT, default=0, help="Port of the newsroom on 127.0.0.1; 0 for a free one."
)
@_archive
@_log
@click.pass_obj
def demo(db: Path, /, browse: bool, port: int, archive: Path | None, log: str) -> None:
    """Run on a small newsroom on this machine.

    The real spiders fetch it over HTTP. It holds pages that no crawler can read, as the web
    does: they are named, and are no failure here.
    """
    from pipelines.newsroom import server as newsroom

    check_port(port)
    if browse:
        newsroom.serve(port, lambda address: click.echo(f"{address} (Ctrl-C ends it)"))
        return
    with newsroom.Newsroom(port=port) as served:
        settings = {
            "DOWNWIRE_PROXY": served.proxy,
            "DOWNLOAD_DELAY": 0,
            "AUTOTHROTTLE_ENABLED": False,
            **_settings(log, archive),
        }
        _run(db, list(load(newsroom.SOURCES).values()), settings)


@click.command()
@click.argument("archive", type=click.Path(exists=True, path_type=Path))
@_ids
@_sources_file
@_log
@click.pass_obj
def replay(db: Path, /, archive: Path, ids: tuple[str, ...], file: Path | None, log: str) -> None:
    """Run on WARC files instead of the web.

    ARCHIVE is a file or a directory of them, as --archive makes it; of several answers to one
    address the latest counts.

    \b
    downwire run github-status --archive archive
    downwire --db again.db replay archive github-status
    """
    from scraper.fetching.replay import ReplayError, index

    try:
        index(archive.resolve())
    except ReplayError as error:
        raise click.UsageError(str(error)) from error
    settings = {"DOWNWIRE_REPLAY": str(archive.resolve()), **_settings(log)}
    sys.exit(status(_run(db, _chosen(file, ids), settings)))


@click.command()
@_ids
@_sources_file
@_archive
@_log
@click.pass_obj
def crawl(
    db: Path, /, ids: tuple[str, ...], file: Path | None, archive: Path | None, log: str
) -> None:
    """Fetch sources and keep what they say.

    All sources, or those named: downwire crawl github-status
    """
    from pipelines import steps
    from pipelines.crawl import crawl as crawl_sources

    chosen = _chosen(file, ids)
    with at_work(db) as progress:
        steps.prepare(db, chosen)
        summary = crawl_sources(
            chosen, database=db, progress=progress, settings=_settings(log, archive)
        )
    for problem in summary.problems:
        refused(problem)
    click.echo(summaries.crawled(summary))
    say_next(db, "read")
    sys.exit(status(summary.problems))


@click.group(invoke_without_command=True)
@_sources_file
@click.pass_context
def sources(context: click.Context, /, file: Path | None) -> None:
    """List the sources, or check them."""
    context.obj = load(file)
    if context.invoked_subcommand is None:
        show(summaries.sources_table(context.obj.values()))


@sources.command()
@_ids
@_log
@click.pass_obj
def check(known: dict[str, Source], /, ids: tuple[str, ...], log: str) -> None:
    """Fetch sources and say what each gave.

    All sources, or those named: downwire sources check github-status

    Nothing is kept. Too few documents, a block page, an answer that cannot be read: each is
    named in the last column, and the exit status is then 1.
    """
    from pipelines.crawl import crawl as crawl_sources
    from pipelines.terminal.progress import Progress

    chosen = pick(known, ids) if ids else list(known.values())
    with Progress() as progress:
        summary = crawl_sources(
            chosen,
            database=None,
            progress=progress,
            settings={"HTTPCACHE_ENABLED": False, **_settings(log)},
        )
    show(summaries.reports_table(summary.sources))
    sys.exit(status(summary.problems))


def _run(db: Path, chosen: list[Source], settings: dict[str, Any]) -> list[str]:
    from pipelines import steps

    with at_work(db) as progress:
        summary = steps.run(db, chosen, progress, settings)
    for problem in summary.crawled.problems:
        refused(problem)
    show(incidents_table(db))
    click.echo(summaries.crawled(summary.crawled))
    say_read(summary.read)
    click.echo(summaries.assembled(summary.assembled))
    say_next(db, "serve")
    return summary.crawled.problems


def _chosen(file: Path | None, ids: tuple[str, ...]) -> list[Source]:
    known = load(file)
    return pick(known, ids) if ids else list(known.values())


def _settings(log: str, archive: Path | None = None) -> dict[str, Any]:
    """Return Scrapy's settings; its log is off, since every failure is named without it."""
    archiving = {"DOWNWIRE_ARCHIVE": str(archive.resolve())} if archive else {}
    return {"LOG_LEVEL": log.upper(), **archiving}
