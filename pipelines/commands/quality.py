"""Commands that look at how texts are read: explain, evaluate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipelines.commands.session import DONE, REFUSED, refused, show, status
from pipelines.commands.texts import defaults_of, said_of_files
from pipelines.terminal.progress import Progress
from pipelines.terminal.summaries import counted

if TYPE_CHECKING:  # they load spaCy, which no other command's help needs
    from pipelines.evaluation.measuring import Measured
    from pipelines.evaluation.scoring import Miss

GOLD = Path("tests/gold")


@click.command()
@click.argument("place", metavar="FILE|URL|-")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as a page of its own instead, for a browser.",
)
@said_of_files
def explain(place: str, html: Path | None, **given: Any) -> None:
    """Show how a text is read.

    What was found in it, what it claims, what was left open. A file of any form that `downwire
    import` takes, an address, or - for standard input. Nothing is kept.

    \b
    echo "Zoom is down for 900 users since 9 am ET" | downwire explain -
    downwire explain story.html --published 2026-02-04 --html story-read.html
    """
    from pipelines import explaining
    from pipelines.read import read_right

    with Progress() as progress:
        found = explaining.documents(place, defaults_of(given), progress)
    for problem in found.problems:
        refused(problem)
    read = list(zip(found.documents, read_right(found.documents), strict=True))
    if html and read:
        html.write_text(explaining.page(read), encoding="utf-8")
        click.echo(f"{html}: {counted(len(read), 'document')}")
    else:
        for document, one in read:
            for part in explaining.explanation(document, one):
                show(part)
    sys.exit(status(found.problems))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=GOLD, metavar="[FOLDER]")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
@click.option("--misses", is_flag=True, help="What is missed, or said too much, where rules grow.")
@click.option(
    "--raise-floors",
    is_flag=True,
    help="Write floors.toml, below which no figure may fall, and known_misses.toml.",
)
@click.option("--check", is_flag=True, help="Only read the labels, and say what is wrong in them.")
def evaluate(folder: Path, as_json: bool, misses: bool, raise_floors: bool, check: bool) -> None:
    """Say how well texts are read, by labels made by hand.

    Precision, recall and F1 for each label and each claim field, on the half of FOLDER
    (tests/gold) that rules are developed on and on the half that nobody looks at. Exits with 1
    where a figure is below its floor.

    \b
    downwire evaluate
    downwire evaluate --misses | grep affected_region
    """
    from pipelines.evaluation import floors, known, measuring

    if check:
        click.echo(_checked(folder))
        return
    if misses:
        click.echo("\n".join(_lines(measuring.misses(folder))))
        return
    measured = measuring.measure(folder)
    if raise_floors:
        (folder / floors.FILE).write_text(floors.raised(floors.load(folder), measured), "utf-8")
        (folder / known.FILE).write_text(known.written(measuring.misses(folder)), "utf-8")
    fallen = list(floors.problems(floors.load(folder), measured))
    _show(measured, as_json=as_json)
    for problem in fallen:
        click.echo(problem, err=True)
    sys.exit(REFUSED if fallen else DONE)


def _show(measured: Mapping[str, Measured], *, as_json: bool) -> None:
    from pipelines.terminal.figures import figures_table

    if as_json:
        figures = {name: half.as_json() for name, half in measured.items()}
        click.echo(json.dumps(figures, indent=2))
        return
    show(figures_table(measured))
    for name, half in measured.items():
        click.echo(
            f"{name}: {half.documents} documents, {half.negatives} of them speak of no outage"
        )


def _checked(place: Path) -> str:
    """Return how much is labelled in a folder of halves, or in a file."""
    from pipelines.evaluation import gold

    every = [gold.load(place)] if place.is_file() else gold.halves(place).values()
    found = [document for documents in every for document in documents]
    mentions = sum(len(document.mentions) for document in found)
    claims = sum(len(document.claims) for document in found)
    return f"{len(found)} documents with {mentions} mentions and {claims} claims"


def _lines(misses: Iterable[Miss]) -> Iterable[str]:
    for miss in misses:
        what = "too much" if miss.found else "missed"
        yield f"{miss.document}  {what}  {miss.figure}  {miss.words}"
