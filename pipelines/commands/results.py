"""Commands that show the result: incidents, incident, export, serve."""

from __future__ import annotations

from pathlib import Path

import click

from pipelines.commands.session import PORT, check_port, existing, show
from pipelines.publish.export import export as export_csv
from pipelines.terminal.cards import incident_card
from pipelines.terminal.tables import incidents_table


@click.command()
@click.pass_obj
def incidents(db: Path, /) -> None:
    """Show the incidents, latest first."""
    show(incidents_table(existing(db)))


@click.command()
@click.argument("incident_id", metavar="ID")
@click.pass_obj
def incident(db: Path, /, incident_id: str) -> None:
    """Show one incident: each figure with its sentence.

    Its ID stands in the last column of `downwire incidents`.
    """
    click.echo(incident_card(existing(db), incident_id))


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def export(db: Path, /, folder: Path) -> None:
    """Write the database as CSV files into FOLDER.

    Each with a header; beside them a data dictionary and the counts of rows.
    """
    for name, rows in export_csv(existing(db), folder).items():
        click.echo(f"{rows:8} rows  {folder / name}.csv")


@click.command()
@click.option("--port", type=PORT, default=8001, show_default=True, help="Port on 127.0.0.1.")
@click.pass_obj
def serve(db: Path, /, port: int) -> None:
    """Open the database in Datasette, until Ctrl-C."""
    from pipelines.publish.serve import serve as serve_site

    place = existing(db)
    check_port(port)
    click.echo(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)")
    serve_site(place, port)
